"""One evening on the sample community, by keys alone, through the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from tests.journeys.evening import Evening, evening
from workbench.contributions.feed_queries import feed_rows
from workbench.foundation.settings import load_settings
from workbench.foundation.words import ContributionKind, Mark, WaveState
from workbench.rosters.queries import roster
from workbench.sessions.attendance_queries import marks_of
from workbench.sessions.grid_rules import LETTERS
from workbench.sessions.queries import session_detail, session_rows
from workbench.storage.backups import backups_of
from workbench.storage.check import check_file
from workbench.storage.marker import marker_path
from workbench.storage.workspace import open_workspace
from workbench.surveys.queries import WaveRow, waves
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.table import RowTable
from workbench.ui.sessions.planner_parts import OverrunBar
from workbench.ui.theme import look

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(bridges: Path, qtbot: QtBot) -> Iterator[Evening]:
    """The window on a copy of the sample, with Home painted."""
    with evening(qtbot, bridges) as shown:
        shown.until(lambda: shown.page.name == "home")
        shown.rest()
        yield shown


def test_marks_are_set_by_letters_and_taken_back(desk: Evening) -> None:
    desk.go("Ctrl+6", "attendance")
    grid, lines = desk.page.presenter.grid, desk.page.presenter.lines
    column = next(i for i, c in enumerate(grid.columns) if c.number == 16)
    rows = [line for line in lines if isinstance(line, int)][:4]
    session, people = grid.columns[column].session_id, [grid.rows[r].person_id for r in rows]
    before = [grid.rows[row].cells[column] for row in rows]
    desk.until(desk.page.grid.cells.hasFocus)
    desk.page.go_to(rows[0], column)

    def now() -> list[str]:
        marks = desk.ask(lambda w: w.read(marks_of, desk.community))[session]
        stored = [LETTERS[marks.get(person, Mark.UNKNOWN)] for person in people]
        assert [desk.page.presenter.grid.rows[row].cells[column] for row in rows] == stored
        return stored

    desk.tap("P", "L", "E", "A")
    desk.rest()
    assert now() == ["P", "L", "E", "A"]
    desk.press("Up", "Up", "Up", "Delete", "Delete")
    assert now() == ["P", "?", "?", "A"]
    steps = desk.ask(lambda w: len(w.undo_names))
    desk.press(*["Ctrl+Z"] * steps)
    assert now() == before
    assert desk.toast.startswith("Undone: ")
    desk.press("Ctrl+Z")
    assert desk.toast == "There is nothing to undo."
    desk.press("Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert now() == ["P", "L", "E", "A"]


def test_a_member_is_found_added_changed_and_taken_back(desk: Evening) -> None:
    desk.go("Ctrl+3", "people")
    desk.press("Ctrl+F")
    desk.write("zielinski")
    assert [row.roster.name for row in desk.page.table.rows.rows()] == ["Tomasz Zieliński"]
    desk.press("Ctrl+N")
    desk.write("Zuzana Dvořáková")
    desk.tap("Tab")
    desk.write("Buyer")
    desk.press("Ctrl+Return")
    assert desk.toast == "Added Zuzana Dvořáková."
    assert desk.page.table.current_row().roster.name == "Zuzana Dvořáková"
    assert desk.page.find_field.text() == ""
    assert desk.page.detail.isVisible()

    desk.page.edit()
    desk.until(desk.dialog.name.hasFocus)
    desk.tap("Ctrl+A")
    desk.write("Zuzana Malá")
    desk.press("Ctrl+Return")
    names = [row.name for row in desk.ask(lambda w: w.read(roster, desk.community))]
    assert "Zuzana Malá" in names
    assert len(names) == 49
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert len(desk.page.table.rows.rows()) == 48


def test_a_contribution_is_one_line(desk: Evening) -> None:
    desk.tap("Ctrl+Shift+C")
    desk.until(lambda: desk.page.name == "contributions" and desk.page.capture.line.hasFocus())
    desk.rest()
    desk.write("hana nov")
    desk.tap("Tab")
    desk.write("h")
    desk.tap("Tab")
    desk.write("kofi")
    desk.tap("Tab")
    desk.write("Sat with him for the first count")
    desk.press("Return")
    newest = desk.ask(lambda w: w.read(feed_rows, desk.community))[0]
    assert newest.giver.name == "Hana Novák"
    assert newest.kind is ContributionKind.HELP
    assert [one.name for one in newest.receivers] == ["Kofi Mensah"]
    assert newest.text == "Sat with him for the first count"
    assert desk.page.capture.line.text() == ""
    assert "350" in desk.page.header.subtitle.text()
    desk.press("Ctrl+Z")
    assert "349" in desk.page.header.subtitle.text()


def test_a_session_is_planned_and_what_runs_over_is_mended(desk: Evening) -> None:
    desk.go("Ctrl+4", "sessions")
    desk.press("Ctrl+N")
    desk.write("Questions for the shop floor")
    desk.press("Ctrl+Return")
    desk.until(lambda: desk.page.name == "planner" and desk.page.presenter.session is not None)
    desk.rest()
    session = desk.page.presenter.session
    desk.press("Ctrl+N")
    desk.until(desk.page.form.title_input.hasFocus)
    desk.write("Round of questions")
    desk.press("Escape")
    desk.until(desk.page.blocks.hasFocus)
    for title in ("What we heard", "What we try"):
        desk.press("B")
        desk.until(desk.page.form.title_input.hasFocus)
        desk.write(title)
        desk.press("Escape")
        desk.until(desk.page.blocks.hasFocus)
    desk.press("Alt+Up", *["+"] * 5)

    def agenda() -> list[tuple[str, int]]:
        blocks = desk.ask(lambda w: w.read(session_detail, session)).agenda.blocks
        return [(placed.block.title, placed.block.minutes) for placed in blocks]

    assert agenda() == [("Round of questions", 10), ("What we try", 15), ("What we heard", 10)]
    desk.press("Ctrl+Z")
    assert agenda()[1] == ("What we try", 14)
    assert [card.placed.block.minutes for card in desk.page.blocks.cards] == [10, 14, 10]

    coming = next_one(desk)
    desk.page.arrive(session=coming)
    desk.until(lambda: desk.page.header.title.text() == "Handovers that hold")
    desk.rest()
    overrun = desk.page.findChild(OverrunBar)
    assert overrun.isVisible()
    desk.to_field(overrun.findChildren(Button)[0])
    desk.press("Space")
    desk.until(lambda: not overrun.isVisible())
    handovers = desk.ask(lambda w: w.read(session_detail, coming))
    assert handovers.agenda.end <= handovers.minutes


def test_a_survey_is_planned_opened_and_closed(desk: Evening) -> None:
    desk.go("Ctrl+8", "surveys")
    desk.press("Ctrl+N")
    assert desk.page.name == "survey-plan"

    def found() -> list[WaveRow]:
        return desk.ask(lambda w: w.read(waves, desk.community))

    asked = desk.page.what.rows["loneliness-pulse"].check
    assert not asked.isChecked(), "an open wave asks it already"
    desk.to_field(desk.page.label)
    desk.tap("Ctrl+A")
    desk.write("Autumn")
    save = next(b for b in desk.page.findChildren(Button) if b.label == "Save plan")
    desk.to_field(save)
    desk.press("Space")
    desk.rest()
    desk.go("Ctrl+8", "surveys")
    desk.page.arrive(wave=next(w.id for w in found() if w.label == "Autumn"))
    desk.rest()

    def autumn() -> WaveState:
        return next(wave.state for wave in found() if wave.label == "Autumn")

    assert autumn() is WaveState.PLANNED
    for verb, state in (("Open the wave", WaveState.OPEN), ("Close the wave", WaveState.CLOSED)):
        button = next(b for b in desk.page.details.findChildren(Button) if b.label == verb)
        desk.to_field(button)
        desk.press("Space")
        assert desk.dialog.do_button.label == verb
        desk.press("Ctrl+Return")
        assert autumn() is state
    desk.press("Ctrl+Z")
    assert autumn() is WaveState.CLOSED, "a closed wave is closed for good"


def test_the_charts_are_a_table_too(desk: Evening) -> None:
    desk.go("Ctrl+9", "insights")
    desk.press("Ctrl+T")
    assert desk.page.chart.as_table
    table = desk.page.chart.findChild(RowTable)
    said = [" ".join(row) for row in table.rows.rows()]
    assert any("5.3" in line for line in said)
    desk.press("Ctrl+T")
    assert not desk.page.chart.as_table


def test_the_brief_goes_out_as_a_page(desk: Evening, tmp_path: Path) -> None:
    desk.go("Ctrl+0", "reports")
    desk.tap("Ctrl+E")
    desk.name_file(tmp_path / "brief.pdf")
    desk.until(lambda: (tmp_path / "brief.pdf").exists() and "brief.pdf" in desk.toast)
    pages = PdfReader(tmp_path / "brief.pdf").pages
    assert len(pages) == 1
    assert "Members feel safer than in March" in " ".join(pages[0].extract_text().split())


def test_search_opens_a_person_and_a_session(desk: Evening) -> None:
    desk.tap("Ctrl+K")
    desk.write("zielinski")
    desk.until(lambda: "Tomasz Zieliński" in desk.found)
    desk.press("Return")
    assert desk.page.name == "person"
    desk.until(lambda: desk.page.header.title.text() == "Tomasz Zieliński")
    desk.tap("Ctrl+K")
    desk.write("peak-season")
    desk.until(lambda: "Peak-season buddy check" in desk.found)
    desk.press("Return")
    assert desk.page.name == "sessions"
    desk.until(lambda: desk.page.table.current_row().title == "Peak-season buddy check")


def test_search_offers_commands_everywhere_and_to_add_whom_it_does_not_find(desk: Evening) -> None:
    desk.tap("Ctrl+K")
    desk.write("import")
    desk.until(lambda: "Import people" in desk.found)
    assert len(desk.found) == len(set(desk.found))
    desk.press("Escape")
    desk.tap("Ctrl+K")
    desk.write("Zuzana Nova")
    desk.until(lambda: desk.found[:1] == ['Add "Zuzana Nova" as a member'])
    desk.press("Return")
    desk.until(lambda: desk.dialog.name.text() == "Zuzana Nova")
    desk.press("Ctrl+Return")
    assert desk.toast == "Added Zuzana Nova."


def test_dark_and_large_then_closed_with_a_backup(desk: Evening, bridges: Path) -> None:
    desk.press("Ctrl+Shift+D")
    assert look().dark
    desk.go("Ctrl+,", "settings")
    slider = desk.page.appearance.slider
    desk.to_field(slider)
    desk.tap("End")
    desk.until(lambda: look().scale == 2.0)
    desk.go("Ctrl+1", "home")
    desk.go("Ctrl+6", "attendance")
    desk.tap("P", "A", "L")
    desk.close()
    assert desk.program.desk is None
    assert not marker_path(bridges).exists()
    assert not bridges.with_name(bridges.name + "-journal").exists()
    (copy,) = backups_of(bridges)
    assert copy.why == "on closing"
    for path in (bridges, copy.path):
        assert check_file(path).whole
    with open_workspace(bridges) as workspace:
        stored = workspace.read(marks_of, 1)
    with open_workspace(copy.path) as workspace:
        assert workspace.read(marks_of, 1) == stored
    kept = load_settings()
    assert (kept.theme, kept.text_scale) == ("dark", 2.0)


def test_a_backup_is_seen_wherever_backups_are_told(desk: Evening) -> None:
    desk.go("Ctrl+,", "settings")
    desk.go("Ctrl+1", "home")
    desk.tap("Ctrl+K")
    desk.write("back up")
    desk.until(lambda: "Back up now" in desk.found)
    desk.press("Return")
    desk.until(lambda: desk.toast == "Backed up, opened and checked.")
    desk.rest()
    assert not any("No backup yet" in line for line in desk.lines)
    desk.go("Ctrl+,", "settings")
    desk.rest()
    assert any("by hand" in line for line in desk.lines)


def next_one(desk: Evening) -> int:
    """The session on Thursday."""
    rows = desk.ask(lambda w: w.read(session_rows, desk.community))
    return next(row.id for row in rows if row.number == 17)
