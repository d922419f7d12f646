"""The lines of the attendance review: what the file says, whom it means, what can be pressed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.ui.imports.attendance_shown import ShownLine
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Avatar, Icon
from workbench.ui.kit.page import is_narrow
from workbench.ui.kit.paint import rounded
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Span, Text
from workbench.ui.kit.themed import Themed, frame, hairline
from workbench.ui.theme import look

_NAME, _BAR, _MINUTES, _REASON, _BUTTONS = 158, 56, 62, 168, 238
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Presses:
    """What the buttons of a line ask for, each by the line's place."""

    accept: Callable[[int], None]
    other: Callable[[int, QWidget], None]
    leave_out: Callable[[int], None]
    think_again: Callable[[int], None]
    room: Callable[[], None]
    refuse: Callable[[int], None]


class StayBar(Themed, QWidget):
    """How long somebody stayed, as a share of the longest stay; nothing where it is unknown."""

    def __init__(self) -> None:
        super().__init__()
        self._share: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float | None) -> None:
        """Show another share between 0 and 1."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        """Always the same width, so that bars compare."""
        return QSize(look().px(_BAR), look().px(8))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        if self._share is None:
            return
        width = max(2.0, self.width() * min(1.0, self._share))
        painter = QPainter(self)
        rounded(painter, QRectF(0, 0, width, self.height()), 2, look().colour("text_3"))


class LineRow(QWidget):
    """One line of the file with its buttons."""

    def __init__(self, line: ShownLine, presses: Presses, *, narrow: bool) -> None:
        super().__init__()
        self.index, self._presses = line.index, presses
        self.name = _fixed(Text("", "body"), _NAME)
        self.bar = StayBar()
        self.minutes = _fixed(Text("", align=Qt.AlignmentFlag.AlignRight), _MINUTES)
        self.avatar = Avatar("", None, 26)
        self.who = Text("", wrap=True)
        reason = Text("", "caption", "text_2", wrap=True)
        self.reason = reason if narrow else _fixed(reason, _REASON)
        self._lay_out(narrow=narrow)
        self.show_line(line)

    def _lay_out(self, *, narrow: bool) -> None:
        """Put all on one line, or reason and buttons below where there is little room."""
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.setSpacing(10)
        column.addLayout(upper)
        for widget in (self.name, self.bar, self.minutes):
            upper.addWidget(widget, 0, _MIDDLE)
        upper.addWidget(Icon("arrow-right", "text_3", 16), 0, _MIDDLE)
        upper.addWidget(self.avatar, 0, _MIDDLE)
        upper.addWidget(self.who, 1, _MIDDLE)
        if narrow:
            column.addLayout(lower)
        end = lower if narrow else upper
        if narrow:
            end.addWidget(self.reason, 1)
        else:
            end.addWidget(self.reason, 0, _MIDDLE)
        end.addWidget(self._buttons(), 0, _MIDDLE)

    def _buttons(self) -> QWidget:
        holder = QWidget()
        holder.setFixedWidth(look().px(_BUTTONS))
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        self.tick = Icon("check", "accent", 16, "Decided")
        self.main = Button("Yes, same person", self._press_main, size="small")
        self.choose = Button("Choose a person", self._press_main, size="small", menu_arrow=True)
        self.side = Button("Someone else", self._press_side, kind="ghost", size="small")
        for widget in (self.tick, self.main, self.choose, self.side):
            row.addWidget(widget)
        return holder

    def show_line(self, line: ShownLine) -> None:
        """Show the line as it stands now."""
        self.line = line
        self.name.say(line.name)
        self.bar.show_share(line.share)
        self.minutes.say(line.minutes)
        known = line.decided not in _NEWCOMERS and line.person is not None
        self.avatar.setVisible(known)
        if line.person is not None and known:
            self.avatar.show_person(line.person.name, line.person.place)
            self.who.say_spans(
                Span(line.person.name, "strong"), Span(f"  {line.person.department}", "", "text_2")
            )
        else:
            self.who.say(_NEWCOMERS.get(line.decided, line.who))
        self.reason.say(line.reason)
        self._label()
        spoken = [line.name, line.minutes, self.who.text(), line.reason, _DECIDED[line.decided]]
        self.setAccessibleName(", ".join(part for part in spoken if part))

    @property
    def is_open(self) -> bool:
        """Whether somebody must still say whose the line is."""
        return _state(self.line) in ("check", "unknown", "room")

    def take_focus(self) -> None:
        """Put the cursor on the first button of the line."""
        button = self.choose if self.choose.isVisibleTo(self) else self.main
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def _label(self) -> None:
        line = self.line
        main, side = _LABELS[_state(line)]
        self.tick.setVisible(line.decided in _SETTLED or _state(line) in ("sure", "taken"))
        unknown = _state(line) in ("unknown", "ignored")
        self.choose.setVisible(unknown)
        self.choose.setAccessibleDescription(line.name)
        for button, label in ((self.main, main), (self.side, side)):
            button.setVisible(bool(label))
            if label:
                button.relabel(label)
                button.setAccessibleDescription(line.name)

    def _press_main(self) -> None:
        state = _state(self.line)
        if state == "check":
            self._presses.accept(self.index)
        elif state == "room":
            self._presses.room()
        elif state in ("unknown", "ignored"):
            self._presses.other(self.index, self.choose)
        elif state in ("decided", "out", "forgotten"):
            self._presses.think_again(self.index)

    def _press_side(self) -> None:
        state = _state(self.line)
        if state == "check":
            self._presses.other(self.index, self.side)
        elif state == "sure":
            self._presses.refuse(self.index)
        else:
            self._presses.leave_out(self.index)


_DECIDED = {
    "": "",
    "yes": "accepted",
    "chosen": "chosen",
    "guest": "guest",
    "member": "new member",
    "ignored": "ignored from now on",
    "out": "left out",
}
_NEWCOMERS = {"guest": "A new guest", "member": "A new member"}
_SETTLED = ("yes", "chosen", *_NEWCOMERS)
_LABELS = {
    "check": ("Yes, same person", "Someone else"),
    "unknown": ("", "Leave out"),
    "room": ("Tick people in the room", "Leave out"),
    "decided": ("Change", ""),
    "out": ("Left out: change", ""),
    "forgotten": ("Ignored: change", ""),
    "ignored": ("", ""),
    "sure": ("", "Not them"),
    "taken": ("", ""),
}


def _state(line: ShownLine) -> str:
    if line.decided in ("out", "ignored"):
        return "out" if line.decided == "out" else "forgotten"
    if line.decided:
        return "decided"
    if line.before:
        return "taken"
    return "sure" if line.kind == "matched" else line.kind


def _fixed(text: Text, width: int) -> Text:
    text.setFixedWidth(look().px(width))
    return text


class LineSection(QWidget):
    """A heading with icon, title and note, and the lines below it in one card."""

    def __init__(
        self, icon: str, tone: str, title: str, action: Button | None, presses: Presses
    ) -> None:
        super().__init__()
        self._presses = presses
        self.rows: dict[int, LineRow] = {}
        self._order: tuple[int, ...] = ()  # the lines shown, and whether they are folded
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconTile(icon, tone))
        head.addWidget(Text(title, "section"))
        self.note = Text("", tone="text_2")
        head.addWidget(self.note, 1)
        self.action = action
        if action is not None:
            head.addWidget(action)
        column.addLayout(head)
        self._card = frame("card")
        self._lines = QVBoxLayout(self._card)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        column.addWidget(self._card)

    def show_lines(self, lines: Sequence[ShownLine], note: str) -> None:
        """Show the lines; rows that are there already keep the focus."""
        self.setVisible(bool(lines))
        self.note.say(note)
        order = (*(line.index for line in lines), is_narrow(self.window().width()))
        if order != self._order:
            self._build(lines, narrow=is_narrow(self.window().width()))
            self._order = order
        for line in lines:
            self.rows[line.index].show_line(line)

    def _build(self, lines: Sequence[ShownLine], *, narrow: bool) -> None:
        clear(self._lines)
        self.rows = {}
        for line in lines:
            if self.rows:
                self._lines.addWidget(hairline())
            self.rows[line.index] = LineRow(line, self._presses, narrow=narrow)
            self._lines.addWidget(self.rows[line.index])


class IconTile(Themed, QWidget):
    """An icon on a tinted square, before the title of a section."""

    def __init__(self, icon: str, tone: str) -> None:
        super().__init__()
        self._tone = tone
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Icon(icon, _INKS[tone], 16), 0, Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square of 26."""
        return QSize(look().px(26), look().px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tint."""
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), 6, look().colour(self._tone))


_INKS = {"warn_bg": "warn", "hover": "text_2", "good_bg": "good"}
