"""References that no foreign key guards on purpose: from a survey wave to its community."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, func, select

from workbench.foundation.errors import UserFixable
from workbench.models.communities import Community
from workbench.models.surveys import Wave


def orphan_waves(connection: Connection) -> int:
    """Return how many survey waves name a community that is not there."""
    communities = select(Community.id).scalar_subquery()
    lost = select(func.count()).select_from(Wave).where(Wave.community_id.not_in(communities))
    return connection.execute(lost).scalar_one()


@contextmanager
def refuse_new_orphans(connection: Connection) -> Iterator[None]:
    """Refuse an undo that would take a community from under its survey waves.

    Waves are left out of undo, so they would stay and later belong to whichever community is next
    given the free number. Raises UserFixable.
    """
    before = orphan_waves(connection)
    yield
    if orphan_waves(connection) > before:
        raise UserFixable(
            "This step stays",
            "This step cannot be taken back: survey results already belong to what it made.",
            "Change or remove by hand what you no longer want.",
        )
