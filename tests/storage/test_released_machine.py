"""Random waves, departments, keys, links, communities and deletions: nobody follows from them."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.storage.released_history import (
    COLUMNS,
    KEYS,
    PEOPLE,
    ReleasedMachine,
    Taken,
    linked_rows,
    take,
)
from tests.storage.told_people import told
from workbench.communities.actions import create_community
from workbench.storage.workspace import Workspace
from workbench.surveys import actions
from workbench.surveys.closing import delete_for_good

ReleasedMachine.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=10,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestReleased = ReleasedMachine.TestCase


FLOORS = (range(7, 14), range(14, 19))


@pytest.fixture
def file(workspace: Workspace) -> Workspace:
    for name in ("Bridges", "Rivers"):
        workspace.perform(create_community, name, founded_on=None)
    return workspace


def chain(*parts: range) -> list[Taken]:
    return [Taken(tuple(part)) for part in parts]


def test_without_the_ledger_the_referee_finds_the_thirteenth(
    file: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "checked_beside_others", lambda *given: given[4])
    files = chain(range(PEOPLE), range(12), range(5, PEOPLE), range(5, 13))
    outs = [take(file, taken, number) for number, taken in enumerate(files)]
    assert frozenset({12}) in told([row for out in outs if out for row in out.rows])


def test_three_small_overlaps_tell_of_three_people_and_are_refused(file: Workspace) -> None:
    for number, taken in enumerate(chain(range(13, 20), range(1, 7), range(1, 13))):
        assert take(file, taken, number) is not None
    assert take(file, Taken(tuple(range(9, 19))), 3) is None


def test_the_tenth_is_found_through_a_deleted_wave_with_other_columns_and_refused(
    file: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    nine, ten = Taken(tuple(range(9)), columns=COLUMNS[1]), Taken(tuple(range(10)))
    first = take(file, nine, 0)
    assert first is not None
    delete_for_good(file, first.wave_id)
    assert take(file, ten, 1) is None
    monkeypatch.setattr(actions, "checked_beside_others", lambda *given: given[4])
    second = take(file, ten, 2)
    assert second is not None
    assert frozenset({9}) in told([*first.rows, *second.rows])


@pytest.mark.parametrize("deleted", [(0,), (1,), (2,), (0, 1), (0, 1, 2)])
def test_a_chain_through_deleted_waves_finds_the_thirteenth_and_is_refused(
    file: Workspace, monkeypatch: pytest.MonkeyPatch, deleted: tuple[int, ...]
) -> None:
    files = chain(range(PEOPLE), range(12), range(5, PEOPLE), range(5, 13))
    outs = [take(file, taken, number) for number, taken in enumerate(files[:3])]
    told_before = [row for out in outs if out for row in out.rows]
    for at in deleted:
        gone = outs[at]
        assert gone is not None
        delete_for_good(file, gone.wave_id)
    assert take(file, files[3], 3) is None
    monkeypatch.setattr(actions, "checked_beside_others", lambda *given: given[4])
    last = take(file, files[3], 4)
    assert last is not None
    assert frozenset({12}) in told([*told_before, *last.rows])


def test_small_waves_with_other_columns_are_known_as_the_same_people(file: Workspace) -> None:
    files = [
        Taken((11, 12, 13, 14, 15)),
        Taken(tuple(range(3, 15)), columns=COLUMNS[1], kind="floor"),
        Taken(tuple(range(11)), columns=COLUMNS[1], community=1),
    ]
    outs = [take(file, taken, number) for number, taken in enumerate(files)]
    assert frozenset({0, 1, 2, 15}) not in told([row for out in outs if out for row in out.rows])


def test_to_have_named_no_department_makes_nobody_the_same_person(file: Workspace) -> None:
    """Two of twenty tick as often the same: hidden floors must not mix them up in a chain."""
    earlier = [
        Taken(tuple(range(15, 20)), linked=True),
        Taken(tuple(range(4, 20)), kind="role"),
        Taken(tuple(range(8)), kind="floor", community=1, linked=True),
    ]
    for number, taken in enumerate(earlier):
        assert take(file, taken, number) is not None
    late = Taken(tuple(range(6, 13)), key=KEYS[1], columns=COLUMNS[1], community=1, linked=True)
    assert take(file, late, 3) is None


def test_departments_together_are_held_against_a_deleted_wave(file: Workspace) -> None:
    first = take(file, Taken(tuple(range(7, 20))), 0)
    assert first is not None
    delete_for_good(file, first.wave_id)
    second = take(file, Taken(tuple(range(19)), columns=COLUMNS[2], kind="floor"), 1)
    assert second is not None
    assert frozenset({19}) not in told([*first.rows, *second.rows])
    assert frozenset({19}) in told([*first.rows, *(second.taken.row(r) for r in FLOORS)])


def test_one_more_than_the_linked_people_is_found_beside_their_change_and_refused(
    file: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Taken(tuple(range(9)), linked=True)
    after = Taken(tuple(range(PEOPLE)), 1, linked=True)
    outs = [out for number, one in enumerate((before, after)) if (out := take(file, one, number))]
    changes = linked_rows(file, outs)
    assert len(changes) == 1
    ten = Taken(tuple(range(10)), 1, community=1)
    assert take(file, ten, 2) is None
    monkeypatch.setattr(actions, "checked_beside_others", lambda *given: given[4])
    last = take(file, ten, 3)
    assert last is not None
    rows = [row for out in (*outs, last) for row in out.rows]
    assert not told(rows)
    assert told([*rows, *changes]) == [frozenset({PEOPLE + 9})]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.frozensets(st.integers(0, 6), min_size=1), min_size=1, max_size=5))
def test_the_referee_agrees_with_the_ranks_of_the_rows(cuts: list[frozenset[int]]) -> None:
    table = np.array([[one in cut for one in range(7)] for cut in cuts], dtype=float)
    rank = np.linalg.matrix_rank(table)
    found = told([dict.fromkeys(cut, 1.0) for cut in cuts], 4)
    for some in (set(few) for many in (1, 2, 3) for few in combinations(range(7), many)):
        wider = np.vstack([table, [float(one in some) for one in range(7)]])
        assert (np.linalg.matrix_rank(wider) == rank) == (some in found)
