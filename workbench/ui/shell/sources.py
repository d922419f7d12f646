"""What the palette finds in an open workspace: people, sessions and methods."""

from collections.abc import Callable
from functools import partial

from workbench.foundation.dates import weekday_and_day
from workbench.foundation.words import SessionState
from workbench.rosters.queries import RosterRow, roster
from workbench.sessions.method_queries import method_library
from workbench.sessions.method_rules import minutes_words, people_words
from workbench.sessions.method_search import MethodEntry
from workbench.sessions.queries import SessionRow, session_rows
from workbench.ui.desk import Desk
from workbench.ui.shell.finding import Found, Source


def people_source(desk: Desk) -> Source:
    """Return a source of everybody in the community."""

    def source(take: Callable[[list[Found]], None]) -> None:
        desk.read(
            lambda workspace: [
                _person(desk, row)
                for row in workspace.read(roster, desk.community, desk.clock.today())
            ],
            take,
        )

    return source


def sessions_source(desk: Desk) -> Source:
    """Return a source of the sessions of the community, newest first."""

    def source(take: Callable[[list[Found]], None]) -> None:
        desk.read(
            lambda workspace: [
                _session(desk, row)
                for row in reversed(workspace.read(session_rows, desk.community))
            ],
            take,
        )

    return source


def methods_source(desk: Desk) -> Source:
    """Return a source of the methods of the library, own ones first."""

    def source(take: Callable[[list[Found]], None]) -> None:
        desk.read(
            lambda workspace: [
                _method(desk, entry) for entry in workspace.read(method_library).entries
            ],
            take,
        )

    return source


def _method(desk: Desk, entry: MethodEntry) -> Found:
    method = entry.method
    kind = method.kind.value.capitalize()
    line = f"{kind} · {minutes_words(method.minutes)} · {people_words(method.people)}"
    opens = partial(desk.go, "planner", method=method.folded)
    note = "your own" if entry.own is not None else ""
    return Found("Methods", method.name, opens, line=line, icon="book", note=note)


def _person(desk: Desk, row: RosterRow) -> Found:
    department = row.department
    line = ", ".join(
        part for part in (row.job_title, department.name if department else "") if part
    )
    opens = partial(desk.go, "person", person=row.person_id)
    place = department.position if department else None
    return Found("People", row.name, opens, line=line, place=place)


def _session(desk: Desk, row: SessionRow) -> Found:
    line = f"{weekday_and_day(row.on)}, {row.starts:%H:%M} · session {row.number}"
    if row.state is SessionState.HELD and row.here is not None:
        line += f", {row.here} of {row.expected} here"
    days = (row.on - desk.clock.today()).days
    note = {0: "today", 1: "tomorrow"}.get(days, f"in {days} days" if 1 < days < 15 else "")
    opens = partial(desk.go, "sessions", session=row.id)
    return Found("Sessions", row.title, opens, line=line, icon="calendar", note=note)
