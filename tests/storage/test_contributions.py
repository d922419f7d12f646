from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.factories import CLOCK, community_with
from tests.storage.exact_rows import perform_undo_redo
from tests.storage.table_rows import everything
from workbench.contributions import queries
from workbench.contributions.actions import (
    change_contribution,
    delete_contributions,
    log_contribution,
    log_line,
)
from workbench.contributions.feed_queries import BETWEEN_SESSIONS, Feed, feed, feed_rows
from workbench.contributions.link_queries import help_rows
from workbench.contributions.promise_actions import (
    add_promise,
    change_promise,
    delete_promise,
    settle_promise,
)
from workbench.contributions.promise_queries import PromiseRow, promises
from workbench.contributions.rules import FeedFilter, Gift, PromiseDraft
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.words import ContributionKind as Kind
from workbench.foundation.words import PromiseState, SessionState
from workbench.models.sessions import Session
from workbench.rosters.actions import add_guest, add_people, leave_community, move_department
from workbench.rosters.rules import PersonDraft
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace, create_workspace


@dataclass(frozen=True)
class Bridges:
    file: Workspace
    id: int
    ama: int
    jonas: int
    priya: int
    first: int
    second: int

    def feed(self, **wanted: object) -> Feed:
        return self.file.read(feed, self.id, FeedFilter(**wanted))  # type: ignore[arg-type]

    def texts(self, **wanted: object) -> list[str]:
        return [row.text for group in self.feed(**wanted).groups for row in group.rows]

    def log(self, giver: int, kind: Kind, text: str, session: int | None, *to: int) -> int:
        gift = Gift(giver_id=giver, kind=kind, text=text, session_id=session, receiver_ids=to)
        return self.file.perform(log_contribution, self.id, gift).value


@action("Hold session")
def hold_session(work: Work, community_id: int, title: str, starts: datetime) -> int:
    row = Session(
        community_id=community_id,
        uid=title,
        title=title,
        starts_at=starts,
        state=SessionState.HELD,
    )
    work.session.add(row)
    work.session.flush()
    return row.id


@pytest.fixture
def bridges(tmp_path: Path) -> Iterator[Bridges]:
    with create_workspace(tmp_path / "w.fwb", clock=CLOCK) as opened:
        number, ama, jonas, priya = community_with(
            opened, "Ama Boateng", "Jonas Weber", "Priya Raman"
        )
        first, second = (
            opened.perform(hold_session, number, title, starts).value
            for title, starts in (
                ("Handover rituals", datetime(2026, 9, 17, 14)),
                ("Ask me anything", datetime(2026, 10, 1, 14)),
            )
        )
        yield Bridges(opened, number, ama, jonas, priya, first, second)


def test_a_captured_line_becomes_a_gift(bridges: Bridges) -> None:
    line = "Ama help> Jonas, Priya: two-line handover note #handover"
    number = perform_undo_redo(bridges.file, log_line, bridges.id, line, bridges.second)

    gift = bridges.file.read(queries.contribution, number)
    assert gift == Gift(
        giver_id=bridges.ama,
        kind=Kind.HELP,
        text="two-line handover note",
        receiver_ids=(bridges.jonas, bridges.priya),
        tags=("handover",),
        given_on=date(2026, 10, 1),
        session_id=bridges.second,
    )


def test_a_doubtful_line_writes_nothing(bridges: Bridges) -> None:
    before = bridges.file.read(everything)

    with pytest.raises(BadInput, match='Nobody here is called "Zora"'):
        bridges.file.perform(log_line, bridges.id, "Zora q who?")
    with pytest.raises(NotFound):
        bridges.file.perform(log_line, bridges.id, "Ama q who?", 99)
    assert bridges.file.read(everything) == before


def test_guests_may_be_named_and_those_who_left_may_not(bridges: Bridges) -> None:
    bridges.file.perform(add_guest, bridges.id, "Marek Dvořák")
    bridges.file.perform(leave_community, bridges.id, bridges.jonas, date(2026, 9, 30))

    named = bridges.file.read(queries.people_to_name, bridges.id, CLOCK.today())

    assert [one.name for one in named] == ["Ama Boateng", "Marek Dvořák", "Priya Raman"]


def test_two_of_one_name_are_named_by_department(bridges: Bridges) -> None:
    drafts = [PersonDraft(name="Ola Berg", department=place) for place in ("Sales", "Support")]
    bridges.file.perform(add_people, bridges.id, drafts)
    named = bridges.file.read(queries.people_to_name, bridges.id, CLOCK.today())
    assert [one.name for one in named if one.name.startswith("Ola")] == [
        "Ola Berg (Sales)",
        "Ola Berg (Support)",
    ]
    bridges.file.perform(log_line, bridges.id, "ola berg sup s the slow lift")
    (row,) = bridges.feed().groups[0].rows
    assert (row.giver.name, row.department and row.department.name) == ("Ola Berg", "Support")


