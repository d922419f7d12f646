"""The link before a page's title that leads back to where one came from."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.ui.kit.page import PageHeader


class WayBack:
    """Leads to the page that was shown before; to `page`, called `title`, until there was one."""

    def __init__(
        self, header: "PageHeader", go: Callable[[], object], page: str, title: str
    ) -> None:
        self.page = page
        self._link = header.show_way([(title, go)])[0]

    def lead_to(self, page: str, title: str) -> None:
        """Note the page one comes from."""
        self.page = page
        self._link.relabel(title)
