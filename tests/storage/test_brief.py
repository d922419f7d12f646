"""The brief of the sample workspace, reopened: the picture's figures, nobody's name, one page."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.factories import CLOCK, community_with
from workbench.communities.note_rules import QuestionDraft
from workbench.communities.question_actions import add_question, settle_question
from workbench.foundation.errors import BadInput, CannotSave, NotFound
from workbench.imports.sample import make_sample, sample_clock
from workbench.insights.queries import insights
from workbench.reports.actions import save_brief_draft
from workbench.reports.brief import facts_and_draft, write_brief
from workbench.reports.brief_contents import Paper, Statement
from workbench.reports.brief_draft import BriefDraft
from workbench.reports.charts import SessionPanel
from workbench.reports.panels import insights_page
from workbench.rosters.queries import roster
from workbench.storage.workspace import Workspace, create_workspace, open_workspace
from workbench.surveys.actions import take_wave
from workbench.surveys.answers import AnswerSheet

TODAY = date(2026, 10, 13)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("brief") / "bridges.fwb"
    make_sample(path)
    return path


@pytest.fixture
def sample(made: Path) -> Iterator[Workspace]:
    with open_workspace(made, clock=sample_clock()) as workspace:
        yield workspace


def words(path: Path) -> str:
    pages = PdfReader(path).pages
    assert len(pages) == 1
    return " ".join(pages[0].extract_text().split())


def test_the_brief_of_the_sample_says_what_the_picture_says(
    sample: Workspace, tmp_path: Path
) -> None:
    out = tmp_path / "brief.pdf"
    write_brief(sample, "bridges", out)
    said = words(out)
    for part in ("22 January to 1 October 2026", "Members feel safer than in March", "48 members",
                 "from 6 departments, up from 34 in January", "71% came to an average session",
                 "24 of 34 offers of help crossed departments, 12 of 25 before May: could be",
                 "Up 0.4 since March, 95% CI 0.1 to 0.7: likely a real change.",
                 "Down 0.3 since March, 95% CI −1.0 to +0.5: this could be chance.",
                 "Ask again in December", "n 26", "n 38", "In September 38 of 48",
                 "this covers 2 departments", "95% interval (Welch's t, answers not linked)",
                 "Prepared by Ruth Adeyemi", "10.8%"):  # fmt: skip
        assert part in said, part


def test_no_member_is_named(sample: Workspace, tmp_path: Path) -> None:
    out = tmp_path / "brief.pdf"
    write_brief(sample, "Bridges", out)
    said = words(out)
    names = [row.name for row in sample.read(roster, 1)]
    assert len(names) >= 48
    assert [name for name in names if name in said and name != "Ruth Adeyemi"] == []


def test_a_period_looks_at_that_period_alone(sample: Workspace, tmp_path: Path) -> None:
    out = tmp_path / "half.pdf"
    write_brief(sample, "Bridges", out, date(2026, 1, 1), date(2026, 6, 30))
    said = words(out)
    assert "1 January to 30 June 2026" in said
    assert "In June 33 of 44" in said
    assert "In September" not in said
    assert "12 sessions held" in said
    assert "12.2%" in said


def test_the_draft_is_kept_used_and_undone(sample: Workspace, tmp_path: Path) -> None:
    draft = BriefDraft(
        headline="We learned a lot together.",
        asks=(Statement("One hour of cover on Thursdays", "for the night shift."),),
        meeting_on=date(2026, 10, 21),
        paper=Paper.LETTER,
    )
    before = sample.read(facts_and_draft, "Bridges", None, None, TODAY)[1]
    assert before != draft
    sample.perform(save_brief_draft, 1, draft)
    out = tmp_path / "brief.pdf"
    write_brief(sample, "Bridges", out)
    said = words(out)
    assert "We learned a lot together." in said
    assert "One hour of cover on Thursdays for the night shift." in said
    assert "for the leadership meeting on 21 October 2026" in said
    assert PdfReader(out).pages[0].mediabox.width == 612
    sample.undo()
    assert sample.read(facts_and_draft, "Bridges", None, None, TODAY)[1] == before


def test_a_headline_that_says_too_much_waits(sample: Workspace, tmp_path: Path) -> None:
    sample.perform(save_brief_draft, 1, BriefDraft(headline="People are less lonely."))
    with pytest.raises(BadInput, match="too early to say"):
        write_brief(sample, "Bridges", tmp_path / "brief.pdf")
    sample.undo()
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_is_told(sample: Workspace, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"brief\.pdf"):
        write_brief(sample, "Bridges", tmp_path / "brief.pptx")
    with pytest.raises(BadInput, match="before it begins"):
        write_brief(sample, "Bridges", tmp_path / "b.pdf", date(2026, 5, 1), date(2026, 4, 1))
    with pytest.raises(NotFound, match="Bridges"):
        write_brief(sample, "Nobody", tmp_path / "b.pdf")
    with pytest.raises(CannotSave, match="does not exist"):
        write_brief(sample, "Bridges", tmp_path / "no" / "b.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_community_without_anything_says_what_is_missing(tmp_path: Path) -> None:
    with create_workspace(tmp_path / "w.fwb", clock=CLOCK) as workspace:
        community_with(workspace, "Ama Boateng")
        with pytest.raises(BadInput, match="nothing to tell of Bridges yet"):
            write_brief(workspace, "Bridges", tmp_path / "b.pdf")


def test_old_surveys_alone_make_a_brief_of_their_own_time(tmp_path: Path) -> None:
    with create_workspace(tmp_path / "w.fwb", clock=CLOCK) as workspace:
        community_id = community_with(workspace, "Ama Boateng")[0]
        sheets = [AnswerSheet((low, 2, 2)) for low in (1, 2, 3, 1, 2, 3, 2, 1, 3, 2, 1)]
        for label, day in (("Before", date(2020, 5, 1)), ("After", date(2020, 6, 1))):
            workspace.perform(take_wave, community_id, "ucla-3", label, day, sheets)
        write_brief(workspace, "Bridges", tmp_path / "b.pdf")
        said = words(tmp_path / "b.pdf")
        assert "1 May to 1 June 2020" in said
        assert "After: 11 people answered." in said
        assert "Loneliness: too early to say." in said
        write_brief(workspace, "Bridges", tmp_path / "c.pdf", date(2020, 1, 1), date(2020, 5, 31))
        assert "After" not in words(tmp_path / "c.pdf")
        with pytest.raises(BadInput, match="nothing to tell"):
            write_brief(workspace, "Bridges", tmp_path / "d.pdf", end=date(2020, 4, 30))


def test_the_page_of_insights_has_a_panel_for_everything(sample: Workspace) -> None:
    found = sample.read(insights, 1, TODAY)
    page = insights_page(found, date(2026, 1, 22), date(2026, 10, 1))
    titles = [panel.title for panel in page.panels]
    assert titles[:5] == ["Psychological safety", "Loneliness", "Attendance", "Contributions",
                          "Tickets passed on 3 or more times"]  # fmt: skip
    assert [event.name for event in page.events] == [
        "Shadow days begin", "New returns form", "New returns desk",
    ]  # fmt: skip
    assert [pause.name for pause in page.pauses] == ["Summer pause"]
    attendance = page.panels[2]
    assert isinstance(attendance, SessionPanel)
    signals = [point.signal for point in attendance.points if point.signal]
    assert signals == ["45%, below the usual range"]


def test_open_questions_stand_in_the_brief_until_they_are_settled(
    sample: Workspace, tmp_path: Path
) -> None:
    community = 1
    asked = ("Why did fewer come in August?", "Does the new form help *stores* #2?")
    first, _ = (
        sample.perform(add_question, community, QuestionDraft(text)).value for text in asked
    )
    sample.perform(add_question, community, QuestionDraft("Only for me.", in_brief=False))
    out = tmp_path / "brief.pdf"
    write_brief(sample, "bridges", out)
    said = words(out)
    assert "What we cannot tell yet" in said
    assert all(text in said for text in asked)
    assert "Only for me" not in said
    sample.perform(settle_question, first, "", TODAY)
    sample.perform(settle_question, first + 1, "", TODAY)
    write_brief(sample, "bridges", out)
    assert "What we cannot tell yet" not in words(out)
    for _ in range(5):
        sample.undo()


def test_a_question_that_names_somebody_stops_the_brief(sample: Workspace, tmp_path: Path) -> None:
    name = next(row.name for row in sample.read(roster, 1))
    sample.perform(add_question, 1, QuestionDraft(f"Why is {name} quiet?"))
    with pytest.raises(BadInput, match="What we cannot tell yet"):
        write_brief(sample, "bridges", tmp_path / "brief.pdf")
    sample.undo()