def test_a_line_may_name_who_belonged_then_and_who_joined_since(bridges: Bridges) -> None:
    bridges.file.perform(leave_community, bridges.id, bridges.jonas, date(2026, 9, 30))
    bridges.file.perform(add_guest, bridges.id, "Marek Dvořák")
    bridges.file.perform(log_line, bridges.id, "Marek h> Jonas: the old list", bridges.first)

    (group,) = bridges.feed().groups

    assert (group.title, group.rows[0].giver.name) == ("Handover rituals", "Marek Dvořák")
    with pytest.raises(BadInput, match='Nobody here is called "Jonas"'):
        bridges.file.perform(log_line, bridges.id, "Marek h> Jonas: the old list")


def test_the_feed_is_by_session_newest_first(bridges: Bridges) -> None:
    bridges.log(bridges.ama, Kind.STORY, "the pallet", bridges.first)
    bridges.log(bridges.ama, Kind.HELP, "the note", bridges.second, bridges.jonas)
    bridges.log(bridges.priya, Kind.QUESTION, "who decides?", bridges.second)
    bridges.log(bridges.priya, Kind.RESOURCE, "a list", None)

    found = bridges.feed()

    assert [(group.title, group.on, group.in_all) for group in found.groups] == [
        (BETWEEN_SESSIONS, CLOCK.today(), 1),
        ("Ask me anything", date(2026, 10, 1), 2),
        ("Handover rituals", date(2026, 9, 17), 1),
    ]
    assert [row.text for row in found.groups[1].rows] == ["who decides?", "the note"]
    assert (found.shown, found.in_all, found.since) == (4, 4, date(2026, 9, 17))
    help_row = found.groups[1].rows[1]
    assert help_row.giver.name == "Ama Boateng"
    assert [one.name for one in help_row.receivers] == ["Jonas Weber"]
    assert help_row.department is None


def test_filters_let_through_what_they_name(bridges: Bridges) -> None:
    bridges.log(bridges.ama, Kind.STORY, "Zażółć the pallet", bridges.first)
    bridges.log(bridges.ama, Kind.HELP, "the note", bridges.second, bridges.jonas)
    bridges.file.perform(log_line, bridges.id, "Priya q who decides? #Open", bridges.second)

    assert bridges.texts(kind=Kind.STORY) == ["Zażółć the pallet"]
    assert bridges.texts(session_id=bridges.first) == ["Zażółć the pallet"]
    assert bridges.texts(words="zazolc PALLET") == ["Zażółć the pallet"]
    assert bridges.texts(words="jonas") == ["the note"]
    assert bridges.texts(words="story") == ["Zażółć the pallet"]
    assert bridges.texts(person_id=bridges.jonas) == ["the note"]
    assert bridges.texts(person_id=bridges.priya) == ["who decides?"]
    assert bridges.texts(tag="open") == ["who decides?"]
    assert bridges.texts(since=date(2026, 10, 1)) == ["who decides?", "the note"]
    assert bridges.texts(until=date(2026, 9, 30)) == ["Zażółć the pallet"]
    assert bridges.texts(words="nothing like it") == []
    kept = bridges.feed(words="note")
    assert (kept.shown, kept.in_all, kept.groups[0].in_all) == (1, 3, 2)
    assert bridges.file.read(queries.tags_in_use, bridges.id) == ["open"]


def test_a_gift_is_changed_and_taken_out(bridges: Bridges) -> None:
    number = bridges.log(bridges.ama, Kind.HELP, "the note", bridges.second, bridges.jonas)
    other = bridges.log(bridges.ama, Kind.STORY, "the pallet", bridges.first)
    changed = Gift(
        giver_id=bridges.priya,
        kind=Kind.HELP,
        text="the other note",
        receiver_ids=(bridges.jonas, bridges.ama),
        tags=("#Handover", "handover", " "),
        given_on=date(2026, 10, 2),
    )
    perform_undo_redo(bridges.file, change_contribution, number, changed)

    gift = bridges.file.read(queries.contribution, number)
    assert (gift.giver_id, gift.session_id, gift.tags) == (bridges.priya, None, ("Handover",))
    assert set(gift.receiver_ids) == {bridges.jonas, bridges.ama}
    assert perform_undo_redo(bridges.file, delete_contributions, [number, other, 999]) == 2
    assert bridges.feed().groups == ()
    with pytest.raises(NotFound):
        bridges.file.read(queries.contribution, number)
    with pytest.raises(NotFound):
        bridges.file.perform(change_contribution, number, changed)


def test_gifts_that_cannot_be_are_refused(bridges: Bridges) -> None:
    tomorrow = Gift(giver_id=bridges.ama, kind=Kind.STORY, given_on=date(2026, 10, 20))
    with pytest.raises(BadInput, match="still to come"):
        bridges.file.perform(log_contribution, bridges.id, tomorrow)
    itself = Gift(giver_id=bridges.ama, kind=Kind.HELP, receiver_ids=(bridges.ama,))
    with pytest.raises(BadInput, match="giver and as receiver"):
        bridges.file.perform(log_contribution, bridges.id, itself)
    nobody = Gift(giver_id=99, kind=Kind.STORY)
    with pytest.raises(NotFound, match="no person number 99"):
        bridges.file.perform(log_contribution, bridges.id, nobody)


