"""Tables of surveys: an island that no foreign key joins to any other table.

One asking is one form, with one wave for each questionnaire on it. Answers carry no time, order,
session or person, lie in no order of writing (WITHOUT ROWID, random keys), and are left out of
undo. `community_id` is a plain number on purpose: a key from a wave to a community would make a
path from answers over communities to people.
"""

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.foundation.words import Attended, CommentDecision, WaveState
from workbench.models.base import Base, refers_to, words

KEPT_OUT_OF_UNDO: dict[str, Any] = {"undo": False}


class Instrument(Base):
    """A questionnaire as it was when first used here: "key@version" and its whole definition."""

    __tablename__ = "instruments"
    __table_args__ = ({"info": KEPT_OUT_OF_UNDO},)
    id: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(index=True)
    version: Mapped[int]
    definition: Mapped[str]
    source: Mapped[str] = mapped_column(default="")


class Asking(Base):
    """One form that people fill in: what is asked beside the questionnaires, how, with which words.

    `departments` and `code_parts` are JSON lists of choices and of questions for a linking code;
    None is not asked. `key_name` names a key that lies outside the file, the same for all askings
    of a community.
    """

    __tablename__ = "askings"
    __table_args__ = ({"info": KEPT_OUT_OF_UNDO},)
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int]
    key_name: Mapped[str]
    expected_answers: Mapped[int | None]
    promise: Mapped[str] = mapped_column(default="")
    departments: Mapped[str | None]
    code_parts: Mapped[str | None]
    asks_comment: Mapped[bool] = mapped_column(default=False)
    asks_attendance: Mapped[bool] = mapped_column(default=False)
    by_laptop: Mapped[bool] = mapped_column(default=False)
    on_paper: Mapped[bool] = mapped_column(default=False)
    from_file: Mapped[bool] = mapped_column(default=False)


class Wave(Base):
    """One round of asking one instrument; the minimum group is fixed when it opens.

    `can_find` is the change it would find 4 times in 5, `can_find_said` that sentence as it stood
    when the wave opened. The counts of how answers came in move by whole rounds only.
    """

    __tablename__ = "waves"
    __table_args__ = (
        UniqueConstraint("community_id", "instrument_id", "label"),
        CheckConstraint("minimum_group >= 5", name="minimum_group"),
        CheckConstraint("invited IS NULL OR invited >= 0", name="invited"),
        CheckConstraint(
            "from_laptop >= 0 AND from_paper >= 0 AND from_file >= 0", name="counted_means"
        ),
        {"info": KEPT_OUT_OF_UNDO},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int]
    asking_id: Mapped[int] = mapped_column(refers_to("askings.id"), index=True)
    instrument_id: Mapped[str] = mapped_column(refers_to("instruments.id", ondelete="RESTRICT"))
    label: Mapped[str]
    state: Mapped[WaveState] = mapped_column(words(WaveState), default=WaveState.PLANNED)
    opened_on: Mapped[date | None]
    closes_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    invited: Mapped[int | None]
    minimum_group: Mapped[int] = mapped_column(default=5)
    change_that_matters: Mapped[float | None]
    can_find: Mapped[float | None]
    can_find_said: Mapped[str] = mapped_column(default="")
    from_laptop: Mapped[int] = mapped_column(default=0)
    from_paper: Mapped[int] = mapped_column(default=0)
    from_file: Mapped[int] = mapped_column(default=0)


class AnswerSheet(Base):
    """One person's answers: codes by item; a department and how often they came only as chosen.

    `link` is a keyed hash, only where people made a code of their own; its key is not in the file.
    """

    __tablename__ = "answer_sheets"
    __table_args__ = ({"sqlite_with_rowid": False, "info": KEPT_OUT_OF_UNDO},)
    key: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    wave_id: Mapped[int] = mapped_column(refers_to("waves.id"))
    answers: Mapped[str]
    department: Mapped[str | None]
    attended: Mapped[Attended | None] = mapped_column(words(Attended))
    link: Mapped[bytes | None] = mapped_column(LargeBinary)


class AnswerComment(Base):
    """A comment without a link to the answers of the same form; scrubbing replaces its text."""

    __tablename__ = "answer_comments"
    __table_args__ = ({"sqlite_with_rowid": False, "info": KEPT_OUT_OF_UNDO},)
    key: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    wave_id: Mapped[int] = mapped_column(refers_to("waves.id"))
    text: Mapped[str]
    decision: Mapped[CommentDecision] = mapped_column(
        words(CommentDecision), default=CommentDecision.WAITING
    )


class SealedRound(Base):
    """Rounds too small to be stored, in one box of fixed size; its key is not in the file."""

    __tablename__ = "sealed_rounds"
    __table_args__ = ({"sqlite_with_rowid": False, "info": KEPT_OUT_OF_UNDO},)
    key: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    asking_id: Mapped[int] = mapped_column(refers_to("askings.id"))
    box: Mapped[bytes] = mapped_column(LargeBinary)


class FrozenFigures(Base):
    """The aggregates of a closed wave as JSON with their SHA-256; reports read only these."""

    __tablename__ = "frozen_figures"
    __table_args__ = ({"info": KEPT_OUT_OF_UNDO},)
    wave_id: Mapped[int] = mapped_column(refers_to("waves.id"), primary_key=True)
    figures: Mapped[str]
    sha256: Mapped[str]


class FrozenChange(Base):
    """What changed between two waves as JSON with its SHA-256, made when the later one closed."""

    __tablename__ = "frozen_changes"
    __table_args__ = ({"info": KEPT_OUT_OF_UNDO},)
    earlier_id: Mapped[int] = mapped_column(refers_to("waves.id"), primary_key=True)
    later_id: Mapped[int] = mapped_column(refers_to("waves.id"), primary_key=True)
    figures: Mapped[str]
    sha256: Mapped[str]


class FrozenGrowth(Base):
    """How people linked over three waves or more moved, as JSON with its SHA-256, frozen once."""

    __tablename__ = "frozen_growths"
    __table_args__ = ({"info": KEPT_OUT_OF_UNDO},)
    wave_id: Mapped[int] = mapped_column(refers_to("waves.id"), primary_key=True)
    figures: Mapped[str]
    sha256: Mapped[str]


class SettledAlarm(Base):
    """An alarm about a key that somebody has looked into, with the reason they gave."""

    __tablename__ = "settled_alarms"
    __table_args__ = ({"info": KEPT_OUT_OF_UNDO},)
    wave_id: Mapped[int] = mapped_column(refers_to("waves.id"), primary_key=True)
    alarm: Mapped[str] = mapped_column(primary_key=True)
    reason: Mapped[str]
    settled_on: Mapped[date]


class ReleasedCut(Base):
    """A set of answers whose figures were shown: kept for good, so that no later cut tells of few.

    It outlives its wave, so `wave_id` and `instrument_id` are plain. `cut` and `sums` are JSON: how
    the set is defined, and the figures released of it, no more than that.
    """

    __tablename__ = "released_cuts"
    __table_args__ = ({"sqlite_with_rowid": False, "info": KEPT_OUT_OF_UNDO},)
    key: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    community_id: Mapped[int]
    wave_id: Mapped[int]
    instrument_id: Mapped[str]
    closed_on: Mapped[date]
    cut: Mapped[str]
    answers: Mapped[int]
    sums: Mapped[str]
