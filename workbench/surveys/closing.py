"""Closing, taking in or deleting waves and rewriting the file, so that no trace of rounds stays."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from workbench.storage.unit_of_work import Done
from workbench.storage.workspace import Workspace
from workbench.surveys.actions import close_asking, close_wave, delete_asking, delete_wave
from workbench.surveys.answer_queries import sealed_boxes
from workbench.surveys.key_store import KeyStore
from workbench.surveys.sealing import key_name

T = TypeVar("T")


def close_for_good(
    workspace: Workspace,
    wave_id: int,
    closed_on: date | None = None,
    keys: KeyStore | None = None,
) -> Done[None]:
    """Close a wave and rewrite the file in the order of its random keys; raises BadInput."""
    return rewritten(workspace, lambda: workspace.perform(close_wave, wave_id, closed_on), keys)


def close_asking_for_good(
    workspace: Workspace,
    asking_id: int,
    closed_on: date | None = None,
    keys: KeyStore | None = None,
) -> Done[None]:
    """Close every wave of an asking at once and rewrite the file; raises BadInput."""
    return rewritten(workspace, lambda: workspace.perform(close_asking, asking_id, closed_on), keys)


def delete_for_good(workspace: Workspace, wave_id: int, keys: KeyStore | None = None) -> Done[None]:
    """Delete a wave and rewrite the file, so that none of its answers is left in it."""
    return rewritten(workspace, lambda: workspace.perform(delete_wave, wave_id), keys)


def delete_asking_for_good(
    workspace: Workspace, asking_id: int, keys: KeyStore | None = None
) -> Done[None]:
    """Delete an asking with all of its waves and rewrite the file; raises NotFound."""
    return rewritten(workspace, lambda: workspace.perform(delete_asking, asking_id), keys)


def rewritten(
    workspace: Workspace, perform: Callable[[], Done[T]], keys: KeyStore | None = None
) -> Done[T]:
    """Rewrite the file after the deed; the keys of boxes that are gone go too.

    Without them, no backup that still holds such a box can be opened either.
    """
    before = workspace.read(sealed_boxes)
    done = perform()
    for box in before - workspace.read(sealed_boxes):
        (keys or KeyStore()).destroy(key_name(box))
    workspace.compact()
    return done
