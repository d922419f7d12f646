"""What in a comment could tell who wrote it: names, addresses, numbers and dates, only proposed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.foundation.text import fold

_MONTHS: Final = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_KINDS: Final = (
    ("address", re.compile(r"[^\s@<>()]{1,64}@[^\s@<>(),;]{1,254}\w|@\w{2,64}")),
    ("address", re.compile(r"(?:https?://|www\.)\S{1,500}", re.IGNORECASE)),
    ("date", re.compile(r"\b\d{1,4}\s?[./-]\s?\d{1,2}(?:\s?[./-]\s?\d{2,4}|\.)?(?!\d)")),
    (
        "date",
        re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th|\.)?\s(?:of\s)?(?:{_MONTHS})\b", re.IGNORECASE),
    ),
    ("date", re.compile(rf"\b(?:{_MONTHS})\s\d{{1,2}}(?:st|nd|rd|th)?\b", re.IGNORECASE)),
    ("telephone number", re.compile(r"\+?\d(?:[\s()./-]{0,3}\d){6,19}")),
    ("number", re.compile(r"\d{3,}")),
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_JOINED: Final = 0x2E80  # from here on scripts that write words without a space between them
_SHORTEST, _STEM, _ENDING = 3, 4, 3
_VOWELS: Final = frozenset("aeiouyаеиоуыэюяαεηιουω")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A stretch of a comment that could tell who wrote it, and what it looks like."""

    start: int
    end: int
    why: str


def suggestions(text: str, names: Sequence[str]) -> tuple[Suggestion, ...]:
    """Return what to look at in a comment, in its order; `names` are those to look for.

    Overlapping stretches are one. Nothing is ever replaced without a person saying so.
    """
    found = sorted(_found(text, names), key=lambda one: (one.start, -one.end))
    merged: list[Suggestion] = []
    for one in found:
        if merged and one.start < merged[-1].end:
            last = merged[-1]
            merged[-1] = Suggestion(last.start, max(last.end, one.end), last.why)
        else:
            merged.append(one)
    return tuple(merged)


def scrubbed(text: str, accepted: Sequence[Suggestion]) -> str:
    """Return the comment with each accepted stretch replaced by what it was, such as [name]."""
    for one in sorted(accepted, key=lambda each: each.start, reverse=True):
        text = f"{text[: one.start]}[{one.why}]{text[one.end :]}"
    return text


def _found(text: str, names: Sequence[str]) -> Iterator[Suggestion]:
    for why, pattern in _KINDS:
        yield from (Suggestion(*found.span(), why) for found in pattern.finditer(text))
    words = {word for name in names for word in _name_words(name)}
    stems = {word[:-1] for word in words if len(word) > _STEM and word[-1] in _VOWELS}
    for found in _WORD.finditer(text):
        if _is_name(found[0], words, stems):
            yield Suggestion(*found.span(), "name")
    for part in {part for name in names for part in name.split() if _is_joined(part)}:
        yield from (Suggestion(*hit.span(), "name") for hit in re.finditer(re.escape(part), text))


def _name_words(name: str) -> Iterator[str]:
    for word in _WORD.findall(name):
        folded = _bare(word)
        if len(folded) > 1:
            yield folded


def _is_name(word: str, names: set[str], stems: set[str]) -> bool:
    """Whether a word is a name, or one with an ending, as in "Jonasem", "Ama's" or "Марией".

    A short name, and a name whose last vowel gave way to an ending, only with a capital.
    """
    folded = _bare(word)
    if len(folded) >= _SHORTEST and (folded in names or folded.removesuffix("s") in names):
        return True
    if not word[:1].isupper():
        return False
    cuts = range(max(_STEM, len(folded) - _ENDING), len(folded))
    return folded in names or any(folded[:cut] in names or folded[:cut] in stems for cut in cuts)


def _bare(word: str) -> str:
    """Return a word for comparing, without the ending in "Ama's"."""
    return fold(word.replace("’", "'")).removesuffix("'s")


def _is_joined(part: str) -> bool:
    return len(part) > 1 and any(ord(mark) >= _JOINED for mark in part)
