"""Random small waves, refereed: pingouin, scipy, statsmodels and pandas find the same figures.

Small communities give odd data: ties, constant items, skipped ones, two items, two people.
"""

import math
from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
import pingouin
import pytest
import scipy.stats
import statsmodels.formula.api as smf
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pandas import DataFrame, Series  # type: ignore[import-untyped]  # comes with pingouin
from statsmodels.multivariate.factor import Factor
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import proportion_confint

from workbench.surveys.agreement import icc
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.instruments import Instrument, load_instrument
from workbench.surveys.intervals import share_interval, t_interval
from workbench.surveys.omega import loadings, omega
from workbench.surveys.overlap import overlapping_t, random_intercept
from workbench.surveys.paired import mcnemar_p, paired_t, sign_flip_p
from workbench.surveys.reliability import consistency
from workbench.surveys.scoring import Codes, score, turned
from workbench.surveys.wave_figures import wave_figures

A = [4.14, 5.29, 5.71, 3.86, 6.00, 5.43, 4.71, 5.14, 6.29, 4.43, 5.57, 4.86]
B = [4.57, 5.43, 5.71, 4.43, 6.14, 5.29, 5.43, 5.57, 6.43, 4.29, 6.00, 5.14]
OFTEN = settings(max_examples=25, deadline=None)
TABLES = st.integers(3, 7).flatmap(
    lambda items: st.lists(
        st.lists(st.none() | st.integers(0, 4), min_size=items, max_size=items),
        min_size=4,
        max_size=25,
    )
)


@OFTEN
@given(TABLES)
def test_alpha_and_item_rest_listwise(rows: list[list[int | None]]) -> None:
    """Skipped answers, ties, constant items and codes from 0."""
    found = consistency(rows)
    whole = DataFrame([row for row in rows if None not in row], dtype=float)
    assert found.sheets == len(whole)
    if len(whole) < 3 or whole.sum(axis=1).nunique() == 1:
        return
    value, interval = pingouin.cronbach_alpha(whole)
    assert found.alpha == pytest.approx(value, abs=1e-9)
    assert found.interval == pytest.approx(tuple(interval), rel=1e-3, abs=1e-3)
    for place in whole.columns:
        others = whole.drop(columns=place)
        rest = others.sum(axis=1)
        if whole[place].nunique() == 1 or rest.nunique() == 1:
            assert found.item_rest[place] is None
        else:
            assert found.item_rest[place] == pytest.approx(whole[place].corr(rest), abs=1e-9)
        if len(others.columns) > 2 and rest.nunique() > 1:
            without = pingouin.cronbach_alpha(others)[0]
            assert found.alpha_without[place] == pytest.approx(without, abs=1e-9)


def test_what_cannot_be_judged_is_not_made_up() -> None:
    """T-42: every item constant; two items; one item; one sheet; no sheet at all."""
    assert consistency([(4, 4, 4)] * 8).alpha is None
    assert consistency([(4, 4, 4)] * 8).item_rest == (None, None, None)
    two = [(1.0, 2.0), (2.0, 2.0), (3.0, 5.0), (4.0, 4.0)]
    r = scipy.stats.pearsonr(*zip(*two, strict=True)).statistic
    assert consistency(two).alpha == pytest.approx(2 * r / (1 + r))
    assert consistency(two).interval is None
    assert consistency([(1.0,), (2.0,), (3.0,)]).alpha is None
    assert consistency([(1.0, 2.0, 3.0)]).alpha is None
    assert consistency([]).alpha is None
    assert consistency([(None, 2, 3)] * 9).sheets == 0


def test_t41_pairwise_is_not_what_we_do() -> None:
    rows = [(1, 2, 3), (2, 3, 4), (3, None, 5), (4, 4, 4)]
    table = DataFrame(rows, dtype=float)
    assert pingouin.cronbach_alpha(table)[0] == pytest.approx(0.9231, abs=5e-5)
    listwise = pingouin.cronbach_alpha(table, nan_policy="listwise")[0]
    assert consistency(rows).alpha == pytest.approx(listwise)
    assert listwise == pytest.approx(0.8889, abs=5e-5)


@pytest.mark.parametrize("seed", range(12))
def test_statsmodels_agrees_on_the_one_factor_behind_omega(seed: int) -> None:
    draw = np.random.default_rng(seed)
    people, items = int(draw.integers(20, 80)), int(draw.integers(4, 9))
    own = draw.normal(0, 1, (people, 1))
    rows = np.rint(4 + own * draw.uniform(0.6, 1.2, items) + draw.normal(0, 0.8, (people, items)))
    found = loadings(rows.tolist())
    model = Factor(rows, n_factor=1, method="pa").fit(maxiter=3000, tol=1e-10)
    referee = model.loadings[:, 0] * np.sign(model.loadings[:, 0].sum())
    assert found == pytest.approx(tuple(referee), abs=1e-4)
    shared = referee.sum() ** 2
    expected = shared / (shared + (1 - referee**2).sum())
    assert omega(rows.tolist()) == pytest.approx(expected, abs=1e-4)


