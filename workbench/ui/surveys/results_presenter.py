"""The results page without Qt: which wave, compared with which, and everything said of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from workbench.foundation.text import fold
from workbench.foundation.words import WaveState
from workbench.rosters.queries import departments
from workbench.storage.workspace import Workspace
from workbench.surveys.comment_queries import comments_read, wave_comments
from workbench.surveys.key_alarm_actions import settle_alarm
from workbench.surveys.link_queries import has_links
from workbench.surveys.pooled_alpha import pooled_alpha
from workbench.surveys.queries import WaveResult, wave_results, wave_row, waves
from workbench.surveys.unlinking import destroy_links_for_good
from workbench.ui.desk import Desk
from workbench.ui.surveys.results_shown import ShownResults, filled, frame_of


class ResultsView(Protocol):
    """What the page must be able to do."""

    def show_results(self, shown: ShownResults) -> None:
        """Show a wave."""
        ...

    def show_nothing(self) -> None:
        """Say that no wave of the community is closed yet."""
        ...


class ReasonForm(Protocol):
    """A form that shows what is wrong with what was typed."""

    def show_problem(self, error: Exception) -> bool:
        """Show the problem at its field; False where it has none."""
        ...


@dataclass(frozen=True, slots=True)
class _Read:
    results: tuple[WaveResult, ...]
    comments: dict[int, tuple[str, ...]]
    places: dict[str, int]
    linked: bool = False
    commented: frozenset[int] = frozenset()


class ResultsPresenter:
    """Holds the closed waves of one questionnaire and leads the view."""

    def __init__(self, desk: Desk, view: ResultsView) -> None:
        self.desk = desk
        self.view = view
        self.wave_id = 0
        self.compared_id: int | None = None
        self.results: tuple[WaveResult, ...] = ()
        self.loaded = False
        self._read = _Read((), {}, {})

    def show_wave(self, wave_id: int) -> None:
        """Show a closed wave, compared with the one before it."""
        self.wave_id, self.compared_id = wave_id, None
        self.load()

    def load(self) -> None:
        """Read the waves of the questionnaire again."""
        community_id, wave_id = self.desk.community, self.wave_id
        self.desk.read(lambda workspace: _read(workspace, community_id, wave_id), self._show)

    def choose(self, key: str) -> None:
        """Show another wave of the same questionnaire."""
        self.wave_id, self.compared_id = int(key), None
        self._refresh()

    def compare(self, key: str) -> None:
        """Compare with another wave, or with none for an empty key."""
        self.compared_id = int(key) if key else 0
        self._refresh()

    def settle(self, alarm: str, reason: str, done: Callable[[], None], form: ReasonForm) -> None:
        """Keep what somebody found who looked into an alarm of the wave shown."""
        wave_id = self.wave_id

        def failed(error: Exception) -> None:
            if not form.show_problem(error):
                self.desk.tell(error)

        self.desk.do(
            lambda workspace: workspace.perform(settle_alarm, wave_id, alarm, reason),
            then=lambda _: done(),
            failed=failed,
        )

    def export(self, target: Path) -> None:
        """Write the closed waves of the questionnaire as a workbook to `target`."""
        name, instrument = self.desk.community_name, self.results[-1].wave.instrument_key

        def write(workspace: Workspace) -> None:
            from workbench.reports.survey_sheets import export_survey

            export_survey(workspace, name, instrument, target)

        self.desk.read(write, lambda _: self.desk.say(f"Wrote {target.name}."))

    def destroy_key(self) -> None:
        """Destroy the key behind people's own codes, for every wave of the community."""
        community_id = self.desk.community
        self.desk.do(
            lambda workspace: destroy_links_for_good(workspace, community_id),
            then=lambda _: self.desk.say("The key is destroyed. No answers can be linked by it."),
        )

    def _show(self, read: _Read) -> None:
        self._read, self.results, self.loaded = read, read.results, True
        self._refresh()

    def _refresh(self) -> None:
        if not self.results:
            self.view.show_nothing()
            return
        known = {result.wave.id: result for result in self.results}
        result = known.get(self.wave_id, self.results[-1])
        self.wave_id = result.wave.id
        other = self._other(result, known)
        self.view.show_results(self._shown(result, other))

    def _other(self, result: WaveResult, known: dict[int, WaveResult]) -> WaveResult | None:
        if self.compared_id is not None:
            return known.get(self.compared_id)
        earlier = [one for one in self._comparable(result) if one.wave.id in known]
        before = [one for one in earlier if self.results.index(one) < self.results.index(result)]
        return before[-1] if before else None

    def _comparable(self, result: WaveResult) -> list[WaveResult]:
        if result.figures.suppressed:
            return []
        return [
            one
            for one in self.results
            if one.wave.id != result.wave.id and not one.figures.suppressed
        ]

    def _shown(self, result: WaveResult, other: WaveResult | None) -> ShownResults:
        frame = frame_of(self.results, result, other, self._comparable(result))
        to_decide = result.wave.id in self._read.commented
        frame = replace(frame, linked=self._read.linked, to_decide=to_decide)
        if result.figures.suppressed:
            return frame
        comments = self._read.comments.get(result.wave.id, ())
        until = self.results[: self.results.index(result) + 1]
        pooled = pooled_alpha(result.instrument, [one.figures for one in until])
        return filled(frame, result, other, self._read.places, comments, pooled)


def _read(workspace: Workspace, community_id: int, wave_id: int) -> _Read:
    found = workspace.read(waves, community_id)
    closed = [row for row in found if row.state is WaveState.CLOSED]
    if not closed:
        return _Read((), {}, {})
    known = {row.id for row in closed}
    wave = workspace.read(wave_row, wave_id) if wave_id in known else closed[-1]
    results = workspace.read(wave_results, community_id, wave.instrument_key)
    return _Read(
        tuple(results),
        {one.wave.id: tuple(workspace.read(wave_comments, one.wave.id)) for one in results},
        {fold(row.name): place for place, row in enumerate(workspace.read(departments))},
        workspace.read(has_links, community_id),
        frozenset(one.wave.id for one in results if workspace.read(comments_read, one.wave.id)),
    )
