"""The whole Community page in words, made from what was read."""

from dataclasses import dataclass

from workbench.communities.queries import NormList, RhythmRow
from workbench.communities.rules import SMALL_THEME
from workbench.foundation.text import clean, counted
from workbench.ui.communities.charter_shown import (
    Host,
    ThemesShown,
    hosts_of,
    subtitle,
    themes_note,
    themes_shown,
)
from workbench.ui.communities.community_reads import CommunityRead
from workbench.ui.communities.goals_shown import GoalShown, goals_shown, links_missing
from workbench.ui.communities.steps_shown import NextShown, StepShown, next_shown, steps_shown


@dataclass(frozen=True, slots=True)
class PageShown:
    """What the page shows; `links` counts sessions without a goal and goals without a session."""

    empty: bool
    community: str
    subtitle: str
    purpose: str
    hosts: tuple[Host, ...]
    themes: ThemesShown
    versions: tuple[NormList, ...]
    rhythms: tuple[RhythmRow, ...]
    goals: tuple[GoalShown, ...]
    links: str
    next: NextShown | None
    steps: tuple[StepShown, ...]


def page_shown(read: CommunityRead, *, unfolded: bool | None) -> PageShown:
    """Return what the page shows; small themes are unfolded where there is no larger one.

    `unfolded` is what the user asked for, None before they did.
    """
    about = read.charter
    return PageShown(
        empty=read.empty,
        community=about.community.name,
        subtitle=subtitle(about),
        purpose=clean(about.purpose),
        hosts=tuple(hosts_of(read.people, read.came)),
        themes=_themes(read, unfolded),
        versions=read.versions,
        rhythms=about.rhythms,
        goals=tuple(goals_shown(read.goals, read.people, read.today)),
        links=links_missing(read.goals, read.sessions),
        next=next_shown(read),
        steps=tuple(steps_shown(read.steps)),
    )


def _themes(read: CommunityRead, unfolded: bool | None) -> ThemesShown:
    members, silent = read.facts.members, read.facts.not_asked_why
    if unfolded is None:
        unfolded = all(theme.now < SMALL_THEME for theme in read.themes)
    said = f"{members - silent:,} of {counted(members, 'person', 'people')} said why"
    return ThemesShown(
        said_why=said if members else "",
        rows=tuple(themes_shown(read.themes, unfolded=unfolded)),
        note=_note(read),
        unfolded=unfolded,
    )


def _note(read: CommunityRead) -> str:
    if not read.themes:
        return "Ask why people come, then put their answers under a few themes."
    return themes_note(read.themes)
