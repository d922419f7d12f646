"""The composition root: which pages there are, and how the window is put together."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from workbench import __version__
from workbench.foundation.clock import Clock
from workbench.foundation.collector import spare_what_stays
from workbench.foundation.errors import UserFixable
from workbench.foundation.settings import Settings, load_settings
from workbench.ui.lane import QtLane
from workbench.ui.shell.program import Program
from workbench.ui.shell.registry import PageSpec
from workbench.ui.shell.window import Shell
from workbench.ui.theme import apply_look, load_fonts, look_for

_UI = "workbench.ui"
_WARM_AFTER_MS = 2000
_TURN = 0.0005  # seconds until the window's thread takes over from arithmetic of another one
PAGES = (
    PageSpec("home", "Home", "home", f"{_UI}.home.home_page:HomePage", "top"),
    PageSpec(
        "community",
        "Community",
        "compass",
        f"{_UI}.communities.community_page:CommunityPage",
        "Plan",
    ),
    PageSpec("people", "People", "people", f"{_UI}.rosters.people_page:PeoplePage", "Plan"),
    PageSpec("person", "Person", "person", f"{_UI}.rosters.person_page:PersonPage", under="people"),
    PageSpec(
        "names", "Names in files", "tag", f"{_UI}.imports.names_page:NamesPage", under="people"
    ),
    PageSpec(
        "sessions", "Sessions", "calendar", f"{_UI}.sessions.sessions_page:SessionsPage", "Plan"
    ),
    PageSpec(
        "planner", "Planner", "list", f"{_UI}.sessions.planner_page:PlannerPage", under="sessions"
    ),
    PageSpec(
        "prints", "Prints", "printer", f"{_UI}.reports.prints_page:PrintsPage", under="sessions"
    ),
    PageSpec(
        "five-minutes",
        "Five-minute brief",
        "clock",
        f"{_UI}.reports.five_minutes_page:FiveMinutesPage",
        under="sessions",
    ),
    PageSpec(
        "debrief", "Debrief", "pencil", f"{_UI}.sessions.debrief_page:DebriefPage", under="sessions"
    ),
    PageSpec("rooms", "Rooms", "people", f"{_UI}.sessions.rooms_page:RoomsPage", under="sessions"),
    PageSpec("live", "Live", "live", f"{_UI}.sessions.live_page:LivePage", "Run", full=True),
    PageSpec(
        "attendance",
        "Attendance",
        "attendance",
        f"{_UI}.sessions.attendance_page:AttendancePage",
        "Run",
    ),
    PageSpec(
        "contributions",
        "Contributions",
        "speech",
        f"{_UI}.contributions.contributions_page:ContributionsPage",
        "Run",
    ),
    PageSpec("surveys", "Surveys", "clipboard", f"{_UI}.surveys.surveys_page:SurveysPage", "Learn"),
    PageSpec(
        "survey-plan", "New wave", "clipboard", f"{_UI}.surveys.plan_page:PlanPage", under="surveys"
    ),
    PageSpec(
        "survey", "Results", "clipboard", f"{_UI}.surveys.results_page:ResultsPage", under="surveys"
    ),
    PageSpec(
        "questionnaires",
        "Questionnaires",
        "book",
        f"{_UI}.surveys.instruments_page:InstrumentsPage",
        under="surveys",
    ),
    PageSpec(
        "comments",
        "Comments",
        "speech",
        f"{_UI}.surveys.comments_page:CommentsPage",
        under="surveys",
    ),
    PageSpec(
        "said", "You said, we did", "speech", f"{_UI}.surveys.said_page:SaidPage", under="surveys"
    ),
    PageSpec(
        "paper-entry",
        "Type in forms",
        "keyboard",
        f"{_UI}.surveys.paper_page:PaperPage",
        under="surveys",
    ),
    PageSpec(
        "insights", "Insights", "chart", f"{_UI}.insights.insights_page:InsightsPage", "Learn"
    ),
    PageSpec(
        "participation",
        "Participation",
        "people",
        f"{_UI}.insights.participation_page:ParticipationPage",
        under="insights",
    ),
    PageSpec(
        "reports", "Reports", "file-chart", f"{_UI}.reports.reports_page:ReportsPage", "Learn"
    ),
    PageSpec(
        "settings", "Settings", "sliders", f"{_UI}.settings.settings_page:SettingsPage", "foot"
    ),
)


def run_window(path: Path | None) -> int:
    """Open the window, with the file or the last one in it; returns the exit code when it closes.

    Raises UserFixable where there is no screen to open it on.
    """
    refuse_without_screen()
    sys.setswitchinterval(_TURN)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Facilitator Workbench")
    app.setApplicationVersion(__version__)
    settings = load_settings()
    load_fonts()
    apply_look(app, look_for(settings))
    program, lanes = make_program(app, settings)
    app.styleHints().colorSchemeChanged.connect(lambda _: _follow_system(app, settings))
    sys.excepthook = lambda _kind, error, _trace: program.tell(error)
    program.shell.show()
    program.entrance.start(path)
    QTimer.singleShot(_WARM_AFTER_MS, app, lambda: _settle_in(lanes[1]))
    code = app.exec()
    for lane in lanes:
        lane.close()
    spare_what_stays()  # the end of the process would search everything once more
    return code


def make_program(
    app: QApplication, settings: Settings, clock: Clock | None = None
) -> tuple[Program, tuple[QtLane, QtLane]]:
    """Return the window with all its pages, not shown yet, and the lanes to close at the end."""
    lanes = (QtLane("storage"), QtLane("second"))
    program = Program(app, Shell(PAGES), settings, lanes, clock)
    for lane in lanes:
        lane.on_error = program.tell
    lanes[0].waits.connect(program.shell.waiting.wait)
    return program, lanes


def refuse_without_screen() -> None:
    """Raise UserFixable where Qt would end the process because there is no display."""
    known = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in known):
        raise UserFixable(
            "No display",
            "There is no display here, so no window can open.",
            "Draw every page into pictures instead with: workbench tour DIR",
        )


def _settle_in(second: QtLane) -> None:
    spare_what_stays()
    second.run(_warm_charts, lambda _: None)


def _warm_charts() -> None:
    """Load the chart library while nobody waits for it."""
    from workbench.reports.charts import prepare_charts

    prepare_charts()


def _follow_system(app: QApplication, settings: Settings) -> None:
    if settings.theme == "system":
        apply_look(app, look_for(settings))
