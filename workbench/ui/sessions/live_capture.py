"""Quick capture below the timer: who, kind, what; Tab takes what is offered, Enter logs it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.contributions.feed_queries import FeedRow
from workbench.foundation.text import listed
from workbench.ui.kit.inputs import LineInput
from workbench.ui.kit.text import Span, Text

Offers = Callable[[str], list[tuple[str, str]]]
_LATEST = 2


class CaptureLine(LineInput):
    """One line; Tab completes while something is offered, else it moves on."""

    logged = Signal(str)

    def __init__(self, offers: Offers) -> None:
        super().__init__("", "Who · kind · what", large=True)
        self._offers = offers
        self.setAccessibleName("Quick capture: who, kind, what")
        self.returnPressed.connect(lambda: self.logged.emit(self.text()))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Take the first offer with Tab."""
        offers = self._offers(self.text()) if forward and self.text().strip() else []
        if offers:
            self.setText(offers[0][1])
            return True
        return super().focusNextPrevChild(forward)


class LiveCapture(QWidget):
    """The line, what is offered or in doubt, and the latest captured."""

    def __init__(self, capture: Callable[[str], object], offers: Offers) -> None:
        super().__init__()
        self._offers = offers
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        self.title = Text()
        head.addWidget(self.title, 1)
        head.addWidget(Text("F3", "caption", "text_3"))
        column.addLayout(head)
        self.line = CaptureLine(offers)
        self._capture = capture
        self.line.logged.connect(self._log)
        self.line.textChanged.connect(self._hint)
        column.addWidget(self.line)
        self.hint = Text("", "caption", "text_2", wrap=True)
        column.addWidget(self.hint)
        self._tight = False
        self._latest = [_Captured() for _ in range(_LATEST)]
        for each in self._latest:
            column.addWidget(each)
        self._kinds: tuple[str, ...] = ()
        self.show_captured((), ())

    def show_captured(self, rows: Sequence[FeedRow], kinds: Sequence[str]) -> None:
        """Show how many there are and the latest; `kinds` are those offered."""
        if tuple(kinds) != self._kinds or not self.hint.text():
            self._kinds = tuple(kinds)
            self._hint(self.line.text())
        self.title.say_spans(
            Span("Quick capture", "section"),
            Span(f"   {len(rows)} so far · who, kind, what", tone="text_2"),
        )
        for place, each in enumerate(self._latest):
            each.has_row = place < len(rows)
            if each.has_row:
                each.show_row(rows[place])
        self.fit(tight=self._tight)

    def fit(self, *, tight: bool) -> None:
        """Leave the latest captures and the kinds out where there is little height."""
        self._tight = tight
        for each in self._latest:
            each.setVisible(each.has_row and not tight)
        self.hint.setVisible(not tight or bool(self.line.text()))

    def give_back(self, line: str, problem: str) -> None:
        """Put a line that was refused back and say why; one being typed by now is left alone."""
        if not self.line.text():
            self.line.setText(line)
        self.hint.show()
        self.hint.say(problem, "danger")

    def _log(self, line: str) -> None:
        """Empty the line at once: the next one may be typed while this one is being kept."""
        if line.strip():
            self.line.clear()
            self._capture(line)

    def _hint(self, typed: str) -> None:
        self.hint.setVisible(not self._tight or bool(typed))
        offers = self._offers(typed) if typed.strip() else []
        if offers:
            others = [label for label, _ in offers[:5]]
            self.hint.say(f"Tab takes the first: {', '.join(others)}", "text_2")
        else:
            self.hint.say(f"Kinds: {', '.join(self._kinds)}", "text_2")


class _Captured(QWidget):
    """One captured line: who in bold, then what."""

    def __init__(self) -> None:
        super().__init__()
        self.has_row = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._who, self._what = Text("", "strong"), Text("", tone="text_2")
        row.addWidget(self._who)
        row.addWidget(self._what, 1)

    def show_row(self, row: FeedRow) -> None:
        """Show another line."""
        to = f" to {listed([one.name for one in row.receivers])}" if row.receivers else ""
        self._who.say(row.giver.name)
        self._what.say(f"{row.kind_name}{to}" + (f": {row.text}" if row.text else ""))
