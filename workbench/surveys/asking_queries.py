"""Reading askings: which forms there are, with their waves, and one form as people get it."""

from dataclasses import dataclass

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.communities.queries import community
from workbench.foundation.errors import NotFound
from workbench.foundation.words import Means, WaveState
from workbench.models.surveys import Asking, SealedRound
from workbench.surveys.asking_rules import AskedForm, AskingPlan, Block
from workbench.surveys.queries import WaveRow, instrument_of, waves


@dataclass(frozen=True, slots=True)
class AskingRow:
    """One asking with its waves in the order asked; `sealed` tells whether a small round waits."""

    id: int
    community_id: int
    waves: tuple[WaveRow, ...]
    plan: AskingPlan
    sealed: bool

    @property
    def label(self) -> str:
        """The name its waves share."""
        return self.waves[0].label

    @property
    def state(self) -> WaveState:
        """Open while any of its waves is, closed once all are."""
        states = {wave.state for wave in self.waves}
        if WaveState.OPEN in states:
            return WaveState.OPEN
        return WaveState.PLANNED if WaveState.PLANNED in states else WaveState.CLOSED


def askings(session: Session, community_id: int) -> list[AskingRow]:
    """Return the askings of a community in the order of their waves, those not closed yet last."""
    by_asking: dict[int, list[WaveRow]] = {}
    for wave in waves(session, community_id):
        by_asking.setdefault(wave.asking_id, []).append(wave)
    sealed = set(session.scalars(select(SealedRound.asking_id)))
    return [
        _row(
            session.get_one(Asking, number), sorted(rows, key=lambda row: row.id), number in sealed
        )
        for number, rows in by_asking.items()
    ]


def asking_row(session: Session, asking_id: int) -> AskingRow:
    """Return one asking; raises NotFound."""
    stored = session.get(Asking, asking_id)
    if stored is None:
        raise NotFound("This wave is no longer there.", "Choose another one.")
    return next(row for row in askings(session, stored.community_id) if row.id == asking_id)


def form_of(session: Session, asking_id: int) -> AskedForm:
    """Return the form of an asking as people get it; raises NotFound.

    While it is open, a questionnaire whose wave a file has closed already is no longer asked.
    """
    row = asking_row(session, asking_id)
    return AskedForm(
        asking_id=row.id,
        community=community(session, row.community_id).name,
        label=row.label,
        blocks=tuple(Block(wave.id, instrument_of(session, wave)) for wave in _asked_now(row)),
        departments=row.plan.departments,
        asks_comment=row.plan.asks_comment,
        code_parts=row.plan.code_parts,
        promise=row.plan.promise,
        minimum_group=max(wave.minimum_group for wave in row.waves),
        key_name=session.get_one(Asking, asking_id).key_name,
        asks_attendance=row.plan.asks_attendance,
    )


def _asked_now(row: AskingRow) -> list[WaveRow]:
    return [wave for wave in row.waves if wave.state is row.state]


def _row(stored: Asking, rows: list[WaveRow], sealed: bool) -> AskingRow:
    first = rows[0]
    means = {
        Means.LAPTOP: stored.by_laptop, Means.PAPER: stored.on_paper, Means.FILE: stored.from_file,
    }  # fmt: skip
    plan = AskingPlan(
        label=first.label,
        instruments=tuple(wave.instrument_key for wave in rows),
        invited=first.invited,
        minimum_group=first.minimum_group,
        closes_on=first.closes_on,
        change_that_matters={
            wave.instrument_key: wave.change_that_matters
            for wave in rows
            if wave.change_that_matters is not None
        },
        expected_answers=stored.expected_answers,
        departments=_texts(stored.departments),
        asks_comment=stored.asks_comment,
        asks_attendance=stored.asks_attendance,
        code_parts=_texts(stored.code_parts),
        means=frozenset(one for one, chosen in means.items() if chosen),
        promise=stored.promise,
    )
    return AskingRow(stored.id, stored.community_id, tuple(rows), plan, sealed)


def _asked(wave: WaveRow) -> int:
    return wave.id


def _texts(stored: str | None) -> tuple[str, ...]:
    return msgspec.json.decode(stored, type=tuple[str, ...]) if stored else ()
