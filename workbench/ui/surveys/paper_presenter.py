"""What the page for typing paper forms does, without widgets: all in memory until it is stored."""

from dataclasses import dataclass, replace
from typing import Protocol

from workbench.foundation.errors import BadInput
from workbench.foundation.text import counted
from workbench.foundation.words import Means, WaveState
from workbench.storage.workspace import Workspace
from workbench.surveys.asking_queries import asking_row, askings, form_of
from workbench.surveys.asking_rules import AskedForm
from workbench.surveys.key_store import KeyStore
from workbench.surveys.paper_rules import forms_of
from workbench.surveys.rounds import Decided, Ended, RoundEnd, TheFew, end_round, keep_sealed
from workbench.surveys.wave_rules import MoreThanInvited
from workbench.ui.desk import Desk
from workbench.ui.surveys.paper_entry import FIRST, SECOND, PaperEntry
from workbench.ui.surveys.paper_lines import Value
from workbench.ui.surveys.paper_settling import Settling

COMPARE = "compare"


@dataclass(frozen=True, slots=True)
class PaperRead:
    """The form that is typed in, None where no wave is open."""

    asked: AskedForm | None


class PaperView(Protocol):
    """What the page must be able to do."""

    def show_form(self, asked: AskedForm | None) -> None:
        """Show the lines of a form, or that no wave is open."""
        ...

    def show_typing(self, entry: PaperEntry, problem: str = "") -> None:
        """Show the sheet being typed."""
        ...

    def show_settling(self, settling: Settling, place: int) -> None:
        """Show the sheet to look at, or that all agree."""
        ...

    def ask_too_few(self, minimum: int) -> None:
        """Ask whether to keep too few sheets sealed or to throw them away."""
        ...

    def ask_some_too_few(self, minimum: int, titles: tuple[str, ...]) -> None:
        """Ask what becomes of the answers to questionnaires that too few answered."""
        ...

    def ask_more_than_invited(self, problem: MoreThanInvited) -> None:
        """Ask whether the number invited is to be corrected."""
        ...


