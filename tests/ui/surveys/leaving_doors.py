"""All that leaves the program about closed waves, read back from where it left."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QWidget

from tests.ui.desks import BenchDesk, settle
from workbench.cli.root import run as run_command
from workbench.foundation.errors import BadInput
from workbench.reports.survey_sheets import export_survey
from workbench.ui.insights.insights_page import InsightsPage
from workbench.ui.surveys.results_page import ResultsPage
from workbench.ui.surveys.results_shown import ShownResults
from workbench.ui.surveys.surveys_page import SurveysPage

WHOLE, VARIED = "", "without one column"
_WITHOUT = re.compile(r"(\d+) (?:person|people) ticked.*?the mean is ([\d.]+)\.")
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


@dataclass(frozen=True)
class Released:
    """A mean that left by a door: of which wave, part and thing, how exactly, over how many."""

    door: str
    wave: str
    part: str
    what: str
    low: float
    high: float
    n: int | None = None


def exact(door: str, wave: str, part: str, what: str, mean: float, n: int | None) -> Released:
    return Released(door, wave, part, what, mean, mean, n)


def rounded(door: str, wave: str, part: str, what: str, said: str, n: int | None) -> Released:
    """Return what a figure of so many decimals leaves open."""
    half = 0.5 * 10 ** -len(said.partition(".")[2])
    mean = float(said.replace("−", "-"))
    return Released(door, wave, part, what, mean - half, mean + half, n)


def from_json(text: str) -> Iterator[Released]:
    for wave in json.loads(text)["waves"]:
        if wave["mean"] is not None:
            yield exact("json", wave["label"], WHOLE, "score", wave["mean"], wave["scored"])
        for item in wave["items"]:
            if item["mean"] is not None:
                yield exact(
                    "json", wave["label"], WHOLE, item["item"], item["mean"], wave["scored"]
                )


def counts_in_json(text: str) -> Iterator[int]:
    """Return every count of people that stands in the JSON, but those left without a score."""
    found = json.loads(text)
    for wave in found["waves"]:
        yield from (wave[name] for name in ("n", "scored") if wave[name] is not None)
    for change in found["changes"]:
        yield from (change[name] for name in ("linked", "left", "new") if change[name])


def from_workbook(path: Path) -> Iterator[Released]:
    book = load_workbook(path, read_only=False)
    for wave, row in _rows(book, "Waves"):
        if row["Mean"] is not None:
            yield exact("workbook", wave, WHOLE, "score", row["Mean"], row["Answers"])
    for wave, row in _rows(book, "Items"):
        if row["Mean"] is not None:
            yield exact("workbook", wave, WHOLE, str(row["Item"]), row["Mean"], None)
    for wave, row in _rows(book, "Departments"):
        if row["Mean"] is not None:
            yield exact("workbook", wave, row["Department"], "score", row["Mean"], row["Answers"])


def _rows(book: Any, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if name in book.sheetnames:
        heads, *rows = book[name].iter_rows(values_only=True)
        for row in rows:
            yield str(row[0]), dict(zip(heads, row, strict=True))


def from_page(shown: ShownResults) -> Iterator[Released]:
    """Read the page of one wave as it is drawn, with its rounding."""
    if shown.hidden:
        return
    wave, n = shown.label, int(shown.stats[0].value)
    yield rounded("page", wave, WHOLE, "score", shown.stats[1].value, None)
    for title, _axis, lines in shown.groups:
        for line in lines:
            if title == "By department" and line.shown_mean:
                many = int(line.answers.split()[0])
                yield rounded("page", wave, line.title, "score", line.shown_mean, many)
    for words in shown.about:
        for many, mean in _WITHOUT.findall(words):
            yield rounded("page", wave, VARIED, "score", mean, n - int(many))


def in_model(view: QAbstractItemView) -> Iterator[str]:
    """Return everything a table holds, for the eye and for a screen reader, one row each."""
    model = view.model()
    for row in range(model.rowCount(QModelIndex())):
        told = []
        for column in range(model.columnCount(QModelIndex())):
            index = model.index(row, column)
            told += [str(value) for role in _ROLES if (value := model.data(index, role))]
        yield " | ".join(told)


def texts_in(page: QWidget) -> list[str]:
    """Return every text in a page: shown, accessible, in tips and in tables."""
    told = []
    for widget in [page, *page.findChildren(QWidget)]:
        told += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        told += [str(value) for name in ("text", "plainText") if (value := _of(widget, name))]
        if isinstance(widget, QAbstractItemView):
            told += in_model(widget)
    return [text for text in told if text]


def _of(widget: QWidget, name: str) -> object:
    found = getattr(widget, name, None)
    return found() if callable(found) else found


@dataclass(frozen=True)
class Left:
    """What left: means with their cuts, counts of people, and all texts."""

    means: tuple[Released, ...]
    counts: tuple[int, ...]
    texts: tuple[str, ...]


def all_that_leaves(
    desk: BenchDesk, instrument: str, wave_ids: Sequence[int], folder: Path, printed: Any
) -> Left:
    """Open every page, write every file, copy every word about these waves.

    `printed` gives and empties what the command line has printed; the desk's file closes.
    """
    means: list[Released] = []
    texts: list[str] = []
    for wave_id in wave_ids:
        page = desk.open(ResultsPage, 1440, 900)
        assert isinstance(page, ResultsPage)
        page.arrive(wave=wave_id)
        settle()
        assert page.shown is not None
        means += from_page(page.shown)
        texts += texts_in(page)
    texts += _other_pages(desk)
    book = folder / "survey.xlsx"
    try:
        export_survey(desk.workspace, "Bridges", instrument, book)
        means += from_workbook(book)
    except BadInput:
        assert not book.exists(), "a key in question goes nowhere"
    desk.workspace.close()
    path, asked = str(desk.workspace.path), ["--community", "Bridges"]
    printed()
    assert run_command(["results", path, *asked, "--instrument", instrument, "--json"]) == 0
    told = printed()
    means += from_json(told)
    assert run_command(["results", path, *asked, "--instrument", instrument]) == 0
    texts += printed().splitlines()
    texts += _brief(path, asked, folder / "brief.pdf")
    counts = [*counts_in_json(told), *(one.n for one in means if one.n is not None)]
    return Left(tuple(means), tuple(counts), tuple(texts))


def _other_pages(desk: BenchDesk) -> list[str]:
    """Return the texts of the survey list and of Insights, and what its button copies."""
    texts = []
    for kind in (SurveysPage, InsightsPage):
        page = desk.open(kind, 1440, 900)
        settle()
        texts += texts_in(page)
        if isinstance(page, InsightsPage):
            page.copy_words()
            texts += QGuiApplication.clipboard().text().splitlines()
            page.as_table()
            settle()
            texts += texts_in(page)
    return texts


def _brief(path: str, asked: list[str], out: Path) -> list[str]:
    from pypdf import PdfReader

    if run_command(["brief", path, str(out), *asked]):
        return []
    reader = PdfReader(out)
    said = " ".join(page.extract_text() for page in reader.pages)
    return [*re.split(r"(?<=[.!?])\s", " ".join(said.split())), str(reader.metadata)]
