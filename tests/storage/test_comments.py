"""Comments: read by a person once the wave closed, shown from ten; what is taken out is gone."""

from datetime import date
from pathlib import Path

import pytest

from tests.factories import CLOCK
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.words import CommentDecision
from workbench.storage.workspace import Workspace, create_workspace
from workbench.surveys.actions import take_wave
from workbench.surveys.answer_actions import add_answers
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.asking_actions import open_wave, plan_wave
from workbench.surveys.closing import close_for_good
from workbench.surveys.comment_actions import settle_comment
from workbench.surveys.comment_queries import comments_read, wave_comments
from workbench.surveys.wave_rules import WavePlan

SHOWN, HELD = CommentDecision.SHOWN, CommentDecision.HELD_BACK
SHEETS = [AnswerSheet((n % 3 + 1, (n // 2) % 3 + 1, (n // 3) % 3 + 1)) for n in range(14)]


def closed(workspace: Workspace, comments: list[str]) -> int:
    day = date(2026, 6, 16)
    return workspace.perform(
        take_wave, 7, "ucla-3", "June", day, SHEETS, comments=comments
    ).value  # fmt: skip


def settle(workspace: Workspace, wave_id: int, decision: CommentDecision, many: int) -> None:
    for row in workspace.read(comments_read, wave_id)[:many]:
        workspace.perform(settle_comment, wave_id, row.key, row.text, decision)


def test_nothing_is_shown_before_a_person_read_ten(workspace: Workspace) -> None:
    wave_id = closed(workspace, [f"Words {n}" for n in range(12)])
    assert len(workspace.read(comments_read, wave_id)) == 12
    assert workspace.read(wave_comments, wave_id) == []
    waiting = workspace.read(comments_read, wave_id)
    for row in waiting[:9]:
        workspace.perform(settle_comment, wave_id, row.key, row.text, SHOWN)
    assert workspace.read(wave_comments, wave_id) == []
    workspace.perform(settle_comment, wave_id, waiting[9].key, waiting[9].text, HELD)
    assert workspace.read(wave_comments, wave_id) == []
    workspace.perform(settle_comment, wave_id, waiting[10].key, " Other   words ", SHOWN)
    shown = workspace.read(wave_comments, wave_id)
    assert sorted(shown) == sorted([*(row.text for row in waiting[:9]), "Other words"])


def test_the_order_is_another_at_each_reading(workspace: Workspace) -> None:
    wave_id = closed(workspace, [f"Words {n}" for n in range(12)])
    settle(workspace, wave_id, SHOWN, 12)
    orders = {tuple(workspace.read(wave_comments, wave_id)) for _ in range(8)}
    assert len(orders) > 1
    assert len({tuple(sorted(order)) for order in orders}) == 1


def test_few_comments_are_read_by_nobody(workspace: Workspace) -> None:
    few = closed(workspace, ["a"] * 9)
    assert workspace.read(comments_read, few) == []


def test_comments_wait_for_the_close(workspace: Workspace) -> None:
    wave_id = workspace.perform(plan_wave, 7, "ucla-3", WavePlan("May", invited=30)).value
    workspace.perform(open_wave, wave_id)
    workspace.perform(add_answers, wave_id, SHEETS, [f"Words {n}" for n in range(12)])
    assert workspace.read(comments_read, wave_id) == []
    with pytest.raises(NotFound):
        workspace.perform(settle_comment, wave_id, b"0" * 16, "x", SHOWN)
    close_for_good(workspace, wave_id)
    assert len(workspace.read(comments_read, wave_id)) == 12


def test_an_empty_comment_is_refused(workspace: Workspace) -> None:
    wave_id = closed(workspace, [f"Words {n}" for n in range(12)])
    row = workspace.read(comments_read, wave_id)[0]
    with pytest.raises(BadInput, match="Nothing is left"):
        workspace.perform(settle_comment, wave_id, row.key, "  ", SHOWN)
    assert row.text not in repr(row)


def test_what_was_taken_out_is_nowhere_any_more(tmp_path: Path) -> None:
    with create_workspace(tmp_path / "w.fwb", clock=CLOCK) as workspace:
        wave_id = closed(workspace, [f"marker-{n} tells of Ama" for n in range(12)])
        assert b"marker-3" in (tmp_path / "w.fwb").read_bytes()
        for row in workspace.read(comments_read, wave_id):
            done = workspace.perform(settle_comment, wave_id, row.key, "[name] spoke", SHOWN)
            assert done.step is None
        assert workspace.undo_names == []
        for path in tmp_path.iterdir():
            assert b"marker-" not in path.read_bytes()
        assert workspace.read(wave_comments, wave_id) == ["[name] spoke"] * 12
