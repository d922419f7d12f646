"""Raising the smallest group shown in waves opened from now on."""

from workbench.communities.actions import set_workspace_setting
from workbench.foundation.errors import BadInput
from workbench.storage.unit_of_work import Work, action
from workbench.surveys.suppression import SMALLEST_GROUP, checked_minimum
from workbench.surveys.usual_queries import SETTING

LARGEST_MINIMUM = 50


@action("Change smallest group", "communities", "surveys")
def set_usual_minimum(work: Work, minimum: int) -> None:
    """Keep the smallest group of waves to come; waves that are open or closed keep theirs.

    Raises BadInput below five, which is never allowed, and above fifty, where nothing would show.
    """
    checked_minimum(minimum)
    if minimum > LARGEST_MINIMUM:
        raise BadInput(
            f"With a smallest group of {minimum} hardly any wave would ever show.",
            f"Choose {SMALLEST_GROUP} to {LARGEST_MINIMUM}.",
            field="minimum_group",
        )
    set_workspace_setting(work, SETTING, "" if minimum == SMALLEST_GROUP else str(minimum))
