"""Reading the facilitator's own notes on points of the charts."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.foundation.words import ChartSeries
from workbench.models.communities import ChartNote


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note on the day of a series; `figure_id` names the business figure where it is one."""

    id: int
    series: ChartSeries
    figure_id: int | None
    noted_on: date
    text: str


def chart_notes(session: Session, community_id: int) -> list[NoteRow]:
    """Return the notes of a community by their days."""
    found = (
        select(ChartNote)
        .where(ChartNote.community_id == community_id)
        .order_by(ChartNote.noted_on, ChartNote.id)
    )
    return [
        NoteRow(row.id, row.series, row.figure_id, row.noted_on, row.text)
        for row in session.scalars(found)
    ]
