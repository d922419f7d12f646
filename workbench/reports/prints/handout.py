"""The agenda for participants: times, titles, who leads, where, and what to do before.

Nothing else of the plan is taken in here, so that nothing private can reach the page.
"""

from dataclasses import asdict, dataclass
from typing import Any, Final

from workbench.foundation.text import fold
from workbench.foundation.words import BlockKind
from workbench.reports.brief_contents import Paper
from workbench.reports.paper import Letterhead, paper_data, printable
from workbench.reports.prints.plan import SessionPlan, from_to, head_of, title_of
from workbench.sessions.agenda import Agenda, PlacedBlock
from workbench.sessions.pre_work_rules import due_words

_HOSTS: Final = {"facilitator", "facilitators", "host", "hosts", "co-host", "co-hosts", "me"}


@dataclass(frozen=True, slots=True)
class HandoutLine:
    """One block as participants see it; `tracks` are choices at the same time."""

    start: str
    title: str
    lead: str = ""
    is_break: bool = False
    tracks: "tuple[HandoutTrack, ...]" = ()


@dataclass(frozen=True, slots=True)
class HandoutTrack:
    """A parallel track: where it is, who leads it, what happens in it."""

    name: str
    place: str
    lead: str
    lines: tuple[HandoutLine, ...]


@dataclass(frozen=True, slots=True)
class Handout:
    """The whole agenda; `before` is what to do or bring, with for whom, how long and by when."""

    head: Letterhead
    lines: tuple[HandoutLine, ...]
    ends: str
    before: tuple[tuple[str, str], ...]


def handout(plan: SessionPlan) -> Handout:
    """Return what participants of a session are given."""
    agenda = plan.agenda
    return Handout(
        head=head_of(plan, "Agenda", line=plan.detail.place),
        lines=tuple(_line(agenda, placed) for placed in agenda.blocks),
        ends=f"{agenda.wall(agenda.end):%H:%M}" if agenda.blocks else "",
        before=tuple(_before(plan)),
    )


def handout_data(contents: Handout, paper: Paper) -> dict[str, Any]:
    """Return what resources/reports/agenda.typ asks for."""
    found: dict[str, Any] = printable(
        paper_data(contents.head, paper)
        | {
            "lines": [asdict(line) for line in contents.lines],
            "ends": contents.ends,
            "before": contents.before,
        }
    )
    return found


def _line(agenda: Agenda, placed: PlacedBlock) -> HandoutLine:
    return HandoutLine(
        start=from_to(agenda, placed)[0],
        title=title_of(placed),
        lead=placed.block.lead,
        is_break=placed.block.kind is BlockKind.BREAK,
        tracks=tuple(
            HandoutTrack(
                one.track.said,
                one.track.place,
                one.track.lead,
                tuple(_line(agenda, inside) for inside in one.blocks),
            )
            for one in placed.tracks
        ),
    )


def _before(plan: SessionPlan) -> list[tuple[str, str]]:
    """Return the pre-work of participants; what hosts do before is left out."""
    hosts = {*_HOSTS, fold(plan.facilitator), *fold(plan.facilitator).split(" ")[:1]} - {""}
    found = []
    for item in plan.pre_work:
        if fold(item.who) in hosts:
            continue
        bring = f"bring {item.material}" if item.material else ""
        parts = (item.who, item.length, due_words(plan.detail.starts, item), bring)
        found.append((item.text, " · ".join(part for part in parts if part)))
    return found
