"""What changed in the people who answered both of two waves, where that tells about nobody.

The method follows from who could be linked (survey science 3.17). A linked change beside the means
of both waves can tell about the few who left or came (confidentiality 4.3), so those are nobody or
at least the minimum, in every cut of either wave that is shown.
"""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from workbench.foundation.student_t import quantile
from workbench.surveys.ledger import Cut, TooMuchToTry, told_apart
from workbench.surveys.linking import matched
from workbench.surveys.overlap import overlapping_t, random_intercept
from workbench.surveys.paired import (
    Difference,
    Pairs,
    all_alike,
    effect_on_average_spread,
    paired_t,
    sign_flip_p,
)

FEWEST_PAIRS = 8
FEWEST_OTHERS = 5

PAIRED = "paired"
RANDOM_INTERCEPT = "random intercept"
OVERLAPPING = "partially overlapping"


class LinkedChange(msgspec.Struct, frozen=True, kw_only=True):
    """A change between two waves as it is frozen, in scale points, later minus earlier.

    `linked` people answered both waves, `left` the earlier one alone, `new` the later one alone.
    Interval and p are None where everybody linked changed alike. The effect is g_av; `flipped_p`
    the exact check of a paired change by turning signs. `group_changed` tells that those who left
    had answered the earlier wave differently from those who stayed, where both are many enough.
    """

    method: str
    difference: float
    ci_low: float | None
    ci_high: float | None
    p: float | None
    effect: float | None
    linked: int
    left: int
    new: int
    flipped_p: float | None = None
    effect_name: str = "g_av"
    group_changed: bool = False

    @property
    def link_rate(self) -> float:
        """The share of the later answers that could be linked."""
        return self.linked / (self.linked + self.new)


@dataclass(frozen=True, slots=True, repr=False)
class LinkedWave:
    """The scored sheets of a wave: scores, links, and the cuts of them that are shown by place."""

    scores: tuple[float, ...]
    links: tuple[bytes, ...]
    cuts: tuple[Cut, ...]


def linked_people(earlier: LinkedWave, later: LinkedWave) -> tuple[Cut, Cut]:
    """Return the places of the linked people in either wave."""
    pairs = matched(earlier.links, later.links).pairs
    return frozenset(one for one, _ in pairs), frozenset(other for _, other in pairs)


def linked_change(earlier: LinkedWave, later: LinkedWave, minimum: int) -> LinkedChange | None:
    """Return the linked change; None where too few are linked or it would tell about few."""
    found = matched(earlier.links, later.links)
    others = (found.left, found.new)
    if len(found.pairs) < FEWEST_PAIRS or any(0 < many < minimum for many in others):
        return None
    if 0 < sum(others) < FEWEST_OTHERS or _tells_about_few(earlier, later, minimum):
        return None
    method, change, flipped = _change(earlier, later, found.pairs)
    sds = tuple(_sd(wave.scores) for wave in (earlier, later))
    sizes = min(len(earlier.scores), len(later.scores))
    return LinkedChange(
        method=method,
        difference=change.value,
        ci_low=change.low,
        ci_high=change.high,
        p=change.p,
        effect=effect_on_average_spread(change.value, (sds[0], sds[1]), sizes),
        linked=len(found.pairs),
        left=found.left,
        new=found.new,
        flipped_p=flipped,
        group_changed=_group_changed(earlier.scores, [one for one, _ in found.pairs], minimum),
    )


def _group_changed(scores: Sequence[float], stayed: Sequence[int], minimum: int) -> bool:
    """Tell whether who left had answered differently from who stayed (Welch, 5%).

    Only that they did is kept, and only of as many people as are compared anywhere.
    """
    places = frozenset(stayed)
    kept = [score for at, score in enumerate(scores) if at in places]
    gone = [score for at, score in enumerate(scores) if at not in places]
    if len(gone) < max(FEWEST_OTHERS, minimum):
        return False
    parts = [statistics.variance(side) / len(side) for side in (kept, gone)]
    if sum(parts) == 0:
        return False
    apart = abs(statistics.fmean(kept) - statistics.fmean(gone)) / math.sqrt(sum(parts))
    weighed = sum(part**2 / (len(side) - 1) for part, side in zip(parts, (kept, gone), strict=True))
    return apart > quantile(0.975, sum(parts) ** 2 / weighed)


def _tells_about_few(earlier: LinkedWave, later: LinkedWave, minimum: int) -> bool:
    """Hold the linked people, as a cut of either wave, against all that is shown of it.

    The change is a sum over the later wave less one over the earlier; both are taken as known.
    """
    linked = linked_people(earlier, later)
    try:
        return any(
            told_apart((*wave.cuts, cut), minimum)
            for wave, cut in zip((earlier, later), linked, strict=True)
        )
    except TooMuchToTry:
        return True


def _change(
    earlier: LinkedWave, later: LinkedWave, places: Sequence[tuple[int, int]]
) -> tuple[str, Difference, float | None]:
    """Return the method that fits, what it finds, and the exact check of a paired change."""
    pairs = [(earlier.scores[one], later.scores[other]) for one, other in places]
    before, after = (frozenset(side) for side in zip(*places, strict=True))
    left = [score for at, score in enumerate(earlier.scores) if at not in before]
    new = [score for at, score in enumerate(later.scores) if at not in after]
    if not left and not new:
        changes = [other - one for one, other in pairs]
        flipped = None if all_alike(changes) else sign_flip_p(changes)
        return PAIRED, paired_t(pairs), flipped
    model = random_intercept(_people(pairs, left, new))
    if model is not None:
        return RANDOM_INTERCEPT, model.change, None
    return OVERLAPPING, overlapping_t(pairs, left, new), None


def _people(
    pairs: Pairs, left: Sequence[float], new: Sequence[float]
) -> list[list[tuple[float, float]]]:
    return [
        *([(0.0, one), (1.0, other)] for one, other in pairs),
        *([(0.0, one)] for one in left),
        *([(1.0, other)] for other in new),
    ]


def _sd(scores: Sequence[float]) -> float:
    return statistics.stdev(scores)
