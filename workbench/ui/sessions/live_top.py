"""The line at the top of Live: which session, that all is kept, the time, the ways out."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.text import Span, Text
from workbench.ui.sessions.live_face import Face, Stage
from workbench.ui.sessions.live_parts import RunningDot


class LiveTop(QFrame):
    """What stays in view whatever runs."""

    def __init__(
        self,
        leave: Callable[[], object],
        debrief: Callable[[], object],
        end: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("pageHeader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.dot, self.heading = RunningDot(), Text("Live")
        self.saved, self.wall = _saved_line(), Text("", "title")
        self.debrief_button = Button("Write the debrief", debrief, kind="primary", icon="pencil")
        self.end_button = Button("End session", end)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 11, 20, 11)
        row.setSpacing(10)
        row.addWidget(self.dot)
        row.addWidget(self.heading, 1)
        row.addWidget(self.saved)
        row.addSpacing(6)
        row.addWidget(self.wall)
        row.addSpacing(6)
        row.addWidget(Button("Leave", leave, icon="back"))
        row.addWidget(self.debrief_button)
        row.addWidget(self.end_button)

    def show_face(self, face: Face) -> None:
        """Show the time, and what can be done at this stage."""
        on = face.stage in (Stage.RUNNING, Stage.PAUSED)
        self.wall.say(face.clock)
        self.debrief_button.setVisible(face.stage is Stage.ENDED)
        if self.end_button.hasFocus() and self.debrief_button.isVisible():
            self.debrief_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.end_button.setVisible(on)
        self.saved.setVisible(on)
        self.dot.show_on(on=on)

    def show_session(self, title: str) -> None:
        """Show which session it is."""
        self.heading.say_spans(Span("Live", "strong"), Span(f"   {title}", tone="text_2"))

    def show_nothing(self) -> None:
        """Show that there is no session to run."""
        for each in (self.end_button, self.saved, self.debrief_button):
            each.hide()
        self.heading.say_spans(Span("Live", "strong"))


def _saved_line() -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(Icon("lock", "text_2", 14))
    row.addWidget(Text("Saved as you go", tone="text_2"))
    return line
