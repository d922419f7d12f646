"""A department in which everybody has the same score is not told to be one."""

from workbench.surveys.answers import AnswerSheet
from workbench.surveys.instruments import load_instrument
from workbench.surveys.wave_figures import wave_figures

PULSE = load_instrument("loneliness-pulse")
MIXED = [AnswerSheet((1 + at % 3, 1 + at // 3 % 3, 2), "Sales") for at in range(9)]
ALIKE = [AnswerSheet(codes, "Support") for codes in ((1, 2, 3), (3, 2, 1), (2, 2, 2)) * 4]


def test_its_spread_would_tell_the_score_of_each_and_is_withheld() -> None:
    for many in (5, 6, 12):
        found = wave_figures(PULSE, [*MIXED, *ALIKE[:many]], minimum_group=5)
        (support,) = [group for group in found.departments if group.name == "Support"]
        assert (support.mean, support.n) == (6.0, many)
        assert (support.sd, support.ci_low, support.ci_high) == (None, None, None)


def test_others_keep_theirs() -> None:
    found = wave_figures(PULSE, [*MIXED, *ALIKE[:6]], minimum_group=5)
    (sales,) = [group for group in found.departments if group.name == "Sales"]
    assert sales.sd is not None
