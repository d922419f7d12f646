"""Where prints are reached: the planner's Run sheet button, the session list and Home."""

from tests.ui.desks import BenchDesk
from workbench.ui.home.home_page import HomePage
from workbench.ui.kit.buttons import Button
from workbench.ui.sessions.planner_page import PlannerPage
from workbench.ui.sessions.sessions_page import SessionsPage

PRINTS = ["run", "agenda", "cue", "sign-in"]


def test_the_planner_offers_all_five_prints(sample_desk: BenchDesk) -> None:
    page = sample_desk.open(PlannerPage)
    assert isinstance(page, PlannerPage)
    page.arrive(session=18)
    assert page.head.prints_button.isVisible()
    assert page.head.prints_button.label == "Run sheet"

    for item in page.head.prints():
        item.pressed()

    assert sample_desk.went == [
        *(("prints", {"session": 18, "sheet": sheet}) for sheet in PRINTS),
        ("five-minutes", {"session": 18}),
    ]


def test_the_planner_without_a_session_prints_nothing(desk: BenchDesk) -> None:
    page = desk.open(PlannerPage)
    assert isinstance(page, PlannerPage)
    assert not page.head.prints_button.isEnabled()


def test_the_list_of_sessions_leads_to_prints(sample_desk: BenchDesk) -> None:
    page = sample_desk.open(SessionsPage)
    assert isinstance(page, SessionsPage)
    row = next(row for row in page.presenter.rows if row.id == 17)
    items = {item.label: item.pressed for item in page.items_for(row)}

    items["Five-minute brief"]()
    items["Prints"]()

    assert sample_desk.went == [("five-minutes", {"session": 17}), ("prints", {"session": 17})]


def test_home_leads_to_the_five_minute_brief(sample_desk: BenchDesk) -> None:
    page = sample_desk.open(HomePage)
    (button,) = [b for b in page.findChildren(Button) if b.label == "Five-minute brief"]
    button.click()
    assert sample_desk.went == [("five-minutes", {"session": 17})]
