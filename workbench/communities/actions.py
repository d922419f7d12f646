"""Writing communities: the charter, its norms, reasons to come, settings; one step each."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.communities.queries import there
from workbench.communities.rules import (
    CharterDraft,
    checked_community_name,
    checked_zone,
    needed,
    tidy_norms,
)
from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, fold, kept
from workbench.models.communities import Community, Norm, ReasonTheme, WorkspaceSetting
from workbench.models.rosters import Membership
from workbench.storage.unit_of_work import Work, action


@action("New community")
def create_community(work: Work, name: str, *, founded_on: date | None = None) -> int:
    """Make a community and return its number; raises BadInput if another has that name."""
    shown = checked_community_name(name)
    _free_name(work.session, shown, None)
    made = Community(name=shown, folded_name=fold(shown), founded_on=founded_on)
    work.session.add(made)
    work.session.flush()
    work.name = f"New community {shown}"
    return made.id


@action("Change charter")
def change_charter(work: Work, community_id: int, draft: CharterDraft) -> None:
    """Change what the draft says of a charter; raises BadInput for a bad name or zone."""
    found = there(work.session, Community, community_id, "community")
    if draft.name is not None:
        found.name = checked_community_name(draft.name)
        _free_name(work.session, found.name, community_id)
        found.folded_name = fold(found.name)
    if draft.zone is not None:
        found.zone = checked_zone(draft.zone)
    if draft.purpose is not None:
        found.purpose = kept(draft.purpose)
    for field in ("strapline", "organisation", "place_between"):
        text = getattr(draft, field)
        if text is not None:
            setattr(found, field, clean(kept(text)))
    for field in ("founded_on", "excused_rule"):
        value = getattr(draft, field)
        if value is not None:
            setattr(found, field, value)


@action("Agree norms")
def agree_norms(work: Work, community_id: int, norms: tuple[str, ...], agreed_on: date) -> int:
    """Write a new version of the norms and return its number; earlier ones stay readable."""
    there(work.session, Community, community_id, "community")
    newest = select(func.max(Norm.version)).where(Norm.community_id == community_id)
    version = (work.session.scalar(newest) or 0) + 1
    work.session.add_all(
        Norm(
            community_id=community_id,
            version=version,
            position=position,
            text=text,
            agreed_on=agreed_on,
        )
        for position, text in enumerate(tidy_norms(norms), start=1)
    )
    work.name = f"Norms, version {version}"
    return version


@action("Add reason")
def add_theme(
    work: Work, community_id: int, name: str, *, in_purpose: bool = False, at_joining: int = 0
) -> int:
    """Add a theme that reasons to come fall under and return its number; raises BadInput."""
    there(work.session, Community, community_id, "community")
    shown = needed(name, "A reason needs a name.", "Say it in a few words.", "name")
    same = select(ReasonTheme.name).where(ReasonTheme.community_id == community_id)
    if fold(shown) in {fold(other) for other in work.session.scalars(same)}:
        raise BadInput(f'There is already a reason "{shown}".', "Use that one.", field="name")
    made = ReasonTheme(
        community_id=community_id, name=shown, in_purpose=in_purpose, at_joining=at_joining
    )
    work.session.add(made)
    work.session.flush()
    return made.id


@action("Change reason")
def judge_theme(work: Work, theme_id: int, *, in_purpose: bool) -> None:
    """Say whether the purpose names a reason to come."""
    there(work.session, ReasonTheme, theme_id, "reason").in_purpose = in_purpose


@action("Sort reason to come")
def sort_reason(work: Work, membership_id: int, theme_id: int | None) -> None:
    """Put a member's reason to come under a theme, or under none."""
    found = there(work.session, Membership, membership_id, "membership")
    if theme_id is not None:
        there(work.session, ReasonTheme, theme_id, "reason")
    found.reason_theme_id = theme_id


@action("Change setting of this file")
def set_workspace_setting(work: Work, name: str, value: str) -> None:
    """Keep a setting that moves with the file, such as the facilitator's name."""
    found = work.session.get(WorkspaceSetting, name)
    if found is None:
        work.session.add(WorkspaceSetting(name=name, value=kept(value)))
    else:
        found.value = kept(value)


def _free_name(session: Session, name: str, own_id: int | None) -> None:
    with session.no_autoflush:
        other = session.scalar(select(Community).where(Community.folded_name == fold(name)))
    if other is not None and other.id != own_id:
        raise BadInput(
            f'There is already a community "{other.name}".', "Choose another name.", field="name"
        )
