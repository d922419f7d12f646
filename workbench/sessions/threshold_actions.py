"""Setting when an engagement chip applies."""

import msgspec

from workbench.communities.actions import set_workspace_setting
from workbench.sessions.engagement import USUAL, Thresholds, checked_thresholds
from workbench.sessions.threshold_queries import SETTING
from workbench.storage.unit_of_work import Work, action


@action("Change engagement", "sessions", "communities")
def set_thresholds(work: Work, thresholds: Thresholds) -> None:
    """Keep the thresholds for this file; raises BadInput naming the one that cannot be."""
    wanted = checked_thresholds(thresholds)
    kept = "" if wanted == USUAL else msgspec.json.encode(wanted).decode()
    set_workspace_setting(work, SETTING, kept)
    if wanted == USUAL:
        work.name = "Engagement back to usual"
