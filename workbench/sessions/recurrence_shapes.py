"""The common shapes of a rhythm that a form can show, to and from an RFC 5545 rule."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.foundation.errors import BadInput
from workbench.sessions.recurrence import DAYS, read_rule

PLACES = (1, 2, 3, 4, -1)
_WORKING_WEEK = (0, 1, 2, 3, 4)


class Shape(StrEnum):
    """How a rhythm repeats: on days of the week, on places of the month, or by its own rule."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class RhythmShape:
    """A shape with its interval, weekdays from Monday, 0, and places in the month (-1 is last)."""

    shape: Shape
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    own: str = ""


def shape_of(text: str) -> RhythmShape:
    """Return the shape of a rule; one that no form shows is its own."""
    try:
        rule = read_rule(text)
    except BadInput:
        return RhythmShape(Shape.OWN, own=text)
    weekdays = tuple(day for _, day in rule.days)
    places = tuple(place for place, _ in rule.days)
    plain = not rule.numbers and rule.count is None and rule.until is None and weekdays
    if plain and rule.frequency == "WEEKLY":
        return RhythmShape(Shape.WEEKLY, rule.interval, tuple(sorted(weekdays)))
    one_day = len(set(weekdays)) == 1 and set(places) <= set(PLACES)
    if plain and rule.frequency == "MONTHLY" and one_day:
        ordered = tuple(place for place in PLACES if place in places)
        return RhythmShape(Shape.MONTHLY, rule.interval, weekdays[:1], ordered)
    if plain and rule.frequency == "DAILY" and rule.interval == 1 and weekdays == _WORKING_WEEK:
        return RhythmShape(Shape.WEEKLY, 1, _WORKING_WEEK)
    return RhythmShape(Shape.OWN, own=text.rpartition("RRULE:")[2] or text)


def rule_of(shape: RhythmShape) -> str:
    """Return the rule of a shape; raises BadInput where a day or a place is missing."""
    if shape.shape is Shape.OWN:
        return shape.own
    interval = f";INTERVAL={shape.interval}" if shape.interval > 1 else ""
    if not shape.weekdays:
        raise BadInput("A rhythm needs a day.", "Tick a day of the week.", field="rule")
    if shape.shape is Shape.WEEKLY:
        names = ",".join(DAYS[day] for day in sorted(shape.weekdays))
        return f"FREQ=WEEKLY{interval};BYDAY={names}"
    if not shape.places:
        raise BadInput("A rhythm needs a week.", "Tick first, second or last.", field="rule")
    day = DAYS[shape.weekdays[0]]
    names = ",".join(f"{place}{day}" for place in PLACES if place in shape.places)
    return f"FREQ=MONTHLY{interval};BYDAY={names}"
