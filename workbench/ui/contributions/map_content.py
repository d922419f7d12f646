"""What the map of connections draws: plain values, made off the window's thread."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.foundation.text import counted, listed
from workbench.insights.connection_queries import Connections, MapLink, MapPerson
from workbench.insights.map_layout import Cluster, Layout, Point, lay_out, ring

MOST_PEOPLE: Final = 150
NO_DEPARTMENT: Final = "No department"
_NAMED: Final = 4
_NOBODYS: Final = -1  # the key of those without a department


@dataclass(frozen=True, slots=True)
class Dot:
    """One person or, where there are too many people, one department.

    `gave` is the help given and sets the size; `alone` is drawn hollow; `words` say it aloud.
    """

    key: int
    name: str
    colour: int | None
    gave: int
    busy: int
    alone: bool
    words: str
    at: Point


@dataclass(frozen=True, slots=True)
class Line:
    """Help from one dot to another; solid across departments, dashed inside one."""

    giver: int
    receiver: int
    acts: int
    across: bool


@dataclass(frozen=True, slots=True)
class Place:
    """The name of a department where its people stand."""

    name: str
    colour: int | None
    at: Point


@dataclass(frozen=True, slots=True)
class MapContent:
    """The whole map; `of_people` is False where departments stand for their people."""

    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    places: tuple[Place, ...]
    of_people: bool = True


def map_content(shown: Connections) -> MapContent:
    """Return what the map draws: people, or departments where there are over 150 people."""
    if len(shown.people) > MOST_PEOPLE:
        return _departments(shown)
    clusters = _clusters(shown.people)
    layout = lay_out(
        [Cluster(key, tuple(sorted(p.id for p in people))) for key, people in clusters.items()],
        {(link.giver_id, link.receiver_id): link.acts for link in shown.links},
    )
    said = _said(shown.people, shown.links)
    dots = tuple(_dot(person, said[person.id], layout) for person in shown.people)
    lines = tuple(Line(k.giver_id, k.receiver_id, k.acts, k.across) for k in shown.links)
    places = [
        Place(_name(people[0]), _colour(people[0]), layout.labels[key])
        for key, people in clusters.items()
    ]
    return MapContent(dots, lines, tuple(places))


def links_words(link: MapLink, names: Mapping[int, str]) -> str:
    """Return "Ama Boateng helped Hana Novák, 2 times"."""
    times = f", {link.acts} times" if link.acts > 1 else ""
    return f"{names[link.giver_id]} helped {names[link.receiver_id]}{times}"


def _dot(person: MapPerson, words: str, layout: Layout) -> Dot:
    at, busy = layout.people[person.id], person.gave + person.had
    return Dot(person.id, person.name, _colour(person), person.gave, busy, person.alone, words, at)


def _said(people: Sequence[MapPerson], links: Sequence[MapLink]) -> dict[int, str]:
    names = {person.id: person.name for person in people}
    helped, by = defaultdict(list), defaultdict(list)
    for link in links:
        helped[link.giver_id].append(names[link.receiver_id])
        by[link.receiver_id].append(names[link.giver_id])
    said = {}
    for person in people:
        parts = [f"{person.name}, {_name(person)}"]
        if helped[person.id]:
            parts.append(f"helped {_some(helped[person.id])}")
        if by[person.id]:
            parts.append(f"was helped by {_some(by[person.id])}")
        said[person.id] = (
            f"{parts[0]}: {'; '.join(parts[1:])}." if parts[1:] else f"{parts[0]}: none logged yet."
        )
    return said


def _some(names: Sequence[str]) -> str:
    """Return names by the alphabet, the last ones of many only counted."""
    ordered = sorted(names, key=str.casefold)
    if len(ordered) <= _NAMED + 1:
        return listed(ordered)
    return listed([*ordered[:_NAMED], f"{len(ordered) - _NAMED} others"])


def _clusters(people: Sequence[MapPerson]) -> dict[int, list[MapPerson]]:
    """Return people by department in the order of making; those without one come last."""
    found: dict[int, list[MapPerson]] = defaultdict(list)
    for person in people:
        found[_key(person)].append(person)
    return dict(sorted(found.items(), key=lambda pair: (pair[0] == _NOBODYS, _order(pair[1][0]))))


def _key(person: MapPerson) -> int:
    return person.department.id if person.department else _NOBODYS


def _order(person: MapPerson) -> int:
    return person.department.position if person.department else 0


def _name(person: MapPerson) -> str:
    return person.department.name if person.department else NO_DEPARTMENT


def _colour(person: MapPerson) -> int | None:
    return person.department.position if person.department else None


def _departments(shown: Connections) -> MapContent:
    clusters = _clusters(shown.people)
    of = {person.id: key for key, people in clusters.items() for person in people}
    acts: Counter[tuple[int, int]] = Counter()
    for link in shown.links:
        acts[of[link.giver_id], of[link.receiver_id]] += link.acts
    where = ring(list(clusters))
    dots = []
    for key, people in clusters.items():
        gave = sum(count for (giver, _), count in acts.items() if giver == key)
        had = sum(count for (_, receiver), count in acts.items() if receiver == key)
        words = (
            f"{_name(people[0])}, {counted(len(people), 'person', 'people')}: "
            f"{acts[key, key]:,} acts of help inside, {gave - acts[key, key]:,} to others, "
            f"{had - acts[key, key]:,} from others."
        )
        dots.append(
            Dot(key, _name(people[0]), _colour(people[0]), gave, gave + had, not gave + had,
                words, where[key])
        )  # fmt: skip
    lines = [Line(a, b, count, across=True) for (a, b), count in acts.items() if a != b]
    return MapContent(tuple(dots), tuple(lines), (), of_people=False)
