"""Thinning: many backups of late, some of long ago, never none."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.storage.backup_names import BackupCopy, Why
from workbench.storage.thinning import thinned

TODAY = date(2026, 10, 13)


def made(when: datetime, why: str = Why.ON_CLOSE) -> BackupCopy:
    return BackupCopy(Path(f"{when:%Y-%m-%d %H%M%S} {why}.fwb"), when, why, 1)


moments = st.datetimes(datetime(2024, 1, 1), datetime(2026, 10, 20))
histories = st.lists(
    st.builds(made, moments, st.sampled_from([Why.ON_CLOSE, Why.BY_HAND, Why.BEFORE_UPGRADE])),
    max_size=80,
    unique_by=lambda copy: copy.path,
)


@given(histories)
@settings(max_examples=150)
def test_what_is_kept(history: list[BackupCopy]) -> None:
    kept = thinned(history, TODAY)
    assert kept == sorted(kept, key=lambda copy: copy.when, reverse=True)
    assert set(kept) <= set(history)
    assert bool(kept) == bool(history), "never none"
    assert not history or max(history, key=lambda copy: copy.when).when == kept[0].when
    recent = [copy for copy in history if copy.when.date() >= TODAY - timedelta(days=1)]
    assert set(recent) <= set(kept), "all of two days"
    assert {copy for copy in history if copy.why == Why.BEFORE_UPGRADE} <= set(kept)
    thin = [copy for copy in kept if copy not in recent and copy.why != Why.BEFORE_UPGRADE]
    assert len(thin) <= 7 + 4 + 12
    assert len({copy.when.date() for copy in thin}) == len(thin), "no day twice"


@given(histories)
@settings(max_examples=60)
def test_thinning_twice_takes_nothing_more_and_order_does_not_matter(
    history: list[BackupCopy],
) -> None:
    kept = thinned(history, TODAY)
    assert thinned(kept, TODAY) == kept
    assert thinned(list(reversed(history)), TODAY) == kept


@given(histories, moments)
@settings(max_examples=60)
def test_another_old_backup_never_drives_out_a_newer_one(
    history: list[BackupCopy], when: datetime
) -> None:
    more = made(when)
    newer = [copy for copy in thinned(history, TODAY) if copy.when > when]
    assert set(newer) <= set(thinned([*history, more], TODAY))


def test_a_workspace_used_every_day_for_three_years() -> None:
    """Thinned after every backup, as it is done, the past still reaches back eleven months."""
    kept: list[BackupCopy] = []
    day = date(2023, 10, 1)
    while day <= TODAY:
        for hour in (9, 17):
            kept = thinned([*kept, made(datetime(day.year, day.month, day.day, hour))], day)
        day += timedelta(days=1)
    days = sorted({copy.when.date() for copy in kept}, reverse=True)
    assert days[:9] == [TODAY - timedelta(days=n) for n in range(9)]
    assert len(kept) == 2 * 2 + 7 + 4 + 12
    weekly, monthly = days[9:13], days[13:]
    assert {later - earlier for later, earlier in pairwise(weekly)} == {timedelta(days=7)}
    assert len({(d.year, d.month) for d in monthly}) == 12
    assert (TODAY - days[-1]).days > 335


def test_a_workspace_used_once_a_month_keeps_them_all_for_long() -> None:
    history = [made(datetime(2026, 10, 1) - timedelta(days=30 * n)) for n in range(23)]
    assert len(thinned(history, TODAY)) == 23
