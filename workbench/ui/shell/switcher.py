"""What the switcher at the top of the sidebar offers: communities, and other files."""

from functools import partial
from typing import TYPE_CHECKING

from workbench.ui.kit.menus import Item

if TYPE_CHECKING:
    from workbench.ui.shell.program import Program


def switcher_items(program: "Program") -> list[Item]:
    """Return the communities of the file, making a new one, and leaving the file."""
    facts = program.facts
    if facts is None:
        return []
    shown = facts.community.id if facts.community else 0
    items = [
        Item(row.name, partial(program.show_community, row.id), checked=row.id == shown)
        for row in facts.communities
    ]
    items.append(Item("New community", program.start_community, icon="plus"))
    items.append(Item("Open another workspace", program.open_another, icon="folder", keys="Ctrl O"))
    items.append(Item("Close this workspace", program.leave_file, icon="close"))
    return items
