"""What the menu of a block offers; every key and drag of the agenda has its entry here."""

from functools import partial

from workbench.sessions.agenda import AgendaBlock
from workbench.ui.kit.menus import Item
from workbench.ui.sessions.block_commands import BlockCommands


def block_items(commands: BlockCommands) -> list[Item]:
    """Return what can be done to the selected block."""
    block = commands.block
    if block is None:
        return []
    return [
        Item("Edit block", commands.edit, "pencil", "Enter"),
        Item("Move up", partial(commands.move, -1), "arrow-up", "Alt Up"),
        Item("Move down", partial(commands.move, 1), "arrow-down", "Alt Down"),
        _lock_item(commands, block),
        Item("Duplicate", commands.duplicate, "copy", "Ctrl D"),
        Item("Delete", commands.delete, "trash", "Delete", grave=True),
    ]


def _lock_item(commands: BlockCommands, block: AgendaBlock) -> Item:
    if block.locked_start is not None:
        return Item("Unlock the start", commands.lock, "unlock")
    return Item("Lock the start", commands.lock, "lock")
