"""The shape of a template: an agenda as a file in resources/agendas keeps it."""

from collections.abc import Mapping
from typing import Final

import msgspec

from workbench.foundation.words import BlockKind

TEXTS: Final = ("method", "lead", "grouping", "to_say", "materials", "remote")


class TemplateBlock(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One block; `starts_after` locks its start that many minutes after that of the session.

    `columns` holds what it says in own columns, by their names.
    """

    title: str
    kind: BlockKind = BlockKind.EXCHANGE
    minutes: int
    starts_after: int | None = None
    method: str = ""
    lead: str = ""
    grouping: str = ""
    to_say: str = ""
    materials: str = ""
    remote: str = ""
    columns: Mapping[str, str] = {}
    tracks: "tuple[TemplateTrack, ...]" = ()


class TemplateTrack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One of the parallel tracks of a block; its blocks hold no tracks themselves."""

    name: str = ""
    place: str = ""
    lead: str = ""
    blocks: tuple[TemplateBlock, ...] = ()


class TemplatePreWork(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something to do before the session; `minutes` is None where nobody said."""

    text: str
    who: str = ""
    minutes: int | None = None
    days_before: int = 1
    material: str = ""


class TemplateAgenda(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A whole template: its name, the slot in minutes, what it is good for, the kind of session."""

    name: str
    minutes: int
    why: str = ""
    kind: str = ""
    pre_work: tuple[TemplatePreWork, ...] = ()
    blocks: tuple[TemplateBlock, ...] = ()
