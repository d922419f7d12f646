"""Reading what capture may name: people of some days, tags, kinds."""

from datetime import date

from sqlalchemy.orm import Session as Connection

from workbench.contributions.capture_words import CaptureWords
from workbench.contributions.kind_queries import kind_book
from workbench.contributions.queries import people_to_name, tags_in_use


def capture_words(connection: Connection, community_id: int, *days: date) -> CaptureWords:
    """Return who belonged on one of the days, the tags in use and the kinds."""
    return CaptureWords(
        tuple(people_to_name(connection, community_id, *days)),
        tuple(tags_in_use(connection, community_id)),
        kind_book(connection),
    )
