"""Keeping what the facilitator chose for the brief of a community."""

from workbench.communities.actions import set_workspace_setting
from workbench.reports.brief import draft_name
from workbench.reports.brief_draft import BriefDraft, draft_text
from workbench.storage.unit_of_work import Work, action


@action("Change brief", "reports")
def save_brief_draft(work: Work, community_id: int, draft: BriefDraft) -> None:
    """Keep the draft; one undo step."""
    set_workspace_setting(work, draft_name(community_id), draft_text(draft))
