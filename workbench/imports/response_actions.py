"""Taking answers from a file into a closed wave; like every answer, this cannot be undone."""

from collections.abc import Sequence

from workbench.communities.actions import create_community
from workbench.imports.response_import import ResponseChoices
from workbench.imports.roster_queries import community_number
from workbench.storage.unit_of_work import Work, action
from workbench.surveys.actions import take_wave
from workbench.surveys.answers import AnswerSheet


@action("Import answers", "surveys")
def take_responses(
    work: Work, community: str, sheets: Sequence[AnswerSheet], choices: ResponseChoices
) -> int:
    """Store, close and freeze a wave; the community is made if it is new. Cannot be undone."""
    community_id = community_number(work.session, community)
    if community_id is None:
        community_id = create_community(work, community)
    return take_wave(
        work,
        community_id,
        choices.instrument,
        choices.wave,
        choices.closed_on,
        sheets,
        invited=choices.invited,
        minimum_group=choices.minimum_group,
    )
