"""The charter in words: hosts, themes with their bars, norms and what is new in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.communities.queries import Charter, NormList, RhythmRow
from workbench.communities.rules import SMALL_THEME, Theme
from workbench.foundation.dates import month_name, short_day
from workbench.foundation.text import clean, counted, fold
from workbench.foundation.words import Role
from workbench.rosters.queries import RosterRow

_FACES: Final = 4


@dataclass(frozen=True, slots=True)
class Face:
    """Somebody's avatar: number, name, and the place of their department (None neutral)."""

    person_id: int
    name: str
    place: int | None


@dataclass(frozen=True, slots=True)
class Host:
    """Who hosts, or a group of them: faces, a name, and one line."""

    faces: tuple[Face, ...]
    title: str
    line: str


@dataclass(frozen=True, slots=True)
class ThemeShown:
    """A theme with its bars as shares of the longest; `theme` is None for the small ones joined."""

    theme: Theme | None
    name: str
    now: int
    was: int
    share: float
    share_before: float

    @property
    def said(self) -> str:
        """The row in words."""
        return f"{self.name}: {self.now} now, {self.was} when joining"


@dataclass(frozen=True, slots=True)
class ThemesShown:
    """What the card of themes shows: how many said why, the rows, and the line below them."""

    said_why: str
    rows: tuple[ThemeShown, ...]
    note: str
    unfolded: bool


@dataclass(frozen=True, slots=True)
class NormShown:
    """A norm; `new` where the version before did not have it."""

    text: str
    new: bool


def subtitle(charter: Charter) -> str:
    """Return the quiet line beside the page's title."""
    founded = charter.community.founded_on
    since = f", since {month_name(founded)} {founded.year}" if founded else ""
    return f"Charter of {charter.community.name}{since}"


def hosts_of(people: Sequence[RosterRow], came: Mapping[int, tuple[int, int]]) -> list[Host]:
    """Return the co-hosts and sponsors one by one, then the core group as one."""
    hosts = [_host(row, "Co-host") for row in people if row.role is Role.CO_HOST]
    for row in people:
        if row.role is Role.SPONSOR:
            here, expected = came.get(row.person_id, (0, 0))
            came_words = f" · here {here} of {expected}" if expected else ""
            hosts.append(_host(row, f"Sponsor{came_words}"))
    core = [row for row in people if row.role is Role.CORE]
    if core:
        hosts.append(Host(tuple(map(_face, core[:_FACES])), "Core group", _spread(core)))
    return hosts


def themes_shown(themes: Sequence[Theme], *, unfolded: bool) -> list[ThemeShown]:
    """Return the themes, most named first; those under 5 join one row, below it if `unfolded`."""
    longest = max((max(one.now, one.at_joining) for one in themes), default=0) or 1
    ordered = sorted(themes, key=lambda one: -one.now)
    large = [_theme(one, longest) for one in ordered if one.now >= SMALL_THEME]
    small = [one for one in ordered if one.now < SMALL_THEME]
    if not small:
        return large
    now, was = sum(one.now for one in small), sum(one.at_joining for one in small)
    name = f"Other, each under {SMALL_THEME}"
    other = ThemeShown(None, name, now, was, min(1, now / longest), min(1, was / longest))
    return [*large, other, *(_theme(one, longest) for one in small if unfolded)]


def themes_note(themes: Sequence[Theme]) -> str:
    """Return what moved most since joining, and that the reasons are shown as counts."""
    counts = "Told to you by name, so shown here as counts only."
    named = [one for one in themes if one.now >= SMALL_THEME or one.at_joining >= SMALL_THEME]
    up = max(named, key=lambda one: one.now - one.at_joining, default=None)
    down = min(named, key=lambda one: one.now - one.at_joining, default=None)
    said = [f'more now say "{up.name}"'] if up and up.now > up.at_joining else []
    if down and down.now < down.at_joining:
        said.append(f'fewer say "{down.name}"')
    moved = ", ".join(said)
    return f"{moved[:1].upper()}{moved[1:]}. {counts}" if moved else counts


def norms_shown(versions: Sequence[NormList]) -> list[NormShown]:
    """Return the newest norms, marking those the version before did not have."""
    if not versions:
        return []
    before = {fold(text) for text in versions[1].norms} if len(versions) > 1 else None
    return [
        NormShown(text, before is not None and fold(text) not in before)
        for text in versions[0].norms
    ]


def agreed(norms: NormList) -> str:
    """Return "version 3, agreed 25 Jun"."""
    day = f", agreed {short_day(norms.agreed_on)}" if norms.agreed_on else ""
    return f"version {norms.version}{day}"


def rhythm_words(row: RhythmRow) -> str:
    """Return the words of a rhythm, or its time where it has none."""
    if row.words:
        return row.words
    at = f"at {row.starts_at:%H:%M}" if row.starts_at else ""
    return " ".join(part for part in (at, f"{row.minutes} min" if row.minutes else "") if part)


def rhythm_icon(row: RhythmRow) -> str:
    """Return the icon of a rhythm: weekly repeats, monthly in the calendar, people for the rest."""
    if "FREQ=WEEKLY" in row.rule:
        return "repeat"
    return "calendar" if row.rule or row.starts_at else "people"


def norms_in(text: str) -> tuple[str, ...]:
    """Return the norms typed line by line, without numbers or bullets before them."""
    return tuple(_unnumbered(line) for line in text.splitlines() if clean(line))


def _unnumbered(line: str) -> str:
    words = clean(line)
    head, _, rest = words.partition(" ")
    bullet = head in {"-", "–", "*", "•"} or (head[:-1].isdecimal() and head[-1] in ".)")
    return rest if bullet and rest else words


def _face(row: RosterRow) -> Face:
    return Face(row.person_id, row.name, row.department.position if row.department else None)


def _host(row: RosterRow, line: str) -> Host:
    return Host((_face(row),), row.name, line)


def _spread(core: Sequence[RosterRow]) -> str:
    people = counted(len(core), "person", "people")
    places = {row.department.id for row in core if row.department}
    if len(places) == len(core) > 1:
        return f"{people}, one per department"
    if len(places) < 2:
        return people
    return f"{people} from {len(places)} departments"


def _theme(one: Theme, longest: int) -> ThemeShown:
    return ThemeShown(
        one, one.name, one.now, one.at_joining, one.now / longest, one.at_joining / longest
    )
