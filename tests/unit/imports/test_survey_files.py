"""Survey files as workbooks, packed, with line breaks in cells; and files that are none."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from tests.unit.imports.survey_exports import (
    CODES,
    ITEMS,
    LABELS,
    MICROSOFT,
    WORDS,
    Rows,
    abouts,
    as_csv,
    google,
    limesurvey,
    qualtrics,
    read,
)
from workbench.foundation.errors import UnreadableFile

GAPS = [tuple(None if code == 4 else code for code in codes) for codes in CODES]
Edit = Callable[[Any, Any], None]


def typed(answers: Rows) -> Rows:
    day = datetime(2026, 3, 1, 10)
    rows: Rows = [[*MICROSOFT, *ITEMS]]
    return rows + [
        [at + 1, day.replace(minute=at), day.replace(minute=at, second=9), "anonymous", "", *row]
        for at, row in enumerate(answers)
    ]


def workbook(rows: Rows, edit: Edit | None = None) -> bytes:
    import openpyxl

    book: Any = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    if edit is not None:
        edit(book, book.active)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def packed(*files: tuple[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return stream.getvalue()


def with_title(_book: Any, sheet: Any) -> None:
    sheet.insert_rows(1)
    sheet["A1"] = "How we are doing"
    sheet.merge_cells("A1:L1")


def with_group_head(_book: Any, sheet: Any) -> None:
    sheet.insert_rows(1)
    sheet["F1"] = "How far do you agree?"
    sheet.merge_cells("F1:L1")


def with_hidden_sheet(book: Any, sheet: Any) -> None:
    hidden = book.create_sheet("Old")
    hidden.sheet_state = "hidden"
    for row in [*sheet.values, *list(sheet.values)[1:]]:
        hidden.append(row)


def in_words(shape: str) -> list[list[object]]:
    return [[shape.format(LABELS[code - 1].title(), code) for code in codes] for codes in CODES]


@pytest.mark.parametrize(
    "content",
    [
        workbook(typed([*WORDS]), with_title),
        workbook(typed([*WORDS]), with_group_head),
        workbook(typed([*WORDS]), with_hidden_sheet),
        workbook(typed([[str(code) for code in codes] for codes in CODES])),
        packed(("CSV/Form.csv", as_csv(google(WORDS))), ("read me.txt", b"Thank you")),
        packed(("a.csv", as_csv(google(WORDS))), ("__MACOSX/._a.csv", b"\x00\x05")),
        as_csv(qualtrics(in_words("{}\n({})"))),
        as_csv(limesurvey(in_words("{}\n\n{}")), delimiter=";", encoding="utf-8-sig"),
        as_csv([[*row, "", ""] for row in google(WORDS)], delimiter=";"),
        b"sep=;\r\n" + as_csv(google(WORDS), delimiter=";"),
        b"\xef\xbb\xbf" + as_csv(google(WORDS), encoding="utf-8-sig"),
        as_csv(google(WORDS), encoding="utf-16-be"),
        as_csv(google([[f"\u200f{word}\u200e" for word in row] for row in WORDS])),
        as_csv(google([[chr(0x0660 + code) for code in codes] for codes in CODES])),
        as_csv(google([[chr(0xFF10 + code) for code in codes] for codes in CODES])),
        json.dumps(
            [
                dict(zip(["Time", *ITEMS], [f"2026-03-20T10:{at + 10}:00Z", *row], strict=True))
                for at, row in enumerate(WORDS)
            ]
        ).encode(),
    ],
)
def test_twelve_answers_come_out_of_every_wrapping(content: bytes) -> None:
    found = read(content)
    assert abouts(found) == []
    assert [sheet.codes for sheet in found.sheets] == CODES


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#VALUE!"])
def test_error_cells_are_left_open(error: str) -> None:
    answers = [[error if code == 4 else LABELS[code - 1] for code in codes] for codes in CODES]
    assert [sheet.codes for sheet in read(workbook(typed([*answers]))).sheets] == GAPS


def test_dates_in_answer_cells_and_halves_are_asked_about() -> None:
    day = datetime(2026, 5, 1)
    dates = [[day if code == 4 else LABELS[code - 1] for code in codes] for codes in CODES]
    assert abouts(read(workbook(typed([*dates])))) == ["dates"]
    halves = [[3.5 if code == 4 else code for code in codes] for codes in CODES]
    assert abouts(read(workbook(typed([*halves])))) == ["codes"]


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body><table><tr><td>Timestamp</td></tr></table></body></html>",
        b"\xef\xbb\xbf<!-- saved --><html><table></table>",
        b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>",
        b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>",
        packed(("a.csv", b"a,b\n1,2\n"), ("b.csv", b"a,b\n1,2\n")),
        packed(("inner.zip", packed(("a.csv", b"a,b\n1,2\n")))),
        json.dumps({"responses": [{"1": {"id": "1"}}]}).encode(),
        b'[{"a": 1}, {"a":',
        as_csv(google(WORDS)).replace(b"agree", b"ag\x00\x01\x02ree"),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 9,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
        workbook(typed([*WORDS]))[:900],
        b"\n\n\n",
        b"Timestamp\n",
    ],
)
def test_what_is_no_table_of_answers_is_refused_with_the_next_step(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as told:
        read(data)
    assert str(told.value).endswith(".")
    assert "answers.csv" in str(told.value)
