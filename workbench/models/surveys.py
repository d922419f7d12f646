"""Tables of surveys: an island that no foreign key joins to any other table.

Answers carry no time, order, session or person, lie in no order of writing (WITHOUT ROWID, random
keys), and are left out of undo. `community_id` is a plain number on purpose: a key from a wave to a
community would make a path from answers over communities to people.
"""

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.foundation.words import WaveState
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


class Wave(Base):
    """One round of asking one instrument; the minimum group is fixed when it opens."""

    __tablename__ = "waves"
    __table_args__ = (
        UniqueConstraint("community_id", "instrument_id", "label"),
        CheckConstraint("minimum_group >= 5", name="minimum_group"),
        CheckConstraint("invited IS NULL OR invited >= 0", name="invited"),
        {"info": KEPT_OUT_OF_UNDO},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int]
    instrument_id: Mapped[str] = mapped_column(refers_to("instruments.id", ondelete="RESTRICT"))
    label: Mapped[str]
    state: Mapped[WaveState] = mapped_column(words(WaveState), default=WaveState.PLANNED)
    opened_on: Mapped[date | None]
    closes_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    invited: Mapped[int | None]
    minimum_group: Mapped[int] = mapped_column(default=5)
    change_that_matters: Mapped[float | None]


class AnswerSheet(Base):
    """One person's unlinked answers: codes by item; a department only as chosen in the survey."""

    __tablename__ = "answer_sheets"
    __table_args__ = ({"sqlite_with_rowid": False, "info": KEPT_OUT_OF_UNDO},)
    key: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    wave_id: Mapped[int] = mapped_column(refers_to("waves.id"))
    answers: Mapped[str]
    department: Mapped[str | None]


class AnswerComment(Base):
    """A comment without a link to the answers of the same form."""

    __tablename__ = "answer_comments"
    __table_args__ = ({"sqlite_with_rowid": False, "info": KEPT_OUT_OF_UNDO},)
    key: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    wave_id: Mapped[int] = mapped_column(refers_to("waves.id"))
    text: Mapped[str]


class FrozenFigures(Base):
    """The aggregates of a closed wave as JSON with their SHA-256; reports read only these."""

    __tablename__ = "frozen_figures"
    __table_args__ = ({"info": KEPT_OUT_OF_UNDO},)
    wave_id: Mapped[int] = mapped_column(refers_to("waves.id"), primary_key=True)
    figures: Mapped[str]
    sha256: Mapped[str]
