"""Own notes on charts and open questions: kept, changed, settled, undone."""

from datetime import date

import pytest

from workbench.communities.actions import create_community
from workbench.communities.chart_note_actions import (
    add_chart_note,
    change_chart_note,
    delete_chart_note,
)
from workbench.communities.chart_note_queries import chart_notes
from workbench.communities.note_rules import NoteDraft, QuestionDraft
from workbench.communities.question_actions import (
    add_question,
    change_question,
    delete_question,
    settle_question,
)
from workbench.communities.question_queries import open_questions, questions
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.words import ChartSeries
from workbench.impact.actions import add_figure
from workbench.impact.rules import FigureDraft
from workbench.storage.workspace import Workspace

MAY = date(2026, 5, 4)
ATTENDANCE = NoteDraft(ChartSeries.ATTENDANCE, MAY, "  The train did not run. ")


def test_a_note_stands_on_its_day_and_can_be_taken_back(
    workspace: Workspace, community: int
) -> None:
    number = workspace.perform(add_chart_note, community, ATTENDANCE).value
    (note,) = workspace.read(chart_notes, community)
    assert (note.series, note.noted_on, note.text) == (
        ChartSeries.ATTENDANCE,
        MAY,
        "The train did not run.",
    )
    workspace.perform(change_chart_note, number, NoteDraft(ChartSeries.SAFETY, MAY, "Asked twice."))
    (note,) = workspace.read(chart_notes, community)
    assert (note.series, note.text) == (ChartSeries.SAFETY, "Asked twice.")
    workspace.perform(delete_chart_note, number)
    assert workspace.read(chart_notes, community) == []
    workspace.undo()
    workspace.undo()
    assert [note.text for note in workspace.read(chart_notes, community)] == [
        "The train did not run."
    ]


def test_notes_are_read_by_their_days_and_only_of_their_community(
    workspace: Workspace, community: int
) -> None:
    other = workspace.perform(create_community, "Circle").value
    for day in (9, 2):
        draft = NoteDraft(ChartSeries.ATTENDANCE, date(2026, 5, day), f"On {day}")
        workspace.perform(add_chart_note, community, draft)
    workspace.perform(add_chart_note, other, ATTENDANCE)
    assert [note.text for note in workspace.read(chart_notes, community)] == ["On 2", "On 9"]


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (NoteDraft(ChartSeries.ATTENDANCE, MAY, "  "), "text"),
        (NoteDraft(ChartSeries.ATTENDANCE, MAY, "x" * 401), "text"),
        (NoteDraft(ChartSeries.FIGURE, MAY, "Which one?"), "series"),
        (NoteDraft(ChartSeries.SAFETY, MAY, "Not a figure", 1), "series"),
    ],
)
def test_a_note_without_words_or_chart_is_refused(
    workspace: Workspace, community: int, draft: NoteDraft, field: str
) -> None:
    with pytest.raises(BadInput) as refused:
        workspace.perform(add_chart_note, community, draft)
    assert refused.value.field == field


def test_a_note_on_a_figure_belongs_to_a_figure_of_the_community(
    workspace: Workspace, community: int
) -> None:
    figure = workspace.perform(add_figure, community, FigureDraft(name="Tickets")).value
    draft = NoteDraft(ChartSeries.FIGURE, MAY, "New counting", figure)
    workspace.perform(add_chart_note, community, draft)
    (note,) = workspace.read(chart_notes, community)
    assert note.figure_id == figure
    other = workspace.perform(create_community, "Circle").value
    with pytest.raises(BadInput):
        workspace.perform(add_chart_note, other, draft)
    with pytest.raises(NotFound):
        workspace.perform(
            add_chart_note, community, NoteDraft(ChartSeries.FIGURE, MAY, "None", figure + 9)
        )


def test_a_question_is_open_until_it_is_settled(workspace: Workspace, community: int) -> None:
    first = workspace.perform(add_question, community, QuestionDraft("Why fewer in August?")).value
    second = workspace.perform(add_question, community, QuestionDraft("Who is new?", False)).value
    found = workspace.read(open_questions, community)
    assert [(one.text, one.in_brief, one.asked_on) for one in found] == [
        ("Why fewer in August?", True, date(2026, 10, 13)),
        ("Who is new?", False, date(2026, 10, 13)),
    ]
    workspace.perform(change_question, second, QuestionDraft("Who joined?", in_brief=True))
    workspace.perform(settle_question, first, " Holidays. ", MAY)
    assert [one.text for one in workspace.read(open_questions, community)] == ["Who joined?"]
    settled = workspace.read(questions, community)[-1]
    assert (settled.answer, settled.settled_on) == ("Holidays.", MAY)
    workspace.perform(settle_question, first, "", None)
    assert len(workspace.read(open_questions, community)) == 2
    workspace.perform(delete_question, first)
    workspace.undo()
    workspace.undo()
    assert [one.text for one in workspace.read(open_questions, community)] == ["Who joined?"]


def test_a_question_needs_words_that_fit(workspace: Workspace, community: int) -> None:
    for text in (" ", "x" * 201):
        with pytest.raises(BadInput):
            workspace.perform(add_question, community, QuestionDraft(text))
    number = workspace.perform(add_question, community, QuestionDraft("Why?")).value
    with pytest.raises(BadInput) as refused:
        workspace.perform(settle_question, number, "x" * 401, MAY)
    assert refused.value.field == "answer"
