"""The charters of the sample: purpose, norms, rhythm, themes, goals, figures and dated events."""

from workbench.foundation.text import fold
from workbench.foundation.words import Direction
from workbench.imports.sample_documents import Charter, Circle, FigureEntry, GoalEntry
from workbench.imports.sample_tables import ReasonRow, months, table
from workbench.models.communities import (
    Community,
    Event,
    Goal,
    Norm,
    ReasonTheme,
    Rhythm,
    WorkspaceSetting,
)
from workbench.models.impact import BusinessFigure, FigureMonth
from workbench.storage.unit_of_work import Work


def add_charter(work: Work, charter: Charter, reasons: list[ReasonRow]) -> int:
    """Write the community with norms, rhythms, themes and events; return its number."""
    entry = charter.community
    community = Community(
        name=entry.name,
        folded_name=fold(entry.name),
        strapline=entry.strapline,
        organisation=entry.organisation,
        purpose=entry.purpose,
        founded_on=entry.founded_on,
        zone=entry.zone,
    )
    work.session.add_all(
        [community, WorkspaceSetting(name="facilitator", value=charter.facilitator)]
    )
    work.session.flush()
    first_said = [row.theme for row in reasons if row.asked_on == entry.founded_on]
    work.session.add_all(_norms(charter, community.id))
    work.session.add_all(_rhythms(charter, community.id))
    for theme in charter.themes:
        work.session.add(
            ReasonTheme(
                community_id=community.id,
                name=theme.name,
                in_purpose=theme.in_purpose,
                at_joining=first_said.count(theme.name),
            )
        )
        work.session.flush()
    for event in charter.events:
        work.session.add(
            Event(
                community_id=community.id,
                starts_on=event.starts_on,
                ends_on=event.ends_on,
                title=event.title,
            )
        )
    work.session.flush()
    return community.id


def add_goals(
    work: Work,
    community_id: int,
    entries: list[GoalEntry],
    people: dict[str, int],
    figures: dict[str, int],
) -> dict[str, int]:
    """Write the goals and return their numbers by key."""
    goals = [
        Goal(
            community_id=community_id,
            position=position,
            title=entry.title,
            indicator=entry.indicator,
            objective=entry.objective,
            unit=entry.unit,
            measure=_measure(entry, figures),
            baseline=entry.baseline,
            baseline_on=entry.baseline_on,
            target=entry.target,
            target_on=entry.target_on,
            owner_id=people.get(entry.owner),
        )
        for position, entry in enumerate(entries)
    ]
    work.session.add_all(goals)
    work.session.flush()
    return {entry.key: goal.id for entry, goal in zip(entries, goals, strict=True)}


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
    community = Community(
        name=circle.name,
        folded_name=fold(circle.name),
        strapline=circle.strapline,
        organisation=circle.organisation,
        purpose=circle.purpose,
        founded_on=circle.founded_on,
        zone=circle.zone,
    )
    work.session.add(community)
    work.session.flush()
    add_goals(work, community.id, circle.goals, {}, {})


def _norms(charter: Charter, community_id: int) -> list[Norm]:
    return [
        Norm(
            community_id=community_id,
            version=norms.version,
            position=position,
            text=line,
            agreed_on=norms.agreed_on,
        )
        for norms in charter.norms
        for position, line in enumerate(norms.lines)
    ]


def _rhythms(charter: Charter, community_id: int) -> list[Rhythm]:
    return [
        Rhythm(
            community_id=community_id,
            name=rhythm.name,
            words=rhythm.words,
            rule=rhythm.rule,
            starts_at=rhythm.starts_at,
            minutes=rhythm.minutes,
        )
        for rhythm in charter.rhythms
    ]


def _measure(entry: GoalEntry, figures: dict[str, int]) -> str:
    if entry.figure:
        return f"figure:{figures[entry.figure]}"
    return f"instrument:{entry.instrument}" if entry.instrument else entry.measure
