"""Parallel tracks below the timer: a card with its own clock for each, one of them chosen."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbench.sessions.run_words import Pressure
from workbench.ui.kit import paint
from workbench.ui.kit.buttons import IconButton
from workbench.ui.kit.chips import Bar
from workbench.ui.kit.text import Span, Text
from workbench.ui.kit.themed import Themed
from workbench.ui.sessions.live_track_face import TrackFace
from workbench.ui.theme import look

_NARROWEST, _BETWEEN = 196, 10
_TONES = {Pressure.CALM: "text", Pressure.LAST_MINUTE: "warn", Pressure.OVER: "danger"}


class TrackKeys(Protocol):
    """What the cards ask for; tracks go by their number."""

    def choose(self, track: int) -> None:
        """Let the keys of the page move this track, or the whole again."""
        ...

    def next_in(self, track: int) -> None:
        """Move a track on."""
        ...

    def back_in(self, track: int) -> None:
        """Move a track back."""
        ...

    def more_in(self, track: int) -> None:
        """Give a track one minute more."""
        ...


class TrackCards(QWidget):
    """The cards of all tracks that run, wrapping where there is little width."""

    def __init__(self, keys: TrackKeys) -> None:
        super().__init__()
        self._keys = keys
        self.cards: dict[int, TrackCard] = {}
        self._columns, self._tight = 0, False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_BETWEEN)
        self.hide()

    def show_tracks(self, tracks: tuple[TrackFace, ...], chosen: int | None) -> None:
        """Show the tracks that run; none hides the row."""
        if list(self.cards) != [track.number for track in tracks]:
            self._rebuild(tracks)
        for track in tracks:
            self.cards[track.number].show_track(track, chosen=track.number == chosen)
        self.setVisible(bool(tracks))

    def fit(self, width: int, *, tight: bool) -> None:
        """Share the width among the cards; where there is little height they are low."""
        count = max(1, len(self.cards))
        fitting = (width + _BETWEEN) // (look().px(_NARROWEST) + _BETWEEN)
        columns = max(1, min(count, fitting))
        self._tight = tight
        for card in self.cards.values():
            card.fit(tight=tight)
        if columns != self._columns:
            for column in range(max(columns, self._columns)):
                self._grid.setColumnStretch(column, int(column < columns))
            self._columns = columns
            for place, card in enumerate(self.cards.values()):
                self._grid.addWidget(card, *divmod(place, columns))

    def _rebuild(self, tracks: tuple[TrackFace, ...]) -> None:
        for card in self.cards.values():
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {track.number: TrackCard(track.number, self._keys) for track in tracks}
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = 0
        self.fit(self.width(), tight=self._tight)


class TrackCard(Themed, QWidget):
    """One track: name and place, its block, its clock; a press chooses it for the page's keys."""

    radius = 8

    def __init__(self, number: int, keys: TrackKeys) -> None:
        super().__init__()
        self.number, self._keys = number, keys
        self._chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.name, self.title = Text(), Text("", "label", wrap=True)
        self.timer, self.following = Text("", "figure"), Text("", "caption", "text_2", wrap=True)
        self.bar = Bar(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        column.addWidget(self.name)
        column.addWidget(self.title)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.timer)
        row.addStretch(1)
        self.buttons = (
            IconButton("back", "Previous block in this track", partial(keys.back_in, number)),
            IconButton("plus", "One minute more in this track", partial(keys.more_in, number)),
            IconButton("next", "Next block in this track", partial(keys.next_in, number)),
        )
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its number and the page's keys do it
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.following)

    def show_track(self, track: TrackFace, *, chosen: bool) -> None:
        """Show where the track is."""
        place = f" · {track.place}" if track.place else ""
        self.name.say_spans(
            Span(f"{self.number}  ", "caption", "text_3"),
            Span(track.name, "strong", "accent_text" if chosen else "text"),
            Span(place, tone="text_2"),
        )
        self.title.say(track.title, "text_2" if track.is_through else "text")
        self.timer.say(track.timer or "–", _TONES[track.pressure])
        self.timer.setMinimumWidth(self.timer.sizeHint().width())
        self.bar.show_share(track.share, "accent" if chosen else "border_control", track.said)
        self.following.say(f"Next: {track.next_words}" if track.next_words else "")
        self.buttons[1].setEnabled(not track.is_through)
        self.buttons[2].setEnabled(not track.is_through)
        self.setAccessibleName(f"{track.said}{', chosen' if chosen else ''}")
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def fit(self, *, tight: bool) -> None:
        """Leave out what comes next where there is little height."""
        self.following.setVisible(not tight)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose this track."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self._keys.choose(self.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses this track."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keys.choose(self.number)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the edge, the chosen one in the accent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = look().colour("selected" if self._chosen else "surface")
        edge = look().colour("accent" if self._chosen else "border_strong")
        paint.rounded(painter, inner, self.radius, ground, edge, 2 if self._chosen else 1)
