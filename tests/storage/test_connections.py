"""Reading who helps whom: members and whoever a link names, one person's links added up."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.factories import CLOCK, community_with
from workbench.contributions.actions import log_contribution
from workbench.contributions.rules import Gift
from workbench.foundation.words import ContributionKind as Kind
from workbench.foundation.words import SessionState
from workbench.insights.connection_queries import Connections, MapLink, connections
from workbench.insights.shares import Share
from workbench.models.sessions import Session
from workbench.rosters.actions import add_guest, leave_community, move_department
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace, create_workspace

SOURCES = Path(__file__).parents[2] / "workbench"


@action("Hold session")
def hold_session(work: Work, community_id: int, on: date) -> int:
    starts = datetime(on.year, on.month, on.day, 14)
    row = Session(
        community_id=community_id, uid=str(on), title="Session", starts_at=starts,
        state=SessionState.HELD,
    )  # fmt: skip
    work.session.add(row)
    work.session.flush()
    return row.id


class Bridges:
    """A community of four in which help is logged by name."""

    def __init__(self, file: Workspace) -> None:
        names = ("Ama", "Jonas", "Priya", "Zoe")
        self.file = file
        self.id, *numbers = community_with(file, *names, joined_on=date(2026, 1, 1))
        self.of = dict(zip(names, numbers, strict=True))

    def help(self, giver: str, receiver: str, on: date = date(2026, 10, 1)) -> None:
        to = (self.of[receiver],)
        gift = Gift(
            giver_id=self.of[giver], kind=Kind.HELP, text="a hand", receiver_ids=to, given_on=on
        )
        self.file.perform(log_contribution, self.id, gift)

    @property
    def shown(self) -> Connections:
        return self.file.read(connections, self.id, CLOCK.today())


@pytest.fixture
def bridges(tmp_path: Path) -> Iterator[Bridges]:
    with create_workspace(tmp_path / "w.fwb", clock=CLOCK) as opened:
        yield Bridges(opened)


def test_acts_between_two_people_are_one_link(bridges: Bridges) -> None:
    bridges.help("Ama", "Jonas")
    bridges.help("Ama", "Jonas")
    bridges.help("Jonas", "Ama")
    shown = bridges.shown
    ama, jonas = bridges.of["Ama"], bridges.of["Jonas"]

    assert shown.links == (MapLink(ama, jonas, 2, False), MapLink(jonas, ama, 1, False))
    assert (shown.offers, shown.linked, shown.enough) == (3, 2, False)
    assert shown.returned == Share(2, 2)
    assert shown.help is not None
    assert shown.help.since == date(2026, 10, 1), "without a session, since the first help"
    people = {person.name: person for person in shown.people}
    assert (people["Ama"].gave, people["Ama"].had) == (2, 1)
    assert [name for name, person in people.items() if person.alone] == ["Priya", "Zoe"]


def test_only_help_of_the_last_eight_sessions_counts(bridges: Bridges) -> None:
    for week in range(10):
        bridges.file.perform(hold_session, bridges.id, date(2026, 3 + week // 4, 1 + week % 4 * 7))
    bridges.help("Ama", "Jonas", date(2026, 3, 8))
    bridges.help("Priya", "Jonas", date(2026, 3, 15))

    shown = bridges.shown
    assert [link.giver_id for link in shown.links] == [bridges.of["Priya"]]
    assert shown.help is not None
    assert shown.help.since == date(2026, 3, 15)
    assert shown.until == date(2026, 3, 15)


def test_across_is_by_the_department_of_that_day(bridges: Bridges) -> None:
    move = bridges.file.perform
    move(move_department, bridges.of["Ama"], "Support", date(2026, 1, 1))
    move(move_department, bridges.of["Jonas"], "Support", date(2026, 1, 1))
    move(move_department, bridges.of["Jonas"], "Sales", date(2026, 9, 15))
    bridges.help("Ama", "Jonas", date(2026, 9, 1))
    assert [link.across for link in bridges.shown.links] == [False]

    bridges.help("Ama", "Jonas", date(2026, 10, 1))
    assert [(link.acts, link.across) for link in bridges.shown.links] == [(2, True)]


def test_who_left_stays_while_their_help_does_and_guests_are_not_counted(
    bridges: Bridges,
) -> None:
    bridges.help("Ama", "Jonas")
    bridges.file.perform(leave_community, bridges.id, bridges.of["Ama"], date(2026, 10, 2))
    bridges.file.perform(leave_community, bridges.id, bridges.of["Zoe"], date(2026, 10, 2))
    bridges.file.perform(add_guest, bridges.id, "Marek Dvořák")

    assert [person.name for person in bridges.shown.people] == ["Ama", "Jonas", "Priya"]


def test_nobody_and_nothing(tmp_path: Path) -> None:
    with create_workspace(tmp_path / "w.fwb", clock=CLOCK) as opened:
        (number,) = community_with(opened)
        shown = opened.read(connections, number, CLOCK.today())
    assert (shown.people, shown.links, shown.until, shown.help) == ((), (), None, None)


def test_who_has_no_help_logged_reaches_no_report_and_no_command() -> None:
    reads = [
        path.relative_to(SOURCES).parts[0]
        for path in SOURCES.rglob("*.py")
        if "connection_queries import" in path.read_text(encoding="utf-8")
    ]
    assert set(reads) == {"ui"}
