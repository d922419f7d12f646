"""The middle of the Live page: what runs, the timer readable from four metres, three keys."""

from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.sessions.run_words import Pressure
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Chip
from workbench.ui.kit.flow import Flow
from workbench.ui.kit.text import Span, Text
from workbench.ui.kit.themed import Themed
from workbench.ui.sessions.live_face import Face, Stage
from workbench.ui.sessions.live_parts import RoundsBar
from workbench.ui.sessions.live_track_cards import TrackCards, TrackKeys
from workbench.ui.sessions.session_words import BLOCK_WORDS, block_place
from workbench.ui.theme import look

_SMALLEST = 72
_TONES = {Pressure.CALM: "text", Pressure.LAST_MINUTE: "warn", Pressure.OVER: "danger"}
_ANNOUNCED = (5, 1, 0)
_SIDE = 32
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class BigTimer(Themed, QWidget):
    """The time left as large as fits, from 148 px down to 72; said aloud at 5, 1 and 0 minutes."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._tone = "", "text"
        self._said: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def restyle(self) -> None:
        """Take no more height than the largest timer needs."""
        self.setMaximumHeight(look().line("timer"))

    def show_time(self, words: str, pressure: Pressure, minutes_left: int | None) -> None:
        """Show other words in the colour of the pressure."""
        self._words, self._tone = words, _TONES[pressure]
        self.setAccessibleName(f"Time left {words}" if words else "No clock is running")
        if minutes_left != self._said:
            self._said = minutes_left
            if minutes_left in _ANNOUNCED:
                unit = "minute" if minutes_left == 1 else "minutes"
                self.setAccessibleDescription(f"{minutes_left} {unit} left")
                QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The smallest timer: it takes the height that is left, and nothing is pushed out."""
        return QSize(look().px(400), round(_SMALLEST * 1.1))

    def minimumSizeHint(self) -> QSize:
        """The smallest timer."""
        return QSize(look().px(220), round(_SMALLEST * 1.1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words in the middle."""
        if not self._words:
            return
        painter = QPainter(self)
        painter.setFont(self._font())
        painter.setPen(look().colour(self._tone))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._words)

    def _font(self) -> QFont:
        font = look().font("timer")
        size = font.pixelSize()
        metrics = QFontMetricsF(font)
        width = max(1.0, metrics.horizontalAdvance(self._words))
        worded = any(letter.isalpha() for letter in self._words)
        high = metrics.height() if worded else metrics.capHeight() * 1.35
        fit = min(self.width() / width, self.height() / max(1.0, high), 1.0)
        font.setPixelSize(max(_SMALLEST, int(size * fit)))
        return font


class LiveKeys(TrackKeys, Protocol):
    """What the buttons below the timer ask for."""

    def pause(self) -> None:
        """Let the clock stand, or go on."""
        ...

    def more(self) -> None:
        """One minute more."""
        ...

    def go_on(self) -> None:
        """The next block."""
        ...

    def end(self) -> None:
        """The end of the session."""
        ...


class LiveClock(QWidget):
    """Kind, title, timer, how far the block is, its tracks, and the keys below."""

    def __init__(self, keys: LiveKeys) -> None:
        super().__init__()
        self._keys = keys
        self.chip = Chip("")
        self.title = Text("", "title", wrap=True, align=_CENTRE)
        self.under = Text("", "lead", "text_2", wrap=True, align=_CENTRE)
        self.timer = BigTimer()
        self.bar = RoundsBar()
        self.began, self.due = Text(tone="text_2"), Text(tone="text_2")
        self.until_round = Text("", tone="text_2")
        self.tracks = TrackCards(keys)
        self.pause_button = Button("Pause", keys.pause, icon="pause", keys="F5", size="large")
        self.more_button = Button("1 min", keys.more, icon="plus", keys="F6", size="large")
        self.next_button = Button(
            "Next block", self._press, kind="primary", icon="next", keys="F7", size="large"
        )
        self._keyed = (self.pause_button, self.more_button, self.next_button)
        self.following = Text("", align=_CENTRE)
        self._stage: Stage | None = None
        self._has_next = self._tight = self._follows = self._moves_track = False
        self._lay_out()

    def show_face(self, face: Face, chosen: int | None = None) -> None:
        """Show what changes with the clock; the keys move the chosen track, or the whole."""
        place = block_place(face.kind) if face.kind else None
        self.chip.setVisible(face.kind is not None and not (self._tight and face.tracks))
        if face.kind is not None:
            tone = "neutral" if place is None else f"c{place}"
            self.chip.show_chip(BLOCK_WORDS[face.kind], tone)
        self.title.say(face.title)
        self.under.say(face.under_title)
        self.timer.show_time(face.timer, face.pressure, face.minutes_left)
        self.timer.setVisible(bool(face.timer))
        running = face.stage in (Stage.RUNNING, Stage.PAUSED)
        self._progress.setVisible(running and bool(face.due))
        rounds = face.rounds
        ends = tuple(n * rounds.share for n in range(1, rounds.count)) if rounds else ()
        self.bar.show_share(face.share, place, ends)
        self.began.say(face.began)
        self.due.say(face.due)
        self.until_round.say(face.until_round)
        self.tracks.show_tracks(face.tracks, chosen)
        self._show_buttons(face, chosen, running=running)
        self._follows = bool(face.next_words) and running
        self.following.setVisible(self._follows and not self._tight)
        self.following.say_spans(Span("Next: ", tone="text_2"), Span(face.next_words, "strong"))

    def fit(self, *, tight: bool) -> None:
        """Leave out what can be missed where there is little height."""
        self._tight = tight
        self.under.setVisible(not tight)
        self.tracks.fit(max(1, self.width() - 2 * _SIDE), tight=tight)
        self.following.setVisible(self._follows and not tight)
        self._show_keys()
        side = 4 if tight else 20
        self._column.setContentsMargins(_SIDE, side, _SIDE, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the tracks share the width."""
        super().resizeEvent(event)
        self.tracks.fit(max(1, self.width() - 2 * _SIDE), tight=self._tight)

    def _show_buttons(self, face: Face, chosen: int | None, *, running: bool) -> None:
        self._stage, self._has_next = face.stage, face.has_next
        self._moves_track = chosen is not None
        self.pause_button.setVisible(running)
        self.more_button.setVisible(running and bool(face.due))  # a stopwatch has no end to move
        paused = face.stage is Stage.PAUSED
        if self.pause_button.label != ("Go on" if paused else "Pause"):
            self.pause_button.icon_name = "play" if paused else "pause"
            self.pause_button.relabel("Go on" if paused else "Pause")
        words, icon = _main_button(face, chosen)
        if self.next_button.label != words:
            self.next_button.icon_name = icon
            self.next_button.relabel(words)
        self._show_keys()
        self.next_button.setVisible(face.stage is not Stage.CANCELLED)
        self.next_button.kind = "secondary" if face.stage is Stage.ENDED else "primary"

    def _show_keys(self) -> None:
        for button, keys in zip(self._keyed, ("F5", "F6", "F7"), strict=True):
            ends = button is self.next_button and self._ends  # which no key does
            shown = "" if self._tight or ends else keys
            if button.keys != shown:
                button.keys = shown
                button.updateGeometry()

    @property
    def _ends(self) -> bool:
        running = self._stage in (Stage.RUNNING, Stage.PAUSED)
        return running and not self._has_next and not self._moves_track

    def _press(self) -> None:
        if self._ends:
            self._keys.end()
        else:
            self._keys.go_on()

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 20, _SIDE, 20)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(self.chip, 0, _CENTRE)
        column.addSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.under)
        column.addWidget(self.timer, 12)
        self._progress = self._made_progress()
        column.addWidget(self._progress)
        column.addWidget(self.tracks, 0)
        column.addSpacing(10)
        column.addWidget(self._buttons(), 0, _CENTRE)
        column.addSpacing(6)
        column.addWidget(self.following)
        column.addStretch(1)

    def _made_progress(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(32, 0, 32, 0)
        column.setSpacing(6)
        column.addWidget(self.bar)
        row = QHBoxLayout()
        row.addWidget(self.began)
        row.addStretch(1)
        row.addWidget(self.until_round)
        row.addStretch(1)
        row.addWidget(self.due)
        column.addLayout(row)
        return holder

    def _buttons(self) -> QWidget:
        holder = QWidget()
        flow = Flow(holder, gap=10, row_gap=10)
        for button in self._keyed:
            flow.addWidget(button)
        policy = holder.sizePolicy()
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        return holder


def _main_button(face: Face, chosen: int | None) -> tuple[str, str]:
    if face.stage is Stage.WAITING:
        return "Start session", "play"
    if face.stage is Stage.ENDED:
        return "Go on after all", "play"
    if face.stage is Stage.LEFT_OPEN:
        return f"End it at {face.slot_ends}", "stop"
    track = next((track for track in face.tracks if track.number == chosen), None)
    if track is not None:
        return (
            ("Back to all tracks", "back")
            if track.is_through
            else (f"Next in {track.name}", "next")
        )
    return ("Next block", "next") if face.has_next else ("End session", "stop")
