"""What a usual range needs to make sense: a series that has one, its days, and a reason."""

from dataclasses import dataclass, replace
from datetime import date

from workbench.communities.rules import needed
from workbench.foundation.errors import BadInput
from workbench.foundation.words import ChartSeries

_LONGEST_REASON = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualRangeDraft:
    """The stretch of a series that counts as usual, both days included, and why."""

    series: ChartSeries
    first_on: date
    last_on: date
    reason: str


def checked_range(draft: UsualRangeDraft) -> UsualRangeDraft:
    """Return the draft with its reason cleaned; raises BadInput naming the field to mend."""
    if draft.series is ChartSeries.FIGURE:
        raise BadInput(
            "Business figures have no usual range.", "Choose another chart.", field="series"
        )
    if draft.last_on < draft.first_on:
        raise BadInput(
            "The usual stretch ends before it begins.",
            "Choose a last day on or after the first.",
            field="last_on",
        )
    reason = needed(
        draft.reason,
        "A usual range is fixed with a reason.",
        "Say why these days are the usual ones, so that others can follow.",
        "reason",
    )
    if len(reason) > _LONGEST_REASON:
        raise BadInput(
            f"The reason has {len(reason)} characters, more than {_LONGEST_REASON}.",
            "Say it in a sentence or two.",
            field="reason",
        )
    return replace(draft, reason=reason)
