"""Writing the facilitator's own notes on points of the charts; one step each."""

from workbench.communities.note_rules import NoteDraft, checked_note
from workbench.communities.queries import there
from workbench.foundation.errors import BadInput
from workbench.models.communities import ChartNote, Community
from workbench.models.impact import BusinessFigure
from workbench.storage.unit_of_work import Work, action


@action("Add note on a chart", "communities")
def add_chart_note(work: Work, community_id: int, draft: NoteDraft) -> int:
    """Add a note on a day of a series and return its number; raises BadInput, NotFound."""
    there(work.session, Community, community_id, "community")
    row = ChartNote(community_id=community_id)
    _fill(work, row, draft)
    work.session.add(row)
    work.session.flush()
    return row.id


@action("Change note on a chart", "communities")
def change_chart_note(work: Work, note_id: int, draft: NoteDraft) -> None:
    """Change a note to what the draft says; raises BadInput, NotFound."""
    _fill(work, there(work.session, ChartNote, note_id, "note"), draft)


@action("Delete note on a chart", "communities")
def delete_chart_note(work: Work, note_id: int) -> None:
    """Take a note off its chart; raises NotFound."""
    work.session.delete(there(work.session, ChartNote, note_id, "note"))


def _fill(work: Work, row: ChartNote, draft: NoteDraft) -> None:
    note = checked_note(draft)
    if note.figure_id is not None:
        figure = there(work.session, BusinessFigure, note.figure_id, "business figure")
        if figure.community_id != row.community_id:
            raise BadInput("That figure is not one of this community.", field="series")
    row.series, row.figure_id = note.series, note.figure_id
    row.noted_on, row.text = note.noted_on, note.text
