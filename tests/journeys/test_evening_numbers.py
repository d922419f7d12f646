"""The same number wherever it stands: pages, exports, the brief and the command line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from tests.journeys.commands import succeeded
from tests.journeys.evening import Evening, evening
from workbench.foundation.text import number
from workbench.sessions.attendance_rules import HERE
from workbench.sessions.grid_rules import MARKS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
BRIDGES = ("--community", "Bridges")
Rows = list[dict[str, Any]]


def sheet(path: Path, name: str) -> Rows:
    from openpyxl import load_workbook

    headings, *rows = load_workbook(path)[name].iter_rows(values_only=True)
    titles = [str(heading) for heading in headings]
    return [dict(zip(titles, row, strict=True)) for row in rows]


@pytest.fixture
def out(bridges: Path, tmp_path: Path) -> Path:
    """What leaves the house, written before the window has the file open."""
    for book in ("roster", "attendance", "contributions"):
        succeeded("export", book, bridges, tmp_path / f"{book}.xlsx", *BRIDGES)
    succeeded("brief", bridges, tmp_path / "brief.pdf", *BRIDGES)
    return tmp_path


@pytest.fixture
def waves(bridges: Path) -> dict[str, Any]:
    """Waves of the two pulses as the command line tells them, by instrument."""
    asked = ("safety-pulse", "loneliness-pulse")
    return {
        key: succeeded("results", bridges, *BRIDGES, "--instrument", key, "--json").json["waves"]
        for key in asked
    }


@pytest.fixture
def desk(out: Path, waves: dict[str, Any], bridges: Path, qtbot: QtBot) -> Iterator[Evening]:
    with evening(qtbot, bridges) as shown:
        shown.until(lambda: shown.page.name == "home")
        shown.rest()
        yield shown


def brief(out: Path) -> str:
    return " ".join(PdfReader(out / "brief.pdf").pages[0].extract_text().split())


def tile(desk: Evening, title: str) -> tuple[str, str]:
    desk.go("Ctrl+1", "home")
    buttons = desk.page.findChildren(object)
    found = [each for each in buttons if getattr(each, "_tile", None) is not None]
    one = next(each._tile for each in found if each._tile.title.startswith(title))
    return one.value, one.sentence


def test_people(desk: Evening, out: Path) -> None:
    desk.go("Ctrl+3", "people")
    rows = desk.page.table.rows.rows()
    assert "48 members" in desk.page.header.subtitle.text()
    assert len(rows) == len(sheet(out / "roster.xlsx", "Roster")) == 48
    assert "48 members from 6 departments" in brief(out)
    exported = {row["Name"]: row for row in sheet(out / "attendance.xlsx", "Attendance")}
    desk.go("Ctrl+6", "attendance")
    for row in desk.page.presenter.grid.rows:
        told = exported[row.name]
        assert (told["Here"], told["Expected"]) == (row.rate.here, row.rate.out_of), row.name


def test_attendance(desk: Evening, out: Path) -> None:
    desk.go("Ctrl+6", "attendance")
    grid = desk.page.presenter.grid
    last = next(place for place, column in enumerate(grid.columns) if column.number == 16)
    here = sum(MARKS.get(row.cells[last]) in HERE for row in grid.rows)
    assert tile(desk, "Attendance")[0] == f"{here} of {len(grid.rows)}" == "30 of 48"
    overall = number(100 * grid.overall.here / grid.overall.out_of, 0)
    assert f"attendance here or late of those expected ({grid.overall.here} of " in brief(out)
    assert f"{overall}% came to an average session, 16 sessions held" in brief(out)
    desk.go("Ctrl+2", "community")
    assert any(f"{overall}% came on average" in line for line in desk.lines)
    desk.go("Ctrl+3", "people")
    squares = {row.roster.name: row for row in desk.page.table.rows.rows()}
    for row in grid.rows:
        letters = [letter for letter in row.cells[: last + 1] if letter in MARKS][-8:]
        came = sum(MARKS[letter] in HERE for letter in letters)
        assert squares[row.name].here == came, row.name


def test_contributions(desk: Evening, out: Path) -> None:
    exported = sheet(out / "contributions.xlsx", "Contributions")
    desk.go("Ctrl+7", "contributions")
    assert desk.page.header.subtitle.text().startswith(f"{len(exported)} since")
    given: dict[str, int] = {}
    for row in exported:
        given[row["Who"]] = given.get(row["Who"], 0) + 1
    desk.go("Ctrl+3", "people")
    for row in desk.page.table.rows.rows():
        assert row.contributions == given.get(row.roster.name, 0), row.roster.name
    assert tile(desk, "Contributions")[0] == "23"
    held = [row for row in exported if str(row["Session"]).endswith("Ask me anything: Engineering")]
    assert len(held) == 23


def test_surveys(desk: Evening, out: Path, waves: dict[str, Any]) -> None:
    desk.go("Ctrl+8", "surveys")
    lines = {
        (line.wave.instrument_key, line.wave.label): (asking, line)
        for asking in desk.page.presenter.read.lines
        for line in asking.waves
    }
    for key, told in waves.items():
        for wave in told:
            asking, line = lines[key, wave["label"]]
            assert line.mean == number(wave["mean"])
            assert line.interval == f"{number(wave['ci_low'])} to {number(wave['ci_high'])}"
            assert asking.answered == f"{wave['n']} of {wave['invited']}"
    newest = {key: told[-1] for key, told in waves.items()}
    for key, title in (
        ("safety-pulse", "Psychological safety"), ("loneliness-pulse", "Loneliness")
    ):  # fmt: skip
        wave = newest[key]
        assert tile(desk, title)[0] == number(wave["mean"])
        assert f"{number(wave['ci_low'])} to {number(wave['ci_high'])}" in brief(out)
    desk.go("Ctrl+9", "insights")
    desk.press("Ctrl+T")
    said = " ".join(desk.lines)
    for wave in (wave for told in waves.values() for wave in told):
        assert f"{number(wave['ci_low'], 2)} to {number(wave['ci_high'], 2)}" in said
    assert "Up 0.4 since March, 95% CI 0.1 to 0.7: likely a real change." in said
    assert "Up 0.4 since March, 95% CI 0.1 to 0.7: likely a real change." in brief(out)


def test_help_across_departments(desk: Evening, out: Path) -> None:
    desk.go("Ctrl+7", "contributions")
    said = " ".join(desk.lines)
    assert "24 of 34" in said
    assert "24 of 34 offers of help crossed departments, 12 of 25 before May" in brief(out)
    desk.go("Ctrl+2", "community")
    assert "71%" in " ".join(desk.lines)
    assert tile(desk, "Help across departments") == ("78%", "14 of 18 offers · was 42%")
