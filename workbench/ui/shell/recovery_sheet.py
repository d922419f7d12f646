"""The recovery sheet: place and steps are printed, the passphrase is written by hand."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.foundation.dates import full_date
from workbench.ui.kit.text import typeset
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import Look, look, made_look, paint_icon

_WIDE, _HIGH = 500.0, 706.0  # A4 at the size of the screen
_STEPS = (
    "Install Facilitator Workbench there. It needs no account and no internet.",
    "Copy {file}, or the newest backup, to that laptop.",
    "Open it and type the passphrase, spaces and accents as written.",
)


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What the sheet says: the file, the day it was made, where backups lie."""

    file: Path
    made_on: date
    backups: str


def paint_sheet(painter: QPainter, facts: SheetFacts) -> None:
    """Draw the sheet, 500 by 706 units, black on white: paper stays paper."""
    paper = made_look()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = _Pen(painter, paper)
    paint_icon(painter, "mark", QRectF(42, 44, 26, 26), paper.colour("accent"))
    pen.words(78, 40, "Recovery sheet", "section")
    pen.words(78, 59, "Facilitator Workbench", "caption", "text_3")
    pen.line(92, "text", 1.2)
    pen.at = 106
    pen.paragraph("Keep this where you keep a spare key. Not with the laptop, not in a photo.")
    pen.at += 12
    pen.line(pen.at)
    _facts(pen, facts)
    pen.line(pen.at)
    pen.at += 22
    pen.heading("Passphrase, in your own hand")
    for _ in range(2):
        pen.at += 36
        pen.line(pen.at, "border_control")
    pen.at += 6
    pen.paragraph("The program does not print it for you.", "caption", "text_3")
    pen.at += 22
    pen.heading("To open the workspace on another laptop")
    for number, step in enumerate(_STEPS, 1):
        pen.paragraph(f"{number}.  {step.format(file=facts.file.name)}", "caption", "text")
        pen.at += 4
    pen.at += 18
    pen.heading("If the passphrase is lost")
    pen.paragraph(
        "Nobody can open the file, whoever they are. What you printed or exported before is all "
        "that is left.", "caption", "text_3",
    )  # fmt: skip


def print_sheet(over: QWidget, facts: SheetFacts) -> bool:
    """Ask for a printer and print the sheet; returns whether it was printed."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Recovery sheet")
    if QPrintDialog(printer, over).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    painter = QPainter(printer)
    page = QRectF(printer.pageRect(QPrinter.Unit.DevicePixel))
    scale = min(page.width() / _WIDE, page.height() / _HIGH)
    painter.scale(scale, scale)
    paint_sheet(painter, facts)
    painter.end()
    return True


class SheetPreview(Themed, QWidget):
    """The sheet, as it prints."""

    def __init__(self, facts: SheetFacts) -> None:
        super().__init__()
        self._facts = facts
        self.setAccessibleName("The recovery sheet, as it prints")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_facts(self, facts: SheetFacts) -> None:
        """Show another file."""
        self._facts = facts
        self.update()

    def sizeHint(self) -> QSize:
        """A page of A4."""
        return QSize(int(_WIDE), int(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page as large as it fits."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        under = look().px(40)
        room = self.height() - 48 - under
        scale = max(0.3, min((self.width() - 48) / _WIDE, room / _HIGH, 1.0))
        left, top = (self.width() - _WIDE * scale) / 2, max(24.0, (room - _HIGH * scale) / 2 + 24)
        page = QRectF(left, top, _WIDE * scale, _HIGH * scale)
        paper = made_look()
        painter.setPen(QPen(look().colour("border_strong"), 1))
        painter.setBrush(paper.colour("surface"))
        painter.drawRect(page)
        painter.setFont(look().font("caption"))
        painter.setPen(look().colour("text_3"))
        words = QRectF(0, page.bottom() + 8, self.width(), look().px(24))
        told = "The sheet, as it prints. The two lines stay empty for your pen."
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, told)
        painter.translate(page.topLeft())
        painter.scale(scale, scale)
        paint_sheet(painter, self._facts)


class _Pen:
    """Writes down the page; `at` is how far it got."""

    left, right = 42.0, _WIDE - 42.0

    def __init__(self, painter: QPainter, paper: Look) -> None:
        self.painter, self.paper = painter, paper
        self.at = 0.0

    def font(self, role: str) -> QFont:
        return self.paper.font(role)

    def words(self, x: float, y: float, text: str, role: str, tone: str = "text") -> None:
        self.painter.setFont(self.font(role))
        self.painter.setPen(self.paper.colour(tone))
        room = QRectF(x, y, self.right - x, 22)
        short = QFontMetricsF(self.font(role)).elidedText(
            text, Qt.TextElideMode.ElideRight, room.width()
        )
        self.painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, short)

    def heading(self, text: str) -> None:
        self.words(self.left, self.at, text, "strong")
        self.at += 26

    def paragraph(self, text: str, role: str = "body", tone: str = "text") -> None:
        self.painter.setFont(self.font(role))
        self.painter.setPen(self.paper.colour(tone))
        room = QRectF(self.left, self.at, self.right - self.left, 200)
        flags = Qt.TextFlag.TextWordWrap
        used = self.painter.boundingRect(room, flags, typeset(text))
        self.painter.drawText(room, flags, typeset(text))
        self.at += used.height()

    def wrapped(self, room: QRectF, text: str, role: str) -> float:
        """Write words into a room, broken anywhere if need be; returns where they end."""
        self.painter.setFont(self.font(role))
        self.painter.setPen(self.paper.colour("text"))
        longest = max(text.split(" "), key=len)
        fits = QFontMetricsF(self.font(role)).horizontalAdvance(longest) <= room.width()
        flags = Qt.TextFlag.TextWordWrap if fits else Qt.TextFlag.TextWrapAnywhere
        used = self.painter.boundingRect(room, flags, typeset(text))
        self.painter.drawText(room, flags, typeset(text))
        return float(used.bottom())

    def line(self, y: float, tone: str = "border_strong", width: float = 0.8) -> None:
        self.painter.setPen(QPen(self.paper.colour(tone), width))
        self.painter.drawLine(QPointF(self.left, y), QPointF(self.right, y))


def _facts(pen: _Pen, facts: SheetFacts) -> None:
    """Draw the facts in three columns; a long name takes more lines, on paper nothing is cut."""
    values = (
        ("Workspace", facts.file.name),
        ("Made on", full_date(facts.made_on)),
        ("Backups", facts.backups),
    )
    column = (pen.right - pen.left) / len(values)
    top, below = pen.at + 8, pen.at
    for place, (name, value) in enumerate(values):
        left = pen.left + place * column
        pen.words(left, top, name, "caption", "text_3")
        below = max(below, pen.wrapped(QRectF(left, top + 22, column - 12, 120), value, "strong"))
    pen.at = below + 6
    pen.paragraph(f"The file lies in {facts.file.parent}.", "caption", "text_3")
    pen.at += 10
