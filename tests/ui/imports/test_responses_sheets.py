"""A workbook with two sheets of answers: which one is asked, in the window and at the command."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtWidgets import QWidget

from tests.ui.desks import BenchDesk, settle
from tests.unit.imports.survey_exports import CODES, google
from workbench.foundation.errors import BadInput
from workbench.imports.response_import import ResponseChoices
from workbench.imports.responses import apply_responses, preview_responses
from workbench.ui.imports.dialogs import open_import
from workbench.ui.imports.responses_dialog import ResponsesDialog
from workbench.ui.kit.text import Text

TITLES = [f"S{at}" for at in range(1, 8)]


def workbook(folder: Path) -> Path:
    """Two sheets of answers, the first one longer."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, codes in (("March", CODES), ("June", CODES[:6])):
        sheet = book.create_sheet(name)
        for row in google(codes, TITLES):
            sheet.append(list(row))
    book.save(folder / "answers.xlsx")
    return folder / "answers.xlsx"


def test_the_window_asks_which_sheet_holds_the_answers(
    desk: BenchDesk, window: QWidget, tmp_path: Path
) -> None:
    open_import(window, desk, "responses", workbook(tmp_path))
    settle()
    (dialog,) = window.findChildren(ResponsesDialog)
    dialog.instrument.pick("safety-pulse")
    settle()
    assert dialog.sheet.isVisible()
    asked = " ".join(each.text() for each in dialog.remarks.findChildren(Text))
    assert "2 sheets of this file look like answers: March and June." in asked
    assert not dialog.do_button.isEnabled()
    dialog.sheet.pick("June")
    settle()
    assert dialog.do_button.isEnabled()
    assert dialog.do_button.label == "Take 6 answers"
    dialog.sheet.pick("March")
    settle()
    assert dialog.do_button.label == f"Take {len(CODES)} answers"
    dialog.cancel()


def test_at_the_command_nothing_is_written_until_the_sheet_is_said(
    desk: BenchDesk, tmp_path: Path
) -> None:
    source, today = workbook(tmp_path), desk.clock.today()
    choices = ResponseChoices("safety-pulse", "June", today)
    found = apply_responses(desk.workspace, "Bridges", source, choices)
    assert not found.written
    assert found.questions[0].endswith("Say so with --sheet.")
    june = ResponseChoices("safety-pulse", "June", today, sheet="June")
    assert len(preview_responses(desk.workspace, "Bridges", source, june).sheets) == 6
    wrong = ResponseChoices("safety-pulse", "June", today, sheet="May")
    with pytest.raises(BadInput, match="No sheet with answers is called May"):
        preview_responses(desk.workspace, "Bridges", source, wrong)
