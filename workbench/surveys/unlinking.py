"""Destroying the key behind people's own codes, so that nobody can link answers any more."""

from workbench.foundation.errors import CannotSave
from workbench.storage.unit_of_work import Done
from workbench.storage.workspace import Workspace
from workbench.surveys.key_store import KeyStore
from workbench.surveys.link_actions import forget_links
from workbench.surveys.link_queries import link_keys, refuse_to_forget


def destroy_links_for_good(
    workspace: Workspace, community_id: int, keys: KeyStore | None = None
) -> Done[None]:
    """Destroy the key of a community's links, forget them, and rewrite the file without them.

    Raises BadInput as `forget_links` does, CannotSave where the key cannot be removed.
    """
    workspace.read(refuse_to_forget, community_id)
    for name in workspace.read(link_keys, community_id):
        try:
            (keys or KeyStore()).destroy(name)
        except OSError as error:
            raise CannotSave(
                "The key could not be removed, so the links are still there.",
                "Check that its folder can be written to, then do it again.",
            ) from error
    done = workspace.perform(forget_links, community_id)
    workspace.compact()
    return done
