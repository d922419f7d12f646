"""A roster comes in from any kind of file and goes out again without a changed cell."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys import roster_files as files
from tests.journeys.commands import command, refused, succeeded

BRIDGES = ("--community", "Bridges")
Writer = Callable[[Path, tuple[str, ...], list[tuple[files.Cell, ...]]], Path]


def assert_same(rows: list[tuple[files.Cell, ...]], out: Path) -> None:
    """Every cell that came in stands in the export, empty cells included."""
    found = files.read_back(out)
    assert len(found) == len(rows)
    for row in rows:
        wanted = dict(zip(files.HEADINGS, (cell or None for cell in row), strict=True))
        kept = {heading: found[str(row[0])][heading] or None for heading in files.HEADINGS}
        assert kept == wanted


def round_trip(path: Path, source: Path, people: int) -> Path:
    told = succeeded("import", "roster", path, source, *BRIDGES, "--json").json
    assert (told["rows_read"], told["added"], told["rejected"]) == (people, people, [])
    assert told["written"] is True
    out = path.with_name("out.xlsx")
    succeeded("export", "roster", path, out, *BRIDGES)
    return out


def test_5000_people_come_back_without_a_changed_cell(empty: Path, tmp_path: Path) -> None:
    rows = files.staff(5000)
    source = files.write_xlsx(tmp_path / "roster.xlsx", files.HEADINGS, rows)
    out = round_trip(empty, source, 5000)
    assert_same(rows, out)
    again = succeeded("import", "roster", empty, out, *BRIDGES, "--json").json
    assert (again["added"], again["changed"], again["unchanged"]) == (0, 0, 5000)


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("roster.ods", files.write_ods),
        ("roster.xls", files.write_xls),
        ("roster.csv", files.write_csv),
        ("roster.txt", files.write_csv),
    ],
)
def test_other_kinds_of_file(empty: Path, tmp_path: Path, name: str, write: Writer) -> None:
    rows = files.staff(300, seed=2)
    out = round_trip(empty, write(tmp_path / name, files.HEADINGS, rows), 300)
    assert_same(rows, out)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_csv_in_the_encodings_excel_writes(empty: Path, tmp_path: Path, encoding: str) -> None:
    rows: list[tuple[files.Cell, ...]] = [
        ("001", "Zoë Müller", "zoe@example.org", "Opérations", "Clerk", None, None, "", ""),
        ("002", "Ægir Åström", "", "R&D", "=1+1", None, None, "", ""),
    ]
    source = files.write_csv(tmp_path / "r.csv", files.HEADINGS, rows, encoding)
    assert_same(rows, round_trip(empty, source, 2))


def test_columns_in_another_order_and_language(empty: Path, tmp_path: Path) -> None:
    headings = ("Abteilung", "Eintritt", "Nachname", "E-Mail-Adresse", "Vorname", "Personalnummer")
    rows = [("Lager", "31.12.1962", "Weiß", "a.weiss@example.org", "Änne", "00042")]
    source = files.write_csv(tmp_path / "liste.csv", headings, rows, "cp1252")
    told = succeeded("import", "roster", empty, source, *BRIDGES, "--json").json
    assert told["added"] == 1
    out = tmp_path / "out.xlsx"
    succeeded("export", "roster", empty, out, *BRIDGES)
    from openpyxl import load_workbook

    sheet = load_workbook(out)["Roster"]
    heads, values = (
        [cell.value for cell in line] for line in sheet.iter_rows(min_row=1, max_row=2)
    )
    row = dict(zip(heads, values, strict=True))
    assert (row["Name"], row["Department"], row["Personalnummer"]) == (
        "Änne Weiß",
        "Lager",
        "00042",
    )
    assert str(row["Joined on"]).startswith("1962-12-31")


def test_preview_writes_nothing(empty: Path, tmp_path: Path) -> None:
    source = files.write_csv(tmp_path / "r.csv", files.HEADINGS, files.staff(20))
    told = succeeded("import", "roster", empty, source, *BRIDGES, "--preview", "--json").json
    assert (told["added"], told["written"]) == (20, False)
    assert succeeded("check", empty, "--json").json["rows"]["people"] == 0


def test_an_edited_export_changes_only_what_was_edited(bridges: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    out = tmp_path / "out.xlsx"
    succeeded("export", "roster", bridges, out, *BRIDGES)
    book = load_workbook(out)
    sheet = book["Roster"]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(2, heads.index("Job title") + 1).value = "Team lead, returns"
    book.save(out)
    told = succeeded("import", "roster", bridges, out, *BRIDGES, "--json").json
    assert (told["added"], told["changed"], told["unchanged"]) == (0, 1, 47)


def test_the_community_is_made_and_named(empty: Path, tmp_path: Path) -> None:
    source = files.write_csv(tmp_path / "r.csv", ("Name",), [("Ana",), ("Bo",)])
    said = succeeded("import", "roster", empty, source, "--community", "Café Süd").out
    assert "Café Süd" in said
    refused(command("export", "roster", empty, tmp_path / "o.xlsx", "--community", "Elsewhere"))
    succeeded("export", "roster", empty, tmp_path / "o.xlsx", "--community", "cafe sud")


def test_rows_without_a_name_are_named_and_the_rest_kept(empty: Path, tmp_path: Path) -> None:
    rows = [("Ana", "2026-02-30"), ("", "2026-01-01"), ("Bo", "2026-01-01")]
    source = files.write_csv(tmp_path / "r.csv", ("Name", "Joined on"), rows)
    told = succeeded("import", "roster", empty, source, *BRIDGES, "--json").json
    assert told["rows_read"] == 3
    assert {entry["row"] for entry in told["rejected"]} >= {3}
    assert all(entry["reason"] for entry in told["rejected"])
    assert told["added"] == 3 - len(told["rejected"])


def test_a_mapping_given_by_hand(empty: Path, tmp_path: Path) -> None:
    source = files.write_csv(tmp_path / "r.csv", ("Kolonne", "X"), [("Ana Berg", "Support")])
    options = ("--map", "Kolonne=name", "--map", "X=department", "--json")
    told = succeeded("import", "roster", empty, source, *BRIDGES, *options).json
    assert told["mapping"]["Kolonne"] == "name"
    assert told["mapping"]["X"] == "department"
    wrong = command("import", "roster", empty, source, *BRIDGES, "--map", "Nowhere=name")
    refused(wrong)
    refused(command("import", "roster", empty, source, *BRIDGES, "--map", "X=shoe size of"))
