"""Ending after the slot: what is offered ends earlier, and leaves every block 5 minutes."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.sessions import run_rules as rules
from workbench.sessions.live_remedies import SHORTEST, Skippable, remedies
from workbench.sessions.run_rules import Run, RunBlock

TWO = datetime(2026, 10, 15, 14, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def plan(*minutes: int) -> list[RunBlock]:
    starts = [TWO + sum(minutes[:place]) * MINUTE for place in range(len(minutes))]
    return [
        RunBlock(key, minutes[key - 1], starts[key - 1], title=f"Block {key}")
        for key in range(1, len(minutes) + 1)
    ]


def at_block(blocks: list[RunBlock], place: int, late: int = 0) -> tuple[Run, datetime]:
    began = blocks[place].planned_start + late * MINUTE
    return rules.started(Run(), blocks[place], began), began


def test_a_round_is_skipped_first() -> None:
    blocks = plan(50, 30, 8, 10)
    run, began = at_block(blocks, 1)
    found = remedies(run, blocks, TWO + 90 * MINUTE, began, Skippable("Troika", 10))
    assert [(r.words, r.button, r.minutes) for r in found] == [
        ("Skip one Troika round", "Skip a round", {2: 20}),
        ("Take 8 min off 2 blocks to come", "Spread it", {3: 5, 4: 5}),
    ]
    assert found[0].ends == TWO + 88 * MINUTE


def test_one_long_block_takes_it_all_or_all_share_it() -> None:
    blocks = plan(20, 40, 20)
    run, began = at_block(blocks, 0, late=6)
    found = remedies(run, blocks, TWO + 80 * MINUTE, began)
    assert [r.minutes for r in found] == [{2: 34}, {2: 36, 3: 18}]
    assert {r.ends for r in found} == {TWO + 80 * MINUTE}


def test_nothing_is_offered_in_time_before_the_start_or_when_nothing_can_give() -> None:
    blocks = plan(20, 5)
    run, began = at_block(blocks, 0)
    assert remedies(run, blocks, TWO + 25 * MINUTE, began) == ()
    assert remedies(Run(), blocks, TWO, TWO) == ()
    assert remedies(run, blocks, TWO + 10 * MINUTE, began) == ()


def test_a_locked_block_that_waits_anyway_gains_nothing() -> None:
    locked = RunBlock(3, 5, TWO + 60 * MINUTE, locked=True, title="Guest")
    blocks = [*plan(20, 10), locked]
    run, began = at_block(blocks, 0)
    assert remedies(run, blocks, TWO + 50 * MINUTE, began) == ()


@settings(max_examples=80)
@given(
    st.lists(st.integers(1, 60), min_size=1, max_size=7),
    st.integers(0, 20),
    st.integers(10, 200),
    st.data(),
)
def test_every_offer_ends_earlier_and_leaves_five_minutes(
    minutes: list[int], late: int, slot: int, data: st.DataObject
) -> None:
    blocks = plan(*minutes)
    run, now = at_block(blocks, data.draw(st.integers(0, len(blocks) - 1)), late)
    before = rules.forecast(run, blocks, now).ends
    for remedy in remedies(run, blocks, TWO + slot * MINUTE, now):
        assert remedy.ends < before
        for key, left in remedy.minutes.items():
            assert SHORTEST <= left < minutes[key - 1]
