"""The tour: every page of the sample workspace as a picture, its brief and roster; no screen."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from workbench.foundation.errors import CannotSave
from workbench.foundation.settings import Settings
from workbench.ui.app import PAGES
from workbench.ui.kit.chart import ChartView
from workbench.ui.kit.dialog import Dialog
from workbench.ui.lane import InlineLane
from workbench.ui.shell.create import CreateStage
from workbench.ui.shell.program import Program
from workbench.ui.shell.unlock import UnlockStage
from workbench.ui.shell.welcome import WelcomeStage
from workbench.ui.shell.window import Shell
from workbench.ui.theme import apply_look, load_fonts, made_look
from workbench.ui.tour_insights import make_states, walk_comparison, walk_state

_PATIENCE_SECONDS = 30.0
_PASSPHRASE = "lamp otter seven quiet brook"  # noqa: S105 - of a sample that is thrown away
_ARGUMENTS: dict[str, dict[str, int]] = {
    "person": {"person": 29},
    "planner": {"session": 17},
    "rooms": {"session": 17},
    "debrief": {"session": 16},
    "prints": {"session": 17},
    "five-minutes": {"session": 17},
}
_NEXT_SEASON = (
    "Looking back on the year", "What got stuck in December", "Who tells the customer?",
    "One return, end to end", "Ask me anything: Sales", "Show your workaround II",
    "Write the on-call guide", "Forecasts, one year on", "Troika consulting III",
    "Shadow-day plans",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Version:
    """How the pages are drawn: what is added to the file's name, the look, the window's size."""

    suffix: str = ""
    dark: bool = False
    contrast: bool = False
    scale: float = 1.0
    width: int = 1440
    height: int = 900


_USUAL = Version()
_THEMES = (
    Version("-dark", dark=True),
    Version("-200", scale=2.0),
    Version("-1024x700", width=1024, height=700),
    Version("-contrast", contrast=True),
)


def draw_tour(folder: Path, *, themes: bool = False) -> list[Path]:
    """Draw every page into PNG files, with the brief and the roster beside them; returns the files.

    With `themes` also dark, at 200 % text, in a window of 1024x700 and in high contrast. Raises
    CannotSave for a folder that cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotSave(f"The folder {folder} cannot be made.", "Choose another one.") from error
    app = _application()
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "bridges.fwb"
        _make_protected_sample(path)
        made = _handed_out(path, folder)
        running, in_tracks = _make_running(path), _make_in_tracks(path)
        states = make_states(Path(scratch))
        for version in (_USUAL, *(_THEMES if themes else ())):
            made += _pictures(app, partial(_walk, path=path), folder, version)
            made += _pictures(app, partial(_walk_live, path=running), folder, version)
            made += _pictures(app, partial(_walk_tracks, path=in_tracks), folder, version)
            for name, file in states:
                walk = partial(walk_state, name=name, path=file)
                made += _pictures(app, walk, folder, version)
    return made


def _application() -> QApplication:
    found = QApplication.instance()
    if not isinstance(found, QApplication):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        found = QApplication(["workbench"])
    load_fonts()
    return found


def _make_protected_sample(path: Path) -> None:
    """Make the sample with a passphrase and one backup, as a kept file would be."""
    from workbench.imports.sample import make_sample
    from workbench.storage.backups import Why, back_up
    from workbench.storage.workspace import open_workspace

    make_sample(path, _PASSPHRASE)
    with open_workspace(path, _PASSPHRASE) as workspace:
        back_up(workspace, Why.ON_CLOSE)


def _make_running(path: Path) -> Path:
    """Make a copy of the sample in which the next session runs; it stands in that hour."""
    from workbench.imports.sample_live import run_sample

    running = path.with_name("running.fwb")
    shutil.copy(path, running)
    run_sample(running, _PASSPHRASE)
    return running


def _make_in_tracks(path: Path) -> Path:
    """Make a copy of the sample in which a block of the next session runs in parallel tracks."""
    from workbench.imports.sample_tracks import put_sample_in_tracks

    in_tracks = path.with_name("tracks.fwb")
    shutil.copy(path, in_tracks)
    put_sample_in_tracks(in_tracks, _PASSPHRASE)
    return in_tracks


def _handed_out(path: Path, folder: Path) -> list[Path]:
    from workbench.reports.brief import write_brief
    from workbench.reports.exports import export_roster
    from workbench.reports.prints.writing import draw_prints
    from workbench.storage.workspace import open_workspace

    brief, roster = folder / "brief.pdf", folder / "roster.xlsx"
    with open_workspace(path, _PASSPHRASE) as workspace:
        write_brief(workspace, "Bridges", brief)
        export_roster(workspace, "Bridges", roster)
        prints = draw_prints(workspace, 17, folder)
    return [brief, roster, *prints]


