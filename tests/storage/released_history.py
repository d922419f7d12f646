"""A random history of what goes out of a file, read as an attacker would: from the exports.

Twenty people who answered at two times; whoever holds the files brings parts of them in again and
again, by other keys, with other columns and departments, with codes that link them, deletes and
tries anew. The referee is told which answers every figure that was ever shown is a sum of.
"""

import random
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.factories import CLOCK
from tests.storage.told_people import Row, told
from workbench.communities.actions import create_community
from workbench.foundation.errors import BadInput
from workbench.insights.queries import results
from workbench.storage.workspace import Workspace, create_workspace, open_workspace
from workbench.surveys import wave_figures
from workbench.surveys.actions import take_wave
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.closing import delete_for_good
from workbench.surveys.key_alarm_actions import settle_alarm
from workbench.surveys.linking import hashed
from workbench.surveys.queries import instrument_named, wave_result
from workbench.surveys.scoring import score

PEOPLE = 20
KEYS = ("edmondson-7-agree7", "edmondson-7-accurate7")
NAMES = ("Bridges", "Rivers")
COLUMNS = [(0, 1, 2, 3, 4, 5, 6), (6, 5, 4, 3, 2, 1, 0), (3, 0, 1, 6, 2, 5, 4)]
KINDS = ["", "floor", "joined floors", "role"]
DRAW = random.Random(6)
ANSWERS = [[tuple(DRAW.randint(1, 7) for _ in range(7)) for _ in range(PEOPLE)] for _ in range(2)]


def department(kind: str, person: int) -> str:
    """Return somebody's department, by one column of the file or by another."""
    if kind == "floor":
        return f"floor {person // 7}"
    if kind == "joined floors":
        return "floor 0 or 1" if person < 14 else "floor 2"
    return f"role {person % 2}" if kind else ""


@dataclass(frozen=True)
class Taken:
    """One file as it is brought in: whose answers of which time, and how they are read."""

    people: tuple[int, ...]
    time: int = 0
    key: str = KEYS[0]
    columns: Sequence[int] = COLUMNS[0]
    kind: str = ""
    community: int = 0
    linked: bool = False

    def sheets(self) -> list[AnswerSheet]:
        return [self.sheet(person) for person in self.people]

    def sheet(self, person: int) -> AnswerSheet:
        codes = tuple(ANSWERS[self.time][person][place] for place in self.columns)
        parts = [f"{word}{person}" for word in ("street", "pet", "month", "name")]
        link = hashed(parts, b"k" * 32, self.key) if self.linked else b""
        return AnswerSheet(codes, department(self.kind, person), link)

    def row(self, people: Sequence[int], factor: float = 1.0) -> dict[int, float]:
        return {self.time * PEOPLE + person: factor for person in people}


@dataclass
class Out:
    """A wave that was taken in, and what was ever told of it."""

    wave_id: int
    label: str
    taken: Taken
    rows: list[Row] = field(default_factory=list)


@cache
def empty_file() -> Path:
    """Return a file with both communities in it, to be copied."""
    path = Path(tempfile.mkdtemp()) / "empty.fwb"
    with create_workspace(path, clock=CLOCK) as workspace:
        for name in NAMES:
            workspace.perform(create_community, name, founded_on=None)
    return path


def take(workspace: Workspace, taken: Taken, number: int) -> Out | None:
    """Bring a file in as a wave; returns what went out, None where it is refused."""
    day = date(2024, 1, 1) + timedelta(days=number)
    label = f"W{number}"
    given = (taken.community + 1, taken.key, label, day, taken.sheets())
    try:
        wave_id = workspace.perform(take_wave, *given).value
    except BadInput:
        return None
    for alarm in workspace.read(wave_result, wave_id).open_alarms:  # a key in question hides links
        workspace.perform(settle_alarm, wave_id, alarm.name, "Random answers run as they like.")
    out = Out(wave_id, label, taken)
    out.rows += wave_rows(workspace, out)
    return out


def wave_rows(workspace: Workspace, out: Out) -> list[Row]:
    """Read which answers the means of a wave are sums of, and that they are those means."""
    exported = workspace.read(results, NAMES[out.taken.community], out.taken.key).as_json()
    wave = next(one for one in exported["waves"] if one["label"] == out.label)
    if wave["mean"] is None:
        return []
    groups = {"": wave["mean"]}
    for group in workspace.read(wave_result, out.wave_id).figures.departments:
        if group.mean is not None:
            groups[group.name] = group.mean
    return [_row(workspace, out.taken, name, mean) for name, mean in groups.items()]


