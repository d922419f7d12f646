"""Writing that a question was answered, or that it is open after all; each one undo step."""

from workbench.communities.queries import there
from workbench.foundation.errors import BadInput
from workbench.foundation.words import ContributionKind
from workbench.models.contributions import Contribution
from workbench.storage.unit_of_work import Work, action


@action("Mark question as answered")
def mark_answered(work: Work, contribution_id: int) -> None:
    """Say that a question found its answer today; raises BadInput for anything but a question."""
    row = _question(work, contribution_id)
    if row.answered_on is None:
        row.answered_on = work.clock.today()


@action("Open question again")
def open_again(work: Work, contribution_id: int) -> None:
    """Say that a question is open after all; raises BadInput for anything but a question."""
    _question(work, contribution_id).answered_on = None


def _question(work: Work, contribution_id: int) -> Contribution:
    row = there(work.session, Contribution, contribution_id, "contribution")
    if row.kind is not ContributionKind.QUESTION:
        raise BadInput(
            f"This was logged as {row.kind.value}, so it waits for no answer.",
            "Change its kind to question first.",
        )
    return row
