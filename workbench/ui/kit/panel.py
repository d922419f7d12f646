"""The detail panel at the right of a page, and the sections in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from workbench.ui.kit.buttons import IconButton
from workbench.ui.kit.text import Span, Text
from workbench.ui.kit.themed import Themed, frame, hairline
from workbench.ui.theme import look

PANEL_WIDTH = 352
PANEL_SIDE = 20


class DetailPanel(Themed, QFrame):
    """352 px beside the page; on narrow windows the page lays it over its right columns.

    `head` and `foot` stay, `body` scrolls unless it holds a list that does so itself; `closed` is
    emitted by its button and by Esc.
    """

    closed = Signal()

    def __init__(
        self, title: str = "", subtitle: str = "", *, closable: bool = True,
        scrolls: bool = True, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName(title or "Details")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = QVBoxLayout()
        self.head.setContentsMargins(PANEL_SIDE, 17, PANEL_SIDE, 15)
        self.head.setSpacing(10)
        column.addLayout(self.head)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        if scrolls:
            column.addWidget(_scrolling(self.body), 1)
        else:
            column.addLayout(self.body, 1)
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.foot.setSpacing(0)
        column.addLayout(self.foot)
        self.close_button = IconButton("close", "Close panel", self.closed.emit, keys="Esc")
        if not closable:
            self.close_button.hide()
        if title:
            self.head.addLayout(self.title_row(Text(title, "section"), subtitle))
        self.restyle()

    def title_row(self, title: QWidget, subtitle: str = "") -> QHBoxLayout:
        """Return a row with the title, a second line and the close button, for the head."""
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        if subtitle:
            words.addWidget(Text(subtitle, tone="text_2", wrap=True))
        row.addLayout(words, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def show_sections(self, *sections: QWidget) -> None:
        """Replace the body by these sections, with hairlines between them."""
        clear(self.body)
        for section in sections:
            self.body.addWidget(hairline())
            self.body.addWidget(section)
        self.body.addStretch(1)

    def show_head(self, *widgets: QWidget) -> None:
        """Replace the head by these widgets; the first one shares its row with the close button."""
        clear(self.head, keep=self.close_button)
        for place, widget in enumerate(widgets):
            if place:
                self.head.addWidget(widget)
            else:
                self.head.addLayout(self.title_row(widget))

    def restyle(self) -> None:
        """Grow with the text."""
        self.setFixedWidth(look().px(PANEL_WIDTH))


class PanelSection(QWidget):
    """A heading with a note and an action at the right, and what belongs under it."""

    def __init__(
        self, title: str = "", note: str = "", *content: QWidget, action: QWidget | None = None,
        side: int = PANEL_SIDE,
    ) -> None:  # fmt: skip
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(side, 14, side, 16)
        self.column.setSpacing(6)
        if title:
            self.column.addLayout(heading_row(title, note, action, role="strong"))
        for widget in content:
            self.column.addWidget(widget)

    def add(self, *content: QWidget) -> None:
        """Add widgets below."""
        for widget in content:
            self.column.addWidget(widget)


def heading_row(
    title: str, note: str = "", action: QWidget | None = None, role: str = "section"
) -> QHBoxLayout:
    """Return a heading with its note in grey and an action at the right end."""
    row = QHBoxLayout()
    row.setSpacing(8)
    spans = [Span(title, role)]
    if note:
        spans.append(Span(f"   {note}", "body", "text_3"))
    heading = Text(role=role)
    heading.say_spans(*spans)
    row.addWidget(heading, 1)
    if action is not None:
        row.addWidget(action)
    return row


def clear(layout: QLayout, keep: QWidget | None = None) -> None:
    """Take everything out of a layout and let it go, but for the widget to keep."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            clear(inner, keep)
            inner.deleteLater()
        widget = item.widget()
        if widget is not None and widget is not keep:
            widget.hide()
            widget.deleteLater()


def _scrolling(body: QVBoxLayout) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside = frame("panelBody")
    inside.setLayout(body)
    area.setWidget(inside)
    return area
