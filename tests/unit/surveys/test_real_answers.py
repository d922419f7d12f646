"""Real answers: a public Qualtrics export, and the waves behind the pictures."""

import csv
from pathlib import Path

import pytest

from workbench.surveys.answer_labels import answer_key
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.figures import WaveFigures
from workbench.surveys.instruments import load_instrument
from workbench.surveys.wave_figures import wave_figures

SHARED = Path(__file__).parents[3] / "../shared"
QUALTRICS = SHARED / "data/qualtrics/ucla3_djg11_two_moments.csv"
SAMPLE = Path(__file__).parents[3] / "resources/sample"


def qualtrics(instrument_key: str, prefix: str, codes: dict[str, int] | None) -> WaveFigures:
    instrument = load_instrument(instrument_key)
    reader = answer_key(instrument, codes)
    with QUALTRICS.open(encoding="utf-8-sig", newline="") as stream:
        header, _, _, *rows = csv.reader(stream)
    done = [row for row in rows if row[header.index("Finished")] == "1"]
    places = [header.index(f"{prefix}_{number + 1}") for number in range(len(instrument.items))]
    found = [AnswerSheet(tuple(reader.read(row[p]).code for p in places)) for row in done]
    return wave_figures(instrument, found, minimum_group=5)


@pytest.mark.skipif(not QUALTRICS.exists(), reason="the shared data is not here")
@pytest.mark.parametrize(
    ("prefix", "mean", "sd", "low", "high", "alpha"),
    [
        ("Q13", 5.8515, 1.9099, 5.4744, 6.2285, 0.7934),
        ("Q39", 5.9604, 1.8489, 5.5954, 6.3254, 0.7726),
    ],
)
def test_ucla_3_in_a_public_export(
    prefix: str, mean: float, sd: float, low: float, high: float, alpha: float
) -> None:
    found = qualtrics("ucla-3", prefix, None)
    assert (found.n, found.scored, found.excluded) == (101, 101, 0)
    told = (found.mean, found.sd, found.ci_low, found.ci_high, found.alpha)
    assert told == pytest.approx((mean, sd, low, high, alpha), abs=5e-5)
    assert found.alpha_shown
    assert found.alarms == ()


@pytest.mark.skipif(not QUALTRICS.exists(), reason="the shared data is not here")
def test_de_jong_gierveld_in_a_public_export_needs_its_labels() -> None:
    assert qualtrics("djg-11", "Q50", None).suppressed
    found = qualtrics("djg-11", "Q50", {"yes": 1, "more or less": 2, "no": 3})
    assert 6.7 < (found.mean or 0) < 7.2
    assert 0.77 < (found.alpha or 0) < 0.87


@pytest.mark.parametrize(
    ("month", "n", "safety", "loneliness"),
    [
        ("january", 26, (4.7912, 0.4699), (5.5769, 1.5013)),
        ("march", 31, (4.9631, 0.6259), (5.0645, 1.4591)),
        ("june", 33, (5.0996, 0.5928), (5.1515, 1.4603)),
        ("september", 38, (5.3421, 0.6227), (4.7895, 1.6134)),
    ],
)
def test_the_waves_of_the_sample(
    month: str, n: int, safety: tuple[float, float], loneliness: tuple[float, float]
) -> None:
    for name, expected in (("safety", safety), ("loneliness", loneliness)):
        with (SAMPLE / f"{name}-{month}.csv").open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        found = wave_figures(
            load_instrument(f"{name}-pulse"),
            [
                AnswerSheet(
                    tuple(int(v) for k, v in row.items() if k[0] in "sl" and v),
                    row.get("department", ""),
                )
                for row in rows
            ],
            minimum_group=5,
            invited=48,
        )
        assert found.scored == n
        assert (found.mean, found.sd) == pytest.approx(expected, abs=5e-5)
        assert all("can be chance" in alarm for alarm in found.alarms)
