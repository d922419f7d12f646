"""The parallel tracks of a block, side by side below its card, or stacked where it is narrow."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.sessions.agenda import Agenda, AgendaBlock, PlacedBlock, PlacedTrack, TrackPlan
from workbench.sessions.agenda_lanes import Lane
from workbench.sessions.durations import Learned
from workbench.sessions.track_troubles import TrackTrouble, track_troubles
from workbench.sessions.trims import Trim
from workbench.ui.kit.buttons import Button, IconButton, Kind
from workbench.ui.kit.flow import Flow
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import frame
from workbench.ui.sessions.block_card import START_WIDTH
from workbench.ui.sessions.track_card import TrackCard
from workbench.ui.theme import look

TRACK_GAP = 6
_NARROWEST = 236


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackCalls:
    """What the tracks ask of the list they stand in."""

    menu: Callable[[int, QWidget], object]
    track_menu: Callable[[int, TrackPlan, QWidget], object]
    set_minutes: Callable[[int, int], object]
    mend: Callable[[Trim], object]
    add: Callable[[Lane], object]
    own: Callable[[AgendaBlock], Sequence[tuple[str, str]]]
    usual: Callable[[AgendaBlock], Learned | None]


class TracksView(QWidget):
    """One column for each track, as many beside each other as fit."""

    def __init__(
        self, container: PlacedBlock, agenda: Agenda, wrong: dict[int, str], calls: TrackCalls
    ) -> None:
        super().__init__()
        self.container = container
        said = track_troubles(container)
        self.columns = [
            TrackColumn(container, track, agenda, wrong, said.get(track.track.number), calls)
            for track in container.tracks
        ]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(look().px(START_WIDTH) + 10, 0, 0, 4)
        self._grid.setSpacing(8)
        self._across = 0
        self.setAccessibleName(f"Tracks of {container.block.title}")
        self._place(len(self.columns))

    @property
    def cards(self) -> list[TrackCard]:
        """The cards of all tracks."""
        return [card for column in self.columns for card in column.cards]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many columns beside each other as there is room for."""
        super().resizeEvent(event)
        room = self.width() - look().px(START_WIDTH) - 10
        self._place(max(1, min(len(self.columns), room // look().px(_NARROWEST))))

    def minimumSizeHint(self) -> QSize:
        """One column is enough; the others go below it."""
        width = look().px(START_WIDTH) + 10 + look().px(_NARROWEST) // 2
        return QSize(width, super().minimumSizeHint().height())

    def _place(self, across: int) -> None:
        if across == self._across:
            return
        for place in range(max(across, self._across)):
            self._grid.setColumnStretch(place, 1 if place < across else 0)
        self._across = across
        for place, column in enumerate(self.columns):
            self._grid.removeWidget(column)
            self._grid.addWidget(column, place // across, place % across)


class TrackColumn(QWidget):
    """One track: its name, when it runs, what is wrong with its length, its blocks."""

    def __init__(
        self,
        container: PlacedBlock,
        track: PlacedTrack,
        agenda: Agenda,
        wrong: dict[int, str],
        trouble: TrackTrouble | None,
        calls: TrackCalls,
    ) -> None:
        super().__init__()
        self.lane = Lane(container.block.key, track.track.number)
        self._calls = calls
        self.cards = [
            TrackCard(
                placed,
                track,
                agenda,
                wrong.get(placed.block.key, ""),
                menu=partial(calls.menu, placed.block.key),
                set_minutes=partial(calls.set_minutes, placed.block.key),
                own=calls.own(placed.block),
                usual=calls.usual(placed.block),
            )
            for placed in track.blocks
        ]
        # all tracks are equally wide, whatever stands in them
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        surface = frame("card")
        outer.addWidget(surface)
        column = QVBoxLayout(surface)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(TRACK_GAP)
        column.addLayout(self._head(track, agenda))
        if trouble is not None:
            column.addWidget(_trouble_line(trouble, calls.mend))
        for card in self.cards:
            column.addWidget(card)
        add = Button(
            "Add a block", partial(calls.add, self.lane), kind="ghost", icon="plus", size="small"
        )
        add.setAccessibleName(f"Add a block to {track.track.said}")
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setAccessibleName(track.track.said)

    def _head(self, track: PlacedTrack, agenda: Agenda) -> QHBoxLayout:
        plan = track.track
        row = QHBoxLayout()
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(plan.said, "strong", wrap=True))
        times = f"{agenda.wall(track.start):%H:%M} to {agenda.wall(track.end):%H:%M}"
        parts = [times if track.blocks else "", plan.place, plan.lead]
        words.addWidget(
            Text(" · ".join(part for part in parts if part), "caption", "text_2", wrap=True)
        )
        row.addLayout(words, 1)
        more = IconButton("more", f"More for {plan.said}", size="small")
        container = self.lane.within or 0
        more.clicked.connect(lambda _checked=False: self._calls.track_menu(container, plan, more))
        row.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _trouble_line(trouble: TrackTrouble, mend: Callable[[Trim], object]) -> QWidget:
    line = frame("noteDanger" if trouble.is_over else "noteWarn")
    column = QVBoxLayout(line)
    column.setContentsMargins(8, 4, 8, 4)
    column.setSpacing(2)
    tone = "danger" if trouble.is_over else "warn"
    column.addWidget(Text(trouble.words, "caption_label", tone, wrap=True))
    if trouble.mends:
        column.addWidget(_mends(trouble.mends, mend))
    return line


def _mends(mends: Sequence[Trim], mend: Callable[[Trim], object]) -> QWidget:
    holder = QWidget()
    policy = holder.sizePolicy()
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    flow = Flow(holder, gap=4, row_gap=4)
    for place, trim in enumerate(mends):
        kind: Kind = "ghost" if place else "secondary"
        flow.addWidget(
            Button(trim.words, partial(mend, trim), kind=kind, size="small", elides=True)
        )
    return holder
