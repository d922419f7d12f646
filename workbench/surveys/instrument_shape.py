"""What a questionnaire is made of: items, answer labels with their codes, scoring, licence."""

from typing import Literal

import msgspec

from workbench.foundation.words import Direction

Construct = Literal["safety", "loneliness", "belonging", "transfer", "other"]
Scoring = Literal["mean", "sum", "count"]


class _Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a questionnaire file: fixed once read, unknown fields refused."""


class Anchor(_Part, frozen=True, kw_only=True):
    """One possible answer: its code, its label, other labels for it by language."""

    code: int
    label: str
    aliases: dict[str, tuple[str, ...]] = {}


class Item(_Part, frozen=True, kw_only=True):
    """One statement or question; `text` is empty where the published wording may not be shipped."""

    key: str
    text: str = ""
    reversed: bool = False
    subscale: str = ""

    @property
    def shown(self) -> str:
        """The wording, or a neutral handle where there is none."""
        return self.text or f"Item {self.key}"


class MissingRule(_Part, frozen=True, kw_only=True):
    """How many items must be answered before one person's answers get a score, and why so many."""

    at_least: int
    note: str


class Band(_Part, frozen=True, kw_only=True):
    """A named stretch of the scale, both ends included, with where it was published."""

    label: str
    low: float
    high: float
    source: str


class Instrument(_Part, frozen=True, kw_only=True):
    """One version of one questionnaire with its key; trends never cross versions.

    `range` is the lowest and highest possible score. Reversed items are turned round as
    lowest code + highest code - code. With scoring "count" an item counts 1 where its code, after
    turning, is at least `counts_from`.
    """

    id: str
    version: int
    language: str
    title: str
    construct: Construct
    direction: Direction
    scoring: Scoring
    range: tuple[float, float]
    missing: MissingRule
    items: tuple[Item, ...]
    anchors: tuple[Anchor, ...]
    licence: str
    recall: str = ""
    lead_in: str = ""
    counts_from: int | None = None
    bands: tuple[Band, ...] = ()
    validated: bool = False
    key_checked: bool = True
    codes_ambiguous: bool = False
    groups_only: bool = True
    notes: str = ""

    @property
    def codes(self) -> tuple[int, ...]:
        """The codes of the answers, lowest first."""
        return tuple(sorted(anchor.code for anchor in self.anchors))

    @property
    def has_wording(self) -> bool:
        """Whether every item can be asked as it stands."""
        return all(item.text for item in self.items)

    @property
    def subscales(self) -> tuple[str, ...]:
        """The names of the parts that get a figure of their own, in the order of the items."""
        return tuple(dict.fromkeys(item.subscale for item in self.items if item.subscale))

    def label_of(self, code: int) -> str:
        """Return the label of one code; raises KeyError where the scale has no such code."""
        return {anchor.code: anchor.label for anchor in self.anchors}[code]
