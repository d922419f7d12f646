"""What the menu of a block offers; every key and drag of the agenda has its entry here."""

from functools import partial

from workbench.sessions.agenda import AgendaBlock, TrackPlan
from workbench.sessions.agenda_moves import spot_beside
from workbench.ui.kit.menus import Item
from workbench.ui.sessions.block_commands import BlockCommands
from workbench.ui.sessions.track_commands import TrackCommands


def block_items(commands: BlockCommands, tracks: TrackCommands) -> list[Item]:
    """Return what can be done to the selected block."""
    block = commands.block
    if block is None:
        return []
    return [
        Item("Edit block", commands.edit, "pencil", "Enter"),
        Item("Move up", partial(commands.move, -1), "arrow-up", "Alt Up"),
        Item("Move down", partial(commands.move, 1), "arrow-down", "Alt Down"),
        *_sideways(commands, block),
        _lock_item(commands, block),
        Item("Duplicate", commands.duplicate, "copy", "Ctrl D"),
        *_joins(commands, block),
        Item("Write down as a method", commands.write_method, "book"),
        *_rooms(commands, block),
        *_tracks(commands, tracks),
        Item("Delete", commands.delete, "trash", "Delete", grave=True),
    ]


def track_items(tracks: TrackCommands, block: AgendaBlock, track: TrackPlan) -> list[Item]:
    """Return what can be done to one track of a block."""
    return [
        Item("Name, place and lead", partial(tracks.edit, block, track), "pencil"),
        Item(f"Remove {track.said}", partial(tracks.remove, block, track), "trash", grave=True),
    ]


def _rooms(commands: BlockCommands, block: AgendaBlock) -> list[Item]:
    if commands.plan is None:
        return []
    go = partial(commands.desk.go, "rooms", session=commands.plan.detail.id, block=block.key)
    return [Item("Draw rooms", go, "people")]


def _sideways(commands: BlockCommands, block: AgendaBlock) -> list[Item]:
    inside = commands.container is not None and not block.tracks
    words = (
        ("Move to the track before, or out of the tracks", -1, "arrow-left", "Alt Left"),
        (
            "Move to the next track" if inside else "Move into a track",
            1,
            "arrow-right",
            "Alt Right",
        ),
    )
    return [
        Item(label, partial(commands.move_beside, by), icon, keys)
        for label, by, icon, keys in words
        if spot_beside(commands.agenda, block.key, by) is not None
    ]


def _lock_item(commands: BlockCommands, block: AgendaBlock) -> Item:
    if block.locked_start is not None:
        return Item("Unlock the start", commands.lock, "unlock", "L")
    return Item("Lock the start", commands.lock, "lock", "L")


def _joins(commands: BlockCommands, block: AgendaBlock) -> list[Item]:
    if block.tracks:
        return []
    can_split = block.minutes > 1
    return [
        Item("Split in halves", commands.split, "split", "S", enabled=can_split),
        Item("Split after some minutes", commands.ask_split, "split", "Shift S", enabled=can_split),
        Item("Merge with the next block", commands.merge, "merge", "J"),
    ]


def _tracks(commands: BlockCommands, tracks: TrackCommands) -> list[Item]:
    container = commands.container
    if container is None:
        return [Item("Run in parallel tracks", tracks.begin_or_add, "tracks", "T")]
    items = [Item("Add a track", tracks.begin_or_add, "tracks", "T")]
    if tracks.track is not None:
        items += track_items(tracks, container, tracks.track)
    ending = Item(
        "End the tracks", tracks.end, "close", effect="takes out what runs in them", grave=True
    )
    return [*items, ending]
