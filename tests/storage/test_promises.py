from datetime import date

import pytest

from tests.factories import CLOCK, community_with
from tests.storage.exact_rows import perform_undo_redo
from tests.storage.table_rows import everything
from workbench.contributions.actions import log_contribution
from workbench.contributions.promise_actions import add_promise, delete_promise, settle_promise
from workbench.contributions.promise_queries import PromiseRow, promises
from workbench.contributions.rules import Gift, PromiseDraft
from workbench.contributions.thanks import ThanksGift
from workbench.contributions.thanks_queries import givers, thanks_facts
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.words import ContributionKind as Kind
from workbench.foundation.words import PromiseState as State
from workbench.storage.workspace import Workspace

TODAY = CLOCK.today()


def promised(workspace: Workspace) -> tuple[int, int, int]:
    community, ama, jonas = community_with(workspace, "Ama Boateng", "Jonas Weber")
    draft = PromiseDraft(
        text="Print the note", person_id=ama, about_person_id=jonas, due_on=date(2026, 10, 8)
    )
    return community, ama, workspace.perform(add_promise, community, draft).value


def rows(workspace: Workspace, community: int, **wanted: int) -> dict[str, PromiseRow]:
    found = workspace.read(promises, community, TODAY, **wanted)  # type: ignore[arg-type]
    return {row.text: row for row in found}


def test_not_kept_keeps_what_came_of_it_until_it_is_opened_again(workspace: Workspace) -> None:
    community, _, promise = promised(workspace)

    made = perform_undo_redo(workspace, settle_promise, promise, State.NOT_KEPT, " no printer ")

    assert made is None
    row = rows(workspace, community)["Print the note"]
    assert (row.state, row.outcome, row.settled_on, row.late) == (
        State.NOT_KEPT, "no printer", TODAY, 0,
    )  # fmt: skip
    perform_undo_redo(workspace, settle_promise, promise, State.OPEN, "ignored")
    row = rows(workspace, community)["Print the note"]
    assert (row.state, row.outcome, row.settled_on, row.late) == (State.OPEN, "", None, 5)


def test_a_changed_promise_lives_on_with_the_same_person(workspace: Workspace) -> None:
    community, ama, promise = promised(workspace)
    new = PromiseDraft(text="Send the note", due_on=date(2026, 10, 29))

    made = perform_undo_redo(workspace, settle_promise, promise, State.CHANGED, "no printer", new)

    found = rows(workspace, community)
    follower, before = found["Send the note"], found["Print the note"]
    assert (follower.id, follower.person_id, follower.about) == (made, ama, "Jonas Weber")
    assert (follower.follows_id, follower.due_on, follower.made_on) == (
        promise, date(2026, 10, 29), TODAY,
    )  # fmt: skip
    assert (before.became, before.state, before.outcome) == (
        "Send the note", State.CHANGED, "no printer",
    )  # fmt: skip


def test_what_lives_on_is_settled_first(workspace: Workspace) -> None:
    community, _, promise = promised(workspace)
    made = workspace.perform(
        settle_promise, promise, State.CHANGED, "", PromiseDraft(text="Send it")
    ).value
    assert made is not None
    before = workspace.read(everything)
    for state in (State.OPEN, State.KEPT):
        with pytest.raises(BadInput, match="lives on as “Send it”"):
            workspace.perform(settle_promise, promise, state)
    with pytest.raises(BadInput, match="lives on"):
        workspace.perform(settle_promise, promise, State.CHANGED, "", PromiseDraft(text="again"))
    assert workspace.read(everything) == before

    workspace.perform(settle_promise, promise, State.CHANGED, "in another way")
    assert rows(workspace, community)["Print the note"].outcome == "in another way"
    perform_undo_redo(workspace, delete_promise, made)
    workspace.perform(settle_promise, promise, State.OPEN)
    assert rows(workspace, community)["Print the note"].became == ""


def test_only_a_change_is_followed_by_a_promise_with_words(workspace: Workspace) -> None:
    _, _, promise = promised(workspace)
    before = workspace.read(everything)
    with pytest.raises(BadInput, match="Only a changed promise"):
        workspace.perform(settle_promise, promise, State.KEPT, "", PromiseDraft(text="more"))
    with pytest.raises(BadInput, match="needs words"):
        workspace.perform(settle_promise, promise, State.CHANGED, "", PromiseDraft(text=" "))
    with pytest.raises(NotFound):
        workspace.perform(settle_promise, 99, State.KEPT)
    assert workspace.read(everything) == before


def test_promises_of_one_person(workspace: Workspace) -> None:
    community, ama, _ = promised(workspace)
    workspace.perform(add_promise, community, PromiseDraft(text="Mine"))

    assert list(rows(workspace, community, person_id=ama)) == ["Print the note"]
    assert len(rows(workspace, community)) == 2


def test_thanks_know_only_what_somebody_gave(workspace: Workspace) -> None:
    community, ama, jonas = community_with(workspace, "Ama Boateng", "Jonas Weber")
    gift = Gift(giver_id=ama, kind=Kind.HELP, text="the note", receiver_ids=(jonas,))
    back = Gift(giver_id=jonas, kind=Kind.ANSWER, text="thanks", receiver_ids=(ama,))
    for each in (gift, back):
        workspace.perform(log_contribution, community, each)

    found = workspace.read(thanks_facts, community, ama, TODAY)

    assert found.name == "Ama Boateng"
    assert found.gifts == (ThanksGift(Kind.HELP, "the note", ("Jonas Weber",), TODAY),)
    assert workspace.read(thanks_facts, 9, ama, TODAY).gifts == ()
    assert [one.name for one in workspace.read(givers, community)] == ["Ama Boateng", "Jonas Weber"]
    with pytest.raises(NotFound):
        workspace.read(thanks_facts, community, 99, TODAY)
