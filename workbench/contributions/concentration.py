"""Of how few people giving would look alike: shares without names, for the whole group only."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from workbench.foundation.text import counted, number


@dataclass(frozen=True, slots=True)
class Concentration:
    """Shares of all that was given, largest first; members who gave nothing have share 0."""

    shares: tuple[float, ...]

    @property
    def hhi(self) -> float:
        """The sum of squared shares (Herfindahl and Hirschman), from 1 / n to 1."""
        return sum(share * share for share in self.shares)

    @property
    def like(self) -> float:
        """How many people giving alike would give the same sum of squares."""
        return 1 / self.hhi

    @property
    def evenness(self) -> float:
        """Shannon's evenness over everybody, from 0 to 1 where all gave alike."""
        if len(self.shares) < 2:
            return 1.0
        return -sum(s * log(s) for s in self.shares if s) / log(len(self.shares))

    @property
    def sentence(self) -> str:
        """What it comes to in words."""
        people = counted(round(self.like), "person", "people")
        return (
            f"As spread as if {people} gave alike (Shannon, 1 is even: {number(self.evenness, 2)})."
        )

    def top(self, people: int) -> float:
        """The share that the largest few givers have together."""
        return sum(self.shares[:people])


def concentration(counts: Sequence[int]) -> Concentration | None:
    """Return the shares over how much each member gave, or None where nothing was given (T-37)."""
    given = sum(counts)
    if not given:
        return None
    return Concentration(tuple(count / given for count in sorted(counts, reverse=True)))
