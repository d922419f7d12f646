"""Pages on paper: the system's print dialog, and the pages drawn as large as the sheet takes."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMarginsF, QRect, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

PRINT_PPI: Final = 300.0
_SIZES: Final = {
    "a4": QPageSize(QPageSize.PageSizeId.A4),
    "a5": QPageSize(QPageSize.PageSizeId.A5),
    "us-letter": QPageSize(QPageSize.PageSizeId.Letter),
    "us-statement": QPageSize(QSizeF(5.5, 8.5), QPageSize.Unit.Inch, "Half Letter"),
}


def print_on_paper(over: QWidget, pages: Sequence[bytes], paper: str, name: str) -> bool:
    """Ask for a printer and print PNG pages; returns whether anything was printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    set_paper(printer, paper)
    if QPrintDialog(printer, over).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    return draw_pages(printer, pages)


def set_paper(printer: QPrinter, paper: str) -> None:
    """Let a printer take upright sheets of that name, such as "a4", with the margins of ours."""
    layout = QPageLayout(_SIZES[paper], QPageLayout.Orientation.Portrait, QMarginsF())
    printer.setPageLayout(layout)
    printer.setFullPage(True)


def draw_pages(printer: QPrinter, pages: Sequence[bytes]) -> bool:
    """Draw PNG pages onto a printer, one to a sheet; returns whether the printer took them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for place, page in enumerate(pages):
        if place:
            printer.newPage()
        image = QImage.fromData(page)
        room = printer.pageLayout().fullRectPixels(printer.resolution())
        size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        where = QRect(room.topLeft(), size)
        where.moveCenter(room.center())
        painter.drawImage(where, image)
    return painter.end()