def _row(workspace: Workspace, taken: Taken, name: str, mean: float) -> Row:
    people = [one for one in taken.people if name in ("", department(taken.kind, one))]
    instrument = workspace.read(instrument_named, taken.key)
    scores = [score(instrument, taken.sheet(one).codes) or 0.0 for one in people]
    assert mean == pytest.approx(sum(scores) / len(scores)), "the referee knows what was shown"
    return taken.row(people)


def linked_rows(workspace: Workspace, there: Sequence[Out]) -> list[Row]:
    """Read the linked changes that are shown: later answers of the linked less their earlier."""
    found = []
    for name in NAMES:
        for key in KEYS:
            exported = workspace.read(results, name, key).as_json()
            for change in exported["changes"]:
                if change["linked"] is not None:
                    sides = [_named(there, name, key, change[end]) for end in ("from", "to")]
                    found.append(_linked(sides[0].taken, sides[1].taken, change["linked"]))
    return [row for row in found if row]


def _named(there: Sequence[Out], name: str, key: str, label: str) -> Out:
    where = (NAMES.index(name), key, label)
    return next(one for one in there if (one.taken.community, one.taken.key, one.label) == where)


def _linked(earlier: Taken, later: Taken, many: int) -> Row:
    both = sorted({*earlier.people} & {*later.people})
    assert len(both) == many, "the referee knows who was linked"
    if earlier.time == later.time:
        return {}
    return {**earlier.row(both, -1.0), **later.row(both)}


def parts(start: int, many: int, left_out: set[int]) -> tuple[int, ...]:
    return tuple(one for one in range(start, min(start + many, PEOPLE)) if one not in left_out)


FILES: Callable[..., "st.SearchStrategy[Taken]"] = lambda: st.builds(  # noqa: E731 - one strategy
    Taken,
    people=st.builds(
        parts,
        st.integers(0, 15),
        st.integers(5, PEOPLE),
        st.sets(st.integers(0, PEOPLE - 1), max_size=2),
    ).filter(lambda people: len(people) >= 5),
    time=st.integers(0, 1),
    key=st.sampled_from(KEYS),
    columns=st.sampled_from(COLUMNS),
    kind=st.sampled_from(KINDS),
    community=st.integers(0, 1),
    linked=st.booleans(),
)


class ReleasedMachine(RuleBasedStateMachine):
    """Bring files in, delete them, bring them in again; what went out is never forgotten."""

    def __init__(self) -> None:
        super().__init__()
        memory = Path("/dev/shm")  # noqa: S108 - a folder of its own in there
        self.folder = tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)
        path = Path(shutil.copy(empty_file(), self.folder.name))
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(wave_figures, "bootstrap_interval", lambda scores: None)
        self.workspace = open_workspace(path, clock=CLOCK)
        self.there: list[Out] = []
        self.gone: list[Out] = []
        self.changes: list[Row] = []
        self.number = 0

    def bring(self, taken: Taken) -> None:
        self.number += 1
        out = take(self.workspace, taken, self.number)
        if out is not None:
            self.there.append(out)
            self.changes = linked_rows(self.workspace, self.there)

    @rule(taken=FILES())
    def take_in(self, taken: Taken) -> None:
        self.bring(taken)

    @precondition(lambda self: self.there)
    @rule(place=st.integers(0, 30), few=st.sets(st.integers(0, PEOPLE - 1), max_size=3))
    def take_in_but_for_a_few(self, place: int, few: set[int]) -> None:
        old = self.there[place % len(self.there)].taken
        self.bring(Taken(tuple(sorted({*old.people} ^ few)), old.time, old.key))

    @precondition(lambda self: self.there)
    @rule(place=st.integers(0, 30))
    def ask_the_same_again_later(self, place: int) -> None:
        old = self.there[place % len(self.there)].taken
        self.bring(Taken(old.people, 1, old.key, community=old.community, linked=True))

    @precondition(lambda self: self.there)
    @rule(place=st.integers(0, 30))
    def delete(self, place: int) -> None:
        out = self.there.pop(place % len(self.there))
        delete_for_good(self.workspace, out.wave_id)
        self.gone.append(out)

    @invariant()
    def nobody_follows_from_what_is_there(self) -> None:
        rows = [row for out in self.there for row in out.rows]
        assert not told([*rows, *self.changes])

    @invariant()
    def nobody_follows_from_a_deleted_wave_and_one_that_is_there(self) -> None:
        for gone in self.gone:
            for out in self.there:
                assert not told([*gone.rows[:1], *out.rows])

    def teardown(self) -> None:
        self.workspace.close()
        self.folder.cleanup()
        self.patch.undo()
