"""A chart on screen: read out by pointer and key, menus, draws no longer wanted, its table."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.unit.reports.charts.samples import PAGE
from workbench.reports import charts
from workbench.reports.charts import Spot
from workbench.ui.kit.chart import Canvas, ChartTwin, ChartView
from workbench.ui.kit.chart_menu import OneChart, chart_items, show_table
from workbench.ui.kit.chart_table import figures_table
from workbench.ui.kit.spot_walk import SpotWalk, Step

SPOTS = (
    *(Spot(0, n, 50.0 + 100 * n, 60.0, f"Safety {n}") for n in range(4)),
    *(Spot(1, n, 40.0 + 50 * n, 160.0, f"Attendance {n}") for n in range(8)),
)
AREAS = (charts.Area("Safety", 0, 10, 500, 90), charts.Area("Attendance", 0, 100, 500, 90))


def drawn(canvas: Canvas) -> charts.Drawing:
    """Draw the sample page as the Insights page does."""
    return charts.page_drawing(PAGE, charts.Canvas(canvas.width, canvas.height, canvas.ratio))


@dataclass
class SlowDesk:
    """Keeps the jobs of the second lane until they are let go."""

    jobs: list[tuple[Callable[[], Any], Callable[[Any], None]]] = field(default_factory=list)
    done: list[Any] = field(default_factory=list)

    def run(
        self, job: Callable[[], Any], then: Callable[[Any], None], failed: object = None
    ) -> None:
        self.jobs.append((job, then))

    def let_go(self) -> None:
        jobs, self.jobs = self.jobs, []
        for job, then in jobs:
            self.done.append(job())
            then(self.done[-1])


@pytest.fixture
def view(desk: BenchDesk, qtbot: QtBot) -> ChartView:
    made = ChartView(desk, menus=True)
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show_chart(drawn, "Safety rose", ChartTwin(("What", "When"), [("Safety", "3 March")]))
    made.show()
    qtbot.waitUntil(lambda: made.settled and bool(made.spots))
    return made


def walk() -> SpotWalk:
    made = SpotWalk()
    made.show(SPOTS, AREAS)
    return made


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (["right"], "Safety 3"),
        (["right", "left", "left"], "Safety 1"),
        (["left", "first"], "Safety 0"),
        (["left", "first", "left"], "Safety 0"),
        (["left", "right", "right"], "Safety 3"),
        (["left", "first", "down"], "Attendance 0"),
        (["left", "down"], "Attendance 6"),
        (["left", "down", "down"], "Attendance 6"),
        (["left", "down", "last", "up"], "Safety 3"),
    ],
)
def test_keys_go_along_a_panel_and_between_panels(steps: list[Step], words: str) -> None:
    going = walk()
    for step in steps:
        going.step(step)
    assert going.at is not None
    assert going.at.words == words


def test_a_pointer_means_the_nearest_point_in_time_of_the_panel_it_is_over() -> None:
    going = walk()
    found = going.near(145, 20)
    assert found is not None
    assert found.words == "Safety 1"
    other = going.near(145, 180)
    assert other is not None
    assert other.words == "Attendance 2"
    assert going.near(460, 60) is None


def test_another_drawing_keeps_the_reader_at_the_same_point() -> None:
    going = walk()
    going.step("first")
    going.show(tuple(Spot(s.panel, s.point, s.x * 2, s.y, s.words) for s in SPOTS), AREAS)
    assert going.at is not None
    assert (going.at.point, going.at.x) == (3, 700.0)
    going.show((), ())
    assert going.at is None
    assert going.step("right") is None


def test_arrows_read_points_out_and_enter_chooses(
    view: ChartView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        said.append(event.message())  # type: ignore[attr-defined]  # only announcements come here

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.readout.isVisible()
    assert view.readout.words.startswith("Psychological safety, September: 5.3")
    assert view.accessibleDescription() == view.readout.words
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.readout.words.startswith("Attendance, 17 September 2026: 71%")
    assert said[-1] == view.readout.words
    chosen: list[Spot] = []
    view.spot_chosen.connect(chosen.append)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert [(spot.panel, spot.point) for spot in chosen] == [(1, 14)]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.readout.isVisible()
    assert "Left and Right" in view.accessibleDescription()


def test_keys_bring_the_chart_they_reach_into_view(view: ChartView, qtbot: QtBot) -> None:
    area = QScrollArea()
    area.setWidgetResizable(True)
    view.setMinimumHeight(900)
    area.setWidget(view)
    qtbot.addWidget(area)
    area.resize(640, 250)
    area.show()
    qtbot.waitUntil(lambda: view.settled and view.readout.height() > 800)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
    assert view.readout.spot is not None
    seen = area.verticalScrollBar().value()
    assert seen < view.readout.spot.y < seen + area.viewport().height()
    area.takeWidget()


def move(view: ChartView, x: float, y: float) -> None:
    place = QPointF(x, y)
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove, place, view.mapToGlobal(place),
        Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    view.mouseMoveEvent(event)


def test_a_pointer_reads_out_and_the_label_stays_inside(view: ChartView) -> None:
    for spot in view.spots:
        move(view, spot.x, spot.y)
        assert view.readout.spot is not None
        assert view.readout.spot.x == pytest.approx(spot.x)
        label = view.readout.childrenRect()
        assert view.readout.rect().contains(label)
    move(view, 1, 1)
    assert not view.readout.isVisible()


def test_every_panel_has_a_menu_by_button_and_by_key(view: ChartView, qtbot: QtBot) -> None:
    asked: list[tuple[int, QPoint]] = []
    view.menu_asked.connect(lambda panel, place: asked.append((panel, place)))
    assert view.corners is not None
    names = [button.accessibleName() for button in view.corners.buttons]
    assert names == [f"Menu of {panel.title}" for panel in PAGE.panels]
    for button in view.corners.buttons:
        assert view.rect().contains(button.geometry())
        assert min(button.width(), button.height()) >= 24
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [panel for panel, _ in asked] == [0, 1, 2]


def test_draws_no_longer_wanted_are_dropped_before_they_begin(qtbot: QtBot) -> None:
    slow = SlowDesk()
    view = ChartView(slow)  # type: ignore[arg-type]  # it only runs jobs
    qtbot.addWidget(view)
    begun: list[int] = []

    def draw(canvas: Canvas) -> charts.Drawing:
        begun.append(canvas.width)
        return charts.Drawing(b"", SPOTS, AREAS)

    view.show()
    for width in (300, 400, 500):
        view.resize(width, 300)
        view.show_chart(draw, "", ChartTwin())
        view._soon.stop()
        view._ask()
    assert not view.settled
    slow.let_go()
    assert begun == [500]
    assert slow.done[:2] == [None, None]
    assert view.settled
    assert len(view.spots) == len(SPOTS)


def test_a_chart_that_fails_shows_its_table(desk: BenchDesk, qtbot: QtBot) -> None:
    def fails(canvas: Canvas) -> bytes:
        raise ValueError("no")

    view = ChartView(desk)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show_chart(fails, "Words", ChartTwin(("What",), [("Safety",)]))
    view.show()
    qtbot.waitUntil(lambda: view.settled and bool(desk.told))
    assert view.as_table


def test_a_table_shows_every_date_whole(qtbot: QtBot) -> None:
    table = figures_table(("What", "When"), [("Safety", "Wednesday, 23 September 2026")])
    qtbot.addWidget(table)
    table.resize(700, 200)
    table.show()
    settle()
    needed = table.fontMetrics().horizontalAdvance("Wednesday, 23 September 2026")
    assert table.columnWidth(1) >= needed


ONE = OneChart(charts.panel_page(PAGE, 0), "Bridges safety", "Method: Welch.")


def choose(items: list[Any], label: str) -> None:
    next(item for item in items if item.label == label).pressed()


def test_a_chart_is_copied_as_words_and_as_a_picture(desk: BenchDesk, view: ChartView) -> None:
    items = chart_items(desk, view, ONE)
    choose(items, "Copy text description")
    words = QGuiApplication.clipboard().text()
    assert words.startswith("Psychological safety, scale 1 to 7")
    assert words.endswith("Method: Welch.")
    choose(items, "Copy picture")
    image = QGuiApplication.clipboard().image()
    assert image.width() > 1000
    assert desk.said == ["Copied the description.", "Copied the picture."]


@pytest.mark.parametrize(
    ("label", "name"), [("Save as PNG", "a.png"), ("Save as SVG", "a.svg"),
                        ("Save for grey print", "b.svg")]
)  # fmt: skip
def test_a_chart_is_saved_with_its_note(
    desk: BenchDesk, view: ChartView, tmp_path: Path, label: str, name: str
) -> None:
    desk.path_to_choose = tmp_path / name
    choose(chart_items(desk, view, ONE), label)
    content = (tmp_path / name).read_bytes()
    assert content.startswith(b"\x89PNG") or b"Method: Welch." in content
    assert desk.said == [f"Saved as {name}."]


def test_a_chart_is_not_saved_as_what_it_is_not(
    desk: BenchDesk, view: ChartView, tmp_path: Path
) -> None:
    desk.path_to_choose = tmp_path / "a.pdf"
    choose(chart_items(desk, view, ONE), "Save as PNG")
    assert ".pdf" in str(desk.told[0])
    assert not desk.path_to_choose.exists()


def test_the_table_of_one_chart_can_be_copied(view: ChartView) -> None:
    dialog = show_table(view, ONE)
    dialog.accept()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["Wave", "Closed on", "Answers"]
    assert lines[1].split("\t")[:5] == ["January", "27 January 2026", "26", "34", "4.79"]
    settle()
