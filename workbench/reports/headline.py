"""The headline of a brief: what it may say of each measure, and what it says too much of.

A direction word for a measure only where its interval leaves out 0; a figure only as a fact; "too
early to say" is always welcome.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.foundation.text import fold, listed
from workbench.reports.brief_contents import HEADLINE_LETTERS

Direction = Literal["up", "down", ""]

_UP = (
    "up rise rises rose risen rising more higher increase increases increased increasing grow "
    "grows grew grown growing gain gains gained strengthened stronger climbed climbs climbing"
)
_DOWN = (
    "down fall falls fell fallen falling less fewer lower decrease decreases decreased decreasing "
    "drop drops dropped dropping decline declines declined declining shrink shrinks shrank reduced "
    "weaker halved sank sinks"
)
_BETTER = "better improve improves improved improving"
_WORSE = "worse worsen worsens worsened worsening"
_NOT = re.compile(r"\b(?:not|no|never|nobody|without|too early|could be|cannot|unclear)\b|n't\b")
_CLAUSES = re.compile(r"[.;:!?]+(?:\s+|$)|,\s+(?:and\s+|but\s+)?|\s+(?:and|but|while|as)\s+")
_NO_DIRECTION = re.compile(r"\bor (?:more|less|fewer|higher|lower)\b|\bmore or less\b")


@dataclass(frozen=True, slots=True)
class Claim:
    """What may be said of one measure, found in a headline by its `terms`, in lower case.

    `clause` says what is certain, because an interval leaves out 0 or because it is a plain fact,
    and `moved` its direction; an empty clause means that nothing is. `fact` is offered then, or
    "too early to say" where there is none. `proposed` claims enter a headline of themselves.
    """

    name: str
    terms: tuple[str, ...]
    clause: str = ""
    moved: Direction = ""
    fact: str = ""
    proposed: bool = True
    higher_is_better: bool | None = None
    rising_words: tuple[str, ...] = ()
    falling_words: tuple[str, ...] = ()

    @property
    def offer(self) -> str:
        """A clause that fits."""
        return opened(self.clause or self.fact or f"{self.name}: too early to say")


@dataclass(frozen=True, slots=True)
class HeadlineProblem:
    """A clause that says more than is known, and one that fits."""

    clause: str
    offer: str

    @property
    def sentence(self) -> str:
        """What the field says about it."""
        return f"“{self.clause}” says more than the figures do. This fits: “{self.offer}”."


def proposed_headline(claims: Sequence[Claim], otherwise: str) -> str:
    """Return a headline from what is certain, then what it is too early for, in that order.

    Where nothing is known the words of `otherwise` are used. Clauses that do not fit are left out.
    """
    proposed = [claim for claim in claims if claim.proposed]
    certain = [claim.clause for claim in proposed if claim.clause]
    early = [claim.name for claim in proposed if not claim.clause]
    while certain or early:
        text = _sentences(certain, early)
        if len(text) <= HEADLINE_LETTERS:
            return text
        (early if len(early) > 1 or not certain[1:] else certain).pop()
    return otherwise


def headline_problems(headline: str, claims: Sequence[Claim]) -> tuple[HeadlineProblem, ...]:
    """Return the clauses of a headline that say more than their measure's interval does."""
    problems = []
    for clause in filter(None, map(str.strip, _CLAUSES.split(headline))):
        folded = fold(clause)
        if _NOT.search(folded):
            continue
        plain = _NO_DIRECTION.sub(" ", folded)
        words = set(re.findall(r"[\w'-]+", plain))
        for claim in claims:
            said = _said(claim, words, plain)
            if said and not (claim.clause and said == claim.moved):
                problems.append(HeadlineProblem(clause, claim.offer))
    return tuple(problems)


def opened(text: str) -> str:
    """Return the text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _sentences(certain: Sequence[str], early: Sequence[str]) -> str:
    parts = []
    if certain:
        parts.append(f"{opened(', and '.join(certain))}.")
    if early:
        parts.append(f"{opened(listed(early))}: too early to say.")
    return " ".join(parts)


def _said(claim: Claim, words: set[str], clause: str) -> Direction:
    """Return the direction a clause gives to the measure, or "" where it gives none."""
    if words & set(claim.rising_words):
        return "down" if words & {"less", "fewer"} else "up"
    if words & set(claim.falling_words):
        return "down"
    if not any(term in clause for term in claim.terms):
        return ""
    if words & set(_DOWN.split()):
        return "down"
    if words & set(_UP.split()):
        return "up"
    return _judged(claim, words)


def _judged(claim: Claim, words: set[str]) -> Direction:
    if claim.higher_is_better is None:
        return ""
    if words & set(_BETTER.split()):
        return "up" if claim.higher_is_better else "down"
    if words & set(_WORSE.split()):
        return "down" if claim.higher_is_better else "up"
    return ""
