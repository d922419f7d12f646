"""Inputs: lines, choices, dates, numbers with steps, switches and boxes to tick."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
)

from workbench.ui.kit import paint
from workbench.ui.kit.corner_icon import corner_icon
from workbench.ui.kit.date_input import DateInput
from workbench.ui.kit.own_undo import OwnUndo
from workbench.ui.kit.stepper import Stepper
from workbench.ui.kit.text import elided, typeset
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look, paint_icon

__all__ = ["Check", "Choice", "DateInput", "LineInput", "Stepper", "Switch", "TextArea"]

_LEAST_CHOICE = 96


class LineInput(Themed, QLineEdit):
    """One line of text."""

    def __init__(self, text: str = "", hint: str = "", *, large: bool = False) -> None:
        super().__init__(text)
        self.setProperty("large", large)
        self._role = "lead" if large else "body"
        self.setPlaceholderText(hint)
        OwnUndo(self)
        self.restyle()

    def restyle(self) -> None:
        """Take the font of the text size."""
        self.setFont(look().font(getattr(self, "_role", "body")))


class TextArea(Themed, QPlainTextEdit):
    """Several lines; Tab moves on, the height fits `lines`."""

    def __init__(self, text: str = "", hint: str = "", *, lines: int = 4) -> None:
        super().__init__(text)
        self._lines = lines
        self.setPlaceholderText(hint)
        OwnUndo(self)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """Take font and height of the text size."""
        self.setFont(look().font())
        if hasattr(self, "_lines"):
            self.setFixedHeight(look().line() * self._lines + 20)


class Choice(Themed, QComboBox):
    """One of several, by key; the wheel does not change it while a page scrolls."""

    picked = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]] = (), key: str = "") -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.offer(choices, key)
        self.currentIndexChanged.connect(lambda _: self.picked.emit(self.key))
        self.restyle()

    @property
    def key(self) -> str:
        """The key of the choice, empty for none."""
        return str(self.currentData() or "")

    def offer(self, choices: Sequence[tuple[str, str]], key: str = "") -> None:
        """Offer choices as (key, label) and pick one, without telling."""
        blocked = self.blockSignals(True)
        self.clear()
        for each, label in choices:
            self.addItem(label, each)
        self.setCurrentIndex(max(0, self.findData(key)) if choices else -1)
        self.blockSignals(blocked)

    def pick(self, key: str) -> None:
        """Pick the choice of that key."""
        self.setCurrentIndex(self.findData(key))

    def minimumSizeHint(self) -> QSize:
        """A long choice never makes its form wider: it is cut, and whole in the tooltip."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), look().px(_LEAST_CHOICE)), hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def restyle(self) -> None:
        """Take the font of the text size."""
        self.setFont(look().font())
        self.view().setFont(look().font())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the choice, cut with an ellipsis, and the arrow in the text colour."""
        if self.isEditable():
            super().paintEvent(event)
        else:
            self._paint_choice()
        corner_icon(self, "chevron-down")

    def _paint_choice(self) -> None:
        painter, shown = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(shown)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, shown)
        edit, combo = QStyle.SubControl.SC_ComboBoxEditField, QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(combo, shown, edit, self).width()
        whole = typeset(self.currentText())
        cut = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        shown.currentText = cut
        self.setToolTip(whole if cut != whole else "")
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, shown)


class Switch(Themed, QAbstractButton):
    """On or off at once; its row says the effect."""

    def __init__(self, name: str, *, on: bool = False) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setChecked(on)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Never under 24 px high."""
        return QSize(look().px(32), look().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track and the knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, height = self.isChecked(), look().px(18)
        track = QRectF(0, (self.height() - height) / 2, self.width(), height)
        fill = look().colour("accent") if on else look().colour("surface")
        edge = None if on else look().colour("border_control")
        paint.rounded(painter, track, height / 2, fill, edge)
        knob = height - 6
        left = track.right() - knob - 3 if on else track.left() + 3
        colour = look().colour("on_accent" if on else "border_control")
        paint.rounded(painter, QRectF(left, track.top() + 3, knob, knob), knob / 2, colour)


class Check(Themed, QAbstractButton):
    """A box to tick with its words; `round` is for promises kept and first steps."""

    def __init__(self, words: str = "", *, on: bool = False, round: bool = False) -> None:  # noqa: A002 - the shape's name
        super().__init__()
        self._round = round
        self.setText(words)
        self.setCheckable(True)
        self.setChecked(on)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say words that are cut in full in a tooltip."""
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.width() < self.sizeHint().width() else "")

    def sizeHint(self) -> QSize:
        """The box and its words; never under 24 px."""
        words = QFontMetricsF(look().font()).horizontalAdvance(self.text())
        gap = look().px(10) if self.text() else 0
        return QSize(round_up(look().px(18) + gap + words), look().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look().px(18 if self._round else 16)
        box = QRectF(1, (self.height() - side) / 2, side, side)
        radius = side / 2 if self._round else 4
        on, usable = self.isChecked(), self.isEnabled()
        if on:
            tone = "accent" if usable else "text_disabled"
            paint.rounded(painter, box, radius, look().colour(tone))
            inset = side * 0.18
            tick = box.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, "check", tick, look().colour("on_accent"), 2.6)
        else:
            edge = look().colour("border_control" if usable else "border_strong")
            paint.rounded(painter, box, radius, look().colour("surface"), edge, 1.2)
        painter.setFont(look().font())
        painter.setPen(look().colour("text" if usable else "text_disabled"))
        words = QRectF(self.rect()).adjusted(side + look().px(10), 0, 0, 0)
        elided(painter, words, self.text(), Qt.AlignmentFlag.AlignLeft)


def round_up(width: float) -> int:
    """Return whole pixels that hold a width."""
    return int(width) + 1
