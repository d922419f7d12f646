"""A key in question keeps a brief from being written until somebody says what they found."""

from datetime import date
from pathlib import Path

import pytest

from workbench.communities.actions import create_community
from workbench.foundation.errors import BadInput
from workbench.reports.brief import write_brief
from workbench.storage.workspace import Workspace
from workbench.surveys import queries
from workbench.surveys.actions import take_wave
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.instruments import load_instrument
from workbench.surveys.key_alarm_actions import settle_alarm

MARCH = date(2026, 3, 24)
PULSE = load_instrument("safety-pulse").items
TURNED = {place for place, item in enumerate(PULSE) if item.reversed}


def sheets(wrong: int, many: int = 24) -> list[AnswerSheet]:
    """People of different levels; item `wrong` (from 0) is answered the other way round."""
    rows = []
    for person in range(many):
        level = 2 + person % 5
        codes = [min(7, max(1, level + (person + item) % 3 - 1)) for item in range(7)]
        turned = TURNED ^ ({wrong} if wrong >= 0 else set())
        rows.append(tuple(8 - code if item in turned else code for item, code in enumerate(codes)))
    return [AnswerSheet(row) for row in rows]


@pytest.fixture
def community(workspace: Workspace) -> int:
    return workspace.perform(create_community, "Bridges", founded_on=None).value


def take(workspace: Workspace, community: int, label: str, on: date, wrong: int) -> int:
    taken = sheets(wrong)
    return workspace.perform(take_wave, community, "safety-pulse", label, on, taken).value


def test_a_clear_alarm_stops_the_brief_until_it_is_settled(
    workspace: Workspace, community: int, tmp_path: Path
) -> None:
    wave = take(workspace, community, "March", MARCH, wrong=2)
    (alarm,) = workspace.read(queries.wave_result, wave).open_alarms
    assert alarm.items == ("3",)
    with pytest.raises(BadInput, match=r"Safety pulse is in question in March: item 3 runs") as no:
        write_brief(workspace, "Bridges", tmp_path / "brief.pdf")
    assert "say there what you found" in str(no.value.next_step)
    assert not (tmp_path / "brief.pdf").exists()
    workspace.perform(settle_alarm, wave, alarm.name, "Compared with paper: misread by many.")
    assert workspace.read(queries.wave_result, wave).open_alarms == ()
    write_brief(workspace, "Bridges", tmp_path / "brief.pdf")
    assert (tmp_path / "brief.pdf").exists()


def test_one_settled_alarm_hides_no_later_one(workspace: Workspace, community: int) -> None:
    march = take(workspace, community, "March", MARCH, wrong=2)
    workspace.perform(settle_alarm, march, "items 3", "Compared with the paper form.")
    june = take(workspace, community, "June", date(2026, 6, 16), wrong=4)
    first, second = (workspace.read(queries.wave_result, one) for one in (march, june))
    assert first.open_alarms == ()
    assert [one.name for one in second.open_alarms] == ["items 5"]


@pytest.mark.parametrize("reason", ["", "  ok  ", "12345678901234", "fine"])
def test_a_reason_is_needed(workspace: Workspace, community: int, reason: str) -> None:
    wave = take(workspace, community, "March", MARCH, wrong=2)
    with pytest.raises(BadInput, match="what you found"):
        workspace.perform(settle_alarm, wave, "items 3", reason)
    assert len(workspace.read(queries.wave_result, wave).open_alarms) == 1


def test_an_alarm_that_is_not_there_cannot_be_settled(workspace: Workspace, community: int) -> None:
    wave = take(workspace, community, "March", MARCH, wrong=-1)
    assert workspace.read(queries.wave_result, wave).figures.in_question == ()
    with pytest.raises(BadInput, match="no such alarm"):
        workspace.perform(settle_alarm, wave, "items 3", "Compared with the paper form.")


def test_a_better_reason_takes_the_place_of_the_first(workspace: Workspace, community: int) -> None:
    wave = take(workspace, community, "March", MARCH, wrong=2)
    for reason in ("Compared with the paper form.", "Asked the people who translated it."):
        workspace.perform(settle_alarm, wave, "items 3", reason)
    settled = workspace.read(queries.wave_result, wave).settled
    assert settled == {"items 3": "Asked the people who translated it."}
