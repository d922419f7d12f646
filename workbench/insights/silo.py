"""Help across departments against what chance gives: the silo index and its band.

The index is (share of help inside departments - share expected by chance) / (1 - that share): 1
where nobody helps outside the own department, 0 where departments play no part.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.foundation.text import counted, number
from workbench.insights.shares import Share

if TYPE_CHECKING:
    import numpy as np

ENOUGH_LINKS = 10
SHUFFLES = 9_999
_FEWEST_SHUFFLES = 999
_MOST_CELLS = 5_000_000  # above 500 people there are fewer shuffles, so that nobody waits
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class HelpLink:
    """One logged act of help, with both departments on that day; the names only tell ends apart."""

    giver: Hashable
    receiver: Hashable
    giver_department: str
    receiver_department: str

    @property
    def across(self) -> bool:
        """Whether the help crossed from one department to another."""
        return self.giver_department != self.receiver_department


@dataclass(frozen=True, slots=True)
class SiloIndex:
    """The index, its chance band (2.5 to 97.5% of the shuffles), and the E-I index beside it."""

    value: float
    chance_low: float
    chance_high: float
    expected_inside: float
    ei: float
    expected_ei: float

    @property
    def ei_band(self) -> tuple[float, float]:
        """What chance gives for the E-I index, lower end first: the same band turned round."""
        low, high = (
            1 - 2 * (end * (1 - self.expected_inside) + self.expected_inside)
            for end in (self.chance_high, self.chance_low)
        )
        return low, high

    @property
    def inside_chance(self) -> bool:
        """Whether chance alone gives an index like this."""
        return self.chance_low - _TINY <= self.value <= self.chance_high + _TINY

    def sentence(self) -> str:
        """Return "0.15 now, inside what chance gives (−0.13 to 0.15)." or what lies outside it."""
        now = f"{number(self.value, 2)} now"
        band = f"({number(self.chance_low, 2)} to {number(self.chance_high, 2)})"
        if self.inside_chance:
            return f"{now}, inside what chance gives {band}."
        if self.value < self.chance_low:
            return f"{now}: help crosses more than chance gives {band}."
        return f"{now}: help stays inside departments more than chance gives {band}."


@dataclass(frozen=True, slots=True)
class HelpAcross:
    """Help in one period: how much crossed departments, between how many people, and the index."""

    across: Share
    people: int
    left_out: int
    index: SiloIndex | None
    reason: str = ""


def help_across(
    links: Sequence[HelpLink], departments: Mapping[Hashable, str], *, seed: int = 1
) -> HelpAcross:
    """Work out help across departments among `departments`: every member with their department.

    Links with an end that has no department are left out and counted; the shuffles with one seed
    are always the same.
    """
    known = [link for link in links if link.giver_department and link.receiver_department]
    ends = {end for link in known for end in (link.giver, link.receiver)}
    across = Share(sum(link.across for link in known), len(known))
    left_out = len(links) - len(known)
    labels = {who: name for who, name in departments.items() if name}
    for link in known:
        labels.setdefault(link.giver, link.giver_department)
        labels.setdefault(link.receiver, link.receiver_department)
    reason = _no_index(len(known), labels)
    index = None if reason else _silo_index(known, labels, seed)
    return HelpAcross(across, len(ends), left_out, index, reason)


def expected_inside(labels: Mapping[Hashable, str]) -> float:
    """Return the chance that two different people, picked at random, share a department."""
    people = len(labels)
    same = sum(size * (size - 1) for size in Counter(labels.values()).values())
    return same / (people * (people - 1))


def _no_index(links: int, labels: Mapping[Hashable, str]) -> str:
    if links < ENOUGH_LINKS:
        return f"{counted(links, 'offer', 'offers')} of help logged: too few to say."
    if len(set(labels.values())) < 2:
        return "Everybody is in one department, so there is nothing to cross."
    return ""


def _silo_index(known: Sequence[HelpLink], labels: Mapping[Hashable, str], seed: int) -> SiloIndex:
    import numpy as np

    expected = expected_inside(labels)
    observed = sum(not link.across for link in known) / len(known)
    shares = _shuffled_shares(known, labels, seed)
    low, high = np.quantile((shares - expected) / (1 - expected), (0.025, 0.975))
    return SiloIndex(
        (observed - expected) / (1 - expected),
        float(low),
        float(high),
        expected,
        1 - 2 * observed,
        1 - 2 * expected,
    )


def _shuffled_shares(
    known: Sequence[HelpLink], labels: Mapping[Hashable, str], seed: int
) -> "np.ndarray":
    """Return the share of help inside departments in every shuffle of the labels."""
    import numpy as np

    row = {who: position for position, who in enumerate(labels)}
    codes = np.unique(list(labels.values()), return_inverse=True)[1].astype(np.int16)
    givers = np.array([row[link.giver] for link in known])
    receivers = np.array([row[link.receiver] for link in known])
    rows = max(_FEWEST_SHUFFLES, min(SHUFFLES, _MOST_CELLS // len(codes)))
    shuffled = np.random.default_rng(seed).permuted(np.tile(codes, (rows, 1)), axis=1)
    shares: np.ndarray = (shuffled[:, givers] == shuffled[:, receivers]).mean(axis=1)
    return shares