@OFTEN
@given(
    st.integers(2, 6).flatmap(
        lambda size: st.lists(
            st.lists(st.integers(1, 7), min_size=size, max_size=size), min_size=3, max_size=8
        )
    )
)
def test_icc_by_its_definition(groups: list[list[int]]) -> None:
    within = [np.var(one, ddof=1) for one in groups]
    assume(sum(within) > 0)
    assume(len({sum(one) for one in groups}) > 1)
    found = icc([(len(one), float(np.mean(one)), float(np.std(one, ddof=1))) for one in groups])
    between = len(groups[0]) * np.var([np.mean(one) for one in groups], ddof=1)
    inside = np.mean(within)
    size = len(groups[0])
    expected = ((between - inside) / (between + (size - 1) * inside), (between - inside) / between)
    assert found == pytest.approx(expected)


@pytest.mark.filterwarnings("ignore:The inplace keyword")  # of pandas, inside pingouin
@pytest.mark.parametrize("seed", range(4))
def test_pingouin_agrees_on_both_icc(seed: int) -> None:
    draw = np.random.default_rng(seed)
    groups = draw.normal(0, 0.7, (6, 1)) + draw.normal(4.5, 0.8, (6, int(draw.integers(5, 9))))
    rows = [(g, m, value) for g, one in enumerate(groups) for m, value in enumerate(one)]
    long = DataFrame(rows, columns=["group", "member", "value"])
    told = pingouin.intraclass_corr(long, "group", "member", "value")["ICC"]
    found = icc([(len(one), float(np.mean(one)), float(np.std(one, ddof=1))) for one in groups])
    assert found == pytest.approx((told.iloc[0], told.iloc[3]), abs=1e-6)


@OFTEN
@given(st.lists(st.tuples(st.integers(1, 7), st.integers(1, 7)), min_size=2, max_size=30))
def test_scipy_agrees_on_pairs(pairs: list[tuple[float, float]]) -> None:
    found, changes = paired_t(pairs), [later - earlier for earlier, later in pairs]
    if len(set(changes)) == 1:
        assert (found.low, found.high, found.p) == (None, None, None)
        return
    told = scipy.stats.ttest_rel(*reversed(list(zip(*pairs, strict=True))))
    interval = told.confidence_interval()
    assert (found.p, found.low, found.high) == pytest.approx(
        (told.pvalue, interval.low, interval.high)
    )


@OFTEN
@given(st.lists(st.integers(-3, 3), min_size=2, max_size=9))
def test_every_way_to_turn_the_signs_is_counted(changes: list[int]) -> None:
    signs = np.array(np.meshgrid(*[[-1, 1]] * len(changes))).reshape(len(changes), -1)
    sums = np.abs(np.array(changes) @ signs)
    assert sign_flip_p([float(one) for one in changes]) == pytest.approx(
        np.mean(sums >= abs(sum(changes)))
    )


@OFTEN
@given(st.integers(0, 40), st.integers(0, 40))
def test_statsmodels_agrees_on_crossings_and_shares(up: int, down: int) -> None:
    if up + down:
        told = mcnemar([[5, up], [down, 5]], exact=True).pvalue
        assert mcnemar_p(up, down) == pytest.approx(told)
        wilson = proportion_confint(up, up + down, method="wilson")
        assert share_interval(up, up + down) == pytest.approx(wilson, abs=1e-12)
    else:
        assert share_interval(0, 0) is None


@OFTEN
@given(st.lists(st.integers(3, 9), max_size=12))
def test_scipy_agrees_on_the_interval_of_few(values: list[int]) -> None:
    """T-42: no answer, one answer, all alike give none."""
    if len(set(values)) < 2:
        assert t_interval(values) is None
        return
    told = scipy.stats.t.interval(0.95, len(values) - 1, np.mean(values), scipy.stats.sem(values))
    assert t_interval(values) == pytest.approx(told)


def test_t16_in_full() -> None:
    pairs = list(zip(A, B, strict=True))
    changes = [later - earlier for earlier, later in pairs]
    found = paired_t(pairs)
    sd = found.error * math.sqrt(12)
    assert sd == pytest.approx(0.2738, abs=5e-5)
    assert found.value / sd == pytest.approx(0.9132, abs=5e-5)
    assert np.corrcoef(A, B)[0, 1] == pytest.approx(0.9300, abs=5e-5)
    told = scipy.stats.wilcoxon(changes).pvalue
    assert told == pytest.approx(0.0166, abs=2e-4)
    assert sign_flip_p(changes) == pytest.approx(told, abs=2e-3)


