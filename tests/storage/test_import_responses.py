from datetime import date
from pathlib import Path

import pytest

from workbench.communities.queries import community_named
from workbench.foundation.errors import BadInput, NotFound
from workbench.imports.responses import (
    ResponseChoices,
    apply_responses,
    preview_responses,
    read_codes,
)
from workbench.storage.workspace import Workspace
from workbench.surveys.queries import wave_results
from workbench.surveys.wave_rules import already_taken

REAL = Path(__file__).parents[3] / "shared/data/qualtrics/ucla3_djg11_two_moments.csv"
MARCH = date(2026, 3, 24)


def written(folder: Path, *lines: str) -> Path:
    source = folder / "answers.csv"
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return source


def choices(**said: object) -> ResponseChoices:
    usual: dict[str, object] = {"instrument": "ucla-3", "wave": "March", "closed_on": MARCH}
    return ResponseChoices(**(usual | said))  # type: ignore[arg-type]


def test_identity_goes_before_anything_is_stored(workspace: Workspace, tmp_path: Path) -> None:
    rows = [f"2026/03/20 12:24:4{n} PM GMT+2,who{n}@halden.example,1,2,3" for n in range(6)]
    source = written(tmp_path, "Timestamp,Email Address,L1,L2,L3", *rows)
    found = apply_responses(workspace, "Bridges", source, choices(invited=9))
    shape = found.as_json()
    assert shape["dropped_columns"] == ["Timestamp", "Email Address"]
    assert shape["items"] == {"1": "L1", "2": "L2", "3": "L3"}
    assert (shape["rows_read"], shape["rows_taken"], shape["written"]) == (6, 6, True)
    workspace.close()
    stored = workspace.path.read_bytes()
    assert b"halden.example" not in stored
    assert b"12:24" not in stored


def test_our_own_wording_is_found_whatever_the_order(workspace: Workspace, tmp_path: Path) -> None:
    from workbench.surveys.instruments import load_instrument

    items = load_instrument("loneliness-pulse").items
    header = ",".join(f'"{item.text}"' for item in (items[2], items[0], items[1]))
    source = written(tmp_path, header, *["3,1,2"] * 5)
    found = preview_responses(workspace, "Bridges", source, choices(instrument="loneliness-pulse"))
    assert found.sheets[0].codes == (1, 2, 3)
    assert not found.written


def test_two_possible_series_are_asked_about(workspace: Workspace, tmp_path: Path) -> None:
    source = written(tmp_path, "A_1,A_2,A_3,B_1,B_2,B_3", *["1,2,3,3,2,1"] * 6)
    found = apply_responses(workspace, "Bridges", source, choices())
    assert "A_1 to A_3 or B_1 to B_3" in found.questions[0]
    assert "--columns" in found.questions[0]
    assert not found.written
    with pytest.raises(NotFound):
        workspace.read(community_named, "Bridges")
    said = apply_responses(workspace, "Bridges", source, choices(columns="B_{}"))
    assert said.sheets[0].codes == (3, 2, 1)


def test_values_off_the_scale_are_refused_and_counted(workspace: Workspace, tmp_path: Path) -> None:
    rows = ["1,2,3", "-99,2,3", "7,2,3", "-99,1,1", ",,", "2,2,2", "3,3,3", "1,1,2"]
    source = written(tmp_path, "L1,L2,L3", *rows)
    found = apply_responses(workspace, "Bridges", source, choices(columns="L{}"))
    assert found.as_json()["refused_values"] == [
        {"column": "L1", "value": "-99", "count": 2},
        {"column": "L1", "value": "7", "count": 1},
    ]
    community_id = workspace.read(community_named, "Bridges").id
    (result,) = workspace.read(wave_results, community_id, "ucla-3")
    assert result.figures.suppressed  # only four of the seven sheets are whole
    assert len(found.sheets) == 7


def test_numbers_of_de_jong_gierveld_need_their_labels(
    workspace: Workspace, tmp_path: Path
) -> None:
    header = ",".join(f"Q{n}" for n in range(1, 12))
    source = written(tmp_path, header, *["1,2,3,1,2,3,1,2,3,1,2"] * 6)
    asked = choices(instrument="djg-11", columns="Q{}")
    found = apply_responses(workspace, "Bridges", source, asked)
    assert "--codes" in found.questions[0]
    assert not found.written
    told = choices(instrument="djg-11", columns="Q{}", codes="yes=1,more or less=2,no=3")
    assert apply_responses(workspace, "Bridges", source, told).written


