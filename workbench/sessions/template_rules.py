"""Between an agenda and its template: own columns by name, locked starts as minutes after."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from itertools import count

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, fold, kept
from workbench.sessions.agenda import AgendaBlock, TrackPlan, minutes_after, on_the_wall
from workbench.sessions.pre_work_rules import PreWorkItem
from workbench.sessions.template_shape import (
    TEXTS,
    TemplateAgenda,
    TemplateBlock,
    TemplatePreWork,
    TemplateTrack,
)

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlan:
    """All of a session that a template keeps; `columns` are names by number."""

    starts: time
    minutes: int
    kind: str
    blocks: Sequence[AgendaBlock]
    pre_work: Sequence[PreWorkItem]
    columns: Mapping[int, str]


def template_of(plan: SessionPlan, name: str, why: str = "") -> TemplateAgenda:
    """Return a session's plan as a template; raises BadInput without a name or without blocks."""
    if not plan.blocks:
        raise BadInput("This session has no blocks to keep as a template.", "Add a block first.")
    return TemplateAgenda(
        name=checked_name(name),
        minutes=plan.minutes,
        why=clean(why),
        kind=plan.kind,
        pre_work=tuple(
            TemplatePreWork(
                text=item.text, who=item.who, minutes=item.minutes,
                days_before=item.days_before, material=item.material,
            )
            for item in plan.pre_work
        ),
        blocks=tuple(_kept_block(block, plan) for block in plan.blocks),
    )  # fmt: skip


def blocks_of(
    template: TemplateAgenda, starts: time, columns: Mapping[str, int]
) -> tuple[AgendaBlock, ...]:
    """Return the blocks as new ones of a session that starts then, with negative keys.

    `columns` are the numbers of own columns by folded name; what a block says in others is left
    out.
    """
    keys = count(-1, -1)
    return tuple(_new_block(block, starts, columns, keys) for block in template.blocks)


def pre_work_of(template: TemplateAgenda) -> list[PreWorkItem]:
    """Return the pre-work of a template as new items."""
    return [
        PreWorkItem(
            0, _line(item.text), _line(item.who), item.minutes, item.days_before, item.material
        )
        for item in template.pre_work
    ]


def column_names(template: TemplateAgenda) -> list[str]:
    """Return the names of own columns that a template fills, in the order they first appear."""
    found: dict[str, str] = {}
    for block in _everything(template.blocks):
        for name, text in block.columns.items():
            if text:
                found.setdefault(fold(_line(name)), _line(name))
    return list(found.values())


def checked_name(name: str) -> str:
    """Return the name of a template cleaned; raises BadInput where empty or too long."""
    cleaned = _line(name)
    if not cleaned:
        raise BadInput("A template needs a name.", "Type what it is for.", field="name")
    if len(cleaned) > LONGEST_NAME:
        raise BadInput(
            f"The name of a template may have {LONGEST_NAME} letters, this has {len(cleaned)}.",
            "Shorten it.",
            field="name",
        )
    return cleaned


def free_name(name: str, taken: Sequence[str]) -> str:
    """Return the name, or with the first number behind it that no other template has."""
    folded = {fold(other) for other in taken}
    if fold(name) not in folded:
        return name
    base = name[: LONGEST_NAME - 5].rstrip()
    return next(found for number in count(2) if fold(found := f"{base} {number}") not in folded)


def _kept_block(block: AgendaBlock, plan: SessionPlan) -> TemplateBlock:
    lock = block.locked_start
    return TemplateBlock(
        title=block.title,
        kind=block.kind,
        minutes=block.minutes,
        starts_after=None if lock is None else max(0, minutes_after(plan.starts, lock)),
        **{name: getattr(block, name) for name in TEXTS},
        columns={
            plan.columns[column]: text
            for column, text in block.values
            if text and column in plan.columns
        },
        tracks=tuple(
            TemplateTrack(
                name=track.name,
                place=track.place,
                lead=track.lead,
                blocks=tuple(_kept_block(inner, plan) for inner in track.blocks),
            )
            for track in block.tracks
        ),
    )


def _new_block(
    block: TemplateBlock, starts: time, columns: Mapping[str, int], keys: Iterator[int]
) -> AgendaBlock:
    after = block.starts_after
    return AgendaBlock(
        key=next(keys),
        title=_line(block.title),
        minutes=block.minutes,
        kind=block.kind,
        locked_start=None if after is None else on_the_wall(starts, after),
        **{name: kept(getattr(block, name)) for name in TEXTS},
        values=tuple(
            (columns[fold(_line(name))], kept(text))
            for name, text in block.columns.items()
            if kept(text) and fold(_line(name)) in columns
        ),
        tracks=tuple(
            TrackPlan(
                number,
                _line(track.name),
                _line(track.place),
                _line(track.lead),
                tuple(_new_block(inner, starts, columns, keys) for inner in track.blocks),
            )
            for number, track in enumerate(block.tracks, 1)
        ),
    )


def _line(text: str) -> str:
    """Return a text on one line, without what no file of ours may hold, such as zero bytes."""
    return clean(kept(text))


def _everything(blocks: Sequence[TemplateBlock]) -> Iterator[TemplateBlock]:
    for block in blocks:
        yield block
        for track in block.tracks:
            yield from track.blocks
