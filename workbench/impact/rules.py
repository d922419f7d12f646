"""What a story and a business figure need, and what is missing from either."""

from dataclasses import dataclass, replace
from datetime import date
from math import isfinite
from typing import Final

from workbench.communities.months import month_of, months_after
from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, kept
from workbench.foundation.words import Direction, Evidence, StoryValue

CHAIN: Final = ("activity", "insight", "attempt", "result", "evidence")
_FIRST_YEAR: Final = 1990


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDraft:
    """Learning used at work, as far as it got; the chain runs from activity to evidence."""

    title: str
    person_id: int | None = None
    activity: str = ""
    insight: str = ""
    attempt: str = ""
    result: str = ""
    evidence: str = ""
    evidence_grade: Evidence | None = None
    value: StoryValue = StoryValue.IMMEDIATE
    may_be_told: bool = False
    told_on: date | None = None
    ask_again_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureDraft:
    """A monthly number that matters to leaders: what it is, its unit, where it comes from."""

    name: str
    definition: str = ""
    unit: str = ""
    source: str = ""
    direction: Direction = Direction.HIGHER
    target: float | None = None
    target_on: date | None = None


def checked_story(draft: StoryDraft) -> StoryDraft:
    """Return the story tidied; raises BadInput where it has no title."""
    title = clean(kept(draft.title))
    if not title:
        raise BadInput("A story needs a title.", "Say it in a few words.", field="title")
    evidence = kept(draft.evidence)
    return replace(
        draft,
        title=title,
        activity=kept(draft.activity),
        insight=kept(draft.insight),
        attempt=kept(draft.attempt),
        result=kept(draft.result),
        evidence=evidence,
        evidence_grade=draft.evidence_grade if evidence else None,
    )


def chain_of(draft: StoryDraft) -> tuple[bool, ...]:
    """Return which of the five links of a story are told, from activity to evidence."""
    return tuple(bool(getattr(draft, link)) for link in CHAIN)


def checked_figure(draft: FigureDraft) -> FigureDraft:
    """Return the figure tidied; raises BadInput for a missing name or a bad target."""
    name = clean(kept(draft.name))
    if not name:
        raise BadInput("A business figure needs a name.", "Say what is counted.", field="name")
    if draft.target is not None:
        checked_value(draft.target, "target")
    return replace(
        draft,
        name=name,
        definition=kept(draft.definition),
        unit=clean(kept(draft.unit)),
        source=clean(kept(draft.source)),
    )


def checked_value(value: float, field: str = "value") -> float:
    """Return the value; raises BadInput for what is no number."""
    if not isfinite(value):
        raise BadInput("This is not a number.", "Type a number, or leave it empty.", field=field)
    return value


def checked_month(on: date, today: date) -> date:
    """Return the first day of the month; raises BadInput for months to come or long before."""
    month = month_of(on)
    if month > today or month.year < _FIRST_YEAR:
        raise BadInput(
            f"{month:%Y-%m} cannot have a figure yet."
            if month > today
            else f"{month:%Y-%m} is too long ago.",
            "Type a month that has begun.",
            field="month",
        )
    return month


def missing_months(months: tuple[date, ...], today: date) -> tuple[date, ...]:
    """Return the months without a value from the first typed to the last one that is over."""
    if not months:
        return ()
    first = min(months)
    typed = set(months)
    return tuple(month for month in months_after(first, today) if month not in typed)
