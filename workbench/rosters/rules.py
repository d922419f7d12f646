"""What makes a person and a membership: names, dates, and what a draft may leave unsaid."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workbench.foundation.errors import BadInput
from workbench.foundation.text import fold, kept
from workbench.foundation.words import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDraft:
    """What is said of somebody in a form or a file; None leaves what is there as it is.

    `cleared` names the dates that are to be emptied.
    """

    name: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    job_title: str | None = None
    department: str | None = None
    role: Role | None = None
    joined_on: date | None = None
    left_on: date | None = None
    reason_to_join: str | None = None
    reason_to_leave: str | None = None
    note: str | None = None
    tags: tuple[str, ...] | None = None
    own: Mapping[str, str] | None = None
    cleared: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Names:
    """The three names of a person as they are kept: shown, first, last."""

    shown: str
    first: str
    last: str


def names_of(draft: PersonDraft, before: Names | None = None) -> Names:
    """Return the names a draft gives, completed from what was there; raises BadInput for none.

    A shown name that was only first and last name put together follows them when they change.
    """
    before = before or Names("", "", "")
    first = before.first if draft.first_name is None else kept(draft.first_name)
    last = before.last if draft.last_name is None else kept(draft.last_name)
    joined = f"{first} {last}".strip()
    follows = before.shown in ("", f"{before.first} {before.last}".strip())
    if draft.name is not None and kept(draft.name):
        shown = kept(draft.name)
    elif follows and joined:
        shown = joined
    else:
        shown = before.shown
    if not shown:
        raise BadInput("A person needs a name.", "Type a name.", field="name")
    return Names(shown, first, last)


def checked_dates(joined_on: date | None, left_on: date | None) -> None:
    """Raise BadInput when somebody would leave before joining."""
    if joined_on and left_on and left_on < joined_on:
        raise BadInput(
            f"The leaving date ({left_on.isoformat()}) is before the joining date "
            f"({joined_on.isoformat()}).",
            "Change one of the two dates.",
            field="left_on",
        )


def belongs(joined_on: date | None, left_on: date | None, on: date) -> bool:
    """Return whether a membership covers a day; the day of leaving still counts."""
    return (joined_on is None or joined_on <= on) and (left_on is None or on <= left_on)


def tidy_tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tags tidied, each once whatever its case, in the order given."""
    seen: dict[str, str] = {}
    for tag in tags:
        text = kept(tag)
        if text:
            seen.setdefault(fold(text), text)
    return tuple(seen.values())
