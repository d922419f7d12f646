"""The Community page: what the community is for, who hosts it, what it agreed on and aims at."""

from workbench.communities.queries import Charter, charter
from workbench.ui.desk import Desk
from workbench.ui.kit.page import Page
from workbench.ui.kit.text import Text


class CommunityPage(Page):
    """The charter of the community, with its purpose first."""

    name = "community"
    title = "Community"
    interests = frozenset({"communities", "rosters", "sessions", "contributions", "impact"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.purpose = Text("", "title", wrap=True)
        self.body.setContentsMargins(28, 20, 28, 20)
        self.body.addWidget(self.purpose)
        self.body.addStretch(1)

    def reload(self) -> None:
        """Read the charter again."""
        desk = self.desk
        desk.read(lambda workspace: workspace.read(charter, desk.community), self._show)

    def _show(self, found: Charter) -> None:
        self.header.show_title(self.title, f"Charter of {found.community.name}")
        self.purpose.say(found.purpose)
