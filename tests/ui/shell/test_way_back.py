"""Who is named anywhere leads to their page, and from there back to where one came from."""

from PySide6.QtCore import Qt

from tests.ui.shell.sample_window import Window
from workbench.ui.home.home_page import HomePage
from workbench.ui.home.quiet_lines import QuietLine
from workbench.ui.kit.buttons import Button


def way(window: Window) -> str:
    """The label of the link before the title."""
    page = window.shell.page
    assert page is not None
    return next(each.label for each in page.header.findChildren(Button) if each.kind == "way")


def where(window: Window) -> str:
    page = window.shell.page
    return page.name if page is not None else ""


def test_home_leads_to_the_person_and_escape_back_through_names(window: Window) -> None:
    home = window.go("home")
    assert isinstance(home, HomePage)
    line = home.findChildren(QuietLine)[0]
    line.setFocus()
    window.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (where(window), way(window)) == ("person", "Home")
    window.shell.go("names", words="Hana Novák")
    assert (where(window), way(window)) == ("names", "Person")
    window.press(Qt.Key.Key_Escape)
    assert (where(window), way(window)) == ("person", "Home")
    window.press(Qt.Key.Key_Escape)
    assert where(window) == "home"


def test_a_person_chosen_on_people_leads_back_there(window: Window) -> None:
    window.go("home")
    window.go("person", person=3)
    window.go("people")
    window.go("person", person=3)
    assert way(window) == "People"
    window.press(Qt.Key.Key_Escape)
    assert where(window) == "people"
