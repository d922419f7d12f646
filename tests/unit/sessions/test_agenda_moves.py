"""Where the arrows lead in an agenda with tracks."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.sessions.agendas import STEPS, TWO, agenda_of, edited, in_tracks
from workbench.sessions.agenda_edits import moved_to
from workbench.sessions.agenda_lanes import AGENDA, Lane, Spot, everything, spot_of
from workbench.sessions.agenda_moves import (
    key_beside,
    next_key,
    place_after,
    spot_beside,
    spot_by,
)

# 1 | 10: A(110, 111), B(120), C() | 2
PLAN = (agenda_of(10)[0], in_tracks(30, (20, 10), (15,), ()), agenda_of(5, 15)[1])


def test_up_and_down_walk_through_the_tracks() -> None:
    assert [next_key(PLAN, key, 1) for key in (None, 1, 10, 110, 111, 120, 2)] == [
        1, 10, 110, 111, 2, 2, 2,
    ]  # fmt: skip
    assert [next_key(PLAN, key, -1) for key in (None, 2, 111, 110, 120, 10, 1)] == [
        2, 111, 110, 10, 10, 1, 1,
    ]  # fmt: skip
    assert next_key((), None, 1) is None


def test_left_and_right_change_the_track() -> None:
    assert [key_beside(PLAN, key, 1) for key in (1, 10, 111, 110, 120)] == [1, 110, 120, 120, 120]
    assert [key_beside(PLAN, key, -1) for key in (120, 110, 10, 1)] == [110, 10, 10, 1]


def test_moving_up_and_down_leaves_a_track_at_its_ends() -> None:
    assert spot_by(PLAN, 110, 1) == Spot(1, Lane(10, 1))
    assert spot_by(PLAN, 110, -1) == Spot(1, AGENDA)
    assert spot_by(PLAN, 111, 1) == Spot(2, AGENDA)
    assert spot_by(PLAN, 1, -1) is None
    assert spot_by(PLAN, 2, 1) is None
    assert [b.key for b in moved_to(PLAN, 110, Spot(1))] == [1, 110, 10, 2]


def test_moving_sideways_goes_in_between_and_out() -> None:
    assert spot_beside(PLAN, 1, 1) == Spot(0, Lane(10, 1))
    assert spot_beside(PLAN, 2, 1) == Spot(2, Lane(10, 1))
    assert spot_beside(PLAN, 111, 1) == Spot(1, Lane(10, 2))
    assert spot_beside(PLAN, 120, 1) == Spot(0, Lane(10, 3))
    assert spot_beside(PLAN, 120, -1) == Spot(0, Lane(10, 1))
    assert spot_beside(PLAN, 110, -1) == Spot(2)
    assert spot_beside(PLAN, 10, 1) is None
    assert spot_beside(PLAN, 1, -1) is None


def test_a_new_block_goes_after_the_selected_one() -> None:
    assert place_after(PLAN, 110) == Spot(1, Lane(10, 1))
    assert place_after(PLAN, None) == Spot(3)
    assert place_after(PLAN, 999) == Spot(3)


@settings(max_examples=60, deadline=None)
@given(STEPS, st.integers(0, 40), st.sampled_from([-1, 1]))
def test_every_key_leads_to_a_block_and_every_spot_takes_it(
    steps: list[tuple[str, int]], number: int, by: int
) -> None:
    blocks = (*agenda_of(10, 20), in_tracks(30, (20,), (10, 20)))
    for name, value in steps:
        blocks = edited(blocks, TWO, name, value)
    keys = [block.key for block in everything(blocks)]
    key = keys[number % len(keys)]
    assert next_key(blocks, key, by) in keys
    assert key_beside(blocks, key, by) in keys
    for spot in (spot_by(blocks, key, by), spot_beside(blocks, key, by)):
        if spot is not None and (spot.lane == AGENDA or spot.lane.within != key):
            after = moved_to(blocks, key, spot)
            assert spot_of(after, key) == spot
            assert after != blocks


def test_every_block_is_reached_by_arrows() -> None:
    reached, key = [], None
    for _ in range(4):
        key = next_key(PLAN, key, 1)
        reached.append(key)
    assert reached == [1, 10, 110, 111]
