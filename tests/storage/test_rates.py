"""Rates and who stays, read from a file: against plain SQL, several communities, months."""

import random
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session as Connection

from tests.factories import make_community
from workbench.foundation.words import ExcusedRule, Mark, SessionState
from workbench.imports.sample import make_sample, sample_clock
from workbench.insights.retention_queries import retention
from workbench.models.communities import Community
from workbench.models.sessions import AttendanceMark, Expected, Session
from workbench.rosters.actions import add_people
from workbench.rosters.rules import PersonDraft
from workbench.sessions.rate_queries import rates
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace, open_workspace


@action("Any sessions")
def any_sessions(work: Work, community: int, people: list[int], chance: random.Random) -> None:
    """Lay down sessions with any lists, marks and states, and any rule."""
    row = work.session.get_one(Community, community)
    row.excused_rule = chance.choice(list(ExcusedRule))
    for _ in range(7):
        session = Session(
            community_id=community,
            uid=str(chance.getrandbits(64)),
            changed_at=work.clock.now(),
            title="Any",
            starts_at=datetime(2025, 11, 1, 14) + timedelta(days=chance.randrange(300)),
            minutes=90,
            state=chance.choice([SessionState.HELD, SessionState.HELD, SessionState.CANCELLED]),
            head_count=chance.choice([None, 5]),
            zone="Europe/London",
        )
        work.session.add(session)
        work.session.flush()
        marked = chance.random() < 0.8
        for person in people:
            if chance.random() < 0.7:
                work.session.add(Expected(session_id=session.id, person_id=person))
            if marked and chance.random() < 0.7:
                mark = chance.choice(list(Mark))
                work.session.add(AttendanceMark(session_id=session.id, person_id=person, mark=mark))


PLAIN = """
SELECT {what} AS part,
  SUM(m.mark IN ('present', 'part')) AS here,
  COUNT(*) - (c.excused_rule = 'set apart') * TOTAL(m.mark = 'excused') AS out_of
FROM expected e
JOIN sessions s ON s.id = e.session_id
JOIN communities c ON c.id = s.community_id
LEFT JOIN attendance_marks m ON m.session_id = e.session_id AND m.person_id = e.person_id
WHERE c.id = :community AND s.state <> 'cancelled' AND EXISTS (
  SELECT 1 FROM attendance_marks x
  WHERE x.session_id = s.id AND x.mark IN ('present', 'part', 'absent'))
GROUP BY part
"""


def plain(connection: Connection, community: int, what: str) -> dict[object, tuple[int, int]]:
    rows = connection.execute(text(PLAIN.format(what=what)), {"community": community})
    return {row.part: (row.here or 0, row.out_of) for row in rows}


@pytest.mark.parametrize("seed", range(12))
def test_rates_against_plain_sql(workspace: Workspace, seed: int) -> None:
    community = workspace.perform(make_community).value
    names = [PersonDraft(name=name) for name in ("Ama", "Bo", "Chi", "Dee", "Eli")]
    people = workspace.perform(add_people, community, names).value
    workspace.perform(any_sessions, community, people, random.Random(seed))
    found = workspace.read(rates, community)

    def sql(what: str) -> dict[object, tuple[int, int]]:
        return workspace.read(plain, community, what)

    assert {one.session: (one.rate.here, one.rate.out_of) for one in found.by_session
            if one.rate.expected} == sql("s.id")  # fmt: skip
    assert {p: (rate.here, rate.out_of) for p, rate in found.by_person.items()} == sql(
        "e.person_id"
    )
    quarter = "strftime('%Y', s.starts_at) * 10 + (strftime('%m', s.starts_at) + 2) / 3"
    assert {
        one.year * 10 + one.quarter: (one.rate.here, one.rate.out_of)
        for one in found.by_quarter
        if one.rate.expected
    } == sql(quarter)
    assert (found.pooled.here, found.pooled.out_of) == sql("1").get(1, (0, 0))
    shares = [here / out_of for here, out_of in sql("e.person_id").values() if out_of]
    mean = sum(shares) / len(shares) if shares else None
    assert found.mean_of_personal == (None if mean is None else pytest.approx(mean))


def test_several_communities_roll_up_and_say_when_their_rules_differ(workspace: Workspace) -> None:
    first = workspace.perform(make_community).value
    second = workspace.perform(make_community, "Harbour").value
    (ama,) = workspace.perform(add_people, first, [PersonDraft(name="Ama")]).value
    for number, community in enumerate((first, second)):
        for seed in (1, 2):
            workspace.perform(any_sessions, community, [ama], random.Random(10 * number + seed))
    both = workspace.read(rates, [first, second])
    apart = [workspace.read(rates, one) for one in (first, second)]
    assert both.pooled.here == sum(one.pooled.here for one in apart)
    assert both.pooled.expected == sum(one.pooled.expected for one in apart)
    differ = len({one.rule for one in apart}) > 1
    assert both.rules_differ is differ
    assert ("different rules" in both.rule_words) is differ


def test_the_sample_by_quarter_and_who_stays(tmp_path: Path) -> None:
    path = tmp_path / "bridges.fwb"
    make_sample(path)
    with open_workspace(path, clock=sample_clock()) as workspace:
        found = workspace.read(rates, 1)
        assert sum(one.sessions for one in found.by_quarter) == 16
        assert sum(one.rate.here for one in found.by_quarter) == found.pooled.here
        summer = workspace.read(rates, 1, date(2026, 7, 1), date(2026, 9, 30))
        assert [one.label for one in summer.by_quarter] == ["Jul to Sep 2026"]
        staying = workspace.read(retention, 1, workspace.clock.today())
        assert [(c.month.month, c.size, len(c.kept)) for c in staying.cohorts] == [
            (1, 34, 9), (3, 4, 7), (6, 6, 4), (9, 4, 1),
        ]  # fmt: skip
        assert not staying.may_draw


_DAYS_THERE = """
SELECT m.person_id, date(s.starts_at) FROM attendance_marks m JOIN sessions s ON s.id = m.session_id
WHERE s.state <> 'cancelled' AND m.mark IN ('present', 'part')
"""


def days_there(connection: Connection) -> dict[int, set[date]]:
    found: dict[int, set[date]] = {}
    for person, day in connection.execute(text(_DAYS_THERE)):
        found.setdefault(person, set()).add(date.fromisoformat(day))
    return found


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("rolling", [False, True])
def test_who_stays_against_plain_sql(workspace: Workspace, seed: int, *, rolling: bool) -> None:
    community = workspace.perform(make_community).value
    joined = {f"Ana {n}": date(2025, 10 + n % 3, 3) for n in range(6)}
    drafts = [PersonDraft(name=name, joined_on=day) for name, day in joined.items()]
    people = workspace.perform(add_people, community, drafts).value
    workspace.perform(any_sessions, community, people, random.Random(seed))
    found = workspace.read(retention, community, date(2026, 10, 1), rolling=rolling)
    there = workspace.read(days_there)
    for cohort in found.cohorts:
        days = zip(people, joined.values(), strict=True)
        own = [person for person, on in days if on.month == cohort.month.month]
        for later, kept in enumerate(cohort.kept[1:], 1):
            at = cohort.month.year * 12 + cohort.month.month - 1 + later
            stayed = 0
            for person in own:
                months = {day.year * 12 + day.month - 1 for day in there.get(person, ())}
                stayed += any(at <= month for month in months) if rolling else at in months
            assert kept == stayed
