"""Every page of the sample, read and painted: no word that claims too much or judges."""

import pytest

from tests.never_said import never_said
from tests.ui.desks import settle
from tests.ui.shell.name_hunt import painted, told
from tests.ui.shell.sample_window import NEXT, Window
from workbench.ui.app import PAGES

PLACES = [spec.name for spec in PAGES]
NEEDS_A_SESSION = {"planner", "rooms", "debrief", "prints", "five-minutes", "live", "attendance"}


@pytest.mark.parametrize("page", PLACES)
def test_no_page_claims_too_much(window: Window, page: str) -> None:
    window.go(page, **({"session": NEXT} if page in NEEDS_A_SESSION else {}))
    settle()
    read = list(told(window.shell))
    assert read
    assert not [found for words in read for found in never_said(words)]
    assert not never_said(painted(window.shell))
