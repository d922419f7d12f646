"""A round on this laptop without Qt: who may come back, and what becomes of the answers."""

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from workbench.foundation.errors import UserFixable
from workbench.foundation.words import Means
from workbench.storage.workspace import Workspace
from workbench.surveys.answer_queries import sealed_box
from workbench.surveys.asking_rules import AskedForm
from workbench.surveys.key_store import KeyStore
from workbench.surveys.kiosk_door import Door
from workbench.surveys.kiosk_round import KioskRound, Step
from workbench.surveys.rounds import (
    Decided,
    Ended,
    RoundEnd,
    TheFew,
    end_round,
    forget_sealed,
    keep_sealed,
)
from workbench.surveys.sealing import unsealed
from workbench.surveys.wave_rules import MoreThanInvited
from workbench.ui.desk import Desk

if TYPE_CHECKING:
    from workbench.surveys.answers import Form

_TOPICS = frozenset({"surveys"})


class KioskView(Protocol):
    """What the stage must be able to do."""

    def show_welcome(self) -> None:
        """Show what is said before the first question."""
        ...

    def show_step(self, step: Step, answer: int | str | None) -> None:
        """Show a question and what this person answered to it so far."""
        ...

    def show_thanks(self) -> None:
        """Show the ending, the same for everybody and for as long."""
        ...

    def show_door(self, what_opens: str) -> None:
        """Ask for what leads back into the program."""
        ...

    def refuse(self, seconds: float) -> None:
        """Say that this does not open it, and wait."""
        ...

    def show_storing(self) -> None:
        """Say that the round is on its way into the file."""
        ...

    def show_too_few(self) -> None:
        """Tell the group that so few answers are not stored, and let it decide."""
        ...

    def show_some_too_few(self, titles: tuple[str, ...]) -> None:
        """Tell the group which questionnaires too few answered, and let it decide about them."""
        ...

    def show_more_than_invited(self, problem: MoreThanInvited) -> None:
        """Ask whether the number invited is to be corrected."""
        ...

    def show_problem(self, sentence: str, *, sealed_shut: bool = False) -> None:
        """Say why the round could not be stored; what waits sealed may be what stands against."""
        ...

    def leave(self) -> None:
        """Show the program again."""
        ...


