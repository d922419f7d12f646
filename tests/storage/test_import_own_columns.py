"""Comments, departments and linking codes come in from a file, and nothing else does."""

from datetime import date
from pathlib import Path

import pytest

from tests.unit.imports.survey_exports import CODES, ITEMS, as_csv, google
from workbench.foundation.errors import BadInput
from workbench.imports.responses import (
    ResponseChoices,
    ResponsesImport,
    preview_responses,
    write_responses,
)
from workbench.storage.workspace import Workspace
from workbench.surveys.answer_queries import stored_comments, stored_sheets
from workbench.surveys.key_store import KeyStore
from workbench.surveys.linking import HASH_BYTES, matched
from workbench.surveys.queries import waves

TITLES = [*ITEMS, "Where do you work?", "Anything else?", "A", "B", "C", "D"]
PLACES = ["Support", "Sales;", '["Support"]', "Support", "Sales", "Support, Sales"] * 2
PARTS = [[f"street{at}", "7", "Mai", f"pet{at}"] for at in range(12)]
COMMENTS = [f"'=more of {at}, please" if at < 10 else "" for at in range(12)]


def survey(folder: Path, places: list[str] = PLACES, parts: list[list[str]] = PARTS) -> Path:
    answers = [
        [*codes, place, words, *code]
        for codes, place, words, code in zip(CODES, places, COMMENTS, parts, strict=True)
    ]
    source = folder / "answers.csv"
    source.write_bytes(as_csv(google(answers, TITLES)))
    return source


def choices(wave: str = "March", month: int = 3, **said: object) -> ResponseChoices:
    return ResponseChoices("safety-pulse", wave, date(2026, month, 24), **said)  # type: ignore[arg-type]  # named parts


@pytest.fixture
def keys(tmp_path: Path) -> KeyStore:
    return KeyStore(tmp_path / "keys")


def take(
    workspace: Workspace, source: Path, keys: KeyStore, said: ResponseChoices
) -> tuple[ResponsesImport, int]:
    found = write_responses(
        workspace, preview_responses(workspace, "Bridges", source, said), said, keys
    )
    rows = workspace.read(lambda session: waves(session, 1))
    return found, next((row.id for row in rows if row.label == said.wave), 0)


def test_comments_and_departments_are_taken_in_and_freed_of_marks(
    workspace: Workspace, tmp_path: Path, keys: KeyStore
) -> None:
    said = choices(comment="Anything else?", department="Where do you work?")
    found, wave = take(workspace, survey(tmp_path), keys, said)
    assert found.written
    assert sorted(workspace.read(stored_comments, wave)) == sorted(
        words.removeprefix("'") for words in COMMENTS if words
    )
    chosen = [sheet.department for sheet in found.sheets]
    assert {place: chosen.count(place) for place in set(chosen)} == {
        "Support": 6, "Sales": 4, "": 2,
    }  # fmt: skip
    kept = {sheet.department for sheet in workspace.read(stored_sheets, wave)}
    assert kept == {"Support", ""}  # four in Sales can never be shown
    assert found.responses.dropped == ("Časová pečiatka", "A", "B", "C", "D")
    assert "Taken along: what people wrote and the department they chose." in found.lines()


def test_columns_that_nobody_named_are_not_in_the_file(
    workspace: Workspace, tmp_path: Path, keys: KeyStore
) -> None:
    found, wave = take(workspace, survey(tmp_path), keys, choices())
    assert found.written
    assert workspace.read(stored_comments, wave) == []
    workspace.close()
    raw = workspace.path.read_bytes()
    assert b"please" not in raw
    assert b"Support" not in raw
    assert b"street3" not in raw


def test_codes_link_two_waves_and_are_never_in_the_file(
    workspace: Workspace, tmp_path: Path, keys: KeyStore
) -> None:
    later = [["Other", *code[1:]] if at == 2 else code for at, code in enumerate(PARTS)]
    later[5] = ["", "", "", ""]
    _, first = take(workspace, survey(tmp_path), keys, choices(link="A,B,C,D"))
    source = survey(tmp_path, parts=later)
    _, second = take(workspace, source, keys, choices("June", 6, link="A,B,C,D"))
    links = [
        [sheet.link for sheet in workspace.read(stored_sheets, wave)] for wave in (first, second)
    ]
    found = matched(*links)
    assert (len(found.pairs), found.left, found.new) == (11, 1, 1)
    workspace.close()
    raw = workspace.path.read_bytes()
    (kept,) = (tmp_path / "keys").iterdir()
    assert kept.read_bytes() not in raw
    assert b"street3" not in raw
    assert b"pet4" not in raw


def test_one_column_is_a_code_as_a_whole_and_near_misses_are_nobodys(
    workspace: Workspace, tmp_path: Path, keys: KeyStore
) -> None:
    _, first = take(workspace, survey(tmp_path), keys, choices(link="A"))
    parts = [["other", *code[1:]] if at == 2 else code for at, code in enumerate(PARTS)]
    source = survey(tmp_path, parts=parts)
    _, second = take(workspace, source, keys, choices("June", 6, link="A"))
    links = [
        [sheet.link for sheet in workspace.read(stored_sheets, wave)] for wave in (first, second)
    ]
    assert {len(link) for link in links[0]} == {HASH_BYTES}
    assert len(matched(*links).pairs) == 11


def test_a_column_of_names_is_no_department(workspace: Workspace, tmp_path: Path) -> None:
    source = survey(tmp_path, places=[f"Ana Novak {at}" for at in range(12)])
    found = preview_responses(
        workspace, "Bridges", source, choices(department="Where do you work?")
    )
    assert [question.about for question in found.asked] == ["department"]
    assert "--department" in found.questions[0]
    assert "Ana Novak" not in str(found.as_json())
    assert found.sheets == ()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"comment": "Nothing"}, "There is no column Nothing"),
        ({"department": "Časová pečiatka"}, "tells who answered"),
        (
            {"comment": ITEMS[0], "columns": ",".join(f'"{item}"' for item in ITEMS)},
            "holds an item",
        ),
        ({"comment": "A", "department": "A"}, "named for two things"),
        ({"link": "A,B"}, "4 or 5 parts"),
        ({"link": "A,B,C,C"}, "4 or 5 parts"),
    ],
)
def test_columns_that_cannot_be_named_are_told(
    workspace: Workspace, tmp_path: Path, said: dict[str, object], sentence: str
) -> None:
    with pytest.raises(BadInput, match=sentence):
        preview_responses(workspace, "Bridges", survey(tmp_path), choices("March", 3, **said))
