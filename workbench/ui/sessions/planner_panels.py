"""The panels of the planner: one at a time beside the agenda, each with its name."""

from workbench.ui.kit.page import Page
from workbench.ui.kit.panel import DetailPanel


class PlannerPanels:
    """Holds the panels of a page by name, such as "block" and "library"."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._panels: dict[str, DetailPanel] = {}

    def add(self, name: str, panel: DetailPanel) -> None:
        """Add a panel, hidden until it is shown."""
        self._panels[name] = panel
        self._page.use_panel(panel)

    def show(self, name: str) -> None:
        """Show a panel in place of another."""
        if self._page.panel is not self._panels[name]:
            self._page.hide_panel()
            self._page.panel = self._panels[name]
        self._page.show_panel()

    def hide(self, name: str) -> None:
        """Hide a panel where it is the one that shows."""
        if self._page.panel is self._panels[name]:
            self._page.hide_panel()

    def toggle(self, name: str) -> bool:
        """Show a panel, or hide it where it shows; returns whether it shows now."""
        shows = self.shows(name)
        if shows:
            self.hide(name)
        else:
            self.show(name)
        return not shows

    def shows(self, name: str) -> bool:
        """Whether a panel shows."""
        return self._panels[name].isVisibleTo(self._page)
