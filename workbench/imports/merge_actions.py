"""Making two people one where meeting files knew both: their minutes are united, not chosen."""

from workbench.imports.merge_queries import marks_by_both
from workbench.models.sessions import AttendanceMark
from workbench.rosters.merging import MergeChoices
from workbench.rosters.merging_actions import merge_people
from workbench.storage.unit_of_work import Work, action


@action("Merge two people")
def merge_with_lines(
    work: Work, keep_id: int, gone_id: int, choices: MergeChoices | None = None
) -> int:
    """Make one person of two, count what files say of both anew, and return who stays.

    Raises what merging people raises.
    """
    counted = marks_by_both(work.session, keep_id, gone_id) if keep_id != gone_id else {}
    merge_people(work, keep_id, gone_id, choices)
    for session_id, (mark, detail) in counted.items():
        row = work.session.get_one(AttendanceMark, (session_id, keep_id))
        row.mark, row.source = mark, detail.source
        row.arrived_at, row.minutes = detail.arrived_at, detail.minutes
    return keep_id
