"""The eighth attack of T-43: an import drops who answered, when and from where, and the order."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.orm import Session

from tests.storage.survey_doors import DOORS, marked, place_in, stored_text
from tests.storage.survey_orders import RUNS, all_bytes, tau, tells_order
from workbench.imports.tables import SourceFile, read_source
from workbench.models.surveys import AnswerSheet as StoredSheet
from workbench.surveys import actions
from workbench.surveys.answers import AnswerSheet

TEN = [marked(number) for number in range(10)]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, logs, keys and temporary files of this computer, in a folder of the test."""
    folder = tmp_path / "home"
    (folder / "tmp").mkdir(parents=True)
    monkeypatch.setenv("WORKBENCH_HOME", str(folder))
    monkeypatch.setattr("tempfile.tempdir", str(folder / "tmp"))
    return folder


OWNERS = ("p{}@marker.example", "Person Marker{}", "10.9.8.{}", "2026-05-0{} 10", "Email address")


def owners_in(content: bytes) -> set[str]:
    """Return what tells who answered and when, in any width of letters."""
    named = {owner.format(number) for owner in OWNERS for number in range(1, 10)}
    return {
        name
        for name in named
        if any(name.encode(letters) in content for letters in ("utf-8", "utf-16-le", "utf-16-be"))
    }


def test_8_an_import_leaves_owners_and_order_behind(tmp_path: Path, home: Path) -> None:
    taus = []
    for run in range(RUNS):
        folder = tmp_path / str(run)
        folder.mkdir()
        place = place_in(folder / "w")
        DOORS["command line"](place, TEN)
        assert not owners_in(all_bytes(folder))
        taus.append(tau(place.path.read_bytes(), TEN))
    assert not owners_in(all_bytes(home))
    assert not tells_order(taus)


def test_8_an_import_that_keeps_owners_and_order_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many programs do: the rows as they stood, and the file itself kept beside them."""

    def kept_in_order(
        session: Session, wave_id: int, sheets: Sequence[AnswerSheet], _comments: Sequence[str]
    ) -> None:
        for number, sheet in enumerate(sheets):
            codes = stored_text(sheet).decode()
            key = number.to_bytes(16, "big")
            session.execute(
                insert(StoredSheet), [{"key": key, "wave_id": wave_id, "answers": codes}]
            )

    def kept_copy(path: Path) -> SourceFile:
        shutil.copyfile(path, path.parent / "last import.csv")
        return read_source(path)

    monkeypatch.setattr(actions, "deal", kept_in_order)
    monkeypatch.setattr("workbench.imports.responses.read_source", kept_copy)
    taus = []
    for run in range(RUNS):
        folder = tmp_path / str(run)
        folder.mkdir()
        place = place_in(folder / "w")
        DOORS["command line"](place, TEN)
        taus.append(tau(place.path.read_bytes(), TEN))
        assert owners_in(all_bytes(folder))
    assert tells_order(taus)