class KioskPresenter:
    """Leads the stage; holds the answers in memory and nothing else of those who gave them."""

    def __init__(
        self, desk: Desk, view: KioskView, asked: AskedForm, door: Door, keys: KeyStore
    ) -> None:
        self._desk, self._view, self._asked = desk, view, asked
        self._door, self._keys = door, keys
        self._round = KioskRound(asked)
        self._forms: tuple[Form, ...] = ()
        self._sealing = False
        self._decided = Decided()

    def begin(self) -> None:
        """Show the first question to the next person."""
        self._show()

    def choose(self, place: int) -> None:
        """Answer with the option at this place, from 0."""
        self._round.choose(place)

    def write(self, words: str) -> None:
        """Answer in words."""
        self._round.write(words)

    def next(self) -> None:
        """Go on, or end with the last question; an option has to be chosen or skipped."""
        step = self._round.now
        if step.options and self._round.answer is None:
            return
        if step.last:
            self._finish()
        elif self._round.next():
            self._show()

    def skip(self) -> None:
        """Go on without an answer."""
        if self._round.skip():
            self._show()
        else:
            self._finish()

    def back(self) -> None:
        """Show the question before."""
        self._round.back()
        self._show()

    def clear(self) -> None:
        """Forget a form that nobody goes on with."""
        self._round.clear()
        self._view.show_welcome()

    def ask_at_door(self) -> None:
        """Ask for what leads back; nothing of a form that is begun stays in sight."""
        self._view.show_door(self._door.what_opens)

    def stay(self) -> None:
        """Go back from the door to the form that was begun, if one was."""
        if self._round.fresh:
            self._view.show_welcome()
        else:
            self._show()

    def try_door(self, typed: str) -> None:
        """End the round if this opens the door; else wait, each time twice as long."""

        def tried(opens: bool) -> None:
            if opens:
                self._forms = self._round.take()
                self.end()
            else:
                self._view.refuse(self._door.refused())

        self._desk.run(lambda: self._door.opens(typed), tried)

    def end(self) -> None:
        """Store the round, or ask the group what becomes of one that is too small."""
        asked, forms, keys, decided = self._asked, self._forms, self._keys, self._decided

        def job(workspace: Workspace) -> Ended:
            return end_round(workspace, asked.asking_id, forms, Means.LAPTOP, keys, decided)

        self._sealing = False
        self._view.show_storing()
        self._desk.read(job, self._ended, self._failed)

    def settle_the_few(self, the_few: TheFew) -> None:
        """Store what enough people answered, and do this with the rest."""
        self._decided = replace(self._decided, the_few=the_few)
        self.end()

    def correct_invited(self, invited: int) -> None:
        """Store the round with this number of people invited."""
        self._decided = replace(self._decided, invited=invited)
        self.end()

    def seal(self) -> None:
        """Keep the round encrypted until a later one brings enough."""
        asked, forms, keys = self._asked, self._forms, self._keys

        def job(workspace: Workspace) -> None:
            keep_sealed(workspace, asked.asking_id, forms, Means.LAPTOP, keys)

        def kept(_none: None) -> None:
            self._leave("The round is kept sealed until a later one brings enough.")

        self._sealing = True
        self._view.show_storing()
        self._desk.read(job, kept, self._failed)

    def try_again(self) -> None:
        """Try once more what failed."""
        if self._sealing:
            self.seal()
        else:
            self.end()

    def end_without_sealed(self) -> None:
        """Let go what waits sealed and cannot be opened here, then store the round."""
        asking_id, keys = self._asked.asking_id, self._keys
        self._view.show_storing()
        self._desk.read(
            lambda workspace: forget_sealed(workspace, asking_id, keys),
            lambda _none: self.end(),
            self._failed,
        )

    def discard(self) -> None:
        """Forget the whole round."""
        self._leave("The round is discarded. Nothing of it was stored.")

    def _finish(self) -> None:
        self._round.finish()
        self._view.show_thanks()

    def _show(self) -> None:
        self._view.show_step(self._round.now, self._round.answer)

    def _ended(self, end: Ended) -> None:
        if end.what is RoundEnd.TOO_FEW:
            self._view.show_too_few()
        elif end.what is RoundEnd.SOME_TOO_FEW:
            self._view.show_some_too_few(end.too_few)
        elif end.what is RoundEnd.EMPTY:
            self._leave("Nobody answered in this round, so nothing is stored.", done=False)
        else:
            self._leave(f"The round is stored, mixed with those before it.{self._rest(end)}")

    def _rest(self, end: Ended) -> str:
        sealed = self._decided.the_few is TheFew.SEAL
        return " The rest is kept sealed." if sealed and end.too_few else ""

    def _failed(self, problem: Exception) -> None:
        if isinstance(problem, MoreThanInvited):
            self._view.show_more_than_invited(problem)
            return
        if not isinstance(problem, UserFixable):
            self._view.show_problem("The round could not be stored.")
            self._desk.tell(problem)
            return
        asking_id, keys = self._asked.asking_id, self._keys
        self._desk.read(
            lambda workspace: _is_shut(workspace, asking_id, keys),
            lambda shut: self._view.show_problem(str(problem), sealed_shut=shut),
        )

    def _leave(self, said: str, *, done: bool = True) -> None:
        self._forms = ()
        self._view.leave()
        self._desk.changed(_TOPICS)
        self._desk.say(said, done=done)


def _is_shut(workspace: Workspace, asking_id: int, keys: KeyStore) -> bool:
    """Return whether something waits sealed that cannot be opened on this computer."""
    box = workspace.read(sealed_box, asking_id)
    try:
        if box is not None:
            unsealed(box, keys)
    except UserFixable:
        return True
    return False
