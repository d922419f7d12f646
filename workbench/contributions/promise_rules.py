"""How promises stand: what is due, what settling one needs, and the words for both."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from workbench.contributions.rules import PromiseDraft
from workbench.foundation.dates import short_day
from workbench.foundation.errors import BadInput
from workbench.foundation.text import counted, kept
from workbench.foundation.words import PromiseState


class Standing(StrEnum):
    """Which promises are shown; those due are open too."""

    OPEN = "open"
    DUE = "due"
    KEPT = "kept"
    NOT_KEPT = "not kept"
    CHANGED = "changed"


class Promised(Protocol):
    """What the rules need to know of a promise."""

    @property
    def state(self) -> PromiseState:
        """How it stands."""
        ...

    @property
    def due_on(self) -> date | None:
        """The day it is due, if one was said."""
        ...

    @property
    def settled_on(self) -> date | None:
        """The day it was settled."""
        ...


@dataclass(frozen=True, slots=True)
class Settling:
    """What is offered for a promise: its button, and whether words may follow."""

    state: PromiseState
    label: str
    icon: str


WAYS = (
    Settling(PromiseState.KEPT, "Kept", "check"),
    Settling(PromiseState.NOT_KEPT, "Not kept", "close"),
    Settling(PromiseState.CHANGED, "Changed", "repeat"),
)


def stands_as(promise: Promised, shown: Standing, today: date) -> bool:
    """Whether a promise belongs to what is shown; due are open ones of today and before."""
    if shown is Standing.DUE:
        return is_due(promise, today)
    return promise.state.value == shown.value


def is_due(promise: Promised, today: date) -> bool:
    """Whether an open promise was to be kept by today."""
    due = promise.due_on
    return promise.state is PromiseState.OPEN and due is not None and due <= today


def standing_counts(promises: Sequence[Promised], today: date) -> dict[Standing, int]:
    """Return how many promises stand each way, none counting as 0."""
    return {
        shown: sum(stands_as(promise, shown, today) for promise in promises) for shown in Standing
    }


def due_said(promise: Promised, today: date) -> str:
    """Return "29 Oct", "Today", "5 days late", "no date", or how and when it ended."""
    if promise.state is not PromiseState.OPEN:
        ended = promise.state.value.capitalize()
        return f"{ended} {_day(promise.settled_on, today)}" if promise.settled_on else ended
    if promise.due_on is None:
        return "no date"
    days = (today - promise.due_on).days
    if days > 0:
        return counted(days, "day late", "days late")
    return _day(promise.due_on, today) if days else "Today"


def made_said(who: str, made_on: date, today: date, *, in_session: bool = True) -> str:
    """Return "Promised by Kofi Mensah, 1 Oct"; nobody named is the facilitator."""
    verb = "Promised by" if who or in_session else "Noted by"
    return f"{verb} {who or 'you'}, {_day(made_on, today)}"


def checked_outcome(state: PromiseState, outcome: str) -> str:
    """Return what came of a promise, tidied; an open one has nothing to tell yet."""
    return "" if state is PromiseState.OPEN else kept(outcome)


def checked_instead(state: PromiseState, instead: PromiseDraft | None) -> None:
    """Raise BadInput where a promise is given a new one though it was not changed."""
    if instead is not None and state is not PromiseState.CHANGED:
        raise BadInput(
            "Only a changed promise lives on in a new one.",
            "Choose “Changed”, or leave the new promise out.",
            field="instead",
        )


def _day(on: date | None, today: date) -> str:
    if on is None:
        return ""
    return short_day(on) if on.year == today.year else f"{short_day(on)} {on.year}"
