"""Two people of one name told apart in words: by department, address, role or first day."""

from collections.abc import Callable
from typing import Final

from workbench.foundation.dates import full_date
from workbench.foundation.text import clean, fold
from workbench.rosters.duplicates import PersonFacts

_Fact = Callable[[PersonFacts], str]


def told_apart(one: PersonFacts, other: PersonFacts) -> tuple[str, str]:
    """Return both names, each with the first fact in which the two differ where names do not.

    Two of whom nothing else is known are told apart by who was added first.
    """
    if clean(one.name) != clean(other.name):
        return one.name, other.name
    for fact in _FACTS:
        facts = fact(one), fact(other)
        if fold(facts[0]) != fold(facts[1]):
            return f"{one.name} ({facts[0]})", f"{other.name} ({facts[1]})"
    said = ("added first", "added later")
    first, second = said if one.id < other.id else said[::-1]
    return f"{one.name} ({first})", f"{other.name} ({second})"


def both_named(one: str, other: str) -> str:
    """Return two names in one breath: "Bo Li and Bea Li", "both people called Bo Li"."""
    same = clean(one) == clean(other)
    return f"both people called {one}" if same else f"{one} and {other}"


def about_person(one: PersonFacts) -> str:
    """Return what is known beside the name: "Support · bo@halden.example · since 5 March 2026"."""
    since = _since(one) if one.joined_on else ""
    parts = [one.department, one.email, "guest" if one.is_guest else "", since]
    return " · ".join(part for part in parts if part)


def _since(one: PersonFacts) -> str:
    return f"since {full_date(one.joined_on)}" if one.joined_on else "from the beginning"


_FACTS: Final[tuple[_Fact, ...]] = (
    lambda one: one.department or "no department",
    lambda one: one.email or "no e-mail",
    lambda one: "guest" if one.is_guest else "member",
    _since,
)
