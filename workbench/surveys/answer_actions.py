"""Writing answers so that nothing of who, when or in which order is left in the file.

Rows go in by whole rounds, under random keys, sorted by those keys; every round deals all sheets of
the wave anew (confidentiality 4.4 and 4.6). Answers have no undo, on purpose.
"""

from collections.abc import Mapping, Sequence
from operator import itemgetter

import msgspec
from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from workbench.foundation.errors import BadInput
from workbench.foundation.ids import random_key
from workbench.foundation.text import clean
from workbench.foundation.words import Means, WaveState
from workbench.models.surveys import AnswerComment, SealedRound, Wave
from workbench.models.surveys import AnswerSheet as StoredSheet
from workbench.storage.unit_of_work import Work, action
from workbench.surveys.answer_queries import stored_comments, stored_sheets
from workbench.surveys.answers import AnswerSheet, Round
from workbench.surveys.instruments import Instrument
from workbench.surveys.queries import instrument_of, wave_row
from workbench.surveys.scoring import checked
from workbench.surveys.wave_rules import refuse_more_than_invited, refuse_small_round


@action("Add a round of answers", "surveys")
def add_answers(
    work: Work,
    wave_id: int,
    sheets: Sequence[AnswerSheet],
    comments: Sequence[str] = (),
    *,
    means: Means = Means.FILE,
) -> int:
    """Store one round of an open wave and return how many sheets the wave now holds.

    Raises BadInput for a wave that is not open, a round below the minimum, codes off the scale, or
    more sheets than people invited. Sheets without any answer are left out.
    """
    given = answered_sheets(instrument_of(work.session, wave_row(work.session, wave_id)), sheets)
    return _add(work.session, wave_id, given, comments, {means: len(given)})


@action("Add a round of answers", "surveys")
def store_round(
    work: Work, asking_id: int, answered: Round, *, invited: int | None = None, box: bytes = b""
) -> None:
    """Store a round of an asking, every wave of it dealt anew; `box` replaces what was sealed.

    `invited` corrects the number of people invited, never downwards. Raises BadInput as
    `add_answers` does, MoreThanInvited with the number for all waves, with nothing stored.
    """
    given = {wave: sheets for wave, sheets in sorted(answered.sheets.items()) if sheets}
    kept = {wave: _answered(work.session, wave, sheets) for wave, sheets in given.items()}
    _correct_invited(work.session, asking_id, invited)
    _refuse_more(work.session, kept)
    comments = answered.comments
    for wave_id, sheets in kept.items():
        _add(work.session, wave_id, sheets, comments, answered.came_by[wave_id])
        comments = ()
    drop_sealed(work, asking_id)
    if box:
        seal_round(work, asking_id, box)


@action("Keep a round sealed", "surveys")
def seal_round(work: Work, asking_id: int, box: bytes) -> None:
    """Keep a sealed box for an asking in place of the one it has."""
    work.session.execute(delete(SealedRound).where(SealedRound.asking_id == asking_id))
    work.session.execute(
        insert(SealedRound), [{"key": random_key(), "asking_id": asking_id, "box": box}]
    )


@action("Discard sealed answers", "surveys")
def drop_sealed(work: Work, asking_id: int) -> None:
    """Discard the sealed box of an asking, if it has one."""
    work.session.execute(delete(SealedRound).where(SealedRound.asking_id == asking_id))


def _answered(session: Session, wave_id: int, sheets: Sequence[AnswerSheet]) -> list[AnswerSheet]:
    return answered_sheets(instrument_of(session, wave_row(session, wave_id)), sheets)


def _correct_invited(session: Session, asking_id: int, invited: int | None) -> None:
    """Raise the number invited of the open waves of an asking to this one, where it is lower."""
    open_ = (Wave.asking_id == asking_id, Wave.state == WaveState.OPEN)
    for wave in session.scalars(select(Wave).where(*open_)):
        if invited is not None and wave.invited is not None:
            wave.invited = max(wave.invited, invited)
    session.flush()


def _refuse_more(session: Session, given: Mapping[int, Sequence[AnswerSheet]]) -> None:
    """Raise MoreThanInvited with the largest number that would have answered a wave."""
    for wave_id in sorted(given, key=lambda one: -_answers_with(session, one, given[one])):
        wave = wave_row(session, wave_id)
        many = _answers_with(session, wave_id, given[wave_id])
        refuse_more_than_invited(many, wave.invited, wave.minimum_group)


def _answers_with(session: Session, wave_id: int, given: Sequence[AnswerSheet]) -> int:
    return len(stored_sheets(session, wave_id)) + len(given)


def _add(
    session: Session,
    wave_id: int,
    given: Sequence[AnswerSheet],
    comments: Sequence[str],
    came_by: Mapping[Means, int],
) -> int:
    wave = wave_row(session, wave_id)
    if wave.state is not WaveState.OPEN:
        raise BadInput(
            f"The wave {wave.label} is not open, so it takes no answers.",
            "A late answer goes into the next wave.",
        )
    refuse_small_round(len(given), wave.minimum_group)
    held = stored_sheets(session, wave_id)
    refuse_more_than_invited(len(held) + len(given), wave.invited, wave.minimum_group)
    deal(session, wave_id, given, comments)
    count_means(session.get_one(Wave, wave_id), came_by)
    return len(held) + len(given)


def count_means(wave: Wave, came_by: Mapping[Means, int]) -> None:
    """Count by what means the sheets of a round came in."""
    wave.from_laptop += came_by.get(Means.LAPTOP, 0)
    wave.from_paper += came_by.get(Means.PAPER, 0)
    wave.from_file += came_by.get(Means.FILE, 0)


def answered_sheets(instrument: Instrument, sheets: Sequence[AnswerSheet]) -> list[AnswerSheet]:
    """Return the sheets with at least one answer; raises BadInput for codes off the scale."""
    return [
        sheet
        for sheet in sheets
        if any(code is not None for code in checked(instrument, sheet.codes))
    ]


def deal(
    session: Session, wave_id: int, sheets: Sequence[AnswerSheet], comments: Sequence[str]
) -> None:
    """Put sheets and comments in with those the wave holds, all under new random keys."""
    session.flush()
    texts = [*stored_comments(session, wave_id), *filter(None, map(clean, comments))]
    rows = [
        {
            "answers": msgspec.json.encode(sheet.codes).decode(),
            "department": clean(sheet.department) or None,
            "link": sheet.link or None,
            "attended": sheet.attended,
        }
        for sheet in (*stored_sheets(session, wave_id), *sheets)
    ]
    _replace(session, StoredSheet, wave_id, rows)
    _replace(session, AnswerComment, wave_id, [{"text": text} for text in texts])


def _replace(
    session: Session,
    table: type[StoredSheet | AnswerComment],
    wave_id: int,
    rows: Sequence[dict[str, str | bytes | None]],
) -> None:
    session.execute(delete(table).where(table.wave_id == wave_id))
    keyed = [{"key": random_key(), "wave_id": wave_id, **row} for row in rows]
    if keyed:
        session.execute(insert(table), sorted(keyed, key=itemgetter("key")))
