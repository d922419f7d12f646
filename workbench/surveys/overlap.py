"""Waves that only some people answered both of: a random intercept, or Derrick's overlap test.

After survey science 3.4 and 3.7; the mean of each person's own level drops out of the change.
"""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

from workbench.foundation.student_t import cumulative, quantile
from workbench.surveys.paired import Difference, Pairs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.floating[Any]]

_Z = 1.959963984540054
_REACH = 12.0  # of the logarithm of the ratio of variances, either way
_NO_SPREAD = 1e-9
_STEP = 1e-3


@dataclass(frozen=True, slots=True)
class RandomIntercept:
    """A straight line over time with a level of its own for each person, fitted by REML.

    Slope per unit of time in scale points; errors are standard errors; `within` is the variance of
    the residuals, `between` that of the levels.
    """

    slope: float
    slope_error: float
    intercept: float
    intercept_error: float
    within: float
    between: float

    @property
    def likeness(self) -> float:
        """How far one person's answers resemble each other (ICC), 0 to 1."""
        return self.between / (self.between + self.within)

    @property
    def change(self) -> Difference:
        """The slope with its 95% interval and p by the normal distribution, as is usual."""
        reach = _Z * self.slope_error
        p = 2 * NormalDist().cdf(-abs(self.slope) / self.slope_error)
        return Difference(self.slope, self.slope_error, self.slope - reach, self.slope + reach, p)


def random_intercept(
    people: Sequence[Sequence[tuple[float, float]]],
) -> RandomIntercept | None:
    """Fit people given as lists of (time, score); None where the fit does not settle.

    That is so where scores leave no residual at all, or where time does not vary.
    """
    import numpy as np
    from scipy.optimize import minimize_scalar

    groups = [np.asarray(person, dtype=float) for person in people if person]
    times = np.concatenate([group[:, 0] for group in groups])
    if len(times) < 3 or times.min() == times.max():
        return None
    found = minimize_scalar(
        lambda ratio: _Fit(groups, math.exp(ratio)).misfit,
        bounds=(-_REACH, _REACH),
        method="bounded",
        options={"xatol": 1e-9},
    )
    best = float(found.x)
    fit = _Fit(groups, math.exp(best))
    scores = np.concatenate([group[:, 1] for group in groups])
    settled = found.success and best < _REACH - 0.01
    if not settled or fit.within <= _NO_SPREAD * max(float(scores.var()), _NO_SPREAD):
        return None
    return fit.result(*(_Fit(groups, math.exp(best + step)) for step in (-_STEP, _STEP)))


class _Fit:
    """Generalised least squares for one ratio of the variances, between people : within."""

    def __init__(self, groups: Sequence["Array"], ratio: float) -> None:
        import numpy as np

        self.ratio = ratio
        self.squares, products, total = np.zeros((2, 2)), np.zeros(2), 0.0
        self.spread = 0.0
        self.count = sum(map(len, groups))
        for group in groups:
            design = np.column_stack([np.ones(len(group)), group[:, 0]])
            shrink = ratio / (1 + len(group) * ratio)
            sums, scores = design.sum(axis=0), group[:, 1]
            self.squares += design.T @ design - shrink * np.outer(sums, sums)
            products += design.T @ scores - shrink * sums * scores.sum()
            total += float(scores @ scores) - shrink * float(scores.sum()) ** 2
            self.spread += math.log1p(len(group) * ratio)
        self.beta = np.linalg.solve(self.squares, products)
        self.residual = max(total - float(self.beta @ products), 1e-300)

    @property
    def within(self) -> float:
        """The variance of the residuals."""
        return self.residual / (self.count - 2)

    @property
    def misfit(self) -> float:
        """Minus twice the restricted log likelihood, constants left out."""
        return self.misfit_at(self.beta)

    def misfit_at(self, beta: "Array") -> float:
        """The same for other coefficients than the best ones."""
        import numpy as np

        apart = beta - self.beta
        residual = self.residual + float(apart @ self.squares @ apart)
        bend = np.linalg.slogdet(self.squares)[1]
        return float((self.count - 2) * math.log(residual) + self.spread + bend)

    def result(self, below: "_Fit", above: "_Fit") -> RandomIntercept:
        """The fit as plain numbers; the fits a step either way tell how sure the ratio is.

        The errors take that in, as the inverse of the whole information matrix does.
        """
        import numpy as np

        pull = above.squares @ (above.beta - self.beta) - below.squares @ (below.beta - self.beta)
        pull /= 2 * _STEP * self.within
        ends = below.misfit_at(self.beta) + above.misfit_at(self.beta)
        bend = (ends - 2 * self.misfit) / (2 * _STEP**2)
        known = self.squares / self.within
        if bend > _NO_SPREAD:
            known = known - np.outer(pull, pull) / bend
        errors = np.sqrt(np.diag(np.linalg.inv(known)))
        return RandomIntercept(
            slope=float(self.beta[1]),
            slope_error=float(errors[1]),
            intercept=float(self.beta[0]),
            intercept_error=float(errors[0]),
            within=self.within,
            between=self.ratio * self.within,
        )


def overlapping_t(
    pairs: Pairs, left: Sequence[float], new: Sequence[float], *, alike_spread: bool = False
) -> Difference:
    """Return the change of the wave means, the link taken into the standard error (Derrick 2017).

    The spreads may differ (T2) unless `alike_spread` (T1). Needs 2 pairs at least.
    """
    earlier = [*(before for before, _ in pairs), *left]
    later = [*(after for _, after in pairs), *new]
    value = statistics.fmean(later) - statistics.fmean(earlier)
    many = (len(earlier), len(later))
    spreads = (statistics.variance(earlier), statistics.variance(later))
    if alike_spread:
        both = sum((n - 1) * s for n, s in zip(many, spreads, strict=True)) / (sum(many) - 2)
        spreads = (both, both)
    shared = 2 * _likeness(pairs) * math.sqrt(spreads[0] * spreads[1]) * len(pairs)
    parts = [spread / n for spread, n in zip(spreads, many, strict=True)]
    squared = sum(parts) - shared / (many[0] * many[1])
    if squared <= _NO_SPREAD * max(spreads):
        return Difference(value, 0.0)
    error = math.sqrt(squared)
    apart = sum(many) - len(pairs) - 1.0
    if not alike_spread:
        weighed = sum(part**2 / (n - 1) for part, n in zip(parts, many, strict=True))
        apart = sum(parts) ** 2 / weighed - len(pairs) + 1
    others = len(left) + len(new)
    freedom = len(pairs) - 1 + apart / (others + 2 * len(pairs)) * others
    reach = quantile(0.975, freedom) * error
    return Difference(
        value, error, value - reach, value + reach, 2 * cumulative(-abs(value) / error, freedom)
    )


def _likeness(pairs: Pairs) -> float:
    earlier, later = zip(*pairs, strict=True)
    if min(earlier) == max(earlier) or min(later) == max(later):
        return 0.0
    return statistics.correlation(earlier, later)