def _pictures(
    app: QApplication,
    walk: Callable[[Program], Iterator[str]],
    folder: Path,
    version: Version,
) -> list[Path]:
    apply_look(
        app,
        made_look(dark=version.dark, contrast=version.contrast, scale=version.scale, still=True),
    )
    shell = Shell(PAGES)
    program = Program(app, shell, Settings(), (InlineLane(), InlineLane()), keep=False)
    shell.resize(version.width, version.height)
    shell.show()
    made = []
    try:
        for name in walk(program):
            _settle(shell)
            file = folder / f"{name}{version.suffix}.png"
            if not shell.grab().save(str(file)):
                raise CannotSave(f"{file.name} cannot be written in {folder}.")
            made.append(file)
    finally:
        program.end()
        _catch_up()
    return made


def _walk(program: Program, path: Path) -> Iterator[str]:
    """Go from stage to stage and page to page; each name is a picture to take."""
    shell = program.shell
    today = program.entrance.clock.today()
    shell.show_stage(WelcomeStage())
    yield "welcome"
    stage = CreateStage(today, Path("Documents") / "bridges.fwb")
    stage.fill(_PASSPHRASE)
    shell.show_stage(stage)
    yield "passphrase"
    shell.show_stage(UnlockStage(path))
    yield "locked"
    program.entrance.open(path, _PASSPHRASE)
    for spec in PAGES:
        if spec.name == "live":
            continue  # shown while a session runs
        shell.go(spec.name, **_ARGUMENTS.get(spec.name, {}))
        yield spec.name
    shell.go("planner", session=17, library=True)
    yield "planner-library"
    for dialog in ("templates", "copy"):
        shell.go("planner", session=17, dialog=dialog)
        yield f"planner-{dialog}"
        _close_dialogs(shell)
    shell.go("contributions")
    if shell.page is not None:
        shell.page.as_table()
    yield "contributions-table"
    yield from walk_comparison(program)
    _close_dialogs(shell)
    shell.go("sessions", season=True, themes=_NEXT_SEASON, session=-3)
    yield "season"
    shell.go("people", person=_person(program))
    yield "people-panel"
    shell.go("home")
    shell.open_palette("han")
    yield "palette"
    _show_kiosk(program)
    yield "kiosk"


def _walk_live(program: Program, path: Path) -> Iterator[str]:
    """Open the copy in which a session runs: the program goes to Live by itself."""
    program.entrance.open(path, _PASSPHRASE)
    yield "live"


def _walk_tracks(program: Program, path: Path) -> Iterator[str]:
    """Open the copy with parallel tracks and go to its agenda."""
    program.entrance.open(path, _PASSPHRASE)
    program.shell.go("planner", **_ARGUMENTS["planner"])
    yield "planner-tracks"


def _show_kiosk(program: Program) -> None:
    """Show a question of the longest form as on a laptop that is passed on, one answer chosen."""
    from workbench.surveys.asking_queries import askings, form_of
    from workbench.surveys.kiosk_door import Door
    from workbench.ui.surveys.kiosk_stage import KioskStage

    desk = program.desk
    if desk is None:
        return
    rows = desk.workspace.read(askings, desk.community)
    forms = [desk.workspace.read(form_of, row.id) for row in rows]
    can_be_asked = [form for form in reversed(forms) if form.can_be_asked]
    asked = max(can_be_asked, key=lambda form: form.lines)
    stage = KioskStage(desk, asked, Door(_PASSPHRASE), lambda: None)
    program.shell.show_stage(stage)
    stage.presenter.begin()
    for _ in range(3):
        stage.presenter.skip()
    stage.face.choose(4)


def _close_dialogs(shell: Shell) -> None:
    for dialog in shell.findChildren(Dialog):
        dialog.cancel()


def _person(program: Program) -> int:
    from workbench.rosters.queries import roster

    desk = program.desk
    if desk is None:
        return 0
    rows = desk.workspace.read(roster, desk.community, desk.clock.today())
    return next((row.person_id for row in rows if row.first_name == "Tomasz"), 0)


def _settle(shell: Shell) -> None:
    """Let Qt do what it put off until page and charts show what they were asked for."""
    until = time.monotonic() + _PATIENCE_SECONDS
    quiet = 0
    while quiet < 3 and time.monotonic() < until:
        _catch_up()
        quiet = quiet + 1 if _is_settled(shell) else 0
        time.sleep(0.01)


def _catch_up() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def _is_settled(shell: Shell) -> bool:
    page = shell.page
    holder: QWidget = page or shell
    charts = all(chart.settled for chart in holder.findChildren(ChartView) if chart.isVisible())
    return charts and (page is None or page.settled())
