"""Closing or deleting a wave and rewriting the file, so that no trace of rounds stays in it."""

from datetime import date

from workbench.storage.unit_of_work import Done
from workbench.storage.workspace import Workspace
from workbench.surveys.actions import close_asking, close_wave, delete_wave


def close_for_good(workspace: Workspace, wave_id: int, closed_on: date | None = None) -> Done[None]:
    """Close a wave and rewrite the file in the order of its random keys; raises BadInput."""
    done = workspace.perform(close_wave, wave_id, closed_on)
    workspace.compact()
    return done


def close_asking_for_good(
    workspace: Workspace, asking_id: int, closed_on: date | None = None
) -> Done[None]:
    """Close every wave of an asking at once and rewrite the file; raises BadInput."""
    done = workspace.perform(close_asking, asking_id, closed_on)
    workspace.compact()
    return done


def delete_for_good(workspace: Workspace, wave_id: int) -> Done[None]:
    """Delete a wave and rewrite the file, so that none of its answers is left in it."""
    done = workspace.perform(delete_wave, wave_id)
    workspace.compact()
    return done
