"""Reading which stretch of a series was fixed as usual."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.foundation.words import ChartSeries
from workbench.models.communities import UsualRange


@dataclass(frozen=True, slots=True)
class UsualRangeRow:
    """The stretch of a series fixed as usual, both days included; `reason` may name people."""

    series: ChartSeries
    first_on: date
    last_on: date
    reason: str
    set_on: date


def usual_ranges(session: Session, community_id: int) -> dict[ChartSeries, UsualRangeRow]:
    """Return the stretches fixed in a community by their series."""
    found = session.scalars(
        select(UsualRange).where(UsualRange.community_id == community_id).order_by(UsualRange.id)
    )
    return {
        row.series: UsualRangeRow(row.series, row.first_on, row.last_on, row.reason, row.set_on)
        for row in found
        if row.figure_id is None
    }
