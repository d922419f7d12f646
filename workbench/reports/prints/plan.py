"""The plan of one session, as every print of it begins: facts, head of the page, times."""

from dataclasses import dataclass
from datetime import date, timedelta

from workbench.foundation.dates import full_date, weekday_and_day
from workbench.foundation.text import clean, kept
from workbench.foundation.words import SessionState
from workbench.reports.paper import Letterhead
from workbench.sessions.agenda import Agenda, PlacedBlock
from workbench.sessions.column_rules import OwnColumn
from workbench.sessions.materials import Material
from workbench.sessions.pre_work_rules import PreWorkItem
from workbench.sessions.queries import SessionDetail


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """A session with its agenda, pre-work, own columns and the collected materials.

    `goal` is what the session serves, `facilitator` who runs it; both may be empty.
    """

    detail: SessionDetail
    community: str
    about: str
    made_on: date
    goal: str = ""
    facilitator: str = ""
    co_hosts: tuple[str, ...] = ()
    columns: tuple[OwnColumn, ...] = ()
    pre_work: tuple[PreWorkItem, ...] = ()
    materials: tuple[Material, ...] = ()

    @property
    def agenda(self) -> Agenda:
        """The blocks with their times."""
        return self.detail.agenda


def when_words(plan: SessionPlan) -> str:
    """Return "Thu 15 October 2026, 14:00 to 15:30", with a word where it was cancelled."""
    starts = plan.detail.starts
    ends = starts + timedelta(minutes=plan.detail.minutes)
    day = f"{weekday_and_day(starts.date()).split(' ')[0]} {full_date(starts.date())}"
    off = " (cancelled)" if plan.detail.state is SessionState.CANCELLED else ""
    return f"{day}, {starts:%H:%M} to {ends:%H:%M}{off}"


def head_of(plan: SessionPlan, sheet: str, *, line: str = "", private: str = "") -> Letterhead:
    """Return the head of a print of this session."""
    return Letterhead(
        community=plan.community,
        about=plan.about,
        sheet=sheet,
        heading=clean(plan.detail.title) or f"Session {plan.detail.number}",
        made_on=plan.made_on,
        when=when_words(plan),
        line=line,
        private=private,
    )


def from_to(agenda: Agenda, placed: PlacedBlock) -> tuple[str, str]:
    """Return start and end of a block as wall times: "14:00" and "14:08"."""
    return f"{agenda.wall(placed.start):%H:%M}", f"{agenda.wall(placed.end):%H:%M}"


def title_of(placed: PlacedBlock) -> str:
    """Return the title of a block, or its method, or its kind where nothing else was written."""
    block = placed.block
    return clean(block.title) or clean(block.method) or block.kind.value.capitalize()


def lines_of(text: str) -> list[str]:
    """Return what somebody wrote, line by line, empty ones left out."""
    return [line.strip() for line in kept(text).splitlines() if line.strip()]
