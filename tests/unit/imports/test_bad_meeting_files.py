"""Meeting files that are damaged: nobody is lost, nobody is made up, and the place is told."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest

from tests.unit.imports.reports import TEAMS, TEAMS_MINUTES, minutes, report
from workbench.foundation.errors import UnreadableFile
from workbench.imports import workbook_size
from workbench.imports.meeting import read_meeting
from workbench.imports.tables import source_from_bytes

ZOOM = """Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest
Ann Lee,a@x.example,"Aug 12, 2026 10:00 AM","Aug 12, 2026 10:30 AM",30,No
Diego Gomez (TA),d@x.example,"Aug 12, 2026 10:20 AM","Aug 12, 2026 11:00 AM",40,No
Cy Oak,c@x.example,"Aug 12, 2026 10:00 AM","Aug 12, 2026 11:00 AM",60,No
"""
ZOOM_MINUTES = {"Ann Lee": 30.0, "Diego Gomez (TA)": 40.0, "Cy Oak": 60.0}


def test_an_open_quote_in_a_teams_report_costs_nobody() -> None:
    found = report(TEAMS.replace("[Acme]", '"[Acme]', 1))
    assert minutes(found) == TEAMS_MINUTES
    assert found.warnings[0] == (
        "Line 13 of report.csv opens a quotation mark in column 1 that is never closed; "
        "it was read as text."
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Diego Gomez", '"Diego Gomez'),
        ("d@x.example", '"d@x.example'),
        ('10:20 AM"', '10:20 AM""'),
        ("12, 2026 10:20", '12", 2026 10:20'),
        ("40,No", '40,"No'),
    ],
)
def test_a_mark_too_many_in_a_zoom_report_costs_nobody(before: str, after: str) -> None:
    found = report(ZOOM.replace(before, after))
    assert minutes(found) == ZOOM_MINUTES
    assert "Line 3 of report.csv" in found.warnings[0]


def test_a_mark_in_a_title_or_round_a_name_changes_nothing() -> None:
    assert minutes(report(TEAMS.replace("Email", 'Em"ail'))) == TEAMS_MINUTES
    assert minutes(report(ZOOM.replace("Cy Oak", 'Cy Oak"'))) == ZOOM_MINUTES


def test_a_row_that_cannot_be_told_apart_is_nobody_and_is_named() -> None:
    found = report(ZOOM.replace("Diego Gomez (TA),d", '"Diego Gomez (TA),"d","x'))
    assert minutes(found) == {"Ann Lee": 30.0, "Cy Oak": 60.0}
    assert found.warnings[-1] == "Row 3 was left out: nobody can be told from there for sure."
    assert "Line 3 of report.csv" in found.warnings[0]


@pytest.mark.parametrize("cut", [1, 3, 301, 701])
def test_a_report_cut_off_anywhere_keeps_who_stands_before(cut: int) -> None:
    found = read_meeting(source_from_bytes(TEAMS.encode("utf-16")[:-cut], "report.csv"))
    assert set(minutes(found)) == set(TEAMS_MINUTES)


def test_a_damaged_letter_in_a_report_is_told_with_its_line() -> None:
    data = TEAMS.encode("utf-16-le")
    at = data.index("Stone".encode("utf-16-le"))
    found = read_meeting(
        source_from_bytes(b"\xff\xfe" + data[:at] + b"\x00\xd8" + data[at:], "report.csv")
    )
    assert len(found.people) == 5
    assert found.warnings[0].startswith("Some letters of the file are damaged, in line 13:")


def test_a_workbook_of_ten_million_cells_is_refused_after_a_look_at_its_beginning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cells = b"<row><c r='A1'><v>1</v></c></row>" * 3_000_000
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", cells)
    unpacked: list[int] = []
    pieces = workbook_size._pieces

    def counted(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
        for piece in pieces(archive, member):
            unpacked.append(len(piece))
            yield piece

    monkeypatch.setattr(workbook_size, "_pieces", counted)
    with pytest.raises(UnreadableFile, match="more than 200,000 rows"):
        source_from_bytes(kept.getvalue(), "bomb.xlsx")
    assert sum(unpacked) < len(cells) / 5


@pytest.mark.parametrize(
    ("part", "content", "place"),
    [
        ("xl/worksheets/sheet1.xml", b"<row r='1'><c r='ZZZ1'><v>1</v></c></row>", "column 18,278"),
        ("xl/worksheets/sheet1.xml", b'<row><c r="A900000"><v>1</v></c></row>', "row 900,000"),
        ("xl/sharedStrings.xml", b"<si><t>a</t></si>" * 3_000_001, "more than 3,000,000 cells"),
    ],
    ids=["column", "row", "texts"],
)
def test_a_workbook_that_reaches_too_far_is_refused_with_the_place(
    part: str, content: bytes, place: str
) -> None:
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr(part, content)
    with pytest.raises(UnreadableFile, match=place):
        source_from_bytes(kept.getvalue(), "far.xlsx")
