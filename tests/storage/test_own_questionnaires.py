"""Questionnaires of one's own: kept by version, worded, never changed under an open wave."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.assets import asset
from workbench.foundation.errors import BadInput, NotFound
from workbench.storage.workspace import Workspace
from workbench.surveys import queries
from workbench.surveys.asking_actions import open_wave, plan_wave
from workbench.surveys.instrument_actions import (
    delete_unused,
    keep_instrument,
    keep_own,
    paste_wording,
)
from workbench.surveys.instrument_parser import parse_instrument
from workbench.surveys.instrument_queries import instrument_row, instrument_rows, next_version
from workbench.surveys.instrument_text import as_toml
from workbench.surveys.instruments import instrument_keys, load_instrument
from workbench.surveys.wave_rules import WavePlan

THREE = ("One?", "Two?", "Three?")


def own_text(version: int = 1, title: str = "How we are") -> str:
    text = asset("instruments", "transfer-item.toml").read_text(encoding="utf-8")
    one = parse_instrument(text)
    return as_toml(msgspec.structs.replace(one, id="own", version=version, title=title))


@pytest.mark.parametrize("key", instrument_keys())
def test_a_questionnaire_is_written_as_it_is_read(key: str) -> None:
    one = load_instrument(key)
    assert parse_instrument(as_toml(one)) == one


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=100).filter(str.strip), st.text())
def test_any_words_survive_the_file(title: str, notes: str) -> None:
    one = msgspec.structs.replace(load_instrument("transfer-item"), title=title, notes=notes)
    text = as_toml(one)
    assert parse_instrument(text) == one


def test_it_keeps_the_text_as_its_author_wrote_it(workspace: Workspace) -> None:
    text = "# Mine.\n" + own_text()
    assert workspace.perform(keep_own, text).value == "own@1"
    assert workspace.read(instrument_row, "own").text == text
    assert workspace.perform(keep_own, own_text()).value == "own@1"
    assert workspace.read(instrument_row, "own").text == text


def test_a_change_is_the_next_version(workspace: Workspace) -> None:
    assert workspace.read(next_version, "own") == 1
    workspace.perform(keep_own, own_text())
    with pytest.raises(BadInput, match="the next version number, 2") as refused:
        workspace.perform(keep_own, own_text(title="How we were"))
    assert refused.value.field == "version"
    workspace.perform(keep_own, own_text(2, "How we were"))
    row = workspace.read(instrument_row, "own")
    assert (row.instrument.title, row.versions, row.shipped) == ("How we were", (1, 2), False)
    assert workspace.read(next_version, "safety-pulse") == 3
    with pytest.raises(NotFound):
        workspace.read(instrument_row, "other")


def test_empty_places_are_filled_within_the_version(workspace: Workspace) -> None:
    assert workspace.perform(paste_wording, "ucla-3", THREE).value == "ucla-3@1"
    row = workspace.read(instrument_row, "ucla-3")
    assert [item.text for item in row.instrument.items] == list(THREE)
    assert (row.shipped, row.versions) == (True, (1,))
    assert parse_instrument(row.text) == row.instrument
    assert workspace.read(queries.instrument_named, "ucla-3").has_wording
    assert workspace.perform(paste_wording, "ucla-3", THREE).value == "ucla-3@1"
    other = workspace.perform(paste_wording, "ucla-3", ("1?", "Two?", "Three?")).value
    assert other == "ucla-3@2"
    assert workspace.read(instrument_row, "ucla-3").versions == (1, 2)


def test_wording_comes_to_a_key_that_was_planned_without(workspace: Workspace) -> None:
    wave_id = workspace.perform(plan_wave, 1, "ucla-3", WavePlan("May")).value
    workspace.perform(paste_wording, "ucla-3", THREE)
    asked = workspace.read(lambda s: queries.instrument_of(s, queries.wave_row(s, wave_id)))
    assert asked.has_wording


def test_a_worded_one_is_taken_in_as_a_file(workspace: Workspace) -> None:
    workspace.perform(paste_wording, "ucla-3", THREE)
    text = workspace.read(instrument_row, "ucla-3").text
    assert workspace.perform(keep_own, text).value == "ucla-3@1"
    bare = as_toml(load_instrument("ucla-3"))
    with pytest.raises(BadInput, match="differs"):
        workspace.perform(keep_own, bare)


@pytest.mark.parametrize(
    ("texts", "words"),
    [(("One?", "Two?"), "3 items, but there are 2 lines"), (("1", " ", "3"), "Item 2 has no")],
)
def test_wording_has_a_line_for_each_item(
    workspace: Workspace, texts: tuple[str, ...], words: str
) -> None:
    with pytest.raises(BadInput, match=words):
        workspace.perform(paste_wording, "ucla-3", texts)


def test_nothing_changes_while_people_answer(workspace: Workspace) -> None:
    workspace.perform(keep_own, own_text())
    wave_id = workspace.perform(plan_wave, 1, "own", WavePlan("May")).value
    workspace.perform(open_wave, wave_id)
    assert workspace.read(instrument_row, "own").open_wave == "May"
    with pytest.raises(BadInput, match="The wave May of How we are is open"):
        workspace.perform(keep_own, own_text(2))
    with pytest.raises(BadInput, match="is open"):
        workspace.perform(paste_wording, "own", ["Other?"])
    assert workspace.perform(keep_own, own_text()).value == "own@1"


def test_those_that_can_be_asked_come_first(workspace: Workspace) -> None:
    workspace.perform(keep_instrument, parse_instrument(own_text()))
    workspace.perform(plan_wave, 1, "ucla-20-v3", WavePlan("May"))
    rows = workspace.read(instrument_rows)
    worded = [row.instrument.has_wording for row in rows]
    assert worded == sorted(worded, reverse=True)
    assert {row.instrument.id: row.waves for row in rows}["ucla-20-v3"] == 1
    assert len(rows) == len(instrument_keys()) + 1


def test_ones_own_that_no_wave_asks_is_deleted_with_all_versions(workspace: Workspace) -> None:
    for version in (1, 2):
        workspace.perform(keep_own, own_text(version, f"How we are {version}"))
    assert workspace.perform(delete_unused, "own").value == (1, 2)
    with pytest.raises(NotFound):
        workspace.read(instrument_row, "own")
    with pytest.raises(NotFound):
        workspace.perform(delete_unused, "own")


def test_what_a_wave_asks_stays_as_it_was_asked(workspace: Workspace) -> None:
    workspace.perform(keep_own, own_text())
    wave_id = workspace.perform(plan_wave, 1, "own", WavePlan("May")).value
    with pytest.raises(BadInput, match="How we are is asked in a wave"):
        workspace.perform(delete_unused, "own")
    workspace.perform(keep_own, own_text(2, "How we were"))
    assert workspace.read(instrument_row, "own").unused == (2,)
    asked = workspace.read(lambda s: queries.instrument_of(s, queries.wave_row(s, wave_id)))
    assert (asked.version, asked.title) == (1, "How we are")
    assert workspace.perform(delete_unused, "own").value == (2,)
    row = workspace.read(instrument_row, "own")
    assert (row.versions, row.waves, row.unused) == ((1,), 1, ())


def test_what_comes_with_the_program_stays(workspace: Workspace) -> None:
    workspace.perform(paste_wording, "ucla-3", THREE)
    with pytest.raises(BadInput, match="comes with the program"):
        workspace.perform(delete_unused, "ucla-3")
    workspace.perform(paste_wording, "ucla-3", ("1?", "2?", "3?"))
    assert workspace.perform(delete_unused, "ucla-3").value == (2,)
    assert workspace.read(instrument_row, "ucla-3").instrument.items[0].text == "One?"
