"""Waves from the command line: planned, opened, closed; an alarm settled; the key destroyed."""

import csv
from pathlib import Path

import pytest

from tests.journeys.commands import command, refused, succeeded
from workbench.communities.queries import community_named
from workbench.foundation.words import Means
from workbench.storage.workspace import open_workspace
from workbench.surveys.answers import Form
from workbench.surveys.asking_queries import askings
from workbench.surveys.key_store import KeyStore
from workbench.surveys.link_queries import has_links, link_keys
from workbench.surveys.queries import wave_results
from workbench.surveys.rounds import end_round, keep_sealed

HERE = ("--community", "Circle")
MAY = ("--wave", "May")
TWO = ("--instrument", "safety-pulse", "--instrument", "loneliness-pulse")


@pytest.fixture
def circle(empty: Path, tmp_path: Path) -> Path:
    """A workspace with a community, by way of a roster."""
    roster = tmp_path / "people.csv"
    roster.write_text("Name\nAmara Diallo\n", encoding="utf-8")
    succeeded("import", "roster", empty, roster, *HERE)
    return empty


def planned(file: Path, *more: object) -> None:
    succeeded("wave", "plan", file, *HERE, *MAY, *TWO, "--invited", "12", *more)


def answer(file: Path, both: int, safety_alone: int = 0) -> None:
    """Store a round as the laptop does."""
    codes = [code % 3 + 1 for code in range(both)]
    forms = [Form(((code,) * 7, (code,) * 3)) for code in codes]
    forms += [Form(((4,) * 7, (None,) * 3))] * safety_alone
    with open_workspace(file) as workspace:
        number = workspace.read(askings, 1)[0].id
        end_round(workspace, number, forms, Means.LAPTOP, KeyStore())


def test_a_wave_is_planned_opened_answered_and_closed(circle: Path) -> None:
    planned(circle, "--closes-on", "2026-05-30", "--departments", "Support,Sales", "--comment")
    (row,) = succeeded("wave", "list", circle, *HERE, "--json").json["waves"]
    assert row == {
        "label": "May", "state": "planned", "instruments": ["safety-pulse", "loneliness-pulse"],
        "invited": 12, "minimum_group": 5, "closes_on": "2026-05-30", "closed_on": None,
        "sealed": False,
    }  # fmt: skip
    assert "is open" in succeeded("wave", "open", circle, *HERE, *MAY).out
    answer(circle, 7)
    closed = succeeded("wave", "close", circle, *HERE, *MAY, "--on", "2026-05-29")
    assert "closed and frozen" in closed.out
    told = succeeded("wave", "list", circle, *HERE).out
    assert "May: closed, " in told
    found = succeeded(
        "results", circle, *HERE, "--instrument", "safety-pulse", "--json"
    ).json["waves"]  # fmt: skip
    assert [(one["label"], one["closed_on"], one["n"]) for one in found] == [
        ("May", "2026-05-29", 7)
    ]


def test_how_often_people_came_is_asked_on_request_alone(circle: Path) -> None:
    planned(circle, "--how-often")
    succeeded("wave", "plan", circle, *HERE, "--wave", "June", *TWO)
    with open_workspace(circle) as workspace:
        asked = {row.label: row.plan.asks_attendance for row in workspace.read(askings, 1)}
    assert asked == {"May": True, "June": False}


def test_the_next_plan_says_what_it_can_find(circle: Path) -> None:
    planned(circle)
    succeeded("wave", "open", circle, *HERE, *MAY)
    answer(circle, 12)
    succeeded("wave", "close", circle, *HERE, *MAY, "--on", "2026-05-29")
    told = succeeded(
        "wave", "plan", circle, *HERE, "--wave", "June", *TWO, "--expect", "10"
    ).out  # fmt: skip
    assert "With 10 answers you would see a change of" in told


def test_what_waits_sealed_is_not_lost_unasked(circle: Path) -> None:
    planned(circle)
    succeeded("wave", "open", circle, *HERE, *MAY)
    with open_workspace(circle) as workspace:
        number = workspace.read(askings, 1)[0].id
        few = [Form(((1,) * 7, (1,) * 3))]
        keep_sealed(workspace, number, few, Means.LAPTOP, KeyStore())
    close = ("wave", "close", circle, *HERE, *MAY)
    assert "--discard-sealed" in refused(command(*close))
    assert "shows nothing" in succeeded(*close, "--discard-sealed").out


