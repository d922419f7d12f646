"""Closing or deleting a wave and rewriting the file, so that no trace of rounds stays in it."""

from collections.abc import Callable
from datetime import date

from workbench.storage.unit_of_work import Done
from workbench.storage.workspace import Workspace
from workbench.surveys.actions import close_asking, close_wave, delete_wave
from workbench.surveys.answer_queries import sealed_box
from workbench.surveys.asking_queries import asking_row
from workbench.surveys.key_store import KeyStore
from workbench.surveys.queries import wave_row
from workbench.surveys.sealing import key_name


def close_for_good(
    workspace: Workspace,
    wave_id: int,
    closed_on: date | None = None,
    keys: KeyStore | None = None,
) -> Done[None]:
    """Close a wave and rewrite the file in the order of its random keys; raises BadInput."""
    asking_id = workspace.read(wave_row, wave_id).asking_id
    return _rewritten(
        workspace, asking_id, keys, lambda: workspace.perform(close_wave, wave_id, closed_on)
    )


def close_asking_for_good(
    workspace: Workspace,
    asking_id: int,
    closed_on: date | None = None,
    keys: KeyStore | None = None,
) -> Done[None]:
    """Close every wave of an asking at once and rewrite the file; raises BadInput."""
    return _rewritten(
        workspace, asking_id, keys, lambda: workspace.perform(close_asking, asking_id, closed_on)
    )


def delete_for_good(workspace: Workspace, wave_id: int, keys: KeyStore | None = None) -> Done[None]:
    """Delete a wave and rewrite the file, so that none of its answers is left in it."""
    asking_id = workspace.read(wave_row, wave_id).asking_id
    return _rewritten(workspace, asking_id, keys, lambda: workspace.perform(delete_wave, wave_id))


def delete_asking_for_good(
    workspace: Workspace, asking_id: int, keys: KeyStore | None = None
) -> Done[None]:
    """Delete an asking with all of its waves and rewrite the file; raises NotFound."""
    waves = workspace.read(asking_row, asking_id).waves

    def delete() -> Done[None]:
        return [workspace.perform(delete_wave, wave.id) for wave in waves][-1]

    return _rewritten(workspace, asking_id, keys, delete)


def _rewritten(
    workspace: Workspace, asking_id: int, keys: KeyStore | None, perform: Callable[[], Done[None]]
) -> Done[None]:
    """Rewrite the file after the deed; the key of a box that is gone goes too.

    Without it, no backup that still holds the box can be opened either.
    """
    box = workspace.read(sealed_box, asking_id)
    done = perform()
    if box is not None and workspace.read(sealed_box, asking_id) is None:
        (keys or KeyStore()).destroy(key_name(box))
    workspace.compact()
    return done
