"""Two copies of the file, one from before and one from after: they tell of whole batches only.

Whoever holds two backups, the journal, the folder of keys and the dates of all of them knows when a
round ended, and nothing about anybody in it.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.storage.survey_doors import DOORS, INSTRUMENT, as_forms, comment, marked, place_in
from tests.storage.survey_doors import Place as Made
from tests.storage.survey_doors import stored_text as text_of
from workbench.foundation.errors import BadInput
from workbench.foundation.words import Means
from workbench.storage.workspace import open_workspace
from workbench.surveys.actions import take_wave
from workbench.surveys.closing import close_for_good
from workbench.surveys.rounds import end_round, forget_sealed, keep_sealed

TEN = [marked(number) for number in range(10)]
MORE = [marked(number) for number in range(10, 16)]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, logs, keys and temporary files of this computer, in a folder of the test."""
    folder = tmp_path / "home"
    (folder / "tmp").mkdir(parents=True)
    monkeypatch.setenv("WORKBENCH_HOME", str(folder))
    monkeypatch.setattr("tempfile.tempdir", str(folder / "tmp"))
    return folder


def times_in(content: bytes) -> list[int]:
    """Return how often each of sixteen sheets stands in a file."""
    return [content.count(text_of(sheet)) for sheet in (*TEN, *MORE)]


def beside(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir() if one != path)


@pytest.mark.parametrize("door", DOORS)
def test_a_batch_comes_whole_by_every_door(tmp_path: Path, door: str) -> None:
    place = place_in(tmp_path / "w")
    before, names = place.path.read_bytes(), beside(place.path)
    DOORS[door](place, TEN)
    after = place.path.read_bytes()
    assert times_in(before) == [0] * 16
    assert times_in(after) == [1] * 10 + [0] * 6
    assert set(beside(place.path)) <= set(names), "no journal and no second copy stays"


def test_a_paper_round_after_one_on_this_laptop_adds_itself_and_nothing_else(
    tmp_path: Path,
) -> None:
    place = place_in(tmp_path / "w")
    DOORS["laptop"](place, TEN)
    held = place.path.read_bytes()
    end_round(place.workspace, place.asking_id, as_forms(MORE), Means.PAPER, place.keys)
    after = place.path.read_bytes()
    assert (times_in(held), times_in(after)) == ([1] * 10 + [0] * 6, [1] * 16)
    keys_before = [key_beside(held, sheet) for sheet in TEN]
    assert not any(key in after for key in keys_before), "all sheets are dealt anew"


def key_beside(content: bytes, sheet: object) -> bytes:
    """Return the random key that stands before a sheet in its row: key, wave, then the codes."""
    at = content.index(text_of(sheet))  # type: ignore[arg-type]  # a sheet of these tests
    return content[at - 24 : at - 8]


@pytest.mark.parametrize("few", [1, 2, 4])
def test_a_small_file_is_not_taken_in_beside_a_round(tmp_path: Path, few: int) -> None:
    place = place_in(tmp_path / "w")
    DOORS["laptop"](place, TEN)
    held = place.path.read_bytes()
    with pytest.raises(BadInput, match="fewer than 5"):
        place.workspace.perform(
            take_wave, 1, INSTRUMENT, "May", date(2026, 6, 1), MORE[:few], comments=["late word"]
        )
    assert place.path.read_bytes() == held
    place.workspace.perform(take_wave, 1, INSTRUMENT, "May", date(2026, 6, 1), MORE[:5])
    assert times_in(place.path.read_bytes()) == [1] * 15 + [0]


def test_the_end_of_a_round_writes_the_file_and_no_key(tmp_path: Path) -> None:
    place = place_in(tmp_path / "w")
    before = dates_of(tmp_path)
    end_round(place.workspace, place.asking_id, as_forms(TEN), Means.LAPTOP, place.keys)
    changed = {path for path, at in dates_of(tmp_path).items() if before.get(path) != at}
    journal = place.path.with_name("w.fwb-journal")
    assert changed <= {place.path, place.path.parent, journal}
    assert journal.read_bytes() == b"", "it stays while the file is held, with nothing in it"
    assert not list(tmp_path.rglob("*.key"))


