"""The sessions of the sample: slots, agendas, how long blocks took, who was expected and came."""

from datetime import date, datetime, time, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

from workbench.foundation.words import Mark, OnDayOff, SessionState
from workbench.imports.sample_documents import Agenda, BlockEntry, DebriefEntry
from workbench.imports.sample_tables import SessionRow
from workbench.models.sessions import (
    AttendanceMark,
    Block,
    BlockRun,
    Closure,
    Debrief,
    Expected,
    Season,
    Series,
    Session,
    SessionRun,
)
from workbench.storage.unit_of_work import Work

_STARTS = time(14)
_MINUTES = 90
_LAST_DAY = date(2026, 11, 30)
_SHUT = (date(2026, 12, 24), date(2027, 1, 3))
_PLACE = "Birch room and Teams"
_MARKS = {"P": Mark.PRESENT, "L": Mark.PART, "E": Mark.EXCUSED, "A": Mark.ABSENT}


def add_sessions(
    work: Work, community_id: int, zone: str, rule: str, rows: list[SessionRow],
    goals: dict[str, int], agendas: dict[int, Agenda],
) -> dict[int, int]:  # fmt: skip
    """Write the season with its sessions and their agendas; return their ids by number."""
    season = _add_season(work, community_id, rows)
    series = _add_rhythms(work, season, rule)
    made = {}
    for row in rows:
        agenda = agendas.get(row.number)
        session = Session(
            community_id=community_id,
            series_id=series.id,
            season_id=season.id,
            goal_id=goals[row.goal] if row.goal else None,
            uid=f"bridges-session-{row.number}",
            title=row.title,
            kind=row.kind,
            starts_at=datetime.combine(row.date, _STARTS),
            minutes=_MINUTES,
            zone=zone,
            place=_PLACE,
            state=SessionState.HELD if row.held else SessionState.PLANNED,
            marking_started_at=_instant(row.date, zone) if row.held else None,
            note=agenda.note if agenda else "",
        )
        work.session.add(session)
        work.session.flush()
        made[row.number] = session.id
        if agenda:
            _add_agenda(work, session.id, agenda.blocks, _instant(row.date, zone))
    return made


def _add_season(work: Work, community_id: int, rows: list[SessionRow]) -> Season:
    """Write the season of all sessions, and the days at the turn of the year when all is shut."""
    season = Season(
        community_id=community_id,
        name=f"Winter to autumn {rows[0].date.year}",
        first_on=rows[0].date,
        last_on=_LAST_DAY,
        country="GB",
        region="ENG",
        on_day_off=OnDayOff.NEXT_WORKING_DAY,
    )
    first_on, last_on = _SHUT
    shut = Closure(community_id=community_id, first_on=first_on, last_on=last_on)
    work.session.add_all([season, shut])
    work.session.flush()
    return season


def _add_rhythms(work: Work, season: Season, rule: str) -> Series:
    """Write both rhythms; the workshop begins with the season after this one."""
    series = Series(
        community_id=season.community_id,
        season_id=season.id,
        name="Deep dive",
        rule=rule,
        starts=_STARTS,
        minutes=_MINUTES,
        template="starter:deep-dive",
        place=_PLACE,
    )
    workshop = Series(
        community_id=season.community_id,
        season_id=season.id,
        name="Workshop",
        rule="FREQ=MONTHLY;BYDAY=-1MO",
        starts=time(9, 30),
        minutes=180,
        template="starter:workshop",
        place=_PLACE,
    )
    work.session.add_all([series, workshop])
    work.session.flush()
    return series


def add_attendance(
    work: Work, table: list[dict[str, str]], sessions: dict[int, int], people: dict[str, int]
) -> None:
    """Write the marks; who has one at a session that was held was expected there."""
    held = {number for number, cells in _columns(table).items() if "P" in cells}
    for row in table:
        person_id = people[row["name"]]
        for number, letter in _cells(row):
            session_id = sessions[number]
            work.session.add(
                AttendanceMark(session_id=session_id, person_id=person_id, mark=_MARKS[letter])
            )
            if number in held:
                work.session.add(Expected(session_id=session_id, person_id=person_id))
    work.session.flush()


def add_debriefs(work: Work, entries: list[DebriefEntry], sessions: dict[int, int]) -> None:
    """Write what was written down on the evening after each session."""
    for entry in entries:
        session = work.session.get_one(Session, sessions[entry.number])
        evening = session.starts_at + timedelta(hours=4)
        work.session.add(
            Debrief(
                session_id=session.id,
                worked=entry.worked,
                differently=entry.differently,
                carry_over=entry.carry_over,
                written_at=evening.replace(tzinfo=ZoneInfo(session.zone)),
            )
        )
    work.session.flush()


def _cells(row: dict[str, str]) -> list[tuple[int, str]]:
    return [(int(key), letter) for key, letter in row.items() if key != "name" and letter]


def _columns(table: list[dict[str, str]]) -> dict[int, set[str]]:
    columns: dict[int, set[str]] = {}
    for row in table:
        for number, letter in _cells(row):
            columns.setdefault(number, set()).add(letter)
    return columns


def _add_agenda(work: Work, session_id: int, entries: list[BlockEntry], began: datetime) -> None:
    blocks = [
        Block(
            session_id=session_id,
            position=position,
            title=entry.title,
            kind=entry.kind,
            minutes=entry.minutes,
            method=entry.method,
            lead=entry.lead,
            grouping=entry.grouping,
            to_say=entry.to_say,
            materials=entry.materials,
            remote=entry.remote,
        )
        for position, entry in enumerate(entries)
    ]
    work.session.add_all(blocks)
    work.session.flush()
    if all(entry.took for entry in entries):
        _add_run(work, session_id, [block.id for block in blocks], entries, began)


def _add_run(
    work: Work, session_id: int, ids: list[int], entries: list[BlockEntry], began: datetime
) -> None:
    minutes = accumulate((entry.took for entry in entries), initial=0)
    marks = [began + timedelta(minutes=count) for count in minutes]
    work.session.add(SessionRun(session_id=session_id, started_at=began, ended_at=marks[-1]))
    work.session.add_all(
        BlockRun(
            session_id=session_id,
            block_id=block_id,
            position=position,
            title=entry.title,
            method=entry.method,
            planned_minutes=entry.minutes,
            started_at=marks[position],
            ended_at=marks[position + 1],
        )
        for position, (block_id, entry) in enumerate(zip(ids, entries, strict=True))
    )


def _instant(day: date, zone: str) -> datetime:
    return datetime.combine(day, _STARTS, ZoneInfo(zone))
