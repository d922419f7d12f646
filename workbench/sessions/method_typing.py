"""What is typed for a method's minutes and people, read into numbers, and lists line by line."""

import re
from typing import Final

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, fold
from workbench.sessions.methods import Minutes, People

_NUMBERS: Final = re.compile(r"\d+")
_RANGE: Final = re.compile(r"(\d{1,6})\s*(?:to|-|–|bis|a)\s*(\d{1,6})")
_ALONE: Final = re.compile(r"(\d{1,6})")
_ANY: Final = frozenset({"", "any", "any size", "any number", "all"})


def read_minutes(typed: str) -> Minutes:
    """Return "20 to 30", "20-30 min" or "25" as minutes; raises BadInput (field "minutes")."""
    text = re.sub(r"\s*min(utes?)?\.?$", "", fold(typed))
    both, one = _RANGE.fullmatch(text), _ALONE.fullmatch(text)
    if both:
        return Minutes(int(both[1]), int(both[2]))
    if one:
        return Minutes(int(one[1]), int(one[1]))
    raise BadInput(
        f'"{clean(typed)}" is not a number of minutes.' if clean(typed) else "Minutes are missing.",
        'Type one number or two, such as "20 to 30".',
        field="minutes",
    )


def read_people(typed: str, *, side_by_side: bool = False) -> People:
    """Return "3+", "5 to 8", "up to 12", "4" or "any size"; raises BadInput (field "people")."""
    text = re.sub(r"\s*(people|person)\.?$", "", fold(typed))
    if text in _ANY:
        return People(side_by_side=side_by_side)
    both, one = _RANGE.fullmatch(text), _ALONE.fullmatch(text)
    if both:
        return People(int(both[1]), int(both[2]), side_by_side)
    if one:
        return People(int(one[1]), int(one[1]), side_by_side)
    number = _NUMBERS.findall(text)
    if len(number) == 1 and len(number[0]) <= 6:
        if re.fullmatch(r"(up to|at most|max\.?|<=?)\s*\d+", text):
            return People(1, int(number[0]), side_by_side)
        if re.fullmatch(r"(from|at least|>=?)\s*\d+|\d+\s*(\+|or more|and more)", text):
            return People(int(number[0]), None, side_by_side)
    raise BadInput(
        f'"{clean(typed)}" is not a number of people.',
        'Type it as "3+", "5 to 8", "up to 12" or "any size".',
        field="people",
    )


def typed_minutes(minutes: Minutes) -> str:
    """Return the minutes as they can be typed."""
    return str(minutes.low) if minutes.low == minutes.high else f"{minutes.low} to {minutes.high}"


def typed_people(people: People) -> str:
    """Return the people as they can be typed."""
    if people.high is None:
        return "any size" if people.low == 1 else f"{people.low}+"
    return str(people.low) if people.low == people.high else f"{people.low} to {people.high}"


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text that say something, less bullets in front."""
    stripped = (re.sub(r"^\s*[-*•]\s+", "", line).strip() for line in text.splitlines())
    return tuple(line for line in stripped if line)
