"""Random waves, departments, keys, communities and deletions: nobody follows from what went out.

Twenty people who answered once; whoever holds their file brings parts of it in again and again, by
other keys, with other columns and departments, deletes and tries anew. All that was ever shown goes
to a solver.
"""

import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.factories import CLOCK
from workbench.foundation.errors import BadInput
from workbench.storage.workspace import Workspace, create_workspace
from workbench.surveys import actions
from workbench.surveys.actions import take_wave
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.closing import delete_for_good
from workbench.surveys.figures import WaveFigures
from workbench.surveys.ledger import Cut, determined
from workbench.surveys.queries import wave_result

PEOPLE = 20
KEYS = ("edmondson-7-agree7", "edmondson-7-accurate7")
DRAW = random.Random(6)
ANSWERS = [tuple(DRAW.randint(1, 7) for _ in range(7)) for _ in range(PEOPLE)]
COLUMNS = [(0, 1, 2, 3, 4, 5, 6), (6, 5, 4, 3, 2, 1, 0), (3, 0, 1, 6, 2, 5, 4)]


def departments(kind: str) -> list[str]:
    """Return everybody's department, by one column of the file or by another."""
    if kind == "floor":
        return [f"floor {person // 7}" for person in range(PEOPLE)]
    return [f"role {person % 2}" if kind else "" for person in range(PEOPLE)]


@dataclass(frozen=True)
class Out:
    """What a wave gave out: the sets of people whose figures were shown, and the wave's number."""

    wave_id: int
    cuts: tuple[Cut, ...]


def cuts_out(figures: WaveFigures, people: Sequence[int], names: Sequence[str]) -> tuple[Cut, ...]:
    """Read from the figures which sets of people they tell the mean of."""
    if figures.mean is None:
        return ()
    shown = [group.name for group in figures.departments if group.mean is not None]
    parts = [frozenset(one for one in people if names[one] == name) for name in shown]
    return (frozenset(people), *parts)


def takes(
    workspace: Workspace,
    people: Sequence[int],
    number: int,
    *,
    key: str = KEYS[0],
    columns: Sequence[int] = COLUMNS[0],
    kind: str = "",
    community: int = 1,
) -> Out | None:
    """Take some people's answers in as a wave; returns what went out, None where it is refused."""
    names = departments(kind)
    sheets = [
        AnswerSheet(tuple(ANSWERS[one][place] for place in columns), names[one]) for one in people
    ]
    day = date(2024, 1, 1) + timedelta(days=number)
    try:
        wave_id = workspace.perform(take_wave, community, key, f"W{number}", day, sheets).value
    except BadInput:
        return None
    figures = workspace.read(wave_result, wave_id).figures
    return Out(wave_id, cuts_out(figures, people, names))


class ReleasedMachine(RuleBasedStateMachine):
    """Bring parts of one file in, delete them, bring them in again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.workspace = create_workspace(Path(self.folder.name) / "w.fwb", clock=CLOCK)
        self.there: list[Out] = []
        self.gone: list[Out] = []
        self.number = 0

    @rule(
        start=st.integers(0, 15),
        many=st.integers(4, PEOPLE),
        left_out=st.sets(st.integers(0, PEOPLE - 1), max_size=2),
        key=st.sampled_from(KEYS),
        columns=st.sampled_from(COLUMNS),
        kind=st.sampled_from(["", "floor", "role"]),
        community=st.integers(1, 2),
    )
    def take_in(
        self,
        start: int,
        many: int,
        left_out: set[int],
        key: str,
        columns: Sequence[int],
        kind: str,
        community: int,
    ) -> None:
        people = [one for one in range(start, min(start + many, PEOPLE)) if one not in left_out]
        self.number += 1
        out = takes(
            self.workspace, people, self.number,
            key=key, columns=columns, kind=kind, community=community,
        )  # fmt: skip
        if out is not None:
            self.there.append(out)

    @precondition(lambda self: self.there)
    @rule(place=st.integers(0, 30))
    def delete(self, place: int) -> None:
        out = self.there.pop(place % len(self.there))
        delete_for_good(self.workspace, out.wave_id)
        self.gone.append(out)

    @invariant()
    def nobody_follows_from_the_waves_that_are_there(self) -> None:
        assert not determined([cut for out in self.there for cut in out.cuts], 5)

    @invariant()
    def nobody_follows_from_a_deleted_wave_and_one_that_is_there(self) -> None:
        for gone in self.gone:
            for out in self.there:
                if gone.cuts and out.cuts:
                    assert not determined([gone.cuts[0], out.cuts[0]], 5)

    def teardown(self) -> None:
        self.workspace.close()
        self.folder.cleanup()


ReleasedMachine.TestCase.settings = settings(
    max_examples=6,
    stateful_step_count=7,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestReleased = ReleasedMachine.TestCase


def test_without_the_ledger_the_solver_finds_the_thirteenth(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    chain = [range(20), range(12), range(5, 20), range(5, 13)]
    assert takes(workspace, chain[0], 1) is not None
    monkeypatch.setattr(actions, "checked_beside_others", lambda *given: given[4])
    outs = [takes(workspace, people, place) for place, people in enumerate(chain, start=2)]
    told = determined([cut for out in outs if out for cut in out.cuts], 5)
    assert frozenset({12}) in told


def test_three_small_overlaps_tell_of_three_people_and_are_refused(workspace: Workspace) -> None:
    chain = [range(13, 20), range(1, 7), range(1, 13)]
    for number, people in enumerate(chain):
        assert takes(workspace, people, number) is not None
    assert takes(workspace, range(9, 19), 3) is None
