"""Lines over a whole panel, level or upright, parted where words stand."""

from collections.abc import Sequence
from dataclasses import dataclass

_AIR = 3.0

Edges = tuple[float, float, float, float]
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A level or upright line over a panel, `at` a height or a place and from `start` in pixels."""

    at: float
    colour: str
    order: float
    dashes: tuple[float, ...] | None
    level: bool
    start: float = 0.0


def parted(
    rule: Rule, written: Sequence[Edges], size: tuple[float, float]
) -> list[tuple[Place, Place]]:
    """Return the parts of a rule over a panel of a size (width, height) that no words cover.

    `written` are the boxes of words: left, bottom, right, top in pixels.
    """
    along, beside = (0, 1) if rule.level else (1, 0)
    end = size[along]
    covered = sorted(
        (box[along] - _AIR, box[along + 2] + _AIR)
        for box in written
        if box[beside] - 1 < rule.at < box[beside + 2] + 1
    )
    parts, free = [], max(rule.start, 0.0)
    for start, stop in [*covered, (end, end)]:
        if min(start, end) > free:
            parts.append((free, min(start, end)))
        free = max(free, stop)
    if rule.level:
        return [((start, rule.at), (stop, rule.at)) for start, stop in parts]
    return [((rule.at, start), (rule.at, stop)) for start, stop in parts]
