"""A thank-you in true words: only what the log holds, and nothing that was not said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from workbench.foundation.dates import day_and_month
from workbench.foundation.text import clean, listed
from workbench.foundation.words import ContributionKind as Kind

MOST_NAMED: Final = 5
_LONGEST: Final = 160
_WITHOUT_RECEIVER: Final = {
    Kind.QUESTION: "you asked",
    Kind.ANSWER: "you answered",
    Kind.STORY: "you told a story",
    Kind.RESOURCE: "you shared something",
    Kind.CHALLENGE: "you brought a challenge",
    Kind.EXPERIMENT: "you tried something",
    Kind.FEEDBACK: "you gave feedback",
    Kind.HELP: "you helped",
    Kind.HOSTING: "you hosted",
}
_WITH_RECEIVER: Final = {
    Kind.QUESTION: "you asked {}",
    Kind.ANSWER: "you answered {}",
    Kind.STORY: "you told {} a story",
    Kind.RESOURCE: "you shared something with {}",
    Kind.CHALLENGE: "you brought {} a challenge",
    Kind.EXPERIMENT: "you tried something with {}",
    Kind.FEEDBACK: "you gave {} feedback",
    Kind.HELP: "you helped {}",
    Kind.HOSTING: "you hosted for {}",
}
_SPEAKS_OF_USE: Final = ("used", "in use", "led to")


@dataclass(frozen=True, slots=True)
class ThanksGift:
    """Something given; `own_kind` is the facilitator's word for it where they have one."""

    kind: Kind
    text: str
    receivers: tuple[str, ...]
    on: date
    tags: tuple[str, ...] = ()
    own_kind: str = ""


@dataclass(frozen=True, slots=True)
class ThanksFacts:
    """What is known for a thank-you: to whom, from whom, and what was given, the newest first."""

    name: str
    sender: str
    today: date
    gifts: tuple[ThanksGift, ...]


def thank_you(facts: ThanksFacts) -> str:
    """Return a draft that says nothing but these facts; empty where nothing was given."""
    if not facts.gifts:
        return ""
    gifts = facts.gifts[:MOST_NAMED]
    names = [name for gift in gifts for name in gift.receivers]
    short = short_names([facts.name, *names])
    greeting = f"Dear {short[facts.name]},"
    lines = [_sentence(gift, short, facts.today) for gift in gifts]
    if len(lines) == 1:
        told = f"Thank you. {lines[0]}"
    else:
        told = "\n".join(["Thank you. This is what I noted:", *(f"- {line}" for line in lines)])
    sender = clean(facts.sender)
    return "\n\n".join([greeting, told, *([sender] if sender else [])])


def short_names(names: Sequence[str]) -> dict[str, str]:
    """Return the first name of each, or the whole name where two would share it."""
    first = {name: _first_name(name) for name in names}
    shared = list(first.values())
    return {
        name: clean(name) if shared.count(short) > 1 else short for name, short in first.items()
    }


def speaks_of_use(tag: str) -> bool:
    """Whether a tag says that something is in use, such as "Used on 2 shifts"."""
    return tag.casefold().startswith(_SPEAKS_OF_USE)


def _sentence(gift: ThanksGift, short: dict[str, str], today: date) -> str:
    day = day_and_month(gift.on)
    when = day if gift.on.year == today.year else f"{day} {gift.on.year}"
    text = _cut(clean(gift.text))
    said = f"On {when} {_what(gift, short)}"
    said += f": “{text}”" if text else ""
    said += "" if text.endswith((".", "!", "?", "…")) else "."
    used = [clean(tag) for tag in gift.tags if speaks_of_use(tag)]
    return f"{said} Noted with it: {listed(used)}." if used else said


def _what(gift: ThanksGift, short: dict[str, str]) -> str:
    to = listed([short[name] for name in gift.receivers])
    if gift.own_kind:
        return f"you gave this to {to} ({gift.own_kind})" if to else f"you gave {gift.own_kind}"
    return _WITH_RECEIVER[gift.kind].format(to) if to else _WITHOUT_RECEIVER[gift.kind]


def _first_name(name: str) -> str:
    """Return "Hana" of "Hana Novák" and of "Nováková, Hana"."""
    _, _, behind = clean(name).partition(", ")
    return (behind or clean(name)).split(" ", maxsplit=1)[0]


def _cut(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rsplit(' ', maxsplit=1)[0]}…"