def test_the_same_wave_twice_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    source = written(tmp_path, "L1,L2,L3", *["1,2,3"] * 6)
    apply_responses(workspace, "Bridges", source, choices())
    assert not apply_responses(workspace, "Bridges", source, choices()).written


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"columns": "L1,L2"}, "has 3 items, but --columns names 2"),
        ({"columns": "L1,L2,L9"}, "There is no column L9"),
        ({"columns": "L1,L2,L2"}, "more than one item"),
        ({"wheres": {"Finished": "1"}}, "There is no column Finished"),
        ({"codes": "often"}, "does not say which number"),
        ({"invited": 2}, "invited"),
    ],
)
def test_what_cannot_be_is_said(
    workspace: Workspace, tmp_path: Path, said: dict[str, object], sentence: str
) -> None:
    source = written(tmp_path, "L1,L2,L3", *["1,2,3"] * 6)
    with pytest.raises(BadInput, match=sentence):
        apply_responses(workspace, "Bridges", source, choices(**said))
    assert workspace.undo_names == []


def test_codes_are_read_from_the_command_line() -> None:
    assert read_codes("yes=1, more or less = 2,no=-3") == {"yes": 1, "more or less": 2, "no": -3}
    with pytest.raises(BadInput, match="two numbers"):
        read_codes("yes=1,Yes=2")
    assert read_codes('"Hardly ever, or never"=1,Yes, but rarely=2') == {
        "Hardly ever, or never": 1,
        "Yes, but rarely": 2,
    }
    for wrong in ("yes", "yes=1,no", "yes=one,no=2", "=1"):
        with pytest.raises(BadInput, match="does not say which number"):
            read_codes(wrong)


@pytest.mark.skipif(not REAL.exists(), reason="the real file is not here")
@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ("Q13_{}", (5.8515, 1.9099, 5.4744, 6.2285, 0.7934)),
        ("Q39_{}", (5.9604, 1.8489, 5.5954, 6.3254, 0.7726)),
    ],
)
def test_real_answers_score_as_published(
    workspace: Workspace, columns: str, expected: tuple[float, ...]
) -> None:
    said = choices(columns=columns, wheres={"Finished": "1"})
    apply_responses(workspace, "Players", REAL, said)
    community_id = workspace.read(community_named, "Players").id
    (result,) = workspace.read(wave_results, community_id, "ucla-3")
    found = result.figures
    assert found.n == 101
    shown = (found.mean, found.sd, found.ci_low, found.ci_high, found.alpha)
    assert shown == pytest.approx(expected, abs=5e-5)


def test_fewer_answers_than_the_minimum_are_not_counted_aloud(
    workspace: Workspace, tmp_path: Path
) -> None:
    source = written(tmp_path, "L1,L2,L3", *["3,1,2"] * 3)
    found = preview_responses(workspace, "Bridges", source, choices())
    said = " ".join(found.lines())
    assert "fewer than 5 answers would be taken into the wave March" in said
    assert "A wave of fewer than 5 answers shows nothing, to protect people." in said
    assert "3 answers" not in said
    enough = written(tmp_path, "L1,L2,L3", *["3,1,2"] * 5)
    said = " ".join(preview_responses(workspace, "Bridges", enough, choices()).lines())
    assert "5 answers would be taken" in said
    assert "protect people" not in said


def test_the_same_answers_again_are_told_of_the_wave_that_is_there(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = ["1,2,3", "2,2,1", "3,1,2", "1,1,2", "2,3,3", "1,3,1", "2,1,1"]
    source = written(tmp_path, "L1,L2,L3", *rows)
    assert apply_responses(workspace, "Bridges", source, choices(invited=9)).written
    again = apply_responses(workspace, "Bridges", source, choices(invited=9, wave="march"))
    assert not again.written
    (question,) = again.questions
    assert "already has a wave called March: it closed on 24 March 2026 with 7 answers." in question
    assert "nothing more to do" in question
    assert "--wave and --closed-on" in question


def test_answers_that_are_not_shown_are_not_counted_out() -> None:
    assert "closed on 24 March 2026. If" in already_taken("March", MARCH, None, "UCLA-3")
