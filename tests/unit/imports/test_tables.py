"""Workbooks and text files of every kind become rows; traps and other files are refused."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from workbench.foundation.errors import UnreadableFile
from workbench.imports.tables import as_text, read_source, source_from_bytes

FULL = ("Zoë", 7, 1.5, dt.date(1965, 3, 4), dt.datetime(2026, 1, 2, 3, 4, 5), True, "007")


def xlsx(*rows: tuple[object, ...], hidden: bool = False) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    if hidden:
        secret = book.create_sheet("Secret")
        secret["A1"] = "no"
        secret.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods(*rows: tuple[str, ...], repeated: int = 1) -> bytes:
    document = OpenDocumentSpreadsheet()
    table = Table(name="A")
    for row in rows:
        line = TableRow(numberrowsrepeated=repeated)
        for text in row:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=text))
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    out = io.BytesIO()
    document.write(out)
    return out.getvalue()


def test_typed_cells_of_a_workbook() -> None:
    (sheet,) = source_from_bytes(xlsx(FULL, hidden=True), "a.xlsx").sheets
    assert sheet.rows == (FULL,)
    assert isinstance(sheet.rows[0][1], int)


def test_rows_keep_their_numbers_below_empty_ones() -> None:
    book = openpyxl.Workbook()
    book.active["C4"] = "x"  # type: ignore[index]  # a new workbook has a sheet
    out = io.BytesIO()
    book.save(out)
    assert source_from_bytes(out.getvalue(), "a.xlsx").sheets[0].rows[3][2] == "x"


def test_xls_and_ods_and_a_zip_around_a_table(tmp_path: Path) -> None:
    old = xlwt.Workbook()
    sheet = old.add_sheet("x")
    sheet.write(0, 0, "é")
    sheet.write(0, 1, dt.date(1950, 1, 2), xlwt.easyxf(num_format_str="YYYY-MM-DD"))
    out = io.BytesIO()
    old.save(out)
    assert source_from_bytes(out.getvalue(), "a.xls").sheets[0].rows == (
        ("é", dt.date(1950, 1, 2)),
    )
    assert source_from_bytes(ods(("a", "ü")), "a.ods").sheets[0].rows == (("a", "ü"),)
    packed = tmp_path / "answers.csv.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("folder/answers.csv", "a,b\n1,2\n")
    assert read_source(packed).sheets[0].rows[1] == ("1", "2")


def test_formulas_that_nobody_worked_out_are_text() -> None:
    rows = source_from_bytes(xlsx(("Name", "Team"), ("=SUM(1)", "IT")), "a.xlsx").sheets[0].rows
    assert rows[1] == ("=SUM(1)", "IT")


def test_a_stray_entry_far_out_is_refused_at_once() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = 1  # type: ignore[index]  # a new workbook has a sheet
    book.active["XFD1048576"] = 2  # type: ignore[index]  # the last cell there is
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(UnreadableFile, match="1,048,576"):
        source_from_bytes(out.getvalue(), "far.xlsx")
    with pytest.raises(UnreadableFile, match="row"):
        source_from_bytes(ods(("x",), repeated=1_000_000), "far.ods")


def test_a_small_zip_that_unpacks_to_a_mountain_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("xl/workbook.xml", "")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(45):
                part.write(bytes(10_000_000))
    with pytest.raises(UnreadableFile, match="far more in it"):
        source_from_bytes(out.getvalue(), "bomb.xlsx")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n", "a picture"),
        (b"SQLite format 3\x00", "database"),
        (b"<html><table><tr><td>x</td></tr></table>", "web page"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "damaged"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 9,
            "password",
        ),
        (b"PK\x03\x04 cut off", "damaged"),
    ],
)
def test_other_files_are_refused_by_name_and_kind(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words) as refused:
        source_from_bytes(data, "offered.xlsx")
    assert refused.value.next_step


@pytest.mark.parametrize("share", [0.1, 0.4, 0.7, 0.95])
def test_workbooks_cut_off_anywhere_are_refused_in_words(share: float) -> None:
    whole = xlsx(*([FULL] * 300))
    with pytest.raises(UnreadableFile):
        source_from_bytes(whole[: int(len(whole) * share)], "cut.xlsx")


def test_word_documents_and_packed_folders(tmp_path: Path) -> None:
    for members, words in (
        ({"word/document.xml": "x"}, "Word"),
        ({"a.csv": "a", "b.csv": "b"}, "several tables"),
        ({"readme.md": "a"}, "no table"),
    ):
        path = tmp_path / "x.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in members.items():
                archive.writestr(name, text)
        with pytest.raises(UnreadableFile, match=words):
            read_source(path)


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no file"):
        read_source(tmp_path / "gone.csv")
    with pytest.raises(UnreadableFile, match="folder"):
        read_source(tmp_path)


def test_cells_as_a_person_types_them() -> None:
    shown = [as_text(cell) for cell in (*FULL, dt.time(9, 5), dt.datetime(2026, 1, 2))]
    assert shown == [
        "Zoë", "7", "1.5", "1965-03-04", "2026-01-02 03:04:05", "yes", "007", "09:05:00",
        "2026-01-02",
    ]  # fmt: skip
