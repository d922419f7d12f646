"""What the shell knows of a page before it is built."""

import importlib
from dataclasses import dataclass

from workbench.ui.desk import Desk
from workbench.ui.kit.page import Page


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page by name: its place in the sidebar, and where its class is found on first visit.

    `where` is "workbench.ui.rosters.people_page:PeoplePage"; the class takes the desk. A page
    without a `group` is not in the sidebar; it lights the item `under`. `full` hides the sidebar.
    """

    name: str
    title: str
    icon: str
    where: str
    group: str = ""
    under: str = ""
    full: bool = False

    def build(self, desk: Desk) -> Page:
        """Import the module and make the page."""
        module, _, name = self.where.partition(":")
        made = getattr(importlib.import_module(module), name)(desk)
        assert isinstance(made, Page)  # noqa: S101 - a slip in the list of pages, not input
        return made
