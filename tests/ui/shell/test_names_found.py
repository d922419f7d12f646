"""The page of names learned from files is found by every word people have for it."""

from unittest.mock import Mock

import pytest

from workbench.ui.shell.everywhere import everywhere
from workbench.ui.shell.finding import Found, matches


@pytest.mark.parametrize(
    "typed",
    ["names in files", "names learned", "alias", "aliases", "Teams", "Zoom", "Meet", "import"],
)
def test_it_is_found(typed: str) -> None:
    entries = [
        Found("Commands", item.label, item.pressed, item.effect) for item in everywhere(Mock())
    ]
    assert "Names learned from files" in [found.title for found in matches(entries, typed)]
