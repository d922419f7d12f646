"""Agendas to start from, read from the files that come with the program."""

from functools import cache

import msgspec

from workbench.foundation.assets import asset
from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import AgendaBlock


class StarterBlock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One block of a file in resources/agendas."""

    title: str
    kind: BlockKind
    minutes: int
    method: str = ""
    lead: str = ""
    grouping: str = ""
    to_say: str = ""
    materials: str = ""
    remote: str = ""


class StarterAgenda(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of resources/agendas: a name, the slot in minutes, what it is good for, blocks."""

    name: str
    minutes: int
    why: str
    blocks: tuple[StarterBlock, ...]

    def agenda_blocks(self) -> list[AgendaBlock]:
        """Return the blocks as new ones of a session."""
        return [
            AgendaBlock(key=-place, **msgspec.structs.asdict(block))
            for place, block in enumerate(self.blocks, 1)
        ]


@cache
def starter_agendas() -> dict[str, StarterAgenda]:
    """Return the agendas to start from by the names of their files, the shortest first."""
    files = sorted(asset("agendas").glob("*.toml"))
    read = {f.stem: msgspec.toml.decode(f.read_bytes(), type=StarterAgenda) for f in files}
    return dict(sorted(read.items(), key=lambda pair: pair[1].minutes))