def dates_of(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*")}


def few_sealed(place: Made) -> None:
    keep_sealed(place.workspace, place.asking_id, as_forms(TEN[:2]), Means.LAPTOP, place.keys)


def ended(place: Made) -> None:
    end_round(place.workspace, place.asking_id, as_forms(TEN[2:]), Means.LAPTOP, place.keys)


def forgotten(place: Made) -> None:
    forget_sealed(place.workspace, place.asking_id, place.keys)


def closed(place: Made) -> None:
    close_for_good(place.workspace, place.wave_id, keys=place.keys)


def sealed_again(place: Made) -> None:
    keep_sealed(place.workspace, place.asking_id, as_forms(TEN[2:4]), Means.PAPER, place.keys)


@pytest.mark.parametrize("goes", [ended, forgotten, closed, sealed_again])
def test_no_backup_of_a_sealed_round_opens_once_it_has_gone(
    tmp_path: Path, goes: Callable[[Made], None]
) -> None:
    place = place_in(tmp_path / "w")
    few_sealed(place)
    keys = tmp_path / "keys"
    (old,) = (one.read_bytes() for one in keys.iterdir())
    goes(place)
    assert not any(old in one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())
    assert len(list(keys.iterdir())) == (1 if goes is sealed_again else 0)


def test_a_sealed_round_tells_neither_its_size_nor_its_words(tmp_path: Path) -> None:
    sizes = set()
    for many in (1, 2, 4):
        place = place_in(tmp_path / str(many))
        forms = as_forms(TEN[:many])
        keep_sealed(place.workspace, place.asking_id, forms, Means.LAPTOP, place.keys)
        place.workspace.close()
        content = place.path.read_bytes()
        sizes.add(len(content))
        assert times_in(content) == [0] * 16
        assert comment(0).encode() not in content
    assert len(sizes) == 1
    assert {one.stat().st_size for one in (tmp_path / "keys").iterdir()} == {32}


def test_what_a_closed_wave_never_shows_is_not_in_the_file(tmp_path: Path) -> None:
    place = place_in(tmp_path / "w")
    names = ["Warehouse"] * 8 + ["Boardroom", "Boardroom"]
    forms = [
        replace(form, department=name, comment=form.comment if at < 7 else "")
        for at, (form, name) in enumerate(zip(as_forms(TEN), names, strict=True))
    ]
    end_round(place.workspace, place.asking_id, forms, Means.LAPTOP, place.keys)
    assert place.path.read_bytes().count(b"Boardroom") == 2, "or this test looks at nothing"
    close_for_good(place.workspace, place.wave_id)
    content = place.path.read_bytes()
    assert times_in(content)[:10] == [1] * 10
    for sheet in TEN:
        after = content[content.index(text_of(sheet)) :][: len(text_of(sheet)) + 9]
        assert b"Boardroom" not in after
        assert b"Warehouse" not in after
    assert b"-marker" not in content, "seven comments are never shown, so nobody keeps them"


def test_a_wave_of_few_keeps_none_of_their_sheets(tmp_path: Path) -> None:
    place = place_in(tmp_path / "w")
    day, words = date(2026, 6, 1), ["spoken-00-marker"]
    place.workspace.perform(take_wave, 1, INSTRUMENT, "May", day, TEN[:4], comments=words)
    place.workspace.compact()
    assert times_in(place.path.read_bytes()) == [0] * 16
    assert b"-marker" not in place.path.read_bytes()


def test_a_closed_file_has_no_free_pages_no_statistics_and_no_hidden_order(tmp_path: Path) -> None:
    place = place_in(tmp_path / "w")
    for start in (0, 5):
        forms = as_forms(TEN[start : start + 5])
        end_round(place.workspace, place.asking_id, forms, Means.LAPTOP, place.keys)
    assert times_in(place.path.read_bytes())[:10] == [1] * 10, "no deleted row is left over"
    close_for_good(place.workspace, place.wave_id)
    place.workspace.close()
    import sqlite3

    with sqlite3.connect(place.path) as file:
        assert file.execute("PRAGMA freelist_count").fetchone() == (0,)
        names = [name for (name,) in file.execute("SELECT name FROM sqlite_master")]
        assert not [name for name in names if name.startswith(("sqlite_stat", "sqlite_sequence"))]
        for table in ("answer_sheets", "answer_comments", "sealed_rounds", "released_cuts"):
            with pytest.raises(sqlite3.OperationalError, match="rowid"):
                file.execute(f"SELECT rowid FROM {table}")
    assert beside(place.path) == []
    with open_workspace(place.path):
        assert not [name for name in beside(place.path) if name.endswith(("-wal", "-shm"))]
