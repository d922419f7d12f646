"""The sample while its next session runs: what the picture of the Live page shows."""

from datetime import datetime, time
from pathlib import Path

import msgspec

from workbench.communities.actions import set_workspace_setting
from workbench.contributions.actions import log_contribution
from workbench.contributions.rules import Gift
from workbench.foundation.assets import asset
from workbench.foundation.clock import FixedClock
from workbench.foundation.words import ContributionKind, Mark
from workbench.imports.sample import SAMPLE_ZONE
from workbench.sessions.attendance_actions import MarkDetail, mark_many
from workbench.sessions.attendance_queries import marking
from workbench.sessions.live_actions import next_block, start_live
from workbench.sessions.queries import session_detail
from workbench.storage.standing import STANDS_AT
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import open_workspace


class Captured(msgspec.Struct, frozen=True):
    """One gift that was captured while the session ran."""

    giver: str
    kind: ContributionKind
    text: str


class RunningSession(msgspec.Struct, frozen=True):
    """Everything in live.toml; times are those on the wall."""

    session: int
    now: datetime
    begun: list[time]
    apologies: list[str]
    not_yet: list[str]
    late: dict[str, time]
    captured: list[Captured]


def run_sample(path: Path, passphrase: str | None = None) -> int:
    """Run the next session of a sample workspace up to where its picture was taken.

    The file stands at that moment from then on. Returns the session.
    """
    planned = msgspec.toml.decode(asset("sample", "live.toml").read_bytes(), type=RunningSession)
    clock = FixedClock(datetime.combine(planned.now.date(), planned.begun[0]), SAMPLE_ZONE)
    with open_workspace(path, passphrase, clock) as workspace:
        for place, begun in enumerate(planned.begun):
            clock.at = datetime.combine(planned.now.date(), begun)
            workspace.perform(next_block if place else start_live, planned.session)
        clock.at = planned.now
        workspace.perform(_fill_room, planned)
    return planned.session


@action("Fill the room", "sessions", "contributions")
def _fill_room(work: Work, planned: RunningSession) -> None:
    community = session_detail(work.session, planned.session).community_id
    lines = {row.name: row for row in marking(work.session, planned.session).rows}
    open_ones = {n: row.person_id for n, row in lines.items() if row.mark is Mark.UNKNOWN}
    marks = {one: Mark.PRESENT for name, one in open_ones.items() if name not in planned.not_yet}
    marks |= {open_ones[name]: Mark.PART for name in planned.late}
    marks |= {open_ones[name]: Mark.EXCUSED for name in planned.apologies}
    details = {open_ones[name]: MarkDetail(arrived_at=at) for name, at in planned.late.items()}
    mark_many(work, planned.session, marks, details)
    for one in planned.captured:
        gift = Gift(
            giver_id=lines[one.giver].person_id,
            kind=one.kind,
            text=one.text,
            session_id=planned.session,
        )
        log_contribution(work, community, gift)
    set_workspace_setting(work, STANDS_AT, f"{planned.now:%Y-%m-%dT%H:%M:%S} {SAMPLE_ZONE}")
