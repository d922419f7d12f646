"""The menu of one chart: its table, its picture as a file or on the clipboard, and its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from workbench.foundation.atomic_file import write_bytes
from workbench.foundation.dates import full_date
from workbench.foundation.text import number
from workbench.ui.desk import Desk
from workbench.ui.kit.chart_table import figures_table
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.menus import Item

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.reports.charts import ChartPage, ChartTheme
    from workbench.reports.charts.reading import Cell


class Figures(Protocol):
    """A chart that can be taken elsewhere, with the method note it carries."""

    @property
    def name(self) -> str:
        """Its name for files."""
        ...

    @property
    def note(self) -> str:
        """How its figures were worked out."""
        ...

    def table(self) -> tuple[str, Sequence[str], list[tuple[str, ...]]]:
        """Return a title, the titles of columns and the rows."""
        ...

    def file(self, ending: str, theme: "ChartTheme" = "light") -> bytes:
        """Return it as the file its ending asks for; raises BadInput for others."""
        ...

    def words(self) -> str:
        """Return it in words, the method below."""
        ...


@dataclass(frozen=True, slots=True)
class OneChart:
    """One chart of a page by itself: its page, its name in a sentence, and its method note."""

    page: "ChartPage"
    name: str
    note: str = ""

    def table(self) -> tuple[str, Sequence[str], list[tuple[str, ...]]]:
        """Return the figures of its panel."""
        from workbench.reports.charts import panel_table

        figures = panel_table(self.page.panels[0])
        rows = [tuple(_cell(cell) for cell in row) for row in figures.rows]
        return figures.title, figures.columns, rows

    def file(self, ending: str, theme: "ChartTheme" = "light") -> bytes:
        """Return it as PNG or SVG, without own notes; raises BadInput for another ending."""
        from workbench.reports.charts import chart_file

        return chart_file(ending, self.page, self.note, theme)

    def words(self) -> str:
        """Return it in words without own notes, the method below."""
        from workbench.reports.charts import page_reading, without_notes

        words = page_reading(without_notes(self.page))
        return f"{words}\n{self.note}" if self.note else words


def chart_items(desk: Desk, over: QWidget, chart: Figures) -> list[Item]:
    """Return what can be done with one chart."""
    return [
        Item("Show as table", lambda: show_table(over, chart), icon="table"),
        Item("Save as PNG", lambda: save_as(desk, chart, ".png"), icon="download"),
        Item("Save as SVG", lambda: save_as(desk, chart, ".svg"), icon="download"),
        Item("Save for grey print", lambda: save_as(desk, chart, ".svg", "grey"), icon="printer"),
        Item("Copy picture", lambda: copy_picture(desk, chart), icon="picture"),
        Item("Copy text description", lambda: copy_words(desk, chart), icon="copy"),
    ]


def show_table(over: QWidget, chart: Figures) -> Dialog:
    """Open the figures of a chart as a table over the window; its button copies them."""
    title, columns, rows = chart.table()
    dialog = Dialog(over, title, "Copy table", width=860, cancel="Close")
    table = figures_table(columns, rows)
    table.setMinimumHeight(320)
    dialog.body.addWidget(table)
    dialog.effect.say(chart.note)

    def copy() -> None:
        lines = ["\t".join(row) for row in (columns, *rows)]
        QGuiApplication.clipboard().setText("\n".join(lines))
        dialog.finish()

    dialog.accepted.connect(copy)
    dialog.open()
    return dialog


def save_as(desk: Desk, chart: Figures, ending: str, theme: "ChartTheme" = "light") -> None:
    """Let the user say where the picture goes, and write it there with its note."""

    def write(path: "Path") -> None:
        def job() -> None:
            write_bytes(path, chart.file(path.suffix, theme))

        desk.run(job, lambda _: desk.say(f"Saved as {path.name}."))

    desk.choose_new_file("Save picture", f"{chart.name}{ending}", write)


def copy_picture(desk: Desk, chart: Figures) -> None:
    """Draw the chart on white with its note and put it on the clipboard."""

    def job() -> QImage:
        return QImage.fromData(QByteArray(chart.file(".png")))

    def put(image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        desk.say("Copied the picture.")

    desk.run(job, put)


def copy_words(desk: Desk, chart: Figures) -> None:
    """Put the chart in words on the clipboard, the method below, without own notes."""
    QGuiApplication.clipboard().setText(chart.words())
    desk.say("Copied the description.")


def _cell(cell: "Cell") -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return number(cell, 2)
    return (
        cell if isinstance(cell, str) else str(cell) if isinstance(cell, int) else full_date(cell)
    )
