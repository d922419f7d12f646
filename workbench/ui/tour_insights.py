"""States of the Insights page for the tour: one wave, forty, none shown, and a comparison."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.ui.insights.shown_range import ALL

if TYPE_CHECKING:
    from workbench.ui.shell.program import Program

_COMMUNITY = "Bridges"
_NOW = datetime(2026, 10, 13, 9, 41)  # noqa: DTZ001 - a wall time
_EVERY = timedelta(days=70)
_LEVELS = ((1, 1, 2), (2, 2, 3), (3, 3, 2), (1, 2, 1), (2, 3, 3), (3, 2, 3), (1, 1, 1), (2, 2, 2))


@dataclass(frozen=True, slots=True)
class WavesMade:
    """A file of the tour: its picture's name, how many waves, how many answers in each."""

    name: str
    waves: int
    answers: int


STATES = (
    WavesMade("insights-one-wave", 1, 12),
    WavesMade("insights-all-hidden", 3, 3),
    WavesMade("insights-40-waves", 40, 12),
)


def make_states(folder: Path) -> list[tuple[str, Path]]:
    """Make a file for each state; returns the names of the pictures with their files."""
    return [(state.name, _make(state, folder / f"{state.name}.fwb")) for state in STATES]


def walk_state(program: "Program", name: str, path: Path) -> Iterator[str]:
    """Open the file of a state and go to all of its charts."""
    program.entrance.open(path, None)
    program.shell.go("insights", range=ALL)
    yield name


def walk_comparison(program: "Program") -> Iterator[str]:
    """Show the dialog that compares, over the charts of the sample."""
    program.shell.go("insights", compare=True)
    yield "insights-compare"


def _make(state: WavesMade, path: Path) -> Path:
    from workbench.communities.actions import create_community, set_workspace_setting
    from workbench.foundation.clock import FixedClock
    from workbench.storage.standing import STANDS_AT
    from workbench.storage.workspace import create_workspace
    from workbench.surveys.actions import take_wave
    from workbench.surveys.answers import AnswerSheet

    with create_workspace(path, clock=FixedClock(_NOW)) as workspace:
        community = workspace.perform(create_community, _COMMUNITY).value
        for wave in range(state.waves):
            closed_on = _NOW.date() - (state.waves - wave) * _EVERY
            shift = wave * wave % 5  # so that waves differ
            codes = [_LEVELS[(shift + one) % len(_LEVELS)] for one in range(state.answers)]
            workspace.perform(
                take_wave,
                community,
                "loneliness-pulse",
                f"Wave {wave + 1}",
                closed_on,
                [AnswerSheet(one) for one in codes],
                invited=state.answers + 6,
            )
        workspace.perform(set_workspace_setting, STANDS_AT, f"{_NOW:%Y-%m-%dT%H:%M} UTC")
    return path
