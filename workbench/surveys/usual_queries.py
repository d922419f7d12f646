"""The smallest group shown in waves opened from now on, as set for this file."""

from sqlalchemy.orm import Session

from workbench.communities.queries import workspace_setting
from workbench.surveys.suppression import SMALLEST_GROUP

SETTING = "smallest group"


def usual_minimum(session: Session) -> int:
    """Return the smallest group that new waves show: never fewer than five."""
    kept = workspace_setting(session, SETTING)
    return max(SMALLEST_GROUP, int(kept)) if kept.isdecimal() else SMALLEST_GROUP
