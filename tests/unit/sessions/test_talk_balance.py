"""Who talks in an agenda: by groups, by method, by kind, with tracks by their minutes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import AgendaBlock, TrackPlan
from workbench.sessions.talk_balance import Voice, talk_balance, voice_of


def test_the_planner_picture() -> None:
    said = [
        (8, "connect", "Round in threes"),
        (4, "frame", "Facilitator talk"),
        (10, "input", "Story told by two"),
        (20, "exchange", "1-2-4-All"),
        (5, "break", ""),
        (30, "practise", "Troika consulting"),
        (8, "commit", "Round"),
        (10, "connect", "Pulse survey"),
    ]
    blocks = [
        AgendaBlock(i, "", m, BlockKind(kind), method=method)
        for i, (m, kind, method) in enumerate(said)
    ]
    assert talk_balance(blocks) == {
        Voice.SMALL_GROUPS: 58,
        Voice.TOGETHER: 18,
        Voice.ONE_PERSON: 14,
        Voice.BREAK: 5,
    }


@pytest.mark.parametrize(
    ("kind", "grouping", "method", "voice"),
    [
        ("input", "", "", Voice.ONE_PERSON),
        ("input", "Pairs", "", Voice.SMALL_GROUPS),
        ("input", "Everyone", "", Voice.ONE_PERSON),
        ("exchange", "", "", Voice.TOGETHER),
        ("exchange", "Fours across departments", "", Voice.SMALL_GROUPS),
        ("exchange", "", "Guest talk", Voice.ONE_PERSON),
        ("practise", "", "", Voice.SMALL_GROUPS),
        ("practise", "Everyone", "In pairs", Voice.TOGETHER),
        ("break", "Pairs", "", Voice.BREAK),
    ],
)
def test_groups_come_before_method_and_kind(
    kind: str, grouping: str, method: str, voice: Voice
) -> None:
    block = AgendaBlock(1, "", 10, BlockKind(kind), grouping=grouping, method=method)
    assert voice_of(block) is voice


def test_tracks_share_the_minutes_of_their_block() -> None:
    talk = AgendaBlock(2, "Talk", 10, BlockKind.INPUT)
    pairs = AgendaBlock(3, "Pairs", 30, BlockKind.PRACTISE)
    block = AgendaBlock(
        1, "Both", 20, tracks=(TrackPlan(1, blocks=(talk,)), TrackPlan(2, blocks=(pairs,)))
    )
    balance = talk_balance([block])
    assert (balance[Voice.ONE_PERSON], balance[Voice.SMALL_GROUPS]) == (5, 15)


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.integers(1, 90), st.lists(st.integers(1, 90), max_size=3)), max_size=5)
)
def test_every_minute_is_counted_once(plan: list[tuple[int, list[int]]]) -> None:
    blocks = [
        AgendaBlock(
            i, "", m, tracks=(TrackPlan(1, blocks=tuple(AgendaBlock(9, "", n) for n in inner)),)
        )
        for i, (m, inner) in enumerate(plan)
    ]
    assert sum(talk_balance(blocks).values()) == pytest.approx(sum(m for m, _ in plan))
