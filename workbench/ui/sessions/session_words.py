"""Words and colours that the pages of sessions share."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from workbench.foundation.words import BlockKind, SessionState
from workbench.sessions.queries import SessionRow
from workbench.sessions.talk_balance import Voice

BLOCK_WORDS = {
    BlockKind.CONNECT: "Connect",
    BlockKind.FRAME: "Frame",
    BlockKind.INPUT: "Input",
    BlockKind.EXCHANGE: "Exchange",
    BlockKind.PRACTISE: "Practise",
    BlockKind.COMMIT: "Commit",
    BlockKind.BREAK: "Break",
}
_BLOCK_PLACES: dict[BlockKind, int | None] = {
    BlockKind.INPUT: 0,
    BlockKind.EXCHANGE: 1,
    BlockKind.PRACTISE: 2,
    BlockKind.COMMIT: 3,
    BlockKind.FRAME: 4,
    BlockKind.CONNECT: 5,
    BlockKind.BREAK: None,
}


def talk_words(shares: Mapping[Voice, float]) -> str:
    """Return "Everyone 80% (61% in groups)   One person 15%", who never talks left out."""
    small = shares.get(Voice.SMALL_GROUPS, 0.0)
    everyone = small + shares.get(Voice.TOGETHER, 0.0)
    parts = [
        f"Everyone {everyone:.0%}" + (f" ({small:.0%} in groups)" if small else ""),
        f"One person {shares.get(Voice.ONE_PERSON, 0.0):.0%}",
        f"Break {shares.get(Voice.BREAK, 0.0):.0%}",
    ]
    spent = (everyone, shares.get(Voice.ONE_PERSON), shares.get(Voice.BREAK))
    return "   ".join(part for part, share in zip(parts, spent, strict=True) if share)


def block_place(kind: BlockKind) -> int | None:
    """Return the place of a kind of block in the order of colours, None for the neutral one."""
    return _BLOCK_PLACES[kind]


def kind_place(kind: str, kinds: Sequence[str]) -> int | None:
    """Return the place of a kind of session in the order of colours, by when it was first used."""
    return list(kinds).index(kind) if kind in kinds else None


def span_words(starts: datetime, minutes: int) -> str:
    """Return "14:00 to 15:30"."""
    return f"{starts:%H:%M} to {starts + timedelta(minutes=minutes):%H:%M}"


def remark_of(row: SessionRow, now: datetime) -> tuple[str, str]:
    """Return the words at the end of a line of the list and their tone, both empty for none."""
    if row.state is SessionState.CANCELLED:
        return "Cancelled", "neutral"
    if row.expected is not None:
        return f"{row.here} of {row.expected} here", "text_2"
    if row.head_count is not None:
        return f"{row.head_count} counted", "text_2"
    if row.starts + timedelta(minutes=row.minutes) < now:
        return "Mark attendance", "accent_text"
    if row.agenda.over:
        return row.agenda.remark, "warn"
    if row.continues_number is not None:
        return f"Start from session {row.continues_number}", "accent_text"
    return row.agenda.remark, "text_3"
