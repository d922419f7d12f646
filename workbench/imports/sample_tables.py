"""The tables of the sample community in resources/sample: lines of CSV files, typed."""

import csv
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import msgspec

from workbench.foundation.assets import asset
from workbench.foundation.words import (
    ContributionKind,
    Evidence,
    PromiseState,
    Role,
    StoryValue,
)

T = TypeVar("T")


class PersonRow(msgspec.Struct, frozen=True):
    """A line of people.csv; tags are parted by semicolons."""

    name: str
    department: str
    title: str
    email: str
    joined: date
    role: Role
    tags: str = ""


class ReasonRow(msgspec.Struct, frozen=True):
    """A line of reasons.csv: why somebody comes, as said on a day; later lines count."""

    name: str
    asked_on: date
    theme: str
    words: str


class SessionRow(msgspec.Struct, frozen=True):
    """A line of sessions.csv; `goal` is the key of a goal, or empty."""

    number: int
    date: date
    title: str
    kind: str
    held: int
    goal: str = ""


class ContributionRow(msgspec.Struct, frozen=True):
    """A line of contributions.csv, in the order of logging."""

    session: int
    giver: str
    kind: ContributionKind
    text: str
    receiver: str = ""
    tag: str = ""


class PromiseRow(msgspec.Struct, frozen=True):
    """A line of promises.csv; without a person it is the facilitator's own."""

    text: str
    made_on: date
    state: PromiseState
    person: str = ""
    about: str = ""
    session: int | None = None
    due_on: date | None = None
    settled_on: date | None = None


class StoryRow(msgspec.Struct, frozen=True):
    """A line of stories.csv."""

    person: str
    title: str
    value: StoryValue
    told_on: date
    activity: str = ""
    insight: str = ""
    attempt: str = ""
    result: str = ""
    evidence: str = ""
    grade: Evidence | None = None
    may_be_told: int = 0
    ask_again_on: date | None = None


class WaveRow(msgspec.Struct, frozen=True):
    """A line of waves.csv: one round of one instrument and the file of its answers."""

    label: str
    instrument: str
    answers: str
    opened_on: date
    closes_on: date
    invited: int
    closed_on: date | None = None
    comments: str = ""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One sheet: codes in the order of the items, and the department chosen in the survey."""

    codes: tuple[int, ...]
    department: str = ""


def rows(name: str, kind: type[T]) -> list[T]:
    """Return the lines of a table as `kind`, empty cells as its defaults."""
    return [
        msgspec.convert({key: cell for key, cell in row.items() if cell}, kind, strict=False)
        for row in table(name)
    ]


def table(name: str) -> list[dict[str, str]]:
    """Return the lines of a table as texts by heading."""
    with asset("sample", name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def answers(name: str) -> list[AnswerRow]:
    """Return the answer sheets of a table, whose columns are the items and maybe a department."""
    return [
        AnswerRow(
            tuple(int(cell) for key, cell in row.items() if key != "department"),
            row.get("department", ""),
        )
        for row in table(name)
    ]


def months(figure: dict[str, str]) -> dict[date, float]:
    """Return a line of figures.csv as values by month; a missing month is absent, not 0."""
    return {
        date.fromisoformat(f"{month}-01"): float(cell)
        for month, cell in figure.items()
        if month != "figure" and cell
    }
