"""The overview of askings without Qt: reads them, and opens, closes and deletes one."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from workbench.foundation.errors import BadInput
from workbench.foundation.text import listed
from workbench.foundation.words import WaveState
from workbench.storage.workspace import Workspace
from workbench.surveys.asking_actions import open_asking
from workbench.surveys.asking_queries import form_of
from workbench.surveys.asking_rules import AskedForm
from workbench.surveys.closing import close_asking_for_good, delete_asking_for_good
from workbench.ui.desk import Desk, Failed
from workbench.ui.surveys.closing_dialog import day_to_give, refuse_other_days
from workbench.ui.surveys.wave_lines import AskingLine, SurveysRead, read_surveys


class SurveysView(Protocol):
    """What the page must be able to do."""

    def show_askings(self, read: SurveysRead, chosen: AskingLine | None) -> None:
        """Show all askings and select one."""
        ...

    def show_asking(self, line: AskingLine) -> None:
        """Show one asking in the panel."""
        ...

    def print_form(self, asked: AskedForm, facilitator: str) -> None:
        """Print the form of an asking."""
        ...


class SurveysPresenter:
    """Holds the askings that were read and leads the view."""

    def __init__(self, desk: Desk, view: SurveysView) -> None:
        self.desk = desk
        self.view = view
        self.read: SurveysRead | None = None
        self.chosen_id = 0

    def load(self, wave: int = 0) -> None:
        """Read every asking of the community, and choose that of a wave if one is named."""
        community_id = self.desk.community

        def read(workspace: Workspace) -> SurveysRead:
            return read_surveys(workspace, community_id)

        self.desk.read(read, lambda found: self._show(found, wave))

    def choose(self, line: AskingLine) -> None:
        """Show an asking in the panel."""
        self.chosen_id = line.asking.id
        self.view.show_asking(line)

    @property
    def chosen(self) -> AskingLine | None:
        """The asking in the panel."""
        lines = self.read.lines if self.read else ()
        return next((line for line in lines if line.asking.id == self.chosen_id), None)

    def open(self, line: AskingLine) -> None:
        """Open a planned asking."""
        self.desk.do(
            lambda workspace: workspace.perform(open_asking, line.asking.id),
            said=f"{line.label} is open.",
        )

    def day_to_give(self, line: AskingLine) -> date | None:
        """Return the day to offer where this cannot close today, None where it can."""
        lines = self.read.lines if self.read else ()
        return day_to_give(line, lines, self.desk.clock.today())

    def close(
        self, line: AskingLine, day: date | None, done: Callable[[], None], failed: Failed
    ) -> None:
        """Close all waves of an asking for good, today or on a day given; show their results."""

        def closed(_none: None) -> None:
            done()
            self.desk.go("survey", wave=line.waves[0].wave.id)

        try:
            if day is not None:
                refuse_other_days(line, day, self.desk.clock.today())
        except BadInput as problem:
            failed(problem)
            return
        self.desk.do(
            lambda workspace: close_asking_for_good(workspace, line.asking.id, day),
            then=closed,
            said=f"{line.label} is closed and frozen.",
            failed=failed,
        )

    def delete(self, line: AskingLine) -> None:
        """Delete an asking and all of its answers."""
        self.desk.do(
            lambda workspace: delete_asking_for_good(workspace, line.asking.id),
            said=f"{line.label} is deleted.",
        )

    def print_form(self, line: AskingLine) -> None:
        """Read the form as it is asked and print it."""
        facilitator = self.read.facilitator if self.read else ""
        self.desk.read(
            lambda workspace: workspace.read(form_of, line.asking.id),
            lambda asked: self.view.print_form(asked, facilitator),
        )

    def see_results(self, line: AskingLine) -> None:
        """Show the results of the first closed wave."""
        readable = line.readable
        if readable is not None:
            self.desk.go("survey", wave=readable.wave.id)

    def import_answers(self) -> None:
        """Open the import of answers; one named like an open wave fills and closes it."""
        self.desk.bring_in("responses")

    def _show(self, read: SurveysRead, wave: int) -> None:
        self.read = read
        if wave:
            named = (line for line in read.lines if wave in [one.wave.id for one in line.waves])
            self.chosen_id = next((line.asking.id for line in named), self.chosen_id)
        chosen = self.chosen or _first(read)
        self.chosen_id = chosen.asking.id if chosen else 0
        self.view.show_askings(read, chosen)


def before_opening(line: AskingLine) -> str:
    """Return what opening an asking will do."""
    invited = f"the {line.invited} people invited, " if line.invited else ""
    return (
        f"From now on the lines, {invited}the limit of {line.minimum} and the promise are fixed. "
        "No result can be seen before you close the wave."
    )


def before_closing(line: AskingLine) -> str:
    """Return what closing an asking will do: one question for all of its waves."""
    sealed = (
        " The small round that waits sealed is discarded with it." if line.asking.sealed else ""
    )
    if line.answers < line.minimum:
        return (
            f"Fewer than {line.minimum} people answered, so this wave would never show anything. "
            "Keep it open until more have answered, or delete it." + sealed
        )
    few = [
        one.instrument.title for one in line.waves
        if (one.wave.answered or 0) < one.wave.minimum_group
    ]  # fmt: skip
    nothing = f" {listed(few)} will show nothing: too few answered." if few else ""
    what = f"The figures of {line.titles} are" if len(line.waves) > 1 else "The figures are"
    return (
        f"{line.answered} answered. {what} worked out once and frozen; the wave never opens again, "
        f"and a late answer goes into the next one.{nothing}{sealed}"
    )


def before_deleting(line: AskingLine) -> str:
    """Return what deleting an asking will do."""
    if line.state is WaveState.PLANNED:
        return "Only the plan goes; nobody was asked. This cannot be undone."
    parts = ["its answers", "its comments"]
    if line.state is WaveState.CLOSED:
        parts += ["its figures", 'its lines of "you said, we did"']
    return (
        f"{listed(parts).capitalize()} leave the file for good; reports made before keep theirs. "
        "Backups made before still hold all of it. This cannot be undone."
    )


def _first(read: SurveysRead) -> AskingLine | None:
    """Return the asking that waits for something, else the newest."""
    waiting = [line for line in read.lines if line.state is WaveState.OPEN]
    return next(iter([*waiting, *read.lines[-1:]]), None)
