"""Files offered for import that are no such thing: one sentence, nothing written."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.journeys.commands import command, refused, succeeded
from workbench.models.rosters import Person
from workbench.storage.workspace import open_workspace

BRIDGES = ("--community", "Bridges")
CLOSED = ("--instrument", "loneliness-pulse", "--wave", "W", "--closed-on", "2026-10-01")


def bomb(path: Path) -> None:
    """A small file that claims to be a workbook and unpacks to a great deal of nothing."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 60_000_000)


def cells(path: Path) -> None:
    """A small file that claims to be a workbook and unpacks to more rows than anybody has."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"<row><c r='A1'/></row>" * 300_000)


ZOOM = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
MAKERS: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "blank": lambda path: path.write_bytes(b"\n \n\t\n"),
    "zeros": lambda path: path.write_bytes(bytes(5000)),
    "noise": lambda path: path.write_bytes(os.urandom(5000)),
    "picture": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20),
    "half a workbook": lambda path: path.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 20),
    "headings only": lambda path: path.write_text("Name,E-mail,Department\n", encoding="utf-8"),
    "half of utf-16": lambda path: path.write_bytes(b"\xff\xfe\x00"),
    "bomb": bomb,
    "cells": cells,
    "report of nobody": lambda path: path.write_text(ZOOM, encoding="utf-8"),
    "too wide": lambda path: path.write_text(ZOOM.strip() + "," * 60_000, encoding="utf-8"),
}


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("kind", MAKERS)
def test_nothing_that_is_no_list_comes_in(
    empty: Path, tmp_path: Path, kind: str, suffix: str
) -> None:
    source = tmp_path / f"source{suffix}"
    MAKERS[kind](source)
    before = empty.read_bytes()
    refused(command("import", "roster", empty, source, *BRIDGES))
    refused(command("import", "attendance", empty, source, *BRIDGES, "--create"))
    refused(command("import", "responses", empty, source, *BRIDGES, *CLOSED))
    refused(command("import", "figures", empty, source, *BRIDGES))
    assert empty.read_bytes() == before


def test_a_quote_left_open_swallows_no_row(empty: Path, tmp_path: Path) -> None:
    source = tmp_path / "people.csv"
    source.write_text('Name,Tags\nAna Berg,"new\nBo Lind,x\nCy Marsh,y\n', encoding="utf-8")
    outcome = command("import", "roster", empty, source, *BRIDGES, "--json")
    assert outcome.code in {0, 2}
    said = outcome.out + outcome.err
    assert "Bo Lind" in _names(empty) or "quot" in said.casefold()


def test_a_folder_or_nothing_as_source(empty: Path, tmp_path: Path) -> None:
    for source in (tmp_path, tmp_path / "missing.csv", empty):
        refused(command("import", "roster", empty, source, *BRIDGES))
        refused(command("import", "attendance", empty, source, *BRIDGES, "--create"))
        refused(command("import", "responses", empty, source, *BRIDGES, *CLOSED))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_source_that_may_not_be_read(empty: Path, tmp_path: Path) -> None:
    source = tmp_path / "shut.csv"
    source.write_text("Name\nAna\n", encoding="utf-8")
    source.chmod(0)
    refused(command("import", "roster", empty, source, *BRIDGES))


def test_the_source_is_never_changed(empty: Path, tmp_path: Path) -> None:
    source = tmp_path / "list.csv"
    source.write_text("Name;Eintritt\nAna;01.02.2026\n", encoding="utf-8")
    before = (source.read_bytes(), source.stat().st_mtime_ns)
    succeeded("import", "roster", empty, source, *BRIDGES)
    assert (source.read_bytes(), source.stat().st_mtime_ns) == before


def test_output_that_cannot_be_written(bridges: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    nowhere = tmp_path / "no" / "where"
    for name in ("roster", "attendance", "contributions"):
        refused(command("export", name, bridges, folder, *BRIDGES))
        refused(command("export", name, bridges, nowhere.with_suffix(".xlsx"), *BRIDGES))
    refused(command("brief", bridges, folder, *BRIDGES))
    refused(command("brief", bridges, nowhere.with_suffix(".pdf"), *BRIDGES))
    refused(command("brief", bridges, tmp_path / "brief.docx", *BRIDGES))
    refused(command("calendar", bridges, nowhere.with_suffix(".ics"), *BRIDGES))


def _names(path: Path) -> list[str]:
    with open_workspace(path) as workspace:
        return workspace.read(lambda session: list(session.scalars(select(Person.name))))


def test_a_list_of_nobody_makes_no_community(empty: Path, tmp_path: Path) -> None:
    source = tmp_path / "people.csv"
    source.write_text("Name,Department\n,Sales\nTotal,1\n", encoding="utf-8")
    done = command("import", "roster", empty, source, "--community", "Brand new", "--json")
    assert done.code == 2
    assert (done.json["added"], done.json["written"]) == (0, False)
    assert "no name" in done.err
    again = command("results", empty, "--community", "Brand new", "--instrument", "ucla-3")
    assert again.code == 2
