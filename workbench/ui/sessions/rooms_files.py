"""Rooms on their way out: the printed list, the meeting tool's file, a CSV, lines for a chat."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from workbench.foundation.atomic_file import write_bytes
from workbench.foundation.text import counted
from workbench.ui.desk import Desk
from workbench.ui.kit.dialog import ask
from workbench.ui.sessions.rooms_presenter import RoomsPresenter
from workbench.ui.sessions.rooms_shown import RoomsShown

if TYPE_CHECKING:
    from workbench.reports.room_list import ListedRoom, RoomList


class RoomsFiles:
    """Writes what the page shows; names, rooms and places alone leave it."""

    def __init__(self, desk: Desk, presenter: RoomsPresenter, over: QWidget) -> None:
        self._desk, self._presenter, self._over = desk, presenter, over

    def print_list(self, *, letter: bool = False) -> None:
        """Ask where the printed list goes and write it as a PDF, on A4 or on Letter."""
        contents = self._contents()
        if contents is None:
            return

        def draw() -> bytes:
            from workbench.reports.brief_contents import Paper
            from workbench.reports.room_list import room_list_pdf

            return room_list_pdf(contents, Paper.LETTER if letter else Paper.A4)

        self._ask("Save the room list", "rooms.pdf", ".pdf", draw)

    def meeting_file(self) -> None:
        """Say who has no address, then write the file a meeting tool takes."""
        from workbench.reports.room_files import zoom_file

        rooms = self._rooms()
        if not rooms:
            return
        found = zoom_file(rooms)

        def write() -> None:
            self._ask("Save for the meeting tool", "rooms-for-zoom.csv", ".csv",
                      lambda: found.content)  # fmt: skip

        if not found.left_out:
            write()
            return
        seated = counted(found.people, "person", "people")
        ask(
            self._over,
            "Some people have no address",
            f"{found.words} The file assigns {seated}; the others choose their room themselves.",
            "Save the file",
            write,
        )

    def list_file(self) -> None:
        """Write the list as CSV for any other program."""
        from workbench.reports.room_files import list_file

        rooms = self._rooms()
        if rooms:
            self._ask("Save the room list", "rooms.csv", ".csv", lambda: list_file(rooms))

    def copy_list(self) -> None:
        """Put the list on the clipboard, to paste into a chat or a meeting."""
        from workbench.reports.room_files import list_words

        rooms = self._rooms()
        if rooms:
            QGuiApplication.clipboard().setText(list_words(rooms))
            self._desk.say("The list is on the clipboard.")

    def _ask(self, title: str, name: str, ending: str, content: Callable[[], bytes]) -> None:
        shown = self._shown
        if shown is None:
            return
        suggested = f"{self._desk.community_name} {shown.facts.starts:%Y-%m-%d} {name}"

        def chosen(path: Path) -> None:
            target = path.with_suffix(ending)
            self._desk.run(
                lambda: write_bytes(target, content()),
                lambda _: self._desk.say(f"Written to {target.name}."),
            )

        self._desk.choose_new_file(title, suggested, chosen)

    @property
    def _shown(self) -> RoomsShown | None:
        state = self._presenter.state
        return state.shown if state is not None and state.rooms else None

    def _rooms(self) -> "tuple[ListedRoom, ...]":
        from workbench.reports.room_list import ListedPerson, ListedRoom

        shown = self._shown
        return tuple(
            ListedRoom(
                card.name,
                card.place,
                tuple(ListedPerson(s.person.name, s.person.email) for s in card.seats),
            )
            for card in (shown.cards if shown else ())
            if card.seats
        )

    def _contents(self) -> "RoomList | None":
        from workbench.reports.room_list import RoomList

        shown = self._shown
        if shown is None:
            return None
        blocks = {one.id: f"{one.starts:%H:%M} {one.title}" for one in shown.facts.blocks}
        return RoomList(
            self._desk.community_name,
            shown.facts.title,
            shown.facts.starts,
            blocks.get(shown.block or 0, ""),
            self._desk.clock.today(),
            self._rooms(),
        )
