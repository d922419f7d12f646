"""What the Community page does, without any widget."""

import subprocess
import sys
from datetime import date

import pytest

from tests.ui.desks import BenchDesk
from workbench.communities.rules import CharterDraft, GoalDraft, Theme
from workbench.foundation.errors import BadInput
from workbench.ui.communities.community_presenter import CommunityPresenter, ThemeDraft
from workbench.ui.communities.page_shown import PageShown


class View:
    """Keeps what it was shown."""

    def __init__(self) -> None:
        self.shown: list[PageShown] = []

    def show_community(self, shown: PageShown) -> None:
        self.shown.append(shown)


@pytest.fixture
def view() -> View:
    return View()


def loaded(desk: BenchDesk, view: View) -> CommunityPresenter:
    presenter = CommunityPresenter(desk, view)
    presenter.load()
    return presenter


def test_no_widget_is_needed() -> None:
    code = (
        "import sys, workbench.ui.communities.community_presenter;"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_a_form_says_wrong_goes_back_to_the_form(desk: BenchDesk, view: View) -> None:
    presenter = loaded(desk, view)
    refused: list[Exception] = []
    done: list[bool] = []
    presenter.keep_charter(CharterDraft(name=""), lambda: done.append(True), refused.append)
    presenter.keep_goal(None, GoalDraft(title=" "), None, lambda: done.append(True), refused.append)
    presenter.agree((" ",), date(2026, 10, 13), lambda: done.append(True), refused.append)
    assert [problem.field for problem in refused if isinstance(problem, BadInput)] == [
        "name",
        "title",
        "norms",
    ]
    assert (done, desk.said, desk.told) == ([], [], [])
    assert desk.workspace.undo_names == ["New community Bridges"]


def test_small_themes_fold_as_asked_once_there_is_a_large_one(
    sample_desk: BenchDesk, view: View
) -> None:
    presenter = loaded(sample_desk, view)
    assert not view.shown[-1].themes.unfolded
    presenter.unfold_themes()
    assert view.shown[-1].themes.unfolded
    assert len(view.shown[-1].themes.rows) == 9
    presenter.load()
    assert view.shown[-1].themes.unfolded
    presenter.unfold_themes()
    assert len(view.shown[-1].themes.rows) == 5


def test_a_first_theme_is_seen_at_once(desk: BenchDesk, view: View) -> None:
    presenter = loaded(desk, view)
    assert view.shown[-1].empty
    presenter.keep_theme(None, ThemeDraft("Know who to ask", True, 0), lambda: None, desk.tell)
    presenter.load()
    assert [row.name for row in view.shown[-1].themes.rows][-1] == "Know who to ask"
    assert not view.shown[-1].empty
    assert desk.said == ['Added the theme "Know who to ask".']


def test_joined_themes_are_no_theme_to_change(sample_desk: BenchDesk, view: View) -> None:
    presenter = loaded(sample_desk, view)
    joined = Theme(None, "Other, each under 5", 3, 3, None)
    presenter.judge(joined)
    presenter.delete_theme(joined)
    assert (sample_desk.said, sample_desk.told) == ([], [])


def test_months_typed_as_they_were_say_nothing(sample_desk: BenchDesk, view: View) -> None:
    presenter = loaded(sample_desk, view)
    assert presenter.read is not None
    figure = presenter.read.figures[0]
    same = {row.month: row.value for row in figure.months}
    done: list[bool] = []
    presenter.type_in(figure, same, lambda: done.append(True), sample_desk.tell)
    assert (done, sample_desk.said) == ([True], [])


def test_another_community_is_shown_as_it_is(sample_desk: BenchDesk, view: View) -> None:
    from workbench.communities.queries import community_named

    sample_desk.community = sample_desk.workspace.read(community_named, "Welcome circle").id
    loaded(sample_desk, view)
    shown = view.shown[-1]
    assert shown.community == "Welcome circle"
    assert shown.hosts == ()
    assert [goal.now.value for goal in shown.goals] == ["–", "–", "–"]
    assert shown.next is not None
    assert shown.next.way.label == "Name an owner"
    assert shown.themes.said_why == ""