def test_two_waves_of_one_day_are_refused_with_a_way_out(circle: Path) -> None:
    for label in ("May", "June"):
        name = ("--wave", label)
        succeeded("wave", "plan", circle, *HERE, *name, "--instrument", "safety-pulse")
        succeeded("wave", "open", circle, *HERE, *name)
        closing = command("wave", "close", circle, *HERE, *name, "--on", "2026-05-29")
        assert closing.code == (0 if label == "May" else 2)
    told = refused(closing)
    assert "could not be told apart in time" in told
    assert "it stays open until then, and no answer is lost" in told
    succeeded("wave", "close", circle, *HERE, "--wave", "June", "--on", "2026-05-30")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("open", *MAY), "has no wave May"),
        (("close", *MAY), "has no wave May"),
        (("plan", *MAY, "--instrument", "nothing"), "nothing"),
        (("plan", *MAY, "--instrument", "ucla-3", "--minimum", "4"), "cannot be 4"),
        (("plan", *MAY, "--instrument", "ucla-3", "--instrument", "ucla-3"), "twice"),
        (("plan", *MAY, "--instrument", "ucla-3", "--matters", "cel-3=1"), "cel-3"),
        (("plan", *MAY, "--instrument", "ucla-3", "--matters", "ucla-3=x"), "number"),
        (("plan", *MAY, "--instrument", "ucla-3", "--departments", "Sales"), "departments"),
        (("plan", "--wave", " ", "--instrument", "ucla-3"), "no name"),
        (("settle", *MAY, "--instrument", "ucla-3", "--reason", "Looked at it all"), "no closed"),
        (("destroy-key",), "--for-good"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    circle: Path, line: tuple[str, ...], said: str
) -> None:
    name, *options = line
    assert said in refused(command("wave", name, circle, *HERE, *options))
    assert succeeded("wave", "list", circle, *HERE).out == "Circle has no wave yet.\n"


def test_a_wave_opens_and_closes_once(circle: Path) -> None:
    planned(circle)
    assert "is planned, not open" in refused(command("wave", "close", circle, *HERE, *MAY))
    succeeded("wave", "open", circle, *HERE, *MAY)
    assert "is open, not planned" in refused(command("wave", "open", circle, *HERE, *MAY))


def test_an_alarm_is_settled_with_a_reason(circle: Path, tmp_path: Path) -> None:
    source = tmp_path / "answers.csv"
    with source.open("w", newline="", encoding="utf-8") as stream:
        table = csv.writer(stream)
        table.writerow([f"s{number}" for number in range(1, 8)])
        for person in range(24):  # everybody answers as if no item were turned round
            table.writerow([min(7, max(1, 2 + person % 5 + (person + at) % 3 - 1))
                            for at in range(7)])  # fmt: skip
    pulse = ("--instrument", "safety-pulse")
    succeeded("import", "responses", circle, source, *HERE, *pulse, *MAY, "--columns", "s{}",
              "--closed-on", "2026-05-29")  # fmt: skip
    settle = ("wave", "settle", circle, *HERE, *MAY, *pulse, "--reason")
    found = open_alarms(circle)
    assert found
    assert refused(command(*settle, "short"))
    assert open_alarms(circle) == found
    for name in found[:-1]:
        assert "--alarm" in refused(command(*settle, "Compared with the paper form"))
        succeeded(*settle, "Compared with the paper form", "--alarm", name)
    succeeded(*settle, "Compared with the paper form")
    assert open_alarms(circle) == []
    assert "nothing to settle" in refused(command(*settle, "Compared with the paper form"))


def open_alarms(file: Path) -> list[str]:
    with open_workspace(file) as workspace:
        (result,) = workspace.read(wave_results, 1, "safety-pulse")
    return [one.name for one in result.open_alarms]


def test_the_key_is_destroyed_for_good(circle: Path, tmp_path: Path) -> None:
    source = tmp_path / "answers.csv"
    rows = [f"{at % 3 + 1},2,{(at + 1) % 3 + 1},{at}Elm,Pet,May,Red" for at in range(8)]
    source.write_text("\n".join(["l1,l2,l3,a,b,c,d", *rows]), encoding="utf-8")
    told = ("--instrument", "loneliness-pulse", "--columns", "l{}", "--closed-on", "2026-05-29")
    succeeded("import", "responses", circle, source, *HERE, *told, *MAY, "--link", "a,b,c,d")
    with open_workspace(circle) as workspace:
        community = workspace.read(community_named, "Circle").id
        (name,) = workspace.read(link_keys, community)
        assert workspace.read(has_links, community)
    assert KeyStore().key(name) is not None
    assert "--for-good" in refused(command("wave", "destroy-key", circle, *HERE))
    assert KeyStore().key(name) is not None
    succeeded("wave", "destroy-key", circle, *HERE, "--for-good")
    assert KeyStore().key(name) is None
    with open_workspace(circle) as workspace:
        assert not workspace.read(has_links, community)
