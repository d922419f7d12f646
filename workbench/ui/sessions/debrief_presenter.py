"""The debrief page without Qt: what was planned and what came, three answers, the next plan."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from workbench.contributions.feed_queries import feed_rows
from workbench.contributions.promise_queries import PromiseRow, promises
from workbench.contributions.rules import FeedFilter
from workbench.foundation.errors import BadInput
from workbench.foundation.text import counted, kept, listed
from workbench.foundation.words import ContributionKind
from workbench.sessions.actual_queries import block_times
from workbench.sessions.actuals import BlockTime
from workbench.sessions.agenda_actions import trim
from workbench.sessions.attendance_queries import Marking, marking
from workbench.sessions.debrief_actions import Answer, answer_debrief, carry_into_next
from workbench.sessions.debrief_queries import debrief, last_held, open_debriefs, session_after
from workbench.sessions.debrief_rules import DebriefText, is_carried
from workbench.sessions.duration_queries import learned_durations
from workbench.sessions.durations import differs_clearly, learned_for
from workbench.sessions.likely_queries import likely_at
from workbench.sessions.queries import SessionDetail, session_detail
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk

_MANY = {kind: f"{kind.value}s" for kind in ContributionKind} | {
    ContributionKind.STORY: "stories",
    ContributionKind.FEEDBACK: "feedback",
    ContributionKind.HELP: "help",
    ContributionKind.HOSTING: "hosting",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """Minutes for a block of the next plan, from what its method really took."""

    block: int
    title: str
    planned: int
    minutes: int
    words: str


@dataclass(frozen=True, slots=True)
class NextPlan:
    """The session that comes next, whether the carry-over is in it, and minutes to propose."""

    session: SessionDetail
    is_carried: bool
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class DebriefRead:
    """What the page shows of one session."""

    session: SessionDetail
    text: DebriefText
    times: tuple[BlockTime, ...]
    marking: Marking
    kinds: tuple[tuple[ContributionKind, int], ...]
    promises: tuple[PromiseRow, ...]
    following: NextPlan | None

    @property
    def came_words(self) -> str:
        """Who came, in one line."""
        if not self.session.marking_started:
            return "Nobody is marked yet."
        guests = self.marking.guests
        more = f", and {counted(guests, 'guest', 'guests')}" if guests else ""
        return f"{self.marking.rate.fraction} here{more}"

    @property
    def given_words(self) -> str:
        """What was given, in one line."""
        if not self.kinds:
            return "Nothing was captured."
        whole = sum(number for _, number in self.kinds)
        parts = [counted(number, kind.value, _MANY[kind]) for kind, number in self.kinds]
        return f"{counted(whole, 'contribution', 'contributions')}: {listed(parts)}"


class DebriefView(Protocol):
    """What the presenter asks of the page."""

    def show_debrief(self, read: DebriefRead) -> None:
        """Show a session and what is written of it."""
        ...

    def show_nothing(self) -> None:
        """Say that no session was held yet."""
        ...

    def show_problem(self, problem: BadInput) -> None:
        """Say what stands against putting it into the next plan."""
        ...


class DebriefPresenter:
    """Reads one session and keeps each answer by itself."""

    def __init__(self, desk: Desk, view: DebriefView) -> None:
        self.desk, self.view = desk, view
        self.session: int | None = None
        self.read: DebriefRead | None = None
        self.loaded = False

    def arrive(self, session: int) -> None:
        """Show another session."""
        if session != self.session:
            self.session = session
            self.load()

    def load(self) -> None:
        """Read the session asked for, the one whose debrief is open, or the last one held."""
        community, wanted = self.desk.community, self.session
        today, now = self.desk.clock.today(), self.desk.clock.local()

        def read(workspace: Workspace) -> DebriefRead | None:
            session = wanted
            if session is None:
                left = workspace.read(open_debriefs, community, today)
                session = left[0].session_id if left else workspace.read(last_held, community)
            return None if session is None else read_debrief(workspace, session, today, now)

        self.desk.read(read, self._show, self._gone)

    def keep(self, answer: Answer, text: str) -> None:
        """Keep what was typed, if it changed."""
        session, read = self.session, self.read
        if session is None or read is None or kept(text) == getattr(read.text, answer):
            return
        self.desk.do(lambda workspace: workspace.perform(answer_debrief, session, answer, text))

    def carry_over(self) -> None:
        """Put what is carried over into the next session's note."""
        session = self.session
        if session is None or self.read is None or self.read.following is None:
            return
        title = self.read.following.session.title
        self.desk.do(
            lambda workspace: workspace.perform(carry_into_next, session),
            said=f"It stands in the note of {title}.",
            failed=self._refused,
        )

    def take(self, proposal: Proposal) -> None:
        """Give a block of the next plan the minutes its method really takes."""
        following = self.read.following if self.read else None
        if following is None:
            return
        session, name = following.session.id, f"{proposal.title}: {proposal.minutes} min"
        self.desk.do(
            lambda w: w.perform(trim, session, {proposal.block: proposal.minutes}, name),
            said=f"{proposal.title} has {proposal.minutes} minutes now.",
        )

    def _show(self, read: DebriefRead | None) -> None:
        self.read, self.loaded = read, True
        if read is None:
            self.view.show_nothing()
            return
        self.session = read.session.id
        self.view.show_debrief(read)

    def _gone(self, problem: Exception) -> None:
        if self.session is not None:  # deleted meanwhile
            self.session = None
            self.load()
        else:
            self.desk.tell(problem)

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, BadInput):
            self.view.show_problem(problem)
        else:
            self.desk.tell(problem)


def read_debrief(workspace: Workspace, session: int, today: date, now: datetime) -> DebriefRead:
    """Return everything the page shows of one session; raises NotFound."""
    detail = workspace.read(session_detail, session)
    text = workspace.read(debrief, session)
    gifts = workspace.read(feed_rows, detail.community_id, FeedFilter(session_id=session))
    kinds = Counter(row.kind for row in gifts)
    made = workspace.read(promises, detail.community_id, today)
    return DebriefRead(
        session=detail,
        text=text,
        times=tuple(workspace.read(block_times, session)),
        marking=workspace.read(marking, session),
        kinds=tuple((kind, kinds[kind]) for kind in ContributionKind if kinds[kind]),
        promises=tuple(row for row in made if row.session_id == session),
        following=_following(workspace, detail, text, now),
    )


def _following(
    workspace: Workspace, detail: SessionDetail, text: DebriefText, now: datetime
) -> NextPlan | None:
    number = workspace.read(session_after, detail.id, now)
    if number is None:
        return None
    coming = workspace.read(session_detail, number)
    carried = is_carried(coming.note, text.carry_over, detail.starts.date())
    return NextPlan(coming, carried, _proposals(workspace, coming))


def _proposals(workspace: Workspace, coming: SessionDetail) -> tuple[Proposal, ...]:
    found = workspace.read(learned_durations)
    likely = workspace.read(likely_at, coming.id) or None
    proposals = []
    for placed in coming.agenda.everything:
        block = placed.block
        known = learned_for(found, block.method, likely)
        if known is not None and differs_clearly(block.minutes, known):
            proposals.append(
                Proposal(block.key, block.title, block.minutes, known.minutes, known.words)
            )
    return tuple(proposals)
