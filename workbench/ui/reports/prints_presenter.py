"""The Prints page without widgets: which print of which session, its pages, the file it becomes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from workbench.foundation.errors import NotFound
from workbench.ui.desk import Desk, Failed
from workbench.ui.kit.usual_paper import keep_paper, usual_paper

if TYPE_CHECKING:
    from workbench.reports.prints.choices import PrintChoice
    from workbench.reports.prints.ready import Print
    from workbench.storage.workspace import Workspace

USUAL_PPI = 96.0
MOST_SHOWN = 24


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a print as PNG, or the first of them, the paper they are on, how many in all."""

    images: tuple[bytes, ...]
    paper: str
    in_all: int


class PrintsView(Protocol):
    """What the presenter asks of the page."""

    def show_print(self, ready: "Print", choice: "PrintChoice") -> None:
        """Show what is printed and its options."""
        ...

    def show_pages(self, pages: Pages) -> None:
        """Show the pages as they will be printed."""
        ...

    def show_nothing(self) -> None:
        """Lead to where sessions are planned."""
        ...


class PrintsPresenter:
    """Holds the session and the choice; reads, draws, writes."""

    def __init__(self, desk: Desk, view: PrintsView) -> None:
        from workbench.reports.brief_contents import Paper
        from workbench.reports.prints.choices import PrintChoice, Sheet

        self._desk, self._view = desk, view
        self.session: int | None = None
        self.choice = PrintChoice(Sheet.RUN, Paper(usual_paper(desk.settings)))
        self.ready: Print | None = None
        self._ppi = USUAL_PPI
        self._asked = self._shown = 0

    @property
    def settled(self) -> bool:
        """Whether the page shows what was asked for last."""
        return self._asked == self._shown and self._asked > 0

    def arrive(self, session: int | None, sheet: str) -> None:
        """Turn to a print, of another session if one is given; 0 is the one that comes."""
        from workbench.reports.prints.choices import Sheet

        if session is not None:
            self.session = session or None
            self.choice = replace(self.choice, cue_for=None)
        if sheet:
            self.choice = replace(self.choice, sheet=Sheet(sheet))
        self.load()

    def choose(self, **changes: Any) -> None:  # noqa: ANN401 - fields of PrintChoice
        """Change the choice and show what it makes."""
        chosen = replace(self.choice, **changes)
        if chosen != self.choice:
            self.choice = chosen
            keep_paper(self._desk, chosen.paper.value)
            self.load()

    def load(self) -> None:
        """Read what the print is made of, then draw it."""
        self._asked += 1
        number, choice, session = self._asked, self.choice, self.session

        def read(workspace: "Workspace") -> "tuple[int, Print] | None":
            return _read(workspace, self._desk.community, session, choice)

        def failed(error: Exception) -> None:
            if isinstance(error, NotFound) and session is not None:
                self.session = None  # undone or deleted meanwhile: on to the one that comes
                self.load()
                return
            self._shown = max(self._shown, number)
            self._desk.tell(error)

        self._desk.read(read, lambda found: self._arrived(number, found), failed)

    def sharpen(self, ppi: float) -> None:
        """Draw the pages as sharp as they are shown."""
        if ppi != self._ppi:
            self._ppi = ppi
            if self.ready is not None:
                self._asked += 1
                self._draw(self._asked, self.ready)

    def save(self, out: Path) -> None:
        """Write the print as a PDF; a folder or an open file that refuses it is told."""
        from workbench.foundation.atomic_file import write_bytes
        from workbench.reports.prints.ready import print_file

        ready, target = self.ready, out.with_suffix(".pdf")
        if ready is not None:
            self._desk.run(
                lambda: write_bytes(target, print_file(ready)),
                lambda _: self._desk.say(f"Written to {target.name}."),
            )

    def for_printer(self, ppi: float, then: Callable[[Pages, str], None], failed: Failed) -> None:
        """Draw the pages for a printer, then hand them on with a name for the job."""
        from workbench.reports.prints.ready import print_pages

        ready = self.ready
        if ready is not None:
            name = Path(ready.file_name).stem
            self._desk.run(
                lambda: _pages(print_pages(ready, ppi), ready.page_kind),
                lambda pages: then(pages, name),
                failed,
            )

    def _arrived(self, number: int, found: "tuple[int, Print] | None") -> None:
        if number != self._asked:
            return
        if found is None:
            self.ready = None
            self._shown = number
            self._view.show_nothing()
            return
        self.session, self.ready = found
        self._view.show_print(self.ready, self.choice)
        self._draw(number, self.ready)

    def _draw(self, number: int, ready: "Print") -> None:
        from workbench.reports.prints.ready import print_pages

        ppi = self._ppi

        def failed(error: Exception) -> None:
            self._shown = max(self._shown, number)
            self._desk.tell(error)

        def drawn(pages: Pages) -> None:
            self._shown = max(self._shown, number)
            if number == self._asked:
                self._view.show_pages(pages)

        self._desk.run(
            lambda: _pages(print_pages(ready, ppi), ready.page_kind, MOST_SHOWN), drawn, failed
        )


def _pages(images: list[bytes], paper: str, most: int | None = None) -> Pages:
    return Pages(tuple(images[:most]), paper, len(images))


def _read(
    workspace: "Workspace", community: int, session: int | None, choice: "PrintChoice"
) -> "tuple[int, Print] | None":
    """Return the print of a session, the coming or else the last one where none is named."""
    from workbench.reports.prints.print_queries import read_print, session_to_print

    found = session or workspace.read(session_to_print, community, workspace.clock.now())
    if found is None:
        return None
    return found, workspace.read(read_print, found, choice, workspace.clock.today())
