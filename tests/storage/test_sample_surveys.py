"""The waves of the sample: closed ones frozen with the figures of the pictures, and one open."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session as Reading

from workbench.foundation.words import Means, WaveState
from workbench.imports.sample import make_sample, sample_clock
from workbench.models.surveys import FrozenFigures
from workbench.storage.workspace import Workspace, open_workspace
from workbench.surveys.answer_queries import stored_comments
from workbench.surveys.asking_queries import askings
from workbench.surveys.queries import wave_results, waves

BRIDGES = 1


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("surveys") / "bridges.fwb"
    make_sample(path)
    with open_workspace(path, clock=sample_clock()) as opened:
        yield opened


@pytest.mark.parametrize(
    ("instrument", "figures"),
    [
        ("safety-pulse", [(26, 34, 4.7912, 0.4699), (31, 38, 4.9631, 0.6259),
                          (33, 44, 5.0996, 0.5928), (38, 48, 5.3421, 0.6227)]),
        ("loneliness-pulse", [(26, 34, 5.5769, 1.5013), (31, 38, 5.0645, 1.4591),
                              (33, 44, 5.1515, 1.4603), (38, 48, 4.7895, 1.6134)]),
    ],
)  # fmt: skip
def test_four_closed_waves(
    workspace: Workspace, instrument: str, figures: list[tuple[float, ...]]
) -> None:
    results = workspace.read(wave_results, BRIDGES, instrument)
    assert [result.wave.label for result in results] == ["January", "March", "June", "September"]
    for result, expected in zip(results, figures, strict=True):
        frozen = result.figures
        found = (frozen.n, frozen.invited, frozen.mean, frozen.sd)
        assert found == pytest.approx(expected, abs=5e-5)
        assert frozen.scored == frozen.n


def test_two_departments_are_hidden_in_september(workspace: Workspace) -> None:
    september = workspace.read(wave_results, BRIDGES, "safety-pulse")[-1]
    shown = {group.name: group.n for group in september.figures.departments if group.shown}
    assert shown == {"Support": 10, "Operations": 8, "Engineering": 7, "Sales": 5}
    hidden = {group.name for group in september.figures.departments if not group.shown}
    assert hidden == {"People", "Finance"}


def test_one_wave_is_open_and_says_only_how_many(workspace: Workspace) -> None:
    every = workspace.read(waves, BRIDGES)
    (pulse,) = [wave for wave in every if wave.state is WaveState.OPEN]
    assert (pulse.label, pulse.answered, pulse.invited) == ("Pulse after session 16", 22, 30)
    assert [wave.state for wave in every].count(WaveState.CLOSED) == 8
    frozen = workspace.read(lambda session: set(session.scalars(select(FrozenFigures.wave_id))))
    assert frozen == {wave.id for wave in every} - {pulse.id}


def test_one_form_asked_both_questionnaires_of_september(workspace: Workspace) -> None:
    every = workspace.read(askings, BRIDGES)
    assert [row.label for row in every] == [
        "January", "March", "June", "September", "Pulse after session 16",
    ]  # fmt: skip
    september = every[3]
    assert september.plan.instruments == ("safety-pulse", "loneliness-pulse")
    ways = ((Means.LAPTOP, 21), (Means.PAPER, 9), (Means.FILE, 8))
    assert [wave.came_by for wave in september.waves] == [ways, ways]


def test_comments_of_september(workspace: Workspace) -> None:
    def read(session: Reading) -> list[str]:
        safety = wave_results(session, BRIDGES, "safety-pulse")[-1].wave.id
        return stored_comments(session, safety)

    comments = workspace.read(read)
    assert len(comments) == 11
    assert "I ring people now. I used to write." in comments
