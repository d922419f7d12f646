"""A questionnaire of one's own from the command line: checked by line, taken in, asked."""

from pathlib import Path

from tests.journeys.commands import command
from workbench.foundation.assets import asset

PULSE = asset("instruments", "transfer-item.toml").read_text(encoding="utf-8")


def test_every_problem_is_told_with_its_line(tmp_path: Path) -> None:
    source = tmp_path / "own.toml"
    wrong = PULSE.replace("range = [", "range = [9, ").replace("version = 1", "version = 0")
    source.write_text(wrong, encoding="utf-8")
    told = command("check-instrument", source)
    assert told.code == 2
    assert told.err.startswith("own.toml has 2 problems:\n  line ")
    assert "version: counting starts at 1" in told.err
    as_json = command("check-instrument", source, "--json")
    assert as_json.code == 2
    assert {one["field"] for one in as_json.json["problems"]} == {"version", "range"}
    source.write_text(PULSE, encoding="utf-8-sig")
    assert command("check-instrument", source).out.startswith("own.toml is right: ")


def test_one_of_ones_own_is_taken_in(bridges: Path, tmp_path: Path) -> None:
    source = tmp_path / "own.toml"
    source.write_text(PULSE.replace('id = "transfer-item"', 'id = "own"'), encoding="utf-8")
    assert command("keep-instrument", bridges, source).out == "Kept own, version 1.\n"
    assert command("keep-instrument", bridges, source).code == 0
    source.write_text(source.read_text(encoding="utf-8").replace('title = "', 'title = "X '))
    refused = command("keep-instrument", bridges, source)
    assert refused.code == 2
    assert "the next version number, 2" in refused.err


def test_what_is_no_questionnaire_is_refused(bridges: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.toml"
    picture.write_bytes(b"\x89PNG\xff\x00")
    for wrong in (tmp_path / "not-there.toml", tmp_path, picture):
        for told in (
            command("check-instrument", wrong),
            command("keep-instrument", bridges, wrong),
        ):
            assert told.code == 2
            assert wrong.name in told.err
            assert "Traceback" not in told.err
