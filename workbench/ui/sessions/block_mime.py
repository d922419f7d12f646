"""A block on its way from the method library into an agenda, as dragged data."""

from typing import Final

import msgspec
from PySide6.QtCore import QMimeData

from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import AgendaBlock

BLOCK_MIME: Final = "application/x-fwb-block"


class _Carried(msgspec.Struct, frozen=True):
    title: str
    minutes: int
    kind: BlockKind
    method: str
    grouping: str
    to_say: str
    materials: str
    remote: str


def block_mime(block: AgendaBlock) -> QMimeData:
    """Return the block as data to drag; other programs get its title."""
    carried = _Carried(
        block.title, block.minutes, block.kind, block.method, block.grouping, block.to_say,
        block.materials, block.remote,
    )  # fmt: skip
    data = QMimeData()
    data.setData(BLOCK_MIME, msgspec.json.encode(carried))
    data.setText(block.title)
    return data


def block_of_mime(data: QMimeData) -> AgendaBlock | None:
    """Return the new block (key 0) that was dragged, None for anything else."""
    if not data.hasFormat(BLOCK_MIME):
        return None
    try:
        carried = msgspec.json.decode(bytes(data.data(BLOCK_MIME).data()), type=_Carried)
    except msgspec.MsgspecError:
        return None
    return AgendaBlock(key=0, **msgspec.structs.asdict(carried))
