"""The charters of the sample: purpose, norms, rhythm, themes, goals, figures and dated events."""

from workbench.communities.actions import (
    add_theme,
    agree_norms,
    change_charter,
    create_community,
    set_workspace_setting,
)
from workbench.communities.plan_actions import add_event, add_goal, add_rhythm
from workbench.communities.rules import CharterDraft, EventDraft, GoalDraft, RhythmDraft
from workbench.foundation.words import Direction
from workbench.imports.sample_documents import (
    Charter,
    Circle,
    CommunityEntry,
    FigureEntry,
    GoalEntry,
)
from workbench.imports.sample_tables import ReasonRow, months, table
from workbench.models.impact import BusinessFigure, FigureMonth
from workbench.storage.standing import STANDS_AT
from workbench.storage.unit_of_work import Work


def add_charter(work: Work, charter: Charter, reasons: list[ReasonRow]) -> int:
    """Write the community with norms, rhythms, themes and events; return its number."""
    entry = charter.community
    community_id = _add_community(work, entry)
    set_workspace_setting(work, "facilitator", charter.facilitator)
    set_workspace_setting(work, STANDS_AT, f"{work.clock.local():%Y-%m-%dT%H:%M} {entry.zone}")
    for norms in charter.norms:
        agree_norms(work, community_id, tuple(norms.lines), norms.agreed_on)
    for rhythm in charter.rhythms:
        draft = RhythmDraft(
            name=rhythm.name,
            words=rhythm.words,
            rule=rhythm.rule,
            starts_at=rhythm.starts_at,
            minutes=rhythm.minutes,
        )
        add_rhythm(work, community_id, draft)
    first_said = [row.theme for row in reasons if row.asked_on == entry.founded_on]
    for theme in charter.themes:
        count = first_said.count(theme.name)
        add_theme(work, community_id, theme.name, in_purpose=theme.in_purpose, at_joining=count)
    for event in charter.events:
        note = EventDraft(title=event.title, starts_on=event.starts_on, ends_on=event.ends_on)
        add_event(work, community_id, note)
    return community_id


def add_goals(
    work: Work,
    community_id: int,
    entries: list[GoalEntry],
    people: dict[str, int],
    figures: dict[str, int],
) -> dict[str, int]:
    """Write the goals and return their numbers by key."""
    made = {}
    for entry in entries:
        draft = GoalDraft(
            title=entry.title,
            indicator=entry.indicator,
            objective=entry.objective,
            unit=entry.unit,
            measure=_measure(entry, figures),
            baseline=entry.baseline,
            baseline_on=entry.baseline_on,
            target=entry.target,
            target_on=entry.target_on,
            owner_id=people[entry.owner] if entry.owner else None,
        )
        made[entry.key] = add_goal(work, community_id, draft)
    return made


def add_figures(work: Work, community_id: int, entries: list[FigureEntry]) -> dict[str, int]:
    """Write the business figures with the months that have a value; return numbers by key."""
    values = {row["figure"]: months(row) for row in table("figures.csv")}
    made = {}
    for entry in entries:
        figure = BusinessFigure(
            community_id=community_id,
            name=entry.name,
            definition=entry.definition,
            unit=entry.unit,
            source=entry.source,
            direction=Direction.LOWER if entry.better == "lower" else Direction.HIGHER,
            target=entry.target,
            target_on=entry.target_on,
        )
        work.session.add(figure)
        work.session.flush()
        made[entry.key] = figure.id
        work.session.add_all(
            FigureMonth(figure_id=figure.id, month=month, value=value)
            for month, value in values[entry.key].items()
        )
    work.session.flush()
    return made


def add_circle(work: Work, circle: Circle) -> None:
    """Write the second community, in which nobody is yet."""
    community_id = _add_community(work, circle.community)
    add_goals(work, community_id, circle.goals, {}, {})


def _add_community(work: Work, entry: CommunityEntry) -> int:
    community_id = create_community(work, entry.name, founded_on=entry.founded_on)
    draft = CharterDraft(
        strapline=entry.strapline,
        organisation=entry.organisation,
        purpose=entry.purpose,
        place_between=entry.place_between,
        zone=entry.zone,
    )
    change_charter(work, community_id, draft)
    return community_id


def _measure(entry: GoalEntry, figures: dict[str, int]) -> str:
    if entry.figure:
        return f"figure:{figures[entry.figure]}"
    return f"instrument:{entry.instrument}" if entry.instrument else entry.measure
