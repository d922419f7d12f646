"""Linked changes on a real file: frozen at the close, told in JSON, gone with the key."""

from datetime import date
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select, text

from workbench.communities.actions import create_community
from workbench.foundation.errors import BadInput, UserFixable
from workbench.insights import queries as insights
from workbench.models.surveys import FrozenChange
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace
from workbench.surveys import queries
from workbench.surveys.actions import take_wave
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.asking_actions import open_asking, plan_asking
from workbench.surveys.asking_rules import AskingPlan
from workbench.surveys.closing import delete_for_good
from workbench.surveys.instrument_actions import keep_instrument
from workbench.surveys.instruments import load_instrument
from workbench.surveys.key_store import KeyStore
from workbench.surveys.link_queries import has_links, link_keys
from workbench.surveys.linking import hashed
from workbench.surveys.unlinking import destroy_links_for_good

KEY = b"k" * 32
MARCH, JUNE, SEPTEMBER = date(2026, 3, 24), date(2026, 6, 16), date(2026, 9, 25)


def sheet(person: int, shift: int = 0, *, department: str = "") -> AnswerSheet:
    """One person's answers to seven items, close to each other, with a code of their own."""
    level = 2 + person * 7 % 4 + shift
    codes = [min(7, max(1, level + (person * item + item + shift) % 3 - 1)) for item in range(7)]
    turned = [8 - code if item in (0, 2, 4) else code for item, code in enumerate(codes)]
    parts = (f"mother{person}", f"street{person}", f"pet{person}")
    return AnswerSheet(tuple(turned), department, hashed(parts, KEY, "safety-pulse"))


@pytest.fixture
def community(workspace: Workspace) -> int:
    return workspace.perform(create_community, "Bridges", founded_on=None).value


def taken(workspace: Workspace, community: int, label: str, day: date, *people: AnswerSheet) -> int:
    done = workspace.perform(take_wave, community, "safety-pulse", label, day, people)
    return done.value


def changes(workspace: Workspace) -> dict[tuple[str, str], dict[str, object]]:
    told = workspace.read(insights.results, "Bridges", "safety-pulse").as_json()
    return {(one["from"], one["to"]): one for one in told["changes"]}


def test_everybody_answering_twice_is_compared_in_pairs(
    workspace: Workspace, community: int
) -> None:
    taken(workspace, community, "March", MARCH, *map(sheet, range(14)))
    later = [sheet(person, 1 + person % 2) for person in range(14)]
    taken(workspace, community, "June", JUNE, *reversed(later))
    (change,) = changes(workspace).values()
    assert change["method"] == "paired"
    assert (change["linked"], change["left"], change["new"]) == (14, 0, 0)
    assert change["effect_name"] == "g_av"
    first, last = workspace.read(queries.wave_results, community, "safety-pulse")
    difference = (last.figures.mean or 0) - (first.figures.mean or 0)
    assert change["difference"] == pytest.approx(difference)


def test_nobody_is_linked_across_versions(workspace: Workspace, community: int) -> None:
    people = [sheet(person) for person in range(14)]
    first = taken(workspace, community, "March", MARCH, *people)
    pulse = load_instrument("safety-pulse")
    newer = msgspec.structs.replace(pulse, version=pulse.version + 1, lead_in="In our circle:")
    workspace.perform(keep_instrument, newer)
    second = taken(workspace, community, "June", JUNE, *(sheet(p, 1) for p in range(14)))
    across = changes(workspace)["March", "June"]
    assert (across["method"], across["linked"], across["difference"]) == (
        "not compared",
        None,
        None,
    )
    rows = workspace.read(queries.wave_results, community, "safety-pulse")
    asked = [(one.wave.id, one.figures.version, one.instrument.version) for one in rows]
    assert asked == [(first, 2, 2), (second, 3, 3)]
    third = taken(workspace, community, "September", SEPTEMBER, *(sheet(p, 2) for p in range(14)))
    assert changes(workspace)["June", "September"]["method"] == "paired"
    frozen = workspace.read(lambda session: session.scalars(select(FrozenChange)).all())
    assert [(one.earlier_id, one.later_id) for one in frozen] == [(second, third)]


