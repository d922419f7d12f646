"""The overview of waves without Qt: reads them, and plans, opens, closes and deletes one."""

from collections.abc import Callable
from typing import Protocol

from workbench.foundation.text import listed
from workbench.foundation.words import WaveState
from workbench.rosters.queries import member_count
from workbench.storage.workspace import Workspace
from workbench.surveys.asking_actions import open_wave, plan_wave
from workbench.surveys.closing import close_for_good, delete_for_good
from workbench.surveys.wave_rules import WavePlan
from workbench.ui.desk import Desk, Failed
from workbench.ui.surveys.wave_lines import SurveysRead, WaveLine, read_surveys


class SurveysView(Protocol):
    """What the page must be able to do."""

    def show_waves(self, read: SurveysRead, chosen: WaveLine | None) -> None:
        """Show all waves and select one."""
        ...

    def show_wave(self, line: WaveLine) -> None:
        """Show one wave in the panel."""
        ...


class SurveysPresenter:
    """Holds the waves that were read and leads the view."""

    def __init__(self, desk: Desk, view: SurveysView) -> None:
        self.desk = desk
        self.view = view
        self.read: SurveysRead | None = None
        self.chosen_id = 0

    def load(self) -> None:
        """Read every wave of the community."""
        community_id, today = self.desk.community, self.desk.clock.today()

        def read(workspace: Workspace) -> SurveysRead:
            members = workspace.read(member_count, community_id, today)
            return read_surveys(workspace, community_id, members)

        self.desk.read(read, self._show)

    def choose(self, line: WaveLine) -> None:
        """Show a wave in the panel."""
        self.chosen_id = line.wave.id
        self.view.show_wave(line)

    @property
    def chosen(self) -> WaveLine | None:
        """The wave in the panel."""
        lines = self.read.lines if self.read else ()
        return next((line for line in lines if line.wave.id == self.chosen_id), None)

    def plan(
        self, instrument_key: str, plan: WavePlan, done: Callable[[], None], failed: Failed
    ) -> None:
        """Keep a planned wave and select it."""
        community_id = self.desk.community

        def kept(wave_id: int) -> None:
            self.chosen_id = wave_id
            done()

        self.desk.do(
            lambda workspace: workspace.perform(plan_wave, community_id, instrument_key, plan),
            then=kept,
            said=f"Planned {plan.label.strip()}. Nobody is asked before you open it.",
            failed=failed,
        )

    def open(self, line: WaveLine) -> None:
        """Open a planned wave."""
        wave = line.wave
        self.desk.do(
            lambda workspace: workspace.perform(open_wave, wave.id),
            said=f"{wave.label} is open.",
        )

    def close(self, line: WaveLine) -> None:
        """Close a wave for good and show its results."""
        wave = line.wave
        self.desk.do(
            lambda workspace: close_for_good(workspace, wave.id),
            then=lambda _: self.desk.go("survey", wave=wave.id),
            said=f"{wave.label} is closed and frozen.",
        )

    def delete(self, line: WaveLine) -> None:
        """Delete a wave and all of its answers."""
        wave = line.wave
        self.desk.do(
            lambda workspace: delete_for_good(workspace, wave.id),
            said=f"{wave.label} is deleted.",
        )

    def see_results(self, line: WaveLine) -> None:
        """Show the results of a closed wave."""
        if line.wave.state is WaveState.CLOSED and not line.problem:
            self.desk.go("survey", wave=line.wave.id)

    def import_answers(self) -> None:
        """Open the import of answers; one named like an open wave fills and closes it."""
        self.desk.bring_in("responses")

    def _show(self, read: SurveysRead) -> None:
        self.read = read
        chosen = self.chosen or _first(read)
        self.chosen_id = chosen.wave.id if chosen else 0
        self.view.show_waves(read, chosen)


def before_opening(line: WaveLine) -> str:
    """Return what opening a wave will do."""
    wave = line.wave
    invited = f"the {wave.invited} people invited, " if wave.invited else ""
    return (
        f"From now on the questionnaire, {invited}and the limit of {wave.minimum_group} are fixed. "
        "No result can be seen before you close the wave."
    )


def before_closing(line: WaveLine) -> str:
    """Return what closing a wave will do."""
    wave = line.wave
    if (wave.answered or 0) < wave.minimum_group:
        return (
            f"Fewer than {wave.minimum_group} people answered, so this wave would never show "
            "anything. Keep it open until more have answered, or delete it. Closing cannot be "
            "undone."
        )
    return (
        f"{line.answered} answered. The figures are worked out once and frozen; the wave never "
        "opens again, and a late answer goes into the next one. This cannot be undone."
    )


def before_deleting(line: WaveLine) -> str:
    """Return what deleting a wave will do."""
    if line.wave.state is WaveState.PLANNED:
        return "Only the plan goes; nobody was asked. This cannot be undone."
    parts = ["its answers", "its comments"]
    if line.wave.state is WaveState.CLOSED:
        parts.append("its figures")
    return (
        f"{listed(parts).capitalize()} leave the file for good; reports made before keep theirs. "
        "This cannot be undone."
    )


def _first(read: SurveysRead) -> WaveLine | None:
    """Return the wave that waits for something, else the newest."""
    waiting = [line for line in read.lines if line.wave.state is WaveState.OPEN]
    newest = read.lines[-1:] if read.lines else ()
    return next(iter([*waiting, *newest]), None)
