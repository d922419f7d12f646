"""Too many minutes: what is said, and that every proposal mends what it promises to mend."""

from datetime import time

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import AgendaBlock, place
from workbench.sessions.agenda_edits import locked, with_minutes
from workbench.sessions.overrun import overruns
from workbench.sessions.trims import SHORTEST_AFTER_TRIM

TWO = time(14)
PICTURE = tuple(
    AgendaBlock(key, f"Block {key}", minutes, method="Troika" if minutes == 30 else "")
    for key, minutes in enumerate([8, 4, 10, 20, 5, 30, 8, 10], 1)
)


def test_the_planner_picture() -> None:
    (found,) = overruns(place(TWO, 90, PICTURE))
    assert found.headline == "5 minutes over."
    assert found.sentence == "You planned 95 minutes for a 90 minute slot."
    assert [trim.words for trim in found.trims] == [
        "Shorten Troika to 25 min",
        "Spread over all blocks",
    ]
    assert found.trims[0].minutes == {6: 25}
    for trim in found.trims:
        assert place(TWO, 90, with_minutes(PICTURE, trim.minutes)).end == 90


def test_an_agenda_that_fits_says_nothing() -> None:
    assert overruns(place(TWO, 95, PICTURE)) == ()
    assert overruns(place(TWO, 90, ())) == ()


def test_a_break_is_spared_where_another_block_will_do() -> None:
    blocks = (AgendaBlock(1, "Lunch", 60, BlockKind.BREAK), AgendaBlock(2, "Talk", 30))
    (found,) = overruns(place(TWO, 85, blocks))
    assert found.trims[0].words == "Shorten Talk to 25 min"


def test_running_over_a_lock_is_mended_before_the_lock() -> None:
    blocks = locked(TWO, PICTURE, 4, time(14, 20))
    first, *_ = overruns(place(TWO, 120, blocks))
    assert first.minutes == 2
    assert first.sentence == "Block 4 is locked to 14:20."
    assert set().union(*(trim.minutes for trim in first.trims)) <= {1, 2, 3}


def test_a_late_lock_is_said_by_the_clock() -> None:
    blocks = locked(TWO, PICTURE[:3], 3, time(15, 22))
    (found,) = overruns(place(TWO, 90, blocks))
    assert found.sentence == "The last block ends at 15:32, the slot at 15:30."
    assert [trim.words for trim in found.trims] == ["Shorten Block 3 to 8 min"]


def test_a_lock_too_late_for_any_trim_is_named_with_what_helps() -> None:
    blocks = locked(TWO, PICTURE[:2], 2, time(15, 28))
    (found,) = overruns(place(TWO, 90, blocks))
    assert found.sentence == "Block 2 is locked to 15:28. Unlock it or lock it earlier."
    assert found.trims == ()


def test_what_cannot_be_trimmed_has_no_proposal() -> None:
    (found,) = overruns(place(TWO, 1, PICTURE[:2]))
    assert found.minutes == 11
    assert found.trims == ()


def test_one_minute_is_one_minute() -> None:
    assert overruns(place(TWO, 94, PICTURE))[0].headline == "1 minute over."


@settings(max_examples=80)
@given(st.lists(st.integers(1, 120), min_size=1, max_size=9), st.integers(1, 400))
def test_each_proposal_ends_exactly_with_the_slot(minutes: list[int], slot: int) -> None:
    blocks = tuple(AgendaBlock(key, "B", m) for key, m in enumerate(minutes))
    for found in overruns(place(TWO, slot, blocks)):
        for trim in found.trims:
            after = with_minutes(blocks, trim.minutes)
            assert place(TWO, slot, after).end == slot
            assert all(b.minutes >= 1 for b in after)
            if trim.words.startswith("Shorten"):
                (left,) = trim.minutes.values()
                assert left >= SHORTEST_AFTER_TRIM
