"""Questions on a real file: open until somebody says they were answered."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.factories import CLOCK, community_with
from tests.storage.exact_rows import perform_undo_redo
from workbench.contributions.actions import change_contribution, log_contribution
from workbench.contributions.feed_queries import feed_rows
from workbench.contributions.question_actions import mark_answered, open_again
from workbench.contributions.question_queries import open_questions
from workbench.contributions.rules import Gift
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.words import ContributionKind as Kind
from workbench.storage.workspace import Workspace, create_workspace


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[tuple[Workspace, int, int, int]]:
    """A workspace, its community, Ama and her question of 1 October."""
    with create_workspace(tmp_path / "w.fwb", clock=CLOCK) as opened:
        number, ama = community_with(opened, "Ama Boateng")
        gift = Gift(giver_id=ama, kind=Kind.QUESTION, text="Who?", given_on=date(2026, 10, 1))
        yield opened, number, ama, opened.perform(log_contribution, number, gift).value


def test_an_answered_question_is_not_open(asked: tuple[Workspace, int, int, int]) -> None:
    workspace, number, _, question = asked
    assert [one.asker.name for one in workspace.read(open_questions, number)] == ["Ama Boateng"]

    perform_undo_redo(workspace, mark_answered, question)

    assert workspace.read(open_questions, number) == []
    assert [row.answered_on for row in workspace.read(feed_rows, number)] == [CLOCK.today()]
    perform_undo_redo(workspace, open_again, question)
    assert [one.id for one in workspace.read(open_questions, number)] == [question]
    assert workspace.read(open_questions, number, date(2026, 9, 30)) == []


def test_what_is_no_question_waits_for_no_answer(asked: tuple[Workspace, int, int, int]) -> None:
    workspace, number, ama, question = asked
    workspace.perform(mark_answered, question)
    workspace.perform(change_contribution, question, Gift(giver_id=ama, kind=Kind.STORY, text="!"))

    assert [row.answered_on for row in workspace.read(feed_rows, number)] == [None]
    with pytest.raises(BadInput, match="logged as story"):
        workspace.perform(mark_answered, question)
    with pytest.raises(NotFound):
        workspace.perform(mark_answered, 99)