@pytest.mark.parametrize("seed", range(8))
def test_statsmodels_agrees_on_partly_linked_waves(seed: int) -> None:
    draw = np.random.default_rng(seed)
    people = []
    for _ in range(int(draw.integers(14, 30))):
        own = draw.normal(4.5, 0.9)
        waves = [wave for wave in range(2) if draw.random() < 0.85] or [0]
        people.append([(float(wave), own + 0.3 * wave + draw.normal(0, 0.4)) for wave in waves])
    found = random_intercept(people)
    rows = [(who, *point) for who, person in enumerate(people) for point in person]
    table = DataFrame(rows, columns=["who", "time", "score"])
    model = smf.mixedlm("score ~ time", table, groups=table["who"]).fit(reml=True)
    assert found is not None
    assert found.slope == pytest.approx(model.params["time"], abs=1e-4)
    assert found.slope_error == pytest.approx(model.bse["time"], abs=1e-3)
    assert found.between == pytest.approx(float(model.cov_re.iloc[0, 0]), abs=1e-2)


@OFTEN
@given(st.lists(st.tuples(st.integers(1, 7), st.integers(1, 7)), min_size=8, max_size=20))
def test_derrick_with_everybody_linked_is_the_paired_test(pairs: list[tuple[float, float]]) -> None:
    first, second = zip(*pairs, strict=True)
    assume(len(set(first)) > 1)
    assume(len(set(second)) > 1)
    assume(len({later - earlier for earlier, later in pairs}) > 1)
    found = overlapping_t(pairs, [], [])
    told = scipy.stats.ttest_rel(second, first)
    assert (found.value / found.error, found.p) == pytest.approx((told.statistic, told.pvalue))


def referee_score(instrument: Instrument, codes: Codes) -> float | None:
    """Score with pandas, straight from the definition."""
    low, high = min(instrument.codes), max(instrument.codes)
    flags = [item.reversed for item in instrument.items]
    row = Series([math.nan if code is None else float(code) for code in codes])
    row = row.where(~Series(flags), low + high - row)
    if row.notna().sum() < instrument.missing.at_least:
        return None
    if instrument.scoring == "count":
        return float((row >= instrument.counts_from).sum())
    return float(row.mean() if instrument.scoring == "mean" else row.mean() * len(row))


def from_zero(instrument: Instrument) -> Instrument:
    """The same scale with codes from 0, as some exporters have it."""
    anchors = tuple(
        msgspec.structs.replace(one, code=place)
        for place, one in enumerate(sorted(instrument.anchors, key=lambda one: one.code))
    )
    return msgspec.structs.replace(instrument, anchors=anchors)


@pytest.mark.parametrize("key", ["edmondson-7-agree5", "ucla-20-v3", "djg-11", "djg-6", "uls-8"])
@pytest.mark.parametrize("zero", [False, True])
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_pandas_agrees_on_scores_and_waves(key: str, zero: bool, data: st.DataObject) -> None:
    """Prorated sums, counts with the middle answer, turned items, skipped ones, codes from 0."""
    instrument = load_instrument(key)
    if zero and instrument.scoring != "count":
        instrument = from_zero(instrument)
    answer = st.sampled_from([*instrument.codes, *instrument.codes, None])
    one = st.lists(answer, min_size=len(instrument.items), max_size=len(instrument.items))
    rows = data.draw(st.lists(one, max_size=14))
    expected = [referee_score(instrument, row) for row in rows]
    for row, value in zip(rows, expected, strict=True):
        assert score(instrument, row) == pytest.approx(value)
    scored = [value for value in expected if value is not None]
    found = wave_figures(instrument, [AnswerSheet(tuple(row)) for row in rows], minimum_group=5)
    if found.suppressed:
        assert (found.mean, found.n, found.items) == (None, None, ())
        assert len(scored) < 5 or len(set(scored)) == 1
        return
    assert found.scored == len(scored)
    assert found.mean == pytest.approx(np.mean(scored))
    if found.sd is not None:
        assert found.sd == pytest.approx(np.std(scored, ddof=1))
    assert all(math.isfinite(value) for value in numbers_in(msgspec.to_builtins(found)))


def numbers_in(value: Any) -> Sequence[float]:
    if isinstance(value, dict):
        return [one for inner in value.values() for one in numbers_in(inner)]
    if isinstance(value, (list, tuple)):
        return [one for inner in value for one in numbers_in(inner)]
    return [value] if isinstance(value, float) else []


@pytest.mark.parametrize("many", [5, 9, 10, 12, 40])
def test_an_item_that_nobody_answered(many: int) -> None:
    """100 % missing on one item: no figure of it, no figure it follows from, no alarm."""
    seven = load_instrument("edmondson-7-agree7")
    draw = np.random.default_rng(many)
    rows = [[int(code) for code in draw.integers(1, 8, 7)] for _ in range(many)]
    sheets = [AnswerSheet((*row[:2], None, *row[3:])) for row in rows]
    found = wave_figures(seven, sheets, minimum_group=5)
    assert found.mean == pytest.approx(
        np.mean([np.mean([code for code in turned(seven, one.codes) if code]) for one in sheets])
    )
    assert any(one.item == "3" and one.mean is None for one in found.items)
    assert sum(one.mean is None for one in found.items) == 2
    assert (found.alpha, found.omega, found.alarms) == (None, None, ())
