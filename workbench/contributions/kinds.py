"""The nine kinds of giving: their letters, the words people type for them, and how they read."""

from typing import Final

from workbench.foundation.text import fold
from workbench.foundation.words import ContributionKind as Kind

LETTERS: Final = {
    "q": Kind.QUESTION,
    "a": Kind.ANSWER,
    "s": Kind.STORY,
    "r": Kind.RESOURCE,
    "c": Kind.CHALLENGE,
    "e": Kind.EXPERIMENT,
    "f": Kind.FEEDBACK,
    "h": Kind.HELP,
    "o": Kind.HOSTING,
}
_ALSO: Final = {
    "asked": Kind.QUESTION,
    "asks": Kind.QUESTION,
    "answered": Kind.ANSWER,
    "answers": Kind.ANSWER,
    "told": Kind.STORY,
    "shared": Kind.RESOURCE,
    "challenged": Kind.CHALLENGE,
    "tried": Kind.EXPERIMENT,
    "helped": Kind.HELP,
    "helps": Kind.HELP,
    "hosted": Kind.HOSTING,
    "hosts": Kind.HOSTING,
}
_SHORTEST_BEGINNING: Final = 3


def kind_of(word: str) -> Kind | None:
    """Return the kind a letter, a word or its beginning stands for ("h", "help", "exp"), or None.

    Beginnings need three letters; "h" is help, hosting has the letter o.
    """
    folded = fold(word)
    if folded in LETTERS:
        return LETTERS[folded]
    if folded in _ALSO:
        return _ALSO[folded]
    if len(folded) < _SHORTEST_BEGINNING:
        return None
    begins = [kind for kind in Kind if kind.value.startswith(folded) or folded == f"{kind.value}s"]
    return begins[0] if len(begins) == 1 else None


def letter_of(kind: Kind) -> str:
    """Return the letter that stands for a kind in capture."""
    return next(letter for letter, other in LETTERS.items() if other is kind)


def told(kind: Kind, receivers: str) -> str:
    """Return how a gift reads after the giver's name: "helped Kofi Mensah", or nothing."""
    if not receivers:
        return ""
    verb = {Kind.HELP: "helped", Kind.QUESTION: "asked", Kind.ANSWER: "answered"}.get(kind)
    return f"{verb} {receivers}" if verb else f"to {receivers}"
