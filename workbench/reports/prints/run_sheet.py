"""The facilitator's run sheet: everything the plan knows, and room to write the real times."""

from dataclasses import asdict, dataclass
from typing import Any, Final

from workbench.foundation.text import counted
from workbench.reports.brief_contents import Paper
from workbench.reports.paper import Letterhead, paper_data, printable
from workbench.reports.prints.plan import SessionPlan, from_to, head_of, lines_of, title_of
from workbench.sessions.agenda import Agenda, PlacedBlock, PlacedTrack
from workbench.sessions.overrun import overruns
from workbench.sessions.pre_work_rules import PreWorkItem, due_words

_SIDE_BY_SIDE: Final = 3
_SHORT_TRACK: Final = 900
_WHOLE_ROW: Final = 1400
_LETTERS_TO_A_LINE: Final = 40


@dataclass(frozen=True, slots=True)
class RunLine:
    """One block: times on the wall, what is done and said, and what is needed.

    `trouble` says a gap or an overlap before it; `own` are own columns with what they say;
    `whole` keeps the line on one page.
    """

    start: str
    end: str
    minutes: int
    title: str
    kind: str
    fixed: bool = False
    method: str = ""
    lead: str = ""
    grouping: str = ""
    to_say: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    remote: tuple[str, ...] = ()
    own: tuple[tuple[str, str], ...] = ()
    trouble: str = ""
    tracks: "tuple[RunTrack, ...]" = ()
    side_by_side: bool = False
    whole: bool = True


@dataclass(frozen=True, slots=True)
class RunTrack:
    """A parallel track of a block; `remark` says where it is longer or shorter than its block."""

    name: str
    place: str
    lead: str
    remark: str
    lines: tuple[RunLine, ...]


@dataclass(frozen=True, slots=True)
class RunSheet:
    """The whole run sheet; `remarks` are what does not fit in the plan, `note` is the session's."""

    head: Letterhead
    lines: tuple[RunLine, ...]
    ends: str
    remarks: tuple[str, ...]
    pre_work: tuple[tuple[str, str], ...]
    materials: tuple[tuple[str, str], ...]
    note: tuple[str, ...] = ()


def run_sheet(plan: SessionPlan) -> RunSheet:
    """Return the run sheet of a session."""
    detail, agenda = plan.detail, plan.agenda
    parts = (detail.place, f"Goal: {plan.goal}" if plan.goal else "")
    return RunSheet(
        head=head_of(plan, "Run sheet", line=" · ".join(part for part in parts if part)),
        lines=tuple(_line(plan, placed) for placed in agenda.blocks),
        ends=f"{agenda.wall(agenda.end):%H:%M}" if agenda.blocks else "",
        remarks=_remarks(agenda),
        pre_work=tuple((item.text, _pre_work_words(plan, item)) for item in plan.pre_work),
        materials=tuple(
            (thing.name, "; ".join(need.words for need in thing.needs)) for thing in plan.materials
        ),
        note=tuple(lines_of(detail.note)),
    )


def run_sheet_data(contents: RunSheet, paper: Paper) -> dict[str, Any]:
    """Return what resources/reports/run.typ asks for."""
    found: dict[str, Any] = printable(
        paper_data(contents.head, paper)
        | {
            "lines": [asdict(line) for line in contents.lines],
            "ends": contents.ends,
            "remarks": contents.remarks,
            "pre_work": contents.pre_work,
            "materials": contents.materials,
            "note": contents.note,
        }
    )
    return found


def gap_words(placed: PlacedBlock) -> str:
    """Return what is wrong before a block, or nothing."""
    if placed.gap:
        return f"{placed.gap} min without a block before this"
    if placed.overlap:
        return f"Starts {placed.overlap} min before the block above ends"
    return ""


def _line(plan: SessionPlan, placed: PlacedBlock) -> RunLine:
    block = placed.block
    start, end = from_to(plan.agenda, placed)
    said = dict(block.values)
    tracks = tuple(_track(plan, track) for track in placed.tracks)
    written = sum(map(_room, (block.to_say, block.materials, block.remote, *said.values())))
    return RunLine(
        start=start,
        end=end,
        minutes=block.minutes,
        title=title_of(placed),
        kind=block.kind.value.capitalize(),
        fixed=block.locked_start is not None,
        method=block.method,
        lead=block.lead,
        grouping=block.grouping,
        to_say=tuple(lines_of(block.to_say)),
        materials=tuple(lines_of(block.materials)),
        remote=tuple(lines_of(block.remote)),
        own=tuple((one.name, said[one.id]) for one in plan.columns if said.get(one.id)),
        trouble=gap_words(placed),
        tracks=tracks,
        side_by_side=_fits_beside(tracks),
        whole=written <= _WHOLE_ROW,
    )


def _track(plan: SessionPlan, placed: PlacedTrack) -> RunTrack:
    remark = ""
    if placed.over:
        remark = f"{placed.over} min longer than the block"
    elif placed.blocks and placed.open:
        remark = f"{placed.open} min left at its end"
    track = placed.track
    lines = tuple(_line(plan, inside) for inside in placed.blocks)
    return RunTrack(track.said, track.place, track.lead, remark, lines)


def _fits_beside(tracks: tuple[RunTrack, ...]) -> bool:
    """Whether the tracks are few and short enough to stand beside each other."""
    return 1 < len(tracks) <= _SIDE_BY_SIDE and all(
        sum(map(_length, track.lines)) <= _SHORT_TRACK for track in tracks
    )


def _length(line: RunLine) -> int:
    texts = (*line.to_say, *line.materials, *line.remote, *(text for _, text in line.own))
    return 100 + len(line.title) + sum(map(_room, texts))


def _room(text: str) -> int:
    """Return how many letters of room a text takes: a line of its own counts as a whole one."""
    return len(text) + _LETTERS_TO_A_LINE * text.count("\n")


def _remarks(agenda: Agenda) -> tuple[str, ...]:
    remarks = [f"{over.headline} {over.sentence}" for over in overruns(agenda)]
    if agenda.blocks and agenda.open:
        free = counted(agenda.open, "minute", "minutes")
        remarks.append(f"{free} of the slot left after the last block.")
    return tuple(remarks)


def _pre_work_words(plan: SessionPlan, item: PreWorkItem) -> str:
    parts = (item.who, item.length, due_words(plan.detail.starts, item), item.material)
    return " · ".join(part for part in parts if part)
