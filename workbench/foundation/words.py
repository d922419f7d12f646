"""The closed vocabularies of the program, the same in tables, rules, files and on screens."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody is in a community; guests may come but are never expected."""

    MEMBER = "member"
    CORE = "core"
    SPONSOR = "sponsor"
    CO_HOST = "co-host"
    GUEST = "guest"


class Mark(StrEnum):
    """An attendance mark; screens say here, late, apologies, missed, not known."""

    __hash__ = str.__hash__  # looked up by the million: the one of an enumeration is not in C
    PRESENT = "present"
    PART = "part"
    EXCUSED = "excused"
    ABSENT = "absent"
    UNKNOWN = "unknown"


class Source(StrEnum):
    """Where a name was heard: the tool that wrote a file, a list of people, a merged person."""

    TEAMS = "teams"
    ZOOM = "zoom"
    MEET = "meet"
    LIST = "list"
    ROSTER = "roster"
    MERGE = "merge"


class CallState(StrEnum):
    """What became of a reason to call somebody."""

    CALLED = "called"
    SNOOZED = "snoozed"


class SessionState(StrEnum):
    """Whether a session is still to come, has been held, or was called off and left all rates."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class OnDayOff(StrEnum):
    """What becomes of a session that falls on a day off."""

    SKIP = "skip"
    NEXT_WORKING_DAY = "next working day"
    KEEP = "keep"


class BlockKind(StrEnum):
    """What a block of an agenda is for; each kind has its colour."""

    CONNECT = "connect"
    FRAME = "frame"
    INPUT = "input"
    EXCHANGE = "exchange"
    PRACTISE = "practise"
    COMMIT = "commit"
    BREAK = "break"


class ContributionKind(StrEnum):
    """What somebody gave."""

    QUESTION = "question"
    ANSWER = "answer"
    STORY = "story"
    RESOURCE = "resource"
    CHALLENGE = "challenge"
    EXPERIMENT = "experiment"
    FEEDBACK = "feedback"
    HELP = "help"
    HOSTING = "hosting"


class PromiseState(StrEnum):
    """How a promise stands."""

    OPEN = "open"
    KEPT = "kept"
    NOT_KEPT = "not kept"
    CHANGED = "changed"


class StoryValue(StrEnum):
    """How far an application story got, after the value-creation cycles of learning communities."""

    IMMEDIATE = "immediate"
    POTENTIAL = "potential"
    APPLIED = "applied"
    REALISED = "realised"
    REFRAMED = "reframed"


class Evidence(StrEnum):
    """How the result of a story is known."""

    TOLD = "told"
    SEEN = "seen by another"
    COUNTED = "counted"


class ExcusedRule(StrEnum):
    """Whether apologies count as expected or are set apart when a rate is worked out."""

    EXPECTED = "expected"
    SET_APART = "set apart"


class WaveState(StrEnum):
    """Where a wave stands; a closed one is frozen and never opens again."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


class Means(StrEnum):
    """By what means an answer came in; counted per wave, never kept with an answer."""

    LAPTOP = "laptop"
    PAPER = "paper"
    FILE = "file"


class CommentDecision(StrEnum):
    """What a person decided about a comment after reading it; only shown ones leave the file."""

    WAITING = "waiting"
    SHOWN = "shown"
    HELD_BACK = "held back"


class Direction(StrEnum):
    """Which way a measure gets better."""

    HIGHER = "higher is better"
    LOWER = "lower is better"


class ChartSeries(StrEnum):
    """A series on the trend page that a note or a usual range belongs to."""

    SAFETY = "safety"
    LONELINESS = "loneliness"
    BELONGING = "belonging"
    TRANSFER = "transfer"
    OTHER = "other"
    ATTENDANCE = "attendance"
    CONTRIBUTIONS = "contributions"
    FIGURE = "figure"


class Attended(StrEnum):
    """How many sessions somebody says they came to since the last time of asking."""

    NONE = "0"
    FEW = "1-2"
    MORE = "3+"
