import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.foundation.student_t import cumulative, quantile


@given(st.floats(-60, 60), st.floats(0.5, 5000))
def test_shares_agree_with_scipy(t: float, freedom: float) -> None:
    from scipy.special import stdtr

    assert cumulative(t, freedom) == pytest.approx(float(stdtr(freedom, t)), abs=1e-10)


@given(st.floats(0.0005, 0.9995), st.floats(1, 5000))
def test_quantiles_agree_with_scipy(share: float, freedom: float) -> None:
    from scipy.special import stdtrit

    assert quantile(share, freedom) == pytest.approx(
        float(stdtrit(freedom, share)), rel=1e-9, abs=1e-10
    )


def test_the_ends_and_what_is_none() -> None:
    assert quantile(0.5, 7) == pytest.approx(0, abs=1e-12)
    assert (quantile(0, 7), quantile(1, 7)) == (-math.inf, math.inf)
    assert (cumulative(math.inf, 3), cumulative(-math.inf, 3)) == (1, 0)
    assert math.isnan(quantile(1.5, 7))
    assert math.isnan(cumulative(1, 0))
    assert math.isnan(cumulative(math.nan, 5))
