"""A file as large as they get, filled by plain SQL while it is closed: no action, no undo step."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.ui.desks import NOW
from workbench.foundation.clock import FixedClock
from workbench.foundation.words import ContributionKind
from workbench.storage.workspace import create_workspace

_PEOPLE = """
    INSERT INTO people (id, name, folded_name, first_name, last_name, email, job_title, note)
    SELECT value, 'Ana' || value || ' Lee', 'ana' || value || ' lee', 'Ana' || value, 'Lee', '',
        '', '' FROM numbers WHERE value <= :people"""
_DEPARTMENTS = (
    """INSERT INTO departments (id, name, folded_name)
    SELECT value, 'Team ' || value, 'team ' || value FROM numbers WHERE value <= 8""",
    """INSERT INTO department_stays (person_id, department_id)
    SELECT value, value % 8 + 1 FROM numbers WHERE value <= :people""",
)
_COMMUNITIES = """
    INSERT INTO communities (id, name, folded_name, strapline, organisation, purpose, place_between,
        zone, excused_rule)
    SELECT value, 'Bridges ' || value, 'bridges ' || value, '', '', '', '', 'UTC', 'expected'
    FROM numbers WHERE value <= :communities"""
_MEMBERS = """
    INSERT INTO memberships (community_id, person_id, role, joined_on, reason_to_join,
        reason_to_leave)
    SELECT c.value, (c.value * 97 + m.value * 7) % :people + 1, 'member',
        date('2026-10-12', '-' || (m.value * 37 % (7 * :sessions)) || ' days'), '', ''
    FROM numbers c CROSS JOIN numbers m
    WHERE c.value <= :communities AND m.value <= :members"""
_SESSIONS = """
    INSERT INTO sessions (community_id, uid, title, kind, starts_at, minutes, zone, place, state,
        note, revision, marking_started_at)
    SELECT c.value, c.value || '-' || s.value, 'Talk ' || s.value, '',
        date('2026-10-12', '-' || (7 * (s.value - 1)) || ' days') || ' 10:00:00.000000', 90, 'UTC',
        '', 'held', '', 0, '2026-01-01 00:00:00.000000'
    FROM numbers c CROSS JOIN numbers s
    WHERE c.value <= :communities AND s.value <= :sessions"""
_EXPECTED = """
    INSERT INTO expected (session_id, person_id) SELECT s.id, m.person_id
    FROM sessions s CROSS JOIN memberships m ON m.community_id = s.community_id
    ORDER BY s.starts_at, s.id"""
_MARKS = """
    INSERT INTO attendance_marks (session_id, person_id, mark, source)
    SELECT session_id, person_id, CASE (session_id * 7 + person_id * 13) % 11 WHEN 0 THEN 'absent'
        WHEN 1 THEN 'absent' WHEN 2 THEN 'part' WHEN 3 THEN 'excused' ELSE 'present' END, ''
    FROM expected WHERE (session_id + person_id * 3) % 29 > 0"""
_GIFTS = """
    INSERT INTO contributions (community_id, session_id, giver_id, kind, text, given_on)
    SELECT s.community_id, s.id, m.person_id,
        CASE n.value % 6 {kinds} END, 'Gave number ' || n.value, date(s.starts_at)
    FROM numbers n
    JOIN sessions s ON s.id = n.value % (SELECT count(*) FROM sessions) + 1
    JOIN memberships m ON m.id = (s.community_id - 1) * :members + n.value * 31 % :members + 1
    WHERE n.value <= :gifts"""
_RECEIVED = (
    """INSERT INTO contribution_receivers (contribution_id, person_id)
    SELECT c.id, m.person_id FROM contributions c JOIN memberships m
    ON m.id = (c.community_id - 1) * :members + c.id * 17 % :members + 1
    WHERE c.id % 2 = 0 AND m.person_id <> c.giver_id""",
    """INSERT INTO contribution_tags (contribution_id, tag)
    SELECT id, 'in use' FROM contributions WHERE id % 5 = 0""",
    """INSERT INTO promises (community_id, person_id, text, made_on, due_on, state, outcome)
    SELECT community_id, giver_id, 'Will try it', given_on, date(given_on, '+14 days'),
        CASE id % 40 WHEN 0 THEN 'open' ELSE 'kept' END, ''
    FROM contributions WHERE id % 10 = 0""",
)


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is: members and sessions of each community, people and gifts of the file."""

    communities: int
    people: int
    members: int
    sessions: int
    gifts: int


