"""The log of the sample: what was given and promised, and stories of learning used at work."""

from datetime import date
from itertools import pairwise

from workbench.foundation.words import ContributionKind
from workbench.imports.sample_tables import ContributionRow, PromiseRow, StoryRow
from workbench.models.contributions import (
    Contribution,
    ContributionReceiver,
    ContributionTag,
    Promise,
)
from workbench.models.impact import Story
from workbench.storage.unit_of_work import Work


def add_contributions(
    work: Work, community_id: int, rows: list[ContributionRow],
    people: dict[str, int], sessions: dict[int, int], days: dict[int, date],
) -> None:  # fmt: skip
    """Write the contributions in the order of the file, with receivers and tags.

    A question is answered at the next session; those of the last three sessions are still open.
    """
    held = sorted({row.session for row in rows})
    next_day = {now: days[after] for now, after in pairwise(held[:-2])}
    contributions = [
        Contribution(
            community_id=community_id,
            session_id=sessions[row.session],
            giver_id=people[row.giver],
            kind=row.kind,
            text=row.text,
            given_on=days[row.session],
            answered_on=next_day.get(row.session)
            if row.kind is ContributionKind.QUESTION
            else None,
        )
        for row in rows
    ]
    work.session.add_all(contributions)
    work.session.flush()
    for row, contribution in zip(rows, contributions, strict=True):
        number = contribution.id
        if row.receiver:
            receiver = people[row.receiver]
            work.session.add(ContributionReceiver(contribution_id=number, person_id=receiver))
        if row.tag:
            work.session.add(ContributionTag(contribution_id=number, tag=row.tag))
    work.session.flush()


def add_promises(
    work: Work, community_id: int, rows: list[PromiseRow],
    people: dict[str, int], sessions: dict[int, int],
) -> None:  # fmt: skip
    """Write the promises; those of nobody are the facilitator's own."""
    work.session.add_all(
        Promise(
            community_id=community_id,
            person_id=people.get(row.person),
            about_person_id=people.get(row.about),
            session_id=sessions[row.session] if row.session else None,
            text=row.text,
            made_on=row.made_on,
            due_on=row.due_on,
            state=row.state,
            settled_on=row.settled_on,
        )
        for row in rows
    )
    work.session.flush()


def add_stories(
    work: Work, community_id: int, rows: list[StoryRow], people: dict[str, int]
) -> None:
    """Write the application stories, each as far as it got."""
    work.session.add_all(
        Story(
            community_id=community_id,
            person_id=people[row.person],
            title=row.title,
            value=row.value,
            activity=row.activity,
            insight=row.insight,
            attempt=row.attempt,
            result=row.result,
            evidence=row.evidence,
            evidence_grade=row.grade,
            may_be_told=bool(row.may_be_told),
            told_on=row.told_on,
            ask_again_on=row.ask_again_on,
        )
        for row in rows
    )
    work.session.flush()
