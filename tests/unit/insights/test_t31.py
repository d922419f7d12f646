"""T-31: why communities are never pooled: the sign turns round between them and within them."""

import re
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[3]
RELATES = re.compile(r"corrcoef|correlation\(|pearson|spearman|linregress|polyfit|\brm_corr\b")

WAVES = {
    "A": ([0.20, 0.25, 0.30, 0.35, 0.40, 0.45], [4.6, 4.5, 4.3, 4.2, 4.1, 3.9]),
    "B": ([0.45, 0.50, 0.55, 0.60, 0.65, 0.70], [5.3, 5.1, 5.0, 4.9, 4.7, 4.6]),
    "C": ([0.70, 0.75, 0.80, 0.85, 0.90, 0.95], [6.0, 5.9, 5.7, 5.6, 5.4, 5.3]),
}


def r(came: list[float], safety: list[float]) -> float:
    return float(np.corrcoef(came, safety)[0, 1])


def test_attendance_and_safety_pooled_over_communities_say_the_opposite_of_each_community() -> None:
    pooled = r(
        [share for came, _ in WAVES.values() for share in came],
        [mean for _, safety in WAVES.values() for mean in safety],
    )
    means = [[float(np.mean(side[at])) for side in WAVES.values()] for at in (0, 1)]
    between = r(means[0], means[1])
    centred = [[value - float(np.mean(side[at])) for side in WAVES.values() for value in side[at]]
               for at in (0, 1)]  # fmt: skip
    assert pooled == pytest.approx(0.6983, abs=5e-5)
    assert between == pytest.approx(0.9998, abs=5e-5)
    assert r(centred[0], centred[1]) == pytest.approx(-0.9939, abs=5e-5)


def test_nothing_correlates_one_series_with_another() -> None:
    """The two worlds stand side by side, one community at a time; no path pools or relates them."""
    sources = [
        path
        for folder in ("insights", "reports", "ui", "impact", "communities", "cli")
        for path in (ROOT / "workbench" / folder).rglob("*.py")
    ]
    assert len(sources) > 100
    for path in sources:
        assert not RELATES.search(path.read_text(encoding="utf-8")), path