class PaperPresenter:
    """Moves between the first time, the second time and comparing; stores and forgets."""

    def __init__(self, desk: Desk, view: PaperView) -> None:
        self.desk, self.view = desk, view
        self.entry: PaperEntry | None = None
        self.settling: Settling | None = None
        self.storing = False
        self._decided = Decided()

    @property
    def holds(self) -> bool:
        """Whether leaving would lose something typed."""
        return self.entry is not None and self.entry.holds

    def load(self, asking_id: int | None = None) -> None:
        """Read the form of an asking, or of the one that is open; what is being typed stays."""
        if self.holds:
            if self.entry and asking_id not in (None, self.entry.asked.asking_id):
                self.desk.say("First store or forget what is typed here.", done=False)
            return
        community = self.desk.community
        self.desk.read(lambda workspace: read_paper(workspace, community, asking_id), self._show)

    def turn(self, step: str) -> bool:
        """Go to the first time, the second time or comparing; False where it cannot be yet."""
        entry = self.entry
        if entry is None or self.storing:
            return False
        problem = _not_yet(entry, step)
        if problem:
            self._again(problem)
            return False
        if step == COMPARE:
            entry.turn(SECOND)
            self.settling = Settling(entry.asked, entry.compared())
            self.view.show_settling(self.settling, self.settling.next_place())
        else:
            self.settling = None
            entry.turn(step)
            self._again()
        return True

    def fill(self, place: int, value: Value) -> None:
        """Tick a box of the present sheet, or say what the paper has."""
        if self.settling is not None:
            self.settling.choose(place, value)
            self._settle(self.settling.next_place(place))
        elif self.entry is not None:
            self.entry.fill(place, value)
            self._again()

    def move(self, place: int) -> None:
        """Put the cursor on another line."""
        if self.settling is not None:
            matter = self.settling.now
            if matter is not None and place in matter.places:
                self._settle(place)
        elif self.entry is not None:
            self.entry.move_to(place)
            self._again()

    def back(self) -> None:
        """Go one line up and take its answer away."""
        if self.settling is None and self.entry is not None:
            self.entry.back()
            self._again()

    def next_sheet(self, code: tuple[str, ...], comment: str) -> bool:
        """End the sheet; False where something is still missing."""
        if self.entry is None:
            return False
        problem = self.entry.next_sheet(code, comment)
        self._again(problem)
        return not problem

    def take_back(self) -> tuple[str, ...] | None:
        """Open the last sheet again; returns its code."""
        code = self.entry.take_back() if self.entry is not None else None
        if code is not None:
            self._again()
        return code

    def keep(self) -> None:
        """Take the sheet as it is settled, or as it was typed once."""
        if self.settling is not None and self.settling.keep():
            self._settle(self.settling.next_place())

    def leave_out(self) -> None:
        """Leave out a sheet typed once that the heap does not hold."""
        if self.settling is not None and self.settling.leave_out():
            self._settle(self.settling.next_place())

    def store(self) -> None:
        """Store what both times agree on as one round."""
        entry, settling = self.entry, self.settling
        if entry is None or settling is None or settling.now is not None or self.storing:
            return
        self.storing = True
        number, decided = entry.asked.asking_id, self._decided
        forms = forms_of(entry.asked, settling.sheets, entry.comments)
        self.desk.read(
            lambda workspace: end_round(workspace, number, forms, Means.PAPER, KeyStore(), decided),
            self._ended,
            self._failed,
        )

    def settle_the_few(self, the_few: TheFew) -> None:
        """Store what enough people answered, and do this with the rest."""
        self._decided = replace(self._decided, the_few=the_few)
        self.store()

    def correct_invited(self, invited: int) -> None:
        """Store the round with this number of people invited."""
        self._decided = replace(self._decided, invited=invited)
        self.store()

    def keep_sealed(self) -> None:
        """Keep too few sheets sealed until more come in."""
        entry, settling = self.entry, self.settling
        if entry is None or settling is None or self.storing:
            return
        self.storing = True
        number = entry.asked.asking_id
        forms = forms_of(entry.asked, settling.sheets, entry.comments)

        def job(workspace: Workspace) -> None:
            keep_sealed(workspace, number, forms, Means.PAPER, KeyStore())

        self.desk.read(
            job,
            lambda _: self._gone("Kept sealed until more come in. Shred the sheets now."),
            self._failed,
        )

    def throw_away(self) -> None:
        """Forget everything and go back to the waves."""
        self.forget()
        self.desk.go("surveys")

    def forget(self) -> None:
        """Forget everything that was typed."""
        if self.settling is not None:
            self.settling.forget()
        if self.entry is not None:
            self.entry.forget()
        self.settling, self.storing, self._decided = None, False, Decided()

    def _show(self, read: PaperRead) -> None:
        self.forget()
        self.entry = PaperEntry(read.asked) if read.asked is not None else None
        self.view.show_form(read.asked)
        self._again()

    def _again(self, problem: str = "") -> None:
        if self.entry is not None and self.settling is None:
            self.view.show_typing(self.entry, problem)

    def _settle(self, place: int) -> None:
        if self.settling is not None:
            self.view.show_settling(self.settling, place)

    def _ended(self, end: Ended) -> None:
        self.storing = False
        minimum = self.entry.asked.minimum_group if self.entry is not None else 0
        if end.what is RoundEnd.TOO_FEW:
            self.view.ask_too_few(minimum)
        elif end.what is RoundEnd.SOME_TOO_FEW:
            self.view.ask_some_too_few(minimum, end.too_few)
        elif end.what is RoundEnd.EMPTY:
            self._gone("Nothing was answered on these sheets, so nothing is stored.")
        else:
            self._gone("Stored in mixed order. Shred the sheets now.")

    def _gone(self, said: str) -> None:
        self.forget()
        self.desk.changed(frozenset({"surveys"}))
        self.desk.say(said)
        self.desk.go("surveys")

    def _failed(self, problem: Exception) -> None:
        self.storing = False
        if isinstance(problem, MoreThanInvited):
            self.view.ask_more_than_invited(problem)
        else:
            self.desk.tell(problem)


def read_paper(workspace: Workspace, community_id: int, asking_id: int | None) -> PaperRead:
    """Return the form of an open asking; without a number of the first one that is open.

    Raises NotFound, BadInput for an asking that is not open.
    """
    if asking_id is None:
        rows = [row for row in workspace.read(askings, community_id) if row.state is WaveState.OPEN]
        by_paper = [row for row in rows if Means.PAPER in row.plan.means] or rows
        return PaperRead(workspace.read(form_of, by_paper[0].id) if by_paper else None)
    row = workspace.read(asking_row, asking_id)
    if row.state is not WaveState.OPEN:
        raise BadInput(
            f"The wave {row.label} is {row.state}, so no forms can be typed in.",
            "A late sheet goes into the next wave.",
        )
    return PaperRead(workspace.read(form_of, asking_id))


def _not_yet(entry: PaperEntry, step: str) -> str:
    """Return why a step cannot be taken yet, empty where it can."""
    if entry.begun:
        return "End this sheet with Enter first."
    if step == SECOND and not entry.heaps[FIRST]:
        return "Type the heap the first time, then again from any sheet."
    if step == COMPARE and not entry.heaps[SECOND]:
        many = counted(len(entry.heaps[FIRST]), "sheet", "sheets")
        return f"First type the heap a second time ({many}), in any order."
    return ""
