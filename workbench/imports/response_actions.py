"""Taking answers from a file into a closed wave; like every answer, this cannot be undone."""

from collections.abc import Sequence
from datetime import date

from workbench.communities.actions import create_community
from workbench.imports.roster_queries import community_number
from workbench.storage.unit_of_work import Work, action
from workbench.surveys.actions import take_wave
from workbench.surveys.wave_figures import AnswerSheet


@action("Import answers", "surveys")
def take_answers(
    work: Work,
    community: str,
    instrument: str,
    label: str,
    closed_on: date,
    sheets: Sequence[AnswerSheet],
    invited: int | None,
) -> int:
    """Take a wave in, closed and frozen, and return its number; the community is made if new."""
    community_id = community_number(work.session, community)
    if community_id is None:
        community_id = create_community(work, community)
    return take_wave(work, community_id, instrument, label, closed_on, sheets, invited=invited)