WIDE = Size(communities=50, people=5_000, members=200, sessions=52, gifts=100_000)
"""2,600 sessions and half a million marks."""
DEEP = Size(communities=1, people=5_000, members=5_000, sessions=500, gifts=100_000)
"""One community in which everybody was expected every time."""


def big_workspace(path: Path, size: Size) -> Path:
    """Write a workspace of that size; every community is called "Bridges" with its number."""
    create_workspace(path, clock=FixedClock(NOW)).close()
    sizes = {
        "communities": size.communities,
        "people": size.people,
        "members": size.members,
        "sessions": size.sessions,
        "gifts": size.gifts,
    }
    numbers = (n for n in range(1, max(sizes.values()) + 1))
    gifts = _GIFTS.format(
        kinds=" ".join(f"WHEN {n} THEN '{kind.value}'" for n, kind in enumerate(ContributionKind))
    )
    with closing(sqlite3.connect(path)) as bare:
        bare.execute("CREATE TEMP TABLE numbers (value INTEGER PRIMARY KEY)")
        bare.executemany("INSERT INTO numbers VALUES (?)", ((number,) for number in numbers))
        for statement in (
            _PEOPLE, *_DEPARTMENTS, _COMMUNITIES, _MEMBERS, _SESSIONS, _EXPECTED, _MARKS, gifts,
            *_RECEIVED,
        ):  # fmt: skip
            bare.execute(statement, sizes)
        bare.commit()
    return path


def add_waves(path: Path, waves: int) -> None:
    """Take so many waves of two questionnaires in for the first community, copied to all others."""
    from datetime import timedelta
    from random import Random

    from workbench.storage.workspace import open_workspace
    from workbench.surveys.actions import take_wave
    from workbench.surveys.answers import AnswerSheet
    from workbench.surveys.instruments import load_instrument

    random = Random(1)
    with open_workspace(path, clock=FixedClock(NOW)) as opened:
        for number in range(waves):
            asked = load_instrument(("safety-pulse", "loneliness-pulse")[number % 2])
            sheets = [
                AnswerSheet(tuple(random.choice(asked.codes) for _ in asked.items))
                for _ in range(30)
            ]
            on = NOW.date() - timedelta(days=20 + 25 * (waves - number))
            opened.perform(take_wave, 1, asked.id, f"Wave {number}", on, sheets, invited=40)
    with closing(sqlite3.connect(path)) as bare:
        for community in bare.execute("SELECT id FROM communities WHERE id > 1").fetchall():
            _copy_waves(bare, community[0])
        bare.commit()


def _copy_waves(bare: sqlite3.Connection, community: int) -> None:
    for (wave,) in bare.execute("SELECT id FROM waves WHERE community_id = 1").fetchall():
        (asking,) = bare.execute("SELECT asking_id FROM waves WHERE id = ?", (wave,)).fetchone()
        copy = _copied(bare, "askings", asking, {"community_id": community})
        new = _copied(bare, "waves", wave, {"community_id": community, "asking_id": copy})
        bare.execute(
            "INSERT INTO frozen_figures (wave_id, figures, sha256) "
            "SELECT ?, figures, sha256 FROM frozen_figures WHERE wave_id = ?",
            (new, wave),
        )


def _copied(bare: sqlite3.Connection, table: str, row: int, other: dict[str, int]) -> int:
    """Copy one row with other values in some columns and return its number."""
    names = [each[1] for each in bare.execute(f"PRAGMA table_info({table})") if each[1] != "id"]
    values = [str(other.get(name, name)) for name in names]
    made = bare.execute(
        f"INSERT INTO {table} ({', '.join(names)}) "
        f"SELECT {', '.join(values)} FROM {table} WHERE id = ?",
        (row,),
    )
    return made.lastrowid or 0
