"""The roster reopened by two libraries: every cell as it went in, and a sheet that prints well."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from workbench.foundation.errors import BadInput, CannotSave
from workbench.foundation.words import Role
from workbench.reports.excel import write_workbook
from workbench.reports.roster_sheet import roster_read_me, roster_sheet
from workbench.rosters.queries import DepartmentRow, RosterRow

SUPPORT = DepartmentRow(1, "Support", 0)
ROW = RosterRow(
    person_id=1,
    membership_id=1,
    name="Ama Boateng",
    first_name="Ama",
    last_name="Boateng",
    email="ama@halden.example",
    job_title="Team lead, chat",
    department=SUPPORT,
    role=Role.CO_HOST,
    joined_on=date(2026, 1, 22),
    left_on=None,
    reason_to_join="To be asked first",
    reason_to_leave="",
    tags=("chat", "early shift"),
    own=(("Staff number", "00123"),),
)
ODD = (
    "=1+1", "=HYPERLINK(\"x\")", "+49 30 123", "-", "@handle", "#N/A", "TRUE", "1e5", "00123",
    "Zoë Ńowak", "  two  spaces ", "line\nbreak", "tab\there", "<b>&amp;</b>", "'quoted", "李小龙",
    "🙂", "2026-01-05", "0.5%", "e\u0301", "=",
)  # fmt: skip


def written(folder: Path, rows: list[RosterRow], own: tuple[str, ...] = ("Staff number",)) -> Path:
    target = folder / "roster.xlsx"
    read_me = roster_read_me("Bridges", date(2026, 10, 13), None, len(rows))
    write_workbook(target, [roster_sheet(rows, own)], read_me)
    return target


def by_openpyxl(path: Path, sheet: str = "Roster") -> list[list[Any]]:
    return [list(row) for row in load_workbook(path)[sheet].iter_rows(values_only=True)]


def by_calamine(path: Path, sheet: str = "Roster") -> list[list[Any]]:
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet).to_python()


def test_odd_names_come_back_unchanged_in_both_libraries(tmp_path: Path) -> None:
    path = written(
        tmp_path, [replace(ROW, name=name, own=(("Staff number", name),)) for name in ODD]
    )
    for rows in (by_openpyxl(path), by_calamine(path)):
        assert [row[0] for row in rows[1:]] == list(ODD)
        assert [row[12] for row in rows[1:]] == list(ODD)


def test_what_looks_like_a_letter_code_is_not_read_as_one(tmp_path: Path) -> None:
    assert by_calamine(written(tmp_path, [replace(ROW, name="_x0041_")]))[1][0] == "_x0041_"


def test_formula_like_names_are_text_that_stays_text_when_edited(tmp_path: Path) -> None:
    path = written(tmp_path, [replace(ROW, name="=2+2")])
    cell = load_workbook(path)["Roster"]["A2"]
    assert (cell.value, cell.data_type) == ("=2+2", "s")
    assert cell.quotePrefix
    assert cell.number_format == "@"


def test_dates_are_dates_and_numbers_of_people_stay_text(tmp_path: Path) -> None:
    early = [date(1969, 7, 20), date(1932, 2, 29), date(1900, 3, 1), date(9999, 12, 31)]
    path = written(tmp_path, [replace(ROW, joined_on=day) for day in early])
    assert [row[7].date() for row in by_openpyxl(path)[1:]] == early
    assert [row[7] for row in by_calamine(path)[1:]] == early
    assert by_openpyxl(path)[1][12] == "00123"
    assert by_openpyxl(path)[1][8] is None


def test_dates_excel_does_not_know_are_text_and_said(tmp_path: Path) -> None:
    path = written(tmp_path, [replace(ROW, joined_on=date(1899, 12, 31), left_on=date(1900, 2, 1))])
    assert by_openpyxl(path)[1][7:9] == ["1899-12-31", "1900-02-01"]
    notes = "\n".join(str(cell) for row in by_openpyxl(path, "Read me") for cell in row if cell)
    assert "2 cells: dates before 1 March 1900 stand as text" in notes


def test_what_excel_refuses_is_left_out_and_said(tmp_path: Path) -> None:
    names = ["bell\x07", "half \ud83d", "\x00nul", "\uffff", "fine"]
    path = written(tmp_path, [replace(ROW, name=name) for name in names])
    assert [row[0] for row in by_openpyxl(path)[1:]] == ["bell", "half ", "nul", None, "fine"]
    notes = "\n".join(str(cell) for row in by_openpyxl(path, "Read me") for cell in row if cell)
    assert "4 cells: control characters that Excel refuses were left out" in notes


def test_a_very_long_text_is_shortened_and_said(tmp_path: Path) -> None:
    path = written(tmp_path, [replace(ROW, reason_to_join="🙂" * 20_000)])
    kept = by_openpyxl(path)[1][10]
    assert len(kept.encode("utf-16-le")) // 2 <= 32_767
    assert kept.endswith("🙂…")
    notes = "\n".join(str(cell) for row in by_openpyxl(path, "Read me") for cell in row if cell)
    assert "1 cell: text beyond 32,767 letters was left out" in notes


def test_five_thousand_people_come_back_without_a_changed_cell(tmp_path: Path) -> None:
    rows = [
        replace(
            ROW,
            name=f"{ODD[n % len(ODD)]} Ångström-{n}",
            email=f"p{n}@halden.example",
            joined_on=date.fromordinal(date(1950, 1, 1).toordinal() + n * 5),
            left_on=None if n % 3 else date(2027, 1, 1),
            own=(("Staff number", f"{n:05}"),),
        )
        for n in range(5000)
    ]
    path = written(tmp_path, rows)
    for found in (by_openpyxl(path), by_calamine(path)):
        assert len(found) == 5001
        for row, want in zip(found[1:], rows, strict=True):
            joined = row[7].date() if isinstance(row[7], datetime) else row[7]
            left = row[8].date() if isinstance(row[8], datetime) else row[8] or None
            assert (row[0], row[3], joined, left, row[12]) == (
                want.name, want.email, want.joined_on, want.left_on, want.own[0][1],
            )  # fmt: skip


def test_the_sheet_is_easy_to_read_and_print(tmp_path: Path) -> None:
    book = load_workbook(written(tmp_path, [ROW] * 3))
    assert book.sheetnames == ["Roster", "Read me"]
    sheet = book["Roster"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:M4"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    fitted = sheet.sheet_properties.pageSetUpPr
    assert fitted is not None
    assert fitted.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.column_dimensions["A"].width >= len("Ama Boateng")
    assert sheet["A1"].font.bold
    headings = [cell.value for cell in sheet[1]]
    assert headings == ["Name", "First name", "Last name", "E-mail", "Department", "Job title",
                        "Role", "Joined on", "Left on", "Tags", "Reason to join",
                        "Reason to leave", "Staff number"]  # fmt: skip
    assert sheet["G2"].value == "co-host"
    assert sheet["J2"].value == "chat; early shift"


def test_the_read_me_says_what_of_whom_and_when(tmp_path: Path) -> None:
    rows = by_openpyxl(written(tmp_path, [ROW]), "Read me")
    said = {row[0]: row[1] for row in rows}
    assert said["Community"] == "Bridges"
    assert said["Written on"] == "13 October 2026"
    assert said["As of"] == "everything up to the day of writing"
    assert ["Roster", "Joined on"] in [row[:2] for row in rows]
    assert "Private notes are never part" in said["Written by"]


def test_an_own_column_never_hides_a_field(tmp_path: Path) -> None:
    path = written(tmp_path, [replace(ROW, own=(("role", "x"),))], own=("role",))
    assert by_openpyxl(path)[0][-1] == "role (own column)"


def test_other_endings_too_many_rows_and_closed_folders_are_told(tmp_path: Path) -> None:
    read_me = roster_read_me("Bridges", date(2026, 10, 13), None, 0)
    sheet = roster_sheet([], ())
    with pytest.raises(BadInput, match=r"roster\.xlsx"):
        write_workbook(tmp_path / "roster.csv", [sheet], read_me)
    with pytest.raises(BadInput, match="1,048,576"):
        write_workbook(tmp_path / "r.xlsx", [replace(sheet, rows=[()] * 1_048_576)], read_me)
    wide = replace(sheet, columns=sheet.columns * 1500)
    with pytest.raises(BadInput, match="16,384"):
        write_workbook(tmp_path / "r.xlsx", [wide], read_me)
    with pytest.raises(CannotSave, match="does not exist"):
        write_workbook(tmp_path / "no" / "r.xlsx", [sheet], read_me)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_roster_is_a_sheet_with_its_headings(tmp_path: Path) -> None:
    assert len(by_openpyxl(written(tmp_path, []))) == 1
