"""The Live page without Qt: the run, who is here, what is captured; every press is kept at once."""

from workbench.contributions.actions import log_line
from workbench.contributions.capture_words import CaptureWords
from workbench.foundation.errors import BadInput
from workbench.foundation.text import fold
from workbench.foundation.words import Mark
from workbench.sessions import live_actions as actions
from workbench.sessions.agenda_actions import trim
from workbench.sessions.attendance_actions import MarkDetail, mark_attendance
from workbench.sessions.attendance_queries import MarkingRow
from workbench.sessions.attendance_rules import HERE
from workbench.sessions.calendar_file import checked_zone
from workbench.sessions.live_queries import running_session
from workbench.sessions.queries import next_session
from workbench.sessions.run_rules import LEFT_OPEN_AFTER
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk
from workbench.ui.sessions.live_face import Face, Offer, Stage, face_of
from workbench.ui.sessions.live_reads import LiveRead, LiveView, read_live


class LivePresenter:
    """Holds what was read; the face is worked out anew at each tick."""

    def __init__(self, desk: Desk, view: LiveView) -> None:
        self.desk, self.view = desk, view
        self.session: int | None = None
        self.read: LiveRead | None = None
        self.typed = ""
        self.loaded = False
        self.chosen: int | None = None
        self._face: Face | None = None

    def arrive(self, session: int) -> None:
        """Run another session."""
        if session != self.session:
            self.session = session
            self.load()

    def arrive_anew(self) -> None:
        """Look for the session to run now, where the one shown ended long ago."""
        read, now = self.read, self.desk.clock.now()
        if read and read.live.run.ended and now - read.live.slot_ends > LEFT_OPEN_AFTER:
            self.session = None
            self.load()

    def load(self) -> None:
        """Read the session asked for, the one that runs, or the next one."""
        community, wanted, now = self.desk.community, self.session, self.desk.clock.now()

        def read(workspace: Workspace) -> LiveRead | None:
            session = (
                wanted
                or workspace.read(running_session, community)
                or workspace.read(next_session, community, now)
            )
            if session is None:
                return None
            return read_live(workspace, community, session)

        self.desk.read(read, self._show, self._gone)

    def tick(self) -> None:
        """Show the face of this instant, if anything on it changed."""
        if self.read is None:
            return
        face = face_of(self.read.live, self.desk.clock.now(), self.desk.clock.local())
        if face != self._face:
            self._face = face
            if self.chosen not in [track.number for track in face.tracks]:
                self.chosen = None
            self.view.show_face(face, self.chosen)

    @property
    def stage(self) -> Stage | None:
        """Where the session stands."""
        return self._face.stage if self._face else None

    def go_on(self) -> None:
        """The one key that is always right: start, next block, go on after the end; it never ends.

        With a track chosen it is that track's next block, and once through the whole again.
        """
        stage, session = self.stage, self.session
        if session is None or stage is None or self._face is None:
            return
        if stage in (Stage.WAITING, Stage.ENDED):
            self.desk.do(lambda workspace: workspace.perform(actions.start_live, session))
        elif stage is Stage.LEFT_OPEN:
            self.end()
        elif self.chosen is not None:
            self.next_in(self.chosen)
        elif stage in (Stage.RUNNING, Stage.PAUSED) and self._face.has_next:
            self.desk.do(lambda workspace: workspace.perform(actions.next_block, session))

    def onward(self) -> None:
        """Go on as a clicker asks: a press too many leaves what has ended alone."""
        if self.stage is not Stage.ENDED:
            self.go_on()

    def back(self) -> None:
        """Go back to the block before, of the chosen track or the whole."""
        session = self.session
        if session is None or not self._is_on:
            return
        if self.chosen is not None:
            self.back_in(self.chosen)
        else:
            self.desk.do(lambda workspace: workspace.perform(actions.previous_block, session))

    def choose(self, track: int | None) -> None:
        """Let the keys move a track; the one that is chosen, or None, gives the whole back."""
        numbers = [face.number for face in self._face.tracks] if self._face else []
        self.chosen = track if track in numbers and track != self.chosen else None
        self._face = None
        self.tick()

    def next_in(self, track: int) -> None:
        """Move a track on; from one that is through the keys go back to the whole."""
        session = self.session
        if session is None or not self._is_on or self._face is None:
            return
        if any(face.number == track and face.is_through for face in self._face.tracks):
            self.choose(None)
        else:
            self.desk.do(lambda w: w.perform(actions.next_in_track, session, track))

    def back_in(self, track: int) -> None:
        """Move a track back."""
        session = self.session
        if session is not None and self._is_on:
            self.desk.do(lambda w: w.perform(actions.previous_in_track, session, track))

    def more_in(self, track: int) -> None:
        """Give what runs in a track one minute more."""
        session = self.session
        if session is not None and self._is_on:
            self.desk.do(lambda w: w.perform(actions.add_minutes_in_track, session, track, 1))

    def take(self, offer: Offer) -> None:
        """Shorten what an offer names, so that the session ends in time; Undo takes it back."""
        session, minutes, name = self.session, dict(offer.minutes), offer.button
        if session is not None and self._is_on:
            self.desk.do(
                lambda workspace: workspace.perform(trim, session, minutes, name), said=offer.done
            )

    def go_to(self, block: int) -> None:
        """Run another block of the agenda now."""
        session = self.session
        if session is not None and self._is_on:
            self.desk.do(lambda workspace: workspace.perform(actions.go_to_block, session, block))

    def pause(self) -> None:
        """Let the clock stand, or go on; before the start, start."""
        session = self.session
        if session is None:
            return
        if self.stage is Stage.RUNNING:
            self.desk.do(lambda workspace: workspace.perform(actions.pause, session))
        elif self.stage is Stage.PAUSED:
            self.desk.do(lambda workspace: workspace.perform(actions.resume, session))
        elif self.stage is Stage.WAITING:
            self.go_on()

    def more(self) -> None:
        """Give the current block one minute more, or that of the chosen track; no stopwatch."""
        session = self.session
        if session is None or not self._is_on or self._face is None or not self._face.due:
            return
        if self.chosen is not None:
            self.more_in(self.chosen)
        else:
            self.desk.do(lambda workspace: workspace.perform(actions.add_minutes, session, 1))

    def end(self) -> None:
        """End the session now and lead to its debrief; one left open ends when its slot did."""
        session = self.session
        if session is None or self.read is None:
            return
        at = self.read.live.slot_ends if self.stage is Stage.LEFT_OPEN else None
        self.desk.do(
            lambda workspace: workspace.perform(actions.end_live, session, at),
            said="Session ended. Times are kept with the agenda.",
        )

    def rooms(self) -> None:
        """Go to the rooms of this session."""
        if self.session is not None:
            self.desk.go("rooms", session=self.session)

    def debrief(self) -> None:
        """Write down what worked."""
        self.desk.go("debrief", session=self.session or 0)

    def search(self, typed: str) -> None:
        """Show people whose name has a word that begins so, in any state."""
        self.typed = typed
        self._show_people()

    def tick_first(self, *, late: bool = False) -> bool:
        """Mark the first person found; returns whether there was one."""
        found = self._found()
        if not self.typed.strip() or not found:
            return False
        self.mark(found[0], Mark.PART if late else Mark.PRESENT)
        return True

    def toggle(self, row: MarkingRow) -> None:
        """Mark somebody here, or take the mark away from somebody who is."""
        self.mark(row, Mark.UNKNOWN if row.mark in HERE else Mark.PRESENT)

    def mark(self, row: MarkingRow, mark: Mark) -> None:
        """Set somebody's mark; a late one with the time on the wall."""
        session, person = self.session, row.person_id
        if session is not None and self.read is not None:
            zone = checked_zone(self.read.live.detail.zone)
            now = self.desk.clock.now().astimezone(zone).time().replace(second=0, microsecond=0)
            detail = MarkDetail(arrived_at=now) if mark is Mark.PART else None
            self.desk.do(lambda w: w.perform(mark_attendance, session, person, mark, detail))

    def offers(self, line: str) -> list[tuple[str, str]]:
        """Return what may come next in the capture line: label and the whole line with it."""
        words = self.read.words if self.read else CaptureWords()
        return [(offer.label, offer.line) for offer in words.complete(line).offers]

    def capture(self, line: str) -> None:
        """Log one line in this session; what is in doubt is said below it."""
        community, session = self.desk.community, self.session
        if not line.strip():
            return

        def failed(problem: Exception) -> None:
            if isinstance(problem, BadInput):
                self.view.give_back(line, str(problem))
            else:
                self.view.give_back(line, "Not kept.")
                self.desk.tell(problem)

        self.desk.do(
            lambda workspace: workspace.perform(log_line, community, line, session),
            failed=failed,
        )

    @property
    def _is_on(self) -> bool:
        return self.stage in (Stage.RUNNING, Stage.PAUSED)

    def _found(self) -> list[MarkingRow]:
        rows = self.read.marking.rows if self.read else ()
        wanted = fold(self.typed)
        if not wanted:
            return [row for row in rows if row.mark is Mark.UNKNOWN and row.is_expected]
        return [row for row in rows if f" {wanted}" in f" {fold(row.name)}"]

    def _show_people(self) -> None:
        if self.read is not None:
            self.view.show_people(self.read.marking, self._found(), self.typed)

    def _show(self, read: LiveRead | None) -> None:
        self.read, self.loaded, self._face = read, True, None
        if read is None:
            self.view.show_nothing()
            return
        detail = read.live.detail
        self.session = detail.id
        self.view.show_session(f"{detail.title} · session {detail.number}")
        self.tick()
        self._show_people()
        kinds = [spec.name for spec in read.words.book.offered]
        self.view.show_captured(read.captured, kinds)

    def _gone(self, problem: Exception) -> None:
        if self.session is not None:  # deleted meanwhile: look for another one
            self.session = None
            self.load()
        else:
            self.desk.tell(problem)