def test_how_much_was_given_counts_those_who_gave_nothing(bridges: Bridges) -> None:
    bridges.log(bridges.ama, Kind.STORY, "one", bridges.second)
    bridges.log(bridges.ama, Kind.STORY, "two", bridges.second)
    bridges.log(bridges.jonas, Kind.ANSWER, "three", bridges.first)

    counts = bridges.file.read(queries.session_counts, bridges.id)
    assert [(count.on, count.given) for count in counts] == [
        (date(2026, 9, 17), 1),
        (date(2026, 10, 1), 2),
    ]
    today = CLOCK.today()
    assert bridges.file.read(queries.given_by_member, bridges.id, today) == {
        bridges.ama: 2,
        bridges.jonas: 1,
        bridges.priya: 0,
    }
    since = bridges.file.read(queries.given_by_member, bridges.id, today, date(2026, 10, 1))
    assert since[bridges.jonas] == 0
    assert bridges.file.read(queries.kind_counts, bridges.id) == {Kind.STORY: 2, Kind.ANSWER: 1}


def test_help_keeps_the_departments_of_its_day(bridges: Bridges) -> None:
    bridges.file.perform(move_department, bridges.ama, "Support", None)
    bridges.file.perform(move_department, bridges.ama, "Sales", date(2026, 9, 20))
    bridges.file.perform(move_department, bridges.jonas, "Support", None)
    bridges.log(bridges.ama, Kind.HELP, "before", bridges.first, bridges.jonas)
    bridges.log(bridges.ama, Kind.HELP, "after", bridges.second, bridges.jonas, bridges.priya)
    bridges.log(bridges.ama, Kind.ANSWER, "no help", bridges.second, bridges.jonas)

    rows = bridges.file.read(help_rows, bridges.id)

    assert [(row.receiver_id, row.giver_department, row.receiver_department) for row in rows] == [
        (bridges.jonas, "Support", "Support"),
        (bridges.jonas, "Sales", "Support"),
        (bridges.priya, "Sales", ""),
    ]
    assert len(bridges.file.read(help_rows, bridges.id, date(2026, 9, 18), None)) == 2
    assert len(bridges.file.read(help_rows, bridges.id, None, date(2026, 9, 17))) == 1


def open_promises(bridges: Bridges) -> list[PromiseRow]:
    return bridges.file.read(promises, bridges.id, CLOCK.today(), only_open=True)


def test_promises_are_made_changed_and_settled(bridges: Bridges) -> None:
    notes = PromiseDraft(text=" Send the  notes ", due_on=date(2026, 10, 8))
    ask = PromiseDraft(text="Ask Priya", about_person_id=bridges.priya)
    guide = PromiseDraft(
        text="One-page guide",
        person_id=bridges.jonas,
        session_id=bridges.second,
        due_on=date(2026, 10, 15),
    )
    first, second, third = (
        perform_undo_redo(bridges.file, add_promise, bridges.id, draft)
        for draft in (notes, ask, guide)
    )

    rows = open_promises(bridges)
    assert [(row.id, row.text, row.who, row.about, row.late) for row in rows] == [
        (first, "Send the notes", "", "", 5),
        (third, "One-page guide", "Jonas Weber", "", 0),
        (second, "Ask Priya", "", "Priya Raman", 0),
    ]
    perform_undo_redo(bridges.file, settle_promise, first, PromiseState.KEPT)
    assert [row.id for row in open_promises(bridges)] == [third, second]
    settled = bridges.file.read(promises, bridges.id, CLOCK.today())[0]
    assert (settled.state, settled.settled_on, settled.late) == (
        PromiseState.KEPT,
        CLOCK.today(),
        0,
    )
    perform_undo_redo(bridges.file, settle_promise, first, PromiseState.OPEN)
    assert open_promises(bridges)[0].late == 5
    perform_undo_redo(bridges.file, change_promise, third, PromiseDraft(text="Two pages"))
    perform_undo_redo(bridges.file, delete_promise, second)
    assert [row.text for row in open_promises(bridges)] == ["Send the notes", "Two pages"]


def test_promises_need_words_and_people_that_are_there(bridges: Bridges) -> None:
    with pytest.raises(BadInput, match="needs words"):
        bridges.file.perform(add_promise, bridges.id, PromiseDraft(text=" \u00a0"))
    with pytest.raises(NotFound, match="no person"):
        bridges.file.perform(add_promise, bridges.id, PromiseDraft(text="x", person_id=99))
    with pytest.raises(NotFound, match="no session"):
        bridges.file.perform(add_promise, bridges.id, PromiseDraft(text="x", session_id=99))


def test_another_community_sees_none_of_it(bridges: Bridges) -> None:
    bridges.log(bridges.ama, Kind.STORY, "one", bridges.second)
    (other,) = (9,)

    assert bridges.file.read(feed_rows, other) == []
    assert bridges.file.read(queries.session_counts, other) == []
