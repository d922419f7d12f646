"""Prints of a wave from the command line, and which wave is meant by a name."""

from pathlib import Path

import pytest

from tests.factories import CLOCK, make_community
from tests.unit.reports.print_samples import words_of
from workbench.cli.root import run
from workbench.communities.queries import communities
from workbench.communities.said_actions import add_said
from workbench.communities.said_rules import SaidDraft
from workbench.reports.prints.wave_prints import askings_named
from workbench.storage.workspace import create_workspace, open_workspace
from workbench.surveys.asking_actions import plan_asking
from workbench.surveys.asking_rules import AskingPlan


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    path = tmp_path / "w.fwb"
    workspace = create_workspace(path, clock=CLOCK)
    community = workspace.perform(make_community).value
    plan = AskingPlan("May", ("safety-pulse", "loneliness-pulse"), departments=("Sales", "Support"))
    workspace.perform(plan_asking, community, plan)
    workspace.perform(plan_asking, community, AskingPlan("June", ("ucla-3",)))
    for key in ("safety-pulse", "loneliness-pulse"):
        workspace.perform(plan_asking, community, AskingPlan("July", (key,)))
    workspace.close()
    return path


def printed(file: Path, out: str, *more: str) -> int:
    asked = ("--community", "Bridges", "--sheet", "survey")
    return run(["print", str(file), str(file.parent / out), *asked, *more])


def test_the_form_of_a_wave_is_printed(planned: Path) -> None:
    assert printed(planned, "a.pdf", "--wave", " may") == 0
    assert printed(planned, "b.pdf", "--wave", "May") == 0
    assert printed(planned, "c.pdf", "--wave", "May", "--paper", "letter") == 0
    made = (planned.parent / "a.pdf").read_bytes()
    assert (planned.parent / "b.pdf").read_bytes() == made
    assert (planned.parent / "c.pdf").read_bytes() != made
    (page,) = words_of(made)
    assert "Bridges, May" in page
    assert "10. How often did you feel outside" in page
    assert "Support" in page


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ((), "needs --wave"),
        (("--wave", "April"), 'There are "May", "June" and "July"'),
        (("--wave", "June"), "has no wording yet"),
        (("--wave", "July"), "Several forms"),
    ],
)
def test_what_cannot_be_printed_is_told_in_one_line(
    planned: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], told: str
) -> None:
    assert printed(planned, "a.pdf", *more) == 2
    said = capsys.readouterr().err
    assert told in said
    assert said.count("\n") == 1
    assert not (planned.parent / "a.pdf").exists()


def test_you_said_we_did_is_printed_once_something_is_written_down(
    planned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["print", str(planned), str(planned.parent / "s.pdf"), "--community", "Bridges"]
    asked += ["--sheet", "said", "--wave", "may"]
    assert run(asked) == 2
    assert "Nothing is written down after May yet" in capsys.readouterr().err
    with open_workspace(planned, clock=CLOCK) as workspace:
        (community,) = workspace.read(communities)
        (may,) = askings_named(workspace, community.id, "May")
        draft = SaidDraft("Too many meetings.", "Fridays are free.")
        workspace.perform(add_said, community.id, may.waves[1].id, draft)
    assert run(asked) == 0
    (page,) = words_of((planned.parent / "s.pdf").read_bytes())
    assert "Too many meetings. Fridays are free." in page


def test_a_print_of_a_session_still_needs_its_session(
    planned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--community", "Bridges", "--sheet", "run"]
    assert run(["print", str(planned), str(planned.parent / "a.pdf"), *asked]) == 2
    assert "needs --session" in capsys.readouterr().err
