"""When an engagement chip applies, as the facilitator set it for this file."""

import msgspec
from sqlalchemy.orm import Session as Connection

from workbench.communities.queries import workspace_setting
from workbench.sessions.engagement import USUAL, Thresholds

SETTING = "engagement thresholds"


def engagement_thresholds(connection: Connection) -> Thresholds:
    """Return the thresholds of this file, the usual ones where none were set."""
    kept = workspace_setting(connection, SETTING)
    if not kept:
        return USUAL
    try:
        return msgspec.json.decode(kept, type=Thresholds)
    except msgspec.DecodeError:
        return USUAL
