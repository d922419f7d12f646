"""The documents of the sample community: charter, agendas and second community, typed."""

from datetime import date, time

import msgspec

from workbench.foundation.assets import asset
from workbench.foundation.words import BlockKind, Source


class BlockEntry(msgspec.Struct, frozen=True):
    """A block of agendas.toml, with the minutes it took where the session was held."""

    title: str
    kind: BlockKind
    minutes: int
    took: int = 0
    method: str = ""
    lead: str = ""
    grouping: str = ""
    to_say: str = ""
    materials: str = ""
    remote: str = ""


class Agenda(msgspec.Struct, frozen=True):
    """The agenda of one session and the note written after it."""

    number: int
    blocks: list[BlockEntry]
    note: str = ""


class DebriefEntry(msgspec.Struct, frozen=True):
    """What was written down after the session of that number."""

    number: int
    worked: str
    differently: str
    carry_over: str


class CommunityEntry(msgspec.Struct, frozen=True):
    """The charter's first lines."""

    name: str
    strapline: str
    organisation: str
    purpose: str
    founded_on: date
    zone: str
    place_between: str = ""


class NormsEntry(msgspec.Struct, frozen=True):
    """One version of the norms."""

    version: int
    agreed_on: date
    lines: list[str]


class RhythmEntry(msgspec.Struct, frozen=True):
    """A repeated meeting, or words alone."""

    name: str
    words: str
    rule: str = ""
    starts_at: time | None = None
    minutes: int | None = None


class ThemeEntry(msgspec.Struct, frozen=True):
    """A theme of reasons to come."""

    name: str
    in_purpose: bool


class GoalEntry(msgspec.Struct, frozen=True):
    """A goal; its figure or instrument is named by key, `measure` is given as it is kept."""

    title: str
    indicator: str
    objective: str
    unit: str
    key: str = ""
    figure: str = ""
    instrument: str = ""
    measure: str = ""
    baseline: float | None = None
    baseline_on: date | None = None
    target: float | None = None
    target_on: date | None = None
    owner: str = ""


class FigureEntry(msgspec.Struct, frozen=True):
    """A business figure; its months stand in figures.csv under the same key."""

    key: str
    name: str
    definition: str
    unit: str
    source: str
    better: str
    target: float
    target_on: date


class EventEntry(msgspec.Struct, frozen=True):
    """A dated note; with an end it is a pause."""

    starts_on: date
    title: str
    ends_on: date | None = None


class LearnedName(msgspec.Struct, frozen=True):
    """A name that a source uses for somebody; `how` is "" where the facilitator said so."""

    person: str
    name: str
    source: Source
    learned_on: date
    how: str = ""


class NoteEntry(msgspec.Struct, frozen=True):
    """A private note on somebody."""

    person: str
    text: str


class Stay(msgspec.Struct, frozen=True):
    """A department since a day."""

    department: str
    since: date


class History(msgspec.Struct, frozen=True):
    """The departments of somebody who moved."""

    person: str
    stays: list[Stay]


class Charter(msgspec.Struct, frozen=True):
    """Everything in community.toml."""

    facilitator: str
    community: CommunityEntry
    norms: list[NormsEntry]
    rhythms: list[RhythmEntry]
    themes: list[ThemeEntry]
    goals: list[GoalEntry]
    figures: list[FigureEntry]
    events: list[EventEntry]
    learned_names: list[LearnedName]
    notes: list[NoteEntry]
    department_history: list[History]


class Circle(msgspec.Struct, frozen=True):
    """Everything in welcome-circle.toml: a community just begun, without people."""

    community: CommunityEntry
    goals: list[GoalEntry]


def charter() -> Charter:
    """Return the charter of the sample community."""
    return msgspec.toml.decode(asset("sample", "community.toml").read_bytes(), type=Charter)


def circle() -> Circle:
    """Return the second community."""
    return msgspec.toml.decode(asset("sample", "welcome-circle.toml").read_bytes(), type=Circle)


def agendas() -> dict[int, Agenda]:
    """Return the agendas by session number."""
    content = asset("sample", "agendas.toml").read_bytes()
    found = msgspec.toml.decode(content, type=dict[str, list[Agenda]])["sessions"]
    return {agenda.number: agenda for agenda in found}


def debriefs() -> list[DebriefEntry]:
    """Return what was written down after the sessions held."""
    content = asset("sample", "debriefs.toml").read_bytes()
    return msgspec.toml.decode(content, type=dict[str, list[DebriefEntry]])["debriefs"]


def brief_draft() -> str:
    """Return brief.toml as the JSON that a workspace keeps a brief's draft in."""
    chosen = msgspec.toml.decode(asset("sample", "brief.toml").read_bytes())
    return msgspec.json.encode(chosen).decode()
