"""Where people stand on the map of connections: the same place at every visit.

Departments lie on a ring, each with a sector by its size; its people have homes of their own in the
sector, and links pull them a little towards each other. All is in a circle of radius 1.
"""

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.insights.connections import Pair

if TYPE_CHECKING:
    import numpy as np

Point = tuple[float, float]
_GOLDEN = (math.sqrt(5) - 1) / 2
_LABEL_RADIUS = 0.80
_LINKED_RADIUS = (0.68, 0.38)  # the first home of a department and how far others lie further in
_ALONE_RADIUS = (0.93, 0.07)
_SECTOR = 0.86  # how much of its sector a department fills
_STEPS = 60
_APART = 0.105
_PUSH, _HOME, _PULL = 0.45, 0.10, 0.012
_SEED = 1


@dataclass(frozen=True, slots=True)
class Cluster:
    """A department on the map: its key, and its people in an order that never changes."""

    key: Hashable
    people: tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everybody stands, and where the name of each department does."""

    people: Mapping[Hashable, Point]
    labels: Mapping[Hashable, Point]


def lay_out(clusters: Sequence[Cluster], links: Mapping[Pair, int]) -> Layout:
    """Return where people and departments stand; it moves little when a link is added.

    People without a link stand at the rim, outside the name of their department.
    """
    angles = _sectors(clusters)
    labels = {
        cluster.key: _at(middle, _LABEL_RADIUS)
        for cluster, (middle, _) in zip(clusters, angles, strict=True)
    }
    linked = {end for pair in links for end in pair}
    homes: dict[Hashable, Point] = {}
    for cluster, (middle, width) in zip(clusters, angles, strict=True):
        for turn, who in enumerate(cluster.people):
            homes[who] = _home(turn, middle, width, linked=who in linked)
    return Layout(_settled(homes, list(labels.values()), links), labels)


def ring(keys: Sequence[Hashable]) -> dict[Hashable, Point]:
    """Return departments evenly on a ring, for a map without people."""
    step = 2 * math.pi / max(1, len(keys))
    return {key: _at(place * step - math.pi / 2, 0.72) for place, key in enumerate(keys)}


def _sectors(clusters: Sequence[Cluster]) -> list[tuple[float, float]]:
    """Return the middle and half the width of each department's sector, clockwise from the top."""
    weights = [len(cluster.people) + 3 for cluster in clusters]
    turn = 2 * math.pi / max(1, sum(weights))
    start = -math.pi / 2 - (weights[0] * turn / 2 if weights else 0)
    found = []
    for weight in weights:
        found.append((start + weight * turn / 2, min(weight * turn / 2, math.pi / 3) * _SECTOR))
        start += weight * turn
    return found


def _home(turn: int, middle: float, width: float, *, linked: bool) -> Point:
    """Spread by the golden ratio: where one stands does not depend on how many come after."""
    aside = 2 * ((0.5 + turn * _GOLDEN) % 1) - 1
    deep = (0.25 + turn * _GOLDEN**2 * 2) % 1
    first, further = _LINKED_RADIUS if linked else _ALONE_RADIUS
    return _at(middle + aside * width, first - deep * further if linked else first + deep * further)


def _at(angle: float, radius: float) -> Point:
    return math.cos(angle) * radius, math.sin(angle) * radius


def _settled(
    homes: Mapping[Hashable, Point], labels: Sequence[Point], links: Mapping[Pair, int]
) -> dict[Hashable, Point]:
    """Push apart what lies too close, pull what is linked, and let nobody go far from home."""
    import numpy as np

    if not homes:
        return {}
    row = {who: place for place, who in enumerate(homes)}
    home = np.array(list(homes.values()))
    fixed = np.array(labels).reshape(-1, 2)
    ends = np.array([(row[a], row[b]) for a, b in links if a in row and b in row]).reshape(-1, 2)
    where = home + np.random.default_rng(_SEED).normal(0, 1e-4, home.shape)
    degree = np.maximum(1, np.bincount(ends.ravel().astype(int), minlength=len(home)))[:, None]
    for _ in range(_STEPS):
        where = where + _HOME * (home - where) + _push(where, where, _APART)
        where += _push(where, fixed, 1.3 * _APART)
        where += _PULL * _pull(where, ends.astype(int)) / degree
        far = np.linalg.norm(where, axis=1, keepdims=True)
        where /= np.maximum(1.0, far)
    return {who: (float(where[place, 0]), float(where[place, 1])) for who, place in row.items()}


def _push(where: "np.ndarray", others: "np.ndarray", apart: float) -> "np.ndarray":
    import numpy as np

    away = where[:, None, :] - others[None, :, :]
    far = np.linalg.norm(away, axis=2)
    strength = np.where((far > 0) & (far < apart), (apart - far) / np.maximum(far, 1e-6), 0.0)
    moved: np.ndarray = _PUSH * (away * strength[:, :, None]).sum(axis=1)
    return moved.clip(-apart, apart)


def _pull(where: "np.ndarray", ends: "np.ndarray") -> "np.ndarray":
    import numpy as np

    moved = np.zeros_like(where)
    along = where[ends[:, 1]] - where[ends[:, 0]]
    np.add.at(moved, ends[:, 0], along)
    np.add.at(moved, ends[:, 1], -along)
    return moved
