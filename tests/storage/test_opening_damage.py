"""Damage of every kind: the file opens with data that can all be read, or is refused and stays."""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from tests.storage.table_rows import everything, fill_everything
from workbench.models import Base
from workbench.storage.check import check_file
from workbench.storage.faults import WorkspaceFault
from workbench.storage.recovery import Way, diagnose
from workbench.storage.workspace import Workspace, create_workspace, open_workspace

TEXT = "Zoë Müller-Ångström ßé 漢字 👋"
PAGE = 4096


def zeroed(content: bytearray, draw: random.Random) -> None:
    length = draw.choice([1, 2, 4, 8, 16, 50, 100, 512, PAGE, 20_000])
    start = draw.randrange(len(content))
    content[start : start + length] = bytes(len(content[start : start + length]))


def scribbled(content: bytearray, draw: random.Random) -> None:
    start = draw.randrange(len(content))
    length = len(content[start : start + draw.choice([1, 2, 4, 16, 100])])
    content[start : start + length] = draw.randbytes(length)


def truncated(content: bytearray, draw: random.Random) -> None:
    pages = len(content) // PAGE
    at_a_page = draw.randrange(pages) * PAGE
    del content[draw.choice([at_a_page, draw.randrange(len(content)), draw.randrange(600)]) :]


def appended(content: bytearray, draw: random.Random) -> None:
    content += draw.randbytes(draw.choice([1, 100, PAGE, 10_000]))


def swapped(content: bytearray, draw: random.Random) -> None:
    """Two pages in each other's place, as a broken disk may do it."""
    one, other = (draw.randrange(len(content) // PAGE) * PAGE for _ in range(2))
    page = bytes(content[one : one + PAGE])
    content[one : one + PAGE] = content[other : other + PAGE]
    content[other : other + PAGE] = page


KINDS = [zeroed, scribbled, truncated, appended, swapped]


@pytest.fixture(scope="module", params=[None, "pass"], ids=["plain", "protected"])
def whole(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[bytes, str | None]:
    path = tmp_path_factory.mktemp("whole") / "w.fwb"
    with create_workspace(path, request.param) as workspace:
        workspace.perform(fill_everything, 20, TEXT)
    return path.read_bytes(), request.param


def rows(session: Session, query: Select[Any]) -> list[Any]:
    return list(session.execute(query))


def read_all(workspace: Workspace) -> None:
    """Every row in the order of the key and of the file, and every column that has an index."""
    workspace.read(everything)
    for table in Base.metadata.sorted_tables:
        workspace.read(rows, select(table))
        for index in table.indexes:
            workspace.read(rows, select(*index.columns).order_by(*index.columns))


def opened_or_refused(path: Path, passphrase: str | None) -> str:
    content = path.read_bytes()
    refusal = None
    try:
        with open_workspace(path, passphrase) as workspace:
            read_all(workspace)
    except WorkspaceFault as fault:
        refusal = fault
    if refusal is None:
        return "opened"
    assert path.read_bytes() == content, "a refused file stays as it is"
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    assert path.name in refusal.sentence
    assert refusal.next_step
    assert "sqlite" not in str(refusal).lower()
    return type(refusal).__name__


@pytest.mark.parametrize("damage", KINDS)
def test_damage_is_survived_or_told(
    tmp_path: Path,
    whole: tuple[bytes, str | None],
    damage: Callable[[bytearray, random.Random], None],
    capfd: pytest.CaptureFixture[str],
) -> None:
    original, passphrase = whole
    draw = random.Random(f"{damage.__name__} {passphrase}")
    outcomes: Counter[str] = Counter()
    for number in range(9 if passphrase else 40):  # deriving a key takes a sixth of a second
        path = tmp_path / f"{number}" / "w.fwb"
        path.parent.mkdir()
        content = bytearray(original)
        damage(content, draw)
        path.write_bytes(content)
        outcomes[opened_or_refused(path, passphrase)] += 1
    assert capfd.readouterr() == ("", "")
    if damage is appended:
        assert outcomes.keys() == {"opened"}, "what lies behind the end is nobody's"
    else:
        assert outcomes["DamagedWorkspace"] > sum(outcomes.values()) / 4
    if passphrase and damage in (zeroed, scribbled):
        assert outcomes["opened"] <= 2, "every page of a protected file has its checksum"


@pytest.mark.parametrize("length", [0, 1, 15, 16, 99, 100, 511, 512, 4095, 4096, 4097, 8192])
def test_a_file_cut_at_the_odd_places(
    tmp_path: Path, whole: tuple[bytes, str | None], length: int
) -> None:
    original, passphrase = whole
    path = tmp_path / "w.fwb"
    path.write_bytes(original[:length])
    assert opened_or_refused(path, passphrase) != "opened"


@pytest.mark.parametrize("start", [0, 16, 18, 24, 28, 40, 56, 60, 68, 96, 100])
def test_a_header_with_a_hole(tmp_path: Path, whole: tuple[bytes, str | None], start: int) -> None:
    original, passphrase = whole
    for length in (4, 16, 100):
        path = tmp_path / f"{length}" / "w.fwb"
        path.parent.mkdir()
        content = bytearray(original)
        content[start : start + length] = bytes(length)
        path.write_bytes(content)
        opened_or_refused(path, passphrase)


def test_a_damaged_file_is_diagnosed_and_checked_in_words(
    tmp_path: Path, whole: tuple[bytes, str | None]
) -> None:
    original, passphrase = whole
    path = tmp_path / "w.fwb"
    content = bytearray(original)
    content[-3 * PAGE :] = bytes(3 * PAGE)
    path.write_bytes(content)
    with pytest.raises(WorkspaceFault, match="is damaged"):
        check_file(path, passphrase)
    found = diagnose(path, passphrase)
    assert (found.whole, found.title) == (False, "This file is damaged")
    assert Way.RESTORE not in found.ways, "there is no backup here"
    assert path.read_bytes() == content