def test_people_who_left_and_came_are_counted_or_nothing_is_linked(
    workspace: Workspace, community: int
) -> None:
    taken(workspace, community, "March", MARCH, *map(sheet, range(16)))
    taken(workspace, community, "June", JUNE, *(sheet(person, 1) for person in range(5, 21)))
    taken(workspace, community, "September", SEPTEMBER, *(sheet(p, 2) for p in range(8, 24)))
    found = changes(workspace)
    june, september = found["March", "June"], found["June", "September"]
    assert june["method"] == "random intercept"
    assert (june["linked"], june["left"], june["new"]) == (11, 5, 5)
    assert september["method"] == "welch"
    assert (september["linked"], september["left"], september["new"]) == (None, None, None)


def test_nobody_changed(workspace: Workspace, community: int) -> None:
    taken(workspace, community, "March", MARCH, *map(sheet, range(12)))
    raised = [sheet(person, 1) for person in range(12)]
    taken(workspace, community, "June", JUNE, *raised)
    taken(workspace, community, "September", SEPTEMBER, *raised)
    change = changes(workspace)["June", "September"]
    assert (change["difference"], change["ci_low"], change["p"]) == (0, None, None)
    assert "No one changed" in str(change["sentence"])


def test_a_changed_linked_change_is_not_believed(workspace: Workspace, community: int) -> None:
    taken(workspace, community, "March", MARCH, *map(sheet, range(12)))
    taken(workspace, community, "June", JUNE, *(sheet(person, 1) for person in range(12)))
    workspace.perform(run, "UPDATE frozen_changes SET figures = replace(figures, '12', '11')")
    with pytest.raises(UserFixable, match="not the ones that were frozen"):
        changes(workspace)


def test_a_linked_change_goes_with_either_wave(workspace: Workspace, community: int) -> None:
    march = taken(workspace, community, "March", MARCH, *map(sheet, range(12)))
    taken(workspace, community, "June", JUNE, *(sheet(person, 1) for person in range(12)))
    delete_for_good(workspace, march)
    (june,) = workspace.read(queries.wave_results, community, "safety-pulse")
    assert june.linked == {}


def test_with_the_key_every_link_is_gone_from_the_file(
    workspace: Workspace, community: int, tmp_path: Path
) -> None:
    keys = KeyStore(tmp_path / "keys")
    people = [sheet(person) for person in range(12)]
    taken(workspace, community, "March", MARCH, *people)
    (name,) = workspace.read(link_keys, community)
    keys.make(name)
    taken(workspace, community, "June", JUNE, *(sheet(person, 1) for person in range(12)))
    before = changes(workspace)
    assert workspace.read(has_links, community)
    assert people[0].link[:16] in workspace.path.read_bytes()  # or this test looks at nothing
    destroy_links_for_good(workspace, community, keys)
    assert not workspace.read(has_links, community)
    assert keys.key(name) is None
    assert workspace.read(link_keys, community) != [name]
    stored = workspace.path.read_bytes()
    for one in people:
        for at in range(0, len(one.link), 16):
            assert one.link[at : at + 16] not in stored
    assert changes(workspace) == before
    again = [sheet(person, 2) for person in range(12)]
    taken(workspace, community, "September", SEPTEMBER, *again)
    assert changes(workspace)["June", "September"]["method"] == "welch"


def test_links_stay_while_a_wave_with_codes_is_open(
    workspace: Workspace, community: int, tmp_path: Path
) -> None:
    keys = KeyStore(tmp_path / "keys")
    taken(workspace, community, "March", MARCH, *map(sheet, range(12)))
    (name,) = workspace.read(link_keys, community)
    key = keys.make(name)
    plan = AskingPlan(
        "June", ("safety-pulse",), code_parts=("First letter", "Day", "Pet", "Street")
    )
    asking = workspace.perform(plan_asking, community, plan).value
    workspace.perform(open_asking, asking)
    with pytest.raises(BadInput, match="codes is open"):
        destroy_links_for_good(workspace, community, keys)
    assert keys.key(name) == key
    assert workspace.read(has_links, community)


@action("Try", "surveys")
def run(work: Work, statement: str) -> None:
    work.session.execute(text(statement))
