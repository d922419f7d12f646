"""Two shares compared by Newcombe's interval, built from the Wilson interval of each."""

import math
from dataclasses import dataclass

from workbench.foundation.text import number
from workbench.surveys.intervals import share_interval


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, such as 24 of 34."""

    part: int
    whole: int

    def __post_init__(self) -> None:
        """Refuse a part outside 0 to the whole with ValueError."""
        if not 0 <= self.part <= self.whole:
            raise ValueError("a share needs 0 <= part <= whole")

    @property
    def value(self) -> float | None:
        """The share from 0 to 1, or None for 0 of 0."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class ShareChange:
    """Later minus earlier share with a 95% interval, from -1 to 1."""

    difference: float
    ci_low: float
    ci_high: float

    @property
    def excludes_zero(self) -> bool:
        """Whether the interval leaves out "no change"."""
        return self.ci_low > 0 or self.ci_high < 0

    def sentence(self) -> str:
        """Return "Up 23 points, 95% CI −2 to +45: this could be chance."."""
        points = number(abs(100 * self.difference), 0)
        head = f"{'Up' if self.difference > 0 else 'Down'} {points} points"
        if points == "0":
            head = "The same share"
        low, high = _end(self.ci_low), _end(self.ci_high)
        plus = "+" if self.ci_low < 0 < self.ci_high and high[0].isdigit() else ""
        verdict = "likely a real change" if self.excludes_zero else "this could be chance"
        return f"{head}, 95% CI {low} to {plus}{high}: {verdict}."


def _end(share: float) -> str:
    """Return an end of the interval in points; one that only rounds to 0 is told from 0."""
    points = number(100 * share, 0)
    if share and points == "0":
        return f"just {'above' if share > 0 else 'below'} 0"
    return points


def share_change(earlier: Share, later: Share) -> ShareChange | None:
    """Compare two shares by Newcombe's hybrid score interval (T-15); None if one is 0 of 0."""
    before = share_interval(earlier.part, earlier.whole)
    after = share_interval(later.part, later.whole)
    if before is None or after is None or earlier.value is None or later.value is None:
        return None
    difference = later.value - earlier.value
    down = math.hypot(later.value - after[0], before[1] - earlier.value)
    up = math.hypot(after[1] - later.value, earlier.value - before[0])
    return ShareChange(difference, difference - down, difference + up)
