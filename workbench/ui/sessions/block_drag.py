"""Where a dragged block would land: in the agenda, or in a track of a block."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from workbench.sessions.agenda import PlacedBlock
from workbench.sessions.agenda_lanes import AGENDA, Lane, Spot
from workbench.ui.sessions.block_surface import BlockSurface
from workbench.ui.sessions.tracks_view import TrackColumn, TracksView


class Card(Protocol):
    """A card of a block, in the agenda or in a track."""

    placed: PlacedBlock
    surface: BlockSurface

    def open(self, *, opened: bool, focused: bool) -> None:
        """Open the card in place or close it."""
        ...

    def grip_at(self, x: float) -> bool:
        """Whether a place across the card is on its grip."""
        ...


@dataclass(frozen=True, slots=True)
class Landing:
    """A spot with the line that shows it, counted with the dragged block still in its place."""

    spot: Spot
    line: QRect


def landing(
    inside: QWidget,
    rows: Sequence[tuple[QWidget, TracksView | None]],
    at: QPoint,
    *,
    in_tracks: bool,
    gap: int,
) -> Landing:
    """Return where a block let go at `at` lands; `rows` are cards with the tracks below them."""
    for _, view in rows:
        column = _column_at(inside, view, at) if in_tracks and view is not None else None
        if column is not None:
            if not column.cards:
                return Landing(Spot(0, column.lane), _empty_line(inside, column))
            areas = [area_of(inside, card) for card in column.cards]
            return _in_lane(column.lane, areas, at, gap)
    areas = [_whole(inside, card, view) for card, view in rows]
    return _in_lane(AGENDA, areas, at, gap)


def without(spot: Spot, dragged: Spot) -> Spot:
    """Return a spot counted without the dragged block itself."""
    if spot.lane == dragged.lane and spot.at > dragged.at:
        return Spot(spot.at - 1, spot.lane)
    return spot


def area_of(inside: QWidget, widget: QWidget) -> QRect:
    """Return where a widget stands in another one."""
    return QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())


def _column_at(inside: QWidget, view: TracksView, at: QPoint) -> TrackColumn | None:
    return next((c for c in view.columns if area_of(inside, c).contains(at)), None)


def _empty_line(inside: QWidget, column: TrackColumn) -> QRect:
    whole = area_of(inside, column)
    return QRect(whole.left() + 8, whole.bottom() - 4, whole.width() - 16, 3)


def _whole(inside: QWidget, card: QWidget, view: TracksView | None) -> QRect:
    area = area_of(inside, card)
    return area if view is None else area.united(area_of(inside, view))


def _in_lane(lane: Lane, areas: Sequence[QRect], at: QPoint, gap: int) -> Landing:
    place = sum(at.y() > area.center().y() for area in areas)
    near = areas[min(place, len(areas) - 1)]
    top = near.top() - gap // 2 if place < len(areas) else near.bottom() + gap // 2
    return Landing(Spot(place, lane), QRect(near.left(), max(0, top - 1), near.width(), 3))
