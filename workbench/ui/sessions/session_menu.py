"""The menu of a session in the list: where it leads, copying, moving, calling it off."""

import re
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from workbench.foundation.atomic_file import write_bytes
from workbench.foundation.words import SessionState
from workbench.sessions.queries import SessionRow
from workbench.ui.desk import Desk
from workbench.ui.kit.menus import Item
from workbench.ui.sessions.session_doings import SessionDoings
from workbench.ui.sessions.session_form import WhenForm

FORTNIGHT = timedelta(days=14)
_NOT_IN_FILE_NAMES = re.compile(r"[^\w .,()&'+-]+")


class SessionMenu:
    """What can be done to a session, with the questions that some of it asks first."""

    def __init__(self, over: QWidget, desk: Desk, doings: SessionDoings) -> None:
        self.over, self.desk, self.doings = over, desk, doings

    def items_for(self, row: SessionRow) -> list[Item]:
        """Return what can be done to a session."""
        off = row.state is SessionState.CANCELLED
        items = [
            Item("Open planner", partial(self.desk.go, "planner", session=row.id), "list", "Enter"),
            Item("Draw rooms", partial(self.desk.go, "rooms", session=row.id), "people"),
            Item(
                "Start live", partial(self.desk.go, "live", session=row.id), "play",
                enabled=not off,
            ),
            Item(
                "Mark attendance", partial(self.desk.go, "attendance", session=row.id),
                "attendance", enabled=not off,
            ),
            Item(
                "Five-minute brief", partial(self.desk.go, "five-minutes", session=row.id), "clock"
            ),
            Item("Prints", partial(self.desk.go, "prints", session=row.id), "printer"),
            Item("Calendar file (.ics)", partial(self._export_one, row), "download"),
            Item("Duplicate", partial(self._duplicate, row), "copy"),
            Item(
                "Move to another day", partial(self._move, row), "calendar",
                enabled=row.expected is None,
            ),
        ]  # fmt: skip
        if row.continues_number is not None:
            words = f"Start from session {row.continues_number}"
            items.append(Item(words, partial(self.doings.copy_earlier, row), "repeat"))
        if off:
            items.append(Item("Restore", partial(self.doings.restore, row), "undo"))
        else:
            cancel = partial(self.doings.cancel, row)
            items.append(Item("Cancel session", cancel, "close", effect="leaves every rate"))
        items.append(Item("Delete", partial(self.doings.delete, row), "trash", grave=True))
        return items

    def _duplicate(self, row: SessionRow) -> None:
        WhenForm(
            self.over, "Duplicate session", row.title, row.starts + FORTNIGHT,
            partial(self.doings.duplicate, row.id), self.desk.tell,
        ).open()  # fmt: skip

    def _move(self, row: SessionRow) -> None:
        WhenForm(
            self.over, "Move session", row.title, row.starts, partial(self.doings.move, row.id),
            self.desk.tell,
        ).open()  # fmt: skip

    def _export_one(self, row: SessionRow) -> None:
        self.doings.calendar_of(row.id, partial(self.write_calendar, row.title))

    def write_calendar(self, name: str, content: bytes) -> None:
        """Ask where a calendar file goes and write it."""
        suggested = f"{_NOT_IN_FILE_NAMES.sub(' ', name).strip(' .') or 'Sessions'}.ics"

        def write(out: Path) -> None:
            said = f"Written to {out.name}."
            self.desk.run(lambda: write_bytes(out, content), lambda _: self.desk.say(said))

        self.desk.choose_new_file("Calendar file", suggested, write)
