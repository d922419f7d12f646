"""Ctrl+K finds methods by name and facts, and leads to them in the library of the planner."""

from tests.ui.desks import BenchDesk
from workbench.foundation.words import BlockKind
from workbench.sessions.method_actions import add_method
from workbench.sessions.methods import Method, Minutes
from workbench.ui.shell.finding import Found, matches
from workbench.ui.shell.sources import methods_source


def found(desk: BenchDesk, typed: str) -> list[Found]:
    entries: list[Found] = []
    methods_source(desk)(entries.extend)
    return matches(entries, typed)


def test_a_method_is_found_and_opened_in_the_library(desk: BenchDesk) -> None:
    first, *_ = found(desk, "han")
    assert (first.kind, first.title) == ("Methods", "Hand the question on")
    assert first.line == "Exchange · 10 to 15 min · 6+ people"
    first.open()
    assert desk.went == [("planner", {"method": "hand the question on"})]


def test_own_methods_are_found_too(desk: BenchDesk) -> None:
    desk.workspace.perform(add_method, Method("Tea round", BlockKind.CONNECT, Minutes(5, 10)))
    (tea,) = found(desk, "tea rou")
    assert tea.note == "your own"
