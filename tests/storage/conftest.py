"""What the tests of the file share: an empty workspace, and one with a community of two."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories import CLOCK, community_with
from workbench.sessions.column_actions import add_column
from workbench.storage.workspace import Workspace, create_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A new file on 13 October 2026, open, with nothing in it."""
    with create_workspace(tmp_path / "w.fwb", clock=CLOCK) as opened:
        yield opened


@pytest.fixture
def community(workspace: Workspace) -> int:
    """The number of Bridges, a community of Ama and Jonas."""
    return community_with(workspace, "Ama Boateng", "Jonas Weber")[0]


@pytest.fixture
def slide(workspace: Workspace, community: int) -> int:
    """The number of its own column Slide."""
    return workspace.perform(add_column, community, "Slide").value
