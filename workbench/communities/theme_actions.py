"""Writing the themes that reasons to come fall under, once they are there."""

from sqlalchemy import select

from workbench.communities.queries import there
from workbench.communities.rules import needed
from workbench.foundation.errors import BadInput
from workbench.foundation.text import fold
from workbench.models.communities import ReasonTheme
from workbench.storage.unit_of_work import Work, action


@action("Change theme")
def change_theme(
    work: Work, theme_id: int, name: str, *, in_purpose: bool, at_joining: int
) -> None:
    """Change a theme; raises BadInput for no name, or one that another theme has."""
    found = there(work.session, ReasonTheme, theme_id, "theme")
    shown = needed(name, "A theme needs a name.", "Say it in a few words.", "name")
    others = select(ReasonTheme.name).where(
        ReasonTheme.community_id == found.community_id, ReasonTheme.id != theme_id
    )
    if fold(shown) in {fold(other) for other in work.session.scalars(others)}:
        raise BadInput(f'There is already a theme "{shown}".', "Use that one.", field="name")
    found.name, found.in_purpose, found.at_joining = shown, in_purpose, at_joining
    work.name = f"Change theme {shown}"


@action("Delete theme", "rosters")
def delete_theme(work: Work, theme_id: int) -> None:
    """Take a theme out; the reasons that fell under it stay, under none."""
    found = there(work.session, ReasonTheme, theme_id, "theme")
    work.name = f"Delete theme {found.name}"
    work.session.delete(found)
