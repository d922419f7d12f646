"""What the palette offers on every page, and what it proposes where nothing has the name typed."""

from functools import partial
from typing import TYPE_CHECKING

from workbench.ui.desk import ImportKind
from workbench.ui.kit.menus import Item
from workbench.ui.shell.finding import Found

if TYPE_CHECKING:
    from workbench.ui.shell.program import Program

_IMPORTS: tuple[tuple[str, ImportKind], ...] = (
    ("Import people", "roster"),
    ("Import a Teams or Zoom report", "attendance"),
    ("Import answers", "responses"),
    ("Import business figures", "figures"),
)

_NAMES = "Aliases: names in files of Teams, Zoom and Meet, learned by import"

_PRINTS = (
    ("run", "Run sheet of the next session"),
    ("agenda", "Agenda for participants of the next session"),
    ("cue", "Cue card for the next session"),
    ("sign-in", "Sign-in sheet of the next session"),
)


def everywhere(program: "Program") -> list[Item]:
    """Return the commands that need no page of their own."""
    go = program.shell.go

    def bring_in(kind: ImportKind) -> None:
        if program.desk is not None:
            program.desk.bring_in(kind)

    return [
        Item("Add member", partial(go, "people", add=True), "user-plus"),
        Item("Names learned from files", partial(go, "names"), "tag", effect=_NAMES),
        Item("New session", partial(go, "sessions", new=True), "plus"),
        Item("New wave", partial(go, "surveys", plan=True), "plus"),
        Item(
            "Five-minute brief of the next session", partial(go, "five-minutes", session=0), "clock"
        ),
        *(
            Item(words, partial(go, "prints", session=0, sheet=sheet), "printer")
            for sheet, words in _PRINTS
        ),
        *(Item(words, partial(bring_in, kind), "upload") for words, kind in _IMPORTS),
        Item("Back up now", partial(program.back_up, "by hand"), "drive"),
        Item("New community", program.start_community, "plus"),
        Item("Close this workspace", program.leave_file, "close"),
    ]


def otherwise(program: "Program", typed: str) -> list[Found]:
    """Return what may be done with words that nothing is called: add them, or search further."""
    go = program.shell.go
    return [
        Found(
            "Commands", f'Add "{typed}" as a member', partial(go, "people", add=True, called=typed),
            icon="user-plus",
        ),
        Found(
            "Commands", f'Search contributions for "{typed}"',
            partial(go, "contributions", find=typed), icon="search",
        ),
    ]  # fmt: skip
