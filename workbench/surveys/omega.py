"""McDonald's omega: how far the items of a scale share one factor, by principal axes.

After survey science 3.8, in plain numpy; it does not suppose that all items weigh the same.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ROUNDS = 2000
_CLOSE = 1e-10


def omega(rows: Sequence[Sequence[float]]) -> float | None:
    """Return omega total of complete rows (sheets x items), items turned round beforehand.

    None for fewer than 3 items, where an item does not vary, or where no factor settles.
    """
    found = loadings(rows)
    if found is None:
        return None
    shared = sum(found) ** 2
    return shared / (shared + sum(1 - one**2 for one in found))


def loadings(rows: Sequence[Sequence[float]]) -> tuple[float, ...] | None:
    """Return how each item loads on the one factor; None as `omega` says."""
    import numpy as np

    table = np.asarray(rows, dtype=float)
    if table.ndim != 2 or table.shape[1] < 3 or table.shape[0] <= 3:
        return None
    if (np.ptp(table, axis=0) == 0).any():
        return None
    alike = np.corrcoef(table, rowvar=False)
    found = _first_axis(alike, _start(alike))
    for _ in range(_ROUNDS):
        after = _first_axis(alike, found**2)
        if not (np.isfinite(after).all() and (abs(after) <= 1).all()):
            return None
        if abs(after - found).max() < _CLOSE:
            sign = 1 if after.sum() >= 0 else -1
            return tuple(float(one) * sign for one in after)
        found = after
    return None


def _start(alike: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """Return each item's largest likeness to another one, a safe first guess."""
    import numpy as np

    others = abs(alike - np.eye(len(alike)))
    return np.asarray(others.max(axis=0))


def _first_axis(
    alike: "NDArray[np.float64]", shared: "NDArray[np.float64]"
) -> "NDArray[np.float64]":
    """Return the first principal axis of the likenesses with shared parts on the diagonal."""
    import numpy as np

    reduced = alike.copy()
    np.fill_diagonal(reduced, shared)
    values, axes = np.linalg.eigh(reduced)
    return np.asarray(axes[:, -1] * np.sqrt(max(values[-1], 0.0)))
