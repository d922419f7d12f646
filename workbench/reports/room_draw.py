"""The rooms of a session without a window: those in use or a fresh draw, put to use, written."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.communities.queries import community
from workbench.foundation.atomic_file import write_bytes
from workbench.foundation.endings import wrong_ending
from workbench.foundation.errors import NotFound
from workbench.foundation.text import counted
from workbench.reports.brief_contents import Paper
from workbench.reports.room_files import zoom_file
from workbench.reports.room_list import ListedPerson, ListedRoom, RoomList, room_list_pdf
from workbench.sessions.queries import session_detail
from workbench.sessions.rooms import Asked, Drawn, Honour, Met, RoomPlan, compose, notes_hold
from workbench.sessions.rooms_actions import RoomDraft, use_rooms
from workbench.sessions.rooms_figures import Figures, figures
from workbench.sessions.rooms_queries import RoomsFacts, rooms_facts
from workbench.sessions.rooms_season import met_before, names_of
from workbench.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RoomsWanted:
    """Which rooms: with neither `size` nor `seed` those in use are taken where there are any.

    `block` None is the block the page would begin with, 0 the whole session.
    """

    block: int | None = None
    size: int | None = None
    seed: int | None = None
    everybody: bool = False


@dataclass(frozen=True, slots=True)
class RoomsMade:
    """Rooms with their figures and the contents of their list."""

    facts: RoomsFacts
    block: int | None
    size: int
    rooms: tuple[RoomPlan, ...]
    honour: Honour
    used: bool
    figures: Figures
    contents: RoomList

    def as_json(self) -> dict[str, Any]:
        """Return what the command line prints; private notes only as whether they hold."""
        found = self.figures
        return {
            "session": self.facts.session,
            "block": self.block,
            "size": self.size,
            "used": self.used,
            "notes": self.honour.value,
            "figures": {
                "pairs": found.pairs,
                "new": found.new.count,
                "new_by_chance": found.new.by_chance,
                "across": found.across.count,
                "across_by_chance": found.across.by_chance,
                "met": found.met.count,
                "met_by_chance": found.met.by_chance,
            },
            "rooms": [
                {
                    "name": listed.name,
                    "place": listed.place,
                    "on_screen": room.on_screen,
                    "people": [person.name for person in listed.people],
                }
                for listed, room in zip(self.contents.rooms, self.rooms, strict=True)
            ],
        }

    def lines(self) -> list[str]:
        """Return the rooms as lines to read."""
        found = self.figures
        first = (
            f"{found.new.count} of {found.pairs} pairs are new, by chance about "
            f"{round(found.new.by_chance)}; {found.across.count} of these across departments, by "
            f"chance about {round(found.across.by_chance)}. Keep-apart notes: {self.honour.value}."
        )
        said = [first]
        for room in self.contents.rooms:
            place = f", {room.place}" if room.place else ""
            said.append(f"{room.name}{place}: {', '.join(p.name for p in room.people)}")
        return said


def make_rooms(workspace: Workspace, session_id: int, wanted: RoomsWanted) -> RoomsMade:
    """Return the rooms of a session; raises NotFound, and BadInput where nobody can be drawn."""
    facts = workspace.read(rooms_facts, session_id)
    block = _block(facts, wanted.block)
    used = facts.used(block)
    met = met_before(facts.draws, (session_id, block))
    if used is not None and wanted.size is None and wanted.seed is None:
        rooms = tuple(RoomPlan(room.people, room.on_screen) for room in used.rooms)
        named = [(room.name, room.place) for room in used.rooms]
        honour = Honour.HELD if notes_hold(rooms, facts.apart) else Honour.NOT_FOUND
        size = used.size
    else:
        usual = next((one.size for one in facts.blocks if one.id == block), 4)
        size = wanted.size if wanted.size is not None else usual
        drawn = _drawn(facts, wanted, met, size)
        rooms, honour, used = drawn.rooms, drawn.honour, None
        named = names_of(facts.draws, rooms, {})
    seated = [person for room in rooms for person in room.people]
    return RoomsMade(
        facts, block, size, rooms, honour, used is not None,
        figures(rooms, facts.sitters(seated), met),
        _contents(workspace, facts, block, rooms, named),
    )  # fmt: skip


def use_made(workspace: Workspace, made: RoomsMade) -> str:
    """Put rooms to use and return a sentence."""
    drafts = [
        RoomDraft(listed.name, listed.place, room.on_screen, room.people)
        for listed, room in zip(made.contents.rooms, made.rooms, strict=True)
    ]
    workspace.perform(use_rooms, made.facts.session, made.block, made.size, drafts)
    return f"{counted(len(drafts), 'room is', 'rooms are')} in use."


def write_made(made: RoomsMade, out: Path, paper: Paper = Paper.A4) -> str:
    """Write the printed list (.pdf) or Zoom's file (.csv); returns who had to be left out."""
    ending = out.suffix.lower()
    if ending == ".pdf":
        write_bytes(out, room_list_pdf(made.contents, paper))
        return ""
    if ending == ".csv":
        found = zoom_file(made.contents.rooms)
        write_bytes(out, found.content)
        return found.words
    raise wrong_ending(out, "A list of rooms is written as .pdf or .csv", ".pdf")


def _block(facts: RoomsFacts, wanted: int | None) -> int | None:
    if wanted is None:
        return facts.first_block
    if wanted == 0:
        return None
    if wanted not in {block.id for block in facts.blocks}:
        raise NotFound(
            f"There is no block number {wanted} in this session.",
            "Leave it out, or take 0 for the whole session.",
        )
    return wanted


def _drawn(
    facts: RoomsFacts, wanted: RoomsWanted, met: Mapping[tuple[int, int], Met], size: int
) -> Drawn:
    people = facts.here or (facts.could if wanted.everybody else facts.likely)
    leads = [person for person in facts.leads if person in people]
    return compose(
        Asked(
            facts.sitters(people),
            size,
            met=met,
            apart=facts.apart,
            pins={person: number for number, person in enumerate(leads)},
            seed=wanted.seed if wanted.seed is not None else 1,
        )
    )


def _contents(
    workspace: Workspace,
    facts: RoomsFacts,
    block: int | None,
    rooms: tuple[RoomPlan, ...],
    named: list[tuple[str, str]],
) -> RoomList:
    detail = workspace.read(session_detail, facts.session)
    words = {one.id: f"{one.starts:%H:%M} {one.title}" for one in facts.blocks}
    people = facts.people
    return RoomList(
        workspace.read(community, detail.community_id).name,
        facts.title,
        facts.starts,
        words.get(block or 0, ""),
        workspace.clock.today(),
        tuple(
            ListedRoom(
                name,
                place,
                tuple(
                    ListedPerson(people[p].name, people[p].email)
                    for p in room.people
                    if p in people
                ),
            )
            for (name, place), room in zip(named, rooms, strict=True)
        ),
    )
