"""What a charter, a goal, a rhythm and an event need to make sense."""

from dataclasses import dataclass
from datetime import date, time
from math import isfinite
from typing import Final, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, kept
from workbench.foundation.words import ExcusedRule

MeasureKind = Literal["", "figure", "instrument", "help across"]
HELP_ACROSS: Final = "help across"
SMALL_THEME: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CharterDraft:
    """What is changed in a charter; None leaves what is there."""

    name: str | None = None
    strapline: str | None = None
    organisation: str | None = None
    purpose: str | None = None
    place_between: str | None = None
    founded_on: date | None = None
    zone: str | None = None
    excused_rule: ExcusedRule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalDraft:
    """A goal as a whole; `measure` names where its figure comes from (see `Measure`)."""

    title: str
    indicator: str = ""
    objective: str = ""
    unit: str = ""
    measure: str = ""
    baseline: float | None = None
    baseline_on: date | None = None
    target: float | None = None
    target_on: date | None = None
    owner_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RhythmDraft:
    """A repeated meeting: its name, words for it, and an RFC 5545 rule where it has one."""

    name: str
    words: str = ""
    rule: str = ""
    starts_at: time | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDraft:
    """A dated note; with an end it is a pause."""

    title: str
    starts_on: date
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """Where a goal's figure comes from: "figure:7", "instrument:safety-pulse", "help across"."""

    kind: MeasureKind
    ref: str = ""

    @property
    def figure_id(self) -> int | None:
        """The number of the business figure, if it is one."""
        return int(self.ref) if self.kind == "figure" else None


@dataclass(frozen=True, slots=True)
class Theme:
    """Why people come: how many now, how many at joining, and whether the purpose names it."""

    id: int | None
    name: str
    now: int
    at_joining: int
    in_purpose: bool | None


def checked_community_name(name: str) -> str:
    """Return the name cleaned; raises BadInput where nothing is left."""
    return needed(name, "A community needs a name.", "Type a name.", "name")


def needed(text: str, sentence: str, next_step: str, field: str) -> str:
    """Return the text on one line; raises BadInput with the sentence where nothing is left."""
    cleaned = clean(kept(text))
    if not cleaned:
        raise BadInput(sentence, next_step, field=field)
    return cleaned


def checked_zone(zone: str) -> str:
    """Return the name of a time zone; raises BadInput for one nobody knows."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadInput(
            f'"{zone}" is not a time zone.', "Choose one such as Europe/London.", field="zone"
        ) from error
    return zone


def tidy_norms(norms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the norms cleaned, empty lines left out; raises BadInput where none is left."""
    lines = tuple(line for line in (clean(kept(norm)) for norm in norms) if line)
    if not lines:
        raise BadInput("No norm was written.", "Write at least one line.", field="norms")
    return lines


def checked_goal(draft: GoalDraft) -> GoalDraft:
    """Return the goal tidied; raises BadInput for a missing title, bad numbers, dates or source."""
    title = needed(draft.title, "A goal needs a title.", "Say it in a few words.", "title")
    for field, value in (("baseline", draft.baseline), ("target", draft.target)):
        if value is not None and not isfinite(value):
            raise BadInput(f"The {field} is not a number.", "Type a number.", field=field)
    if draft.baseline_on and draft.target_on and draft.target_on <= draft.baseline_on:
        raise BadInput(
            "The target date is not after the start.", "Change one of the two.", field="target_on"
        )
    measure_of(draft.measure)
    return GoalDraft(
        title=title,
        indicator=clean(kept(draft.indicator)),
        objective=clean(kept(draft.objective)),
        unit=clean(kept(draft.unit)),
        measure=draft.measure,
        baseline=draft.baseline,
        baseline_on=draft.baseline_on,
        target=draft.target,
        target_on=draft.target_on,
        owner_id=draft.owner_id,
    )


def measure_of(text: str) -> Measure:
    """Return where a goal's figure comes from; raises BadInput for a source nobody knows."""
    kind, _, ref = text.partition(":")
    if text == "":
        return Measure("")
    if text == HELP_ACROSS:
        return Measure("help across")
    if kind == "figure" and ref.isdecimal():
        return Measure("figure", ref)
    if kind == "instrument" and ref:
        return Measure("instrument", ref)
    raise BadInput(
        f'"{text}" is not a source for a goal.', "Choose one of the sources.", field="measure"
    )


def checked_event(draft: EventDraft) -> EventDraft:
    """Return the event tidied; raises BadInput for a missing title or an end before the start."""
    title = needed(draft.title, "An event needs a title.", "Say it in a few words.", "title")
    if draft.ends_on and draft.ends_on < draft.starts_on:
        raise BadInput(
            "The pause ends before it begins.", "Change one of the two dates.", field="ends_on"
        )
    return EventDraft(title=title, starts_on=draft.starts_on, ends_on=draft.ends_on)


def checked_rhythm(draft: RhythmDraft) -> RhythmDraft:
    """Return the rhythm tidied; raises BadInput for a missing name, a bad rule or length."""
    name = needed(draft.name, "A rhythm needs a name.", "Such as Deep dive.", "name")
    if draft.minutes is not None and not 1 <= draft.minutes <= 24 * 60:
        raise BadInput(
            f"A session cannot last {draft.minutes:,} minutes.",
            "Type a number from 1 to 1,440.",
            field="minutes",
        )
    return RhythmDraft(
        name=name,
        words=clean(kept(draft.words)),
        rule=_checked_rule(draft.rule.strip()),
        starts_at=draft.starts_at,
        minutes=draft.minutes,
    )


def joined_small(themes: tuple[Theme, ...]) -> tuple[Theme, ...]:
    """Return the themes, most named first, with those under 5 people joined into "Other"."""
    large = [theme for theme in themes if theme.now >= SMALL_THEME]
    small = [theme for theme in themes if theme.now < SMALL_THEME and theme.now + theme.at_joining]
    shown = sorted(large, key=lambda theme: -theme.now)
    if small:
        now, before = sum(theme.now for theme in small), sum(theme.at_joining for theme in small)
        shown.append(Theme(None, "Other, each under 5", now, before, None))
    return tuple(shown)


def _checked_rule(rule: str) -> str:
    if not rule:
        return ""
    from dateutil.rrule import rrulestr

    try:
        rrulestr(rule)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadInput(
            f'"{rule}" is not a rhythm.', "Write it like FREQ=WEEKLY;INTERVAL=2.", field="rule"
        ) from error
    return rule
