"""What a method says of itself in words, whom it fits, and the block it makes."""

import math

from workbench.foundation.text import fold, listed
from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.methods import Hybrid, Method, Minutes, People, Step

HYBRID_WORDS = {
    Hybrid.WELL: "Works with some people in the room and some on screen.",
    Hybrid.WITH_CARE: "Some in the room and some on screen: possible with care.",
    Hybrid.BADLY: "Better with everybody in one place, or everybody on screen.",
}


def fits(people: People, present: int) -> bool:
    """Whether that many people can do it together, or in groups side by side."""
    if present < people.low:
        return False
    if people.high is None or present <= people.high:
        return True
    return people.side_by_side and present <= present // people.low * people.high


def groups_for(people: People, present: int) -> int:
    """Return how many groups that many people make: 1 unless they work side by side."""
    if not people.side_by_side or people.high is None:
        return 1
    return max(1, math.ceil(present / people.high))


def people_words(people: People) -> str:
    """Return "any size", "8+ people", "5 to 8 people" or "3 people"."""
    if people.high is None:
        return "any size" if people.low <= 2 else f"{people.low}+ people"
    if people.low == people.high:
        return "1 person" if people.low == 1 else f"{people.low} people"
    if people.low <= 2 and not people.side_by_side:
        return f"up to {people.high} people"
    return f"{people.low} to {people.high} people"


def minutes_words(minutes: Minutes) -> str:
    """Return "20 to 30 min", or "10 min" where it is always as long."""
    if minutes.low == minutes.high:
        return f"{minutes.low} min"
    return f"{minutes.low} to {minutes.high} min"


def step_words(step: Step) -> str:
    """Return the time of a step, such as "3 × 9 min", or nothing."""
    if step.minutes is None:
        return f"{step.times} times" if step.times > 1 else ""
    return f"{step.times} × {step.minutes} min" if step.times > 1 else f"{step.minutes} min"


def usual_minutes(minutes: Minutes) -> int:
    """Return the middle of the range, rounded to 5 from a quarter of an hour on if that fits."""
    middle = (minutes.low + minutes.high) / 2
    rounded = 5 * round(middle / 5) if middle >= 15 else math.floor(middle + 0.5)
    return min(minutes.high, max(minutes.low, rounded))


def block_of(method: Method, minutes: int) -> AgendaBlock:
    """Return a new block that is run with the method, for so many minutes."""
    return AgendaBlock(
        key=0,
        title=method.title or method.name,
        minutes=minutes,
        kind=method.kind,
        method=method.name,
        grouping=method.grouping,
        to_say=method.say,
        materials="\n".join(method.materials),
        remote=method.remote,
    )


def method_of(block: AgendaBlock) -> Method:
    """Return a method to begin with from a block of an agenda: what it says, at its length."""
    minutes = max(1, block.minutes)
    return Method(
        name=block.method or block.title,
        kind=block.kind,
        minutes=Minutes(max(1, math.floor(minutes * 0.8)), math.ceil(minutes * 1.2)),
        title=block.title if block.method else "",
        grouping=block.grouping,
        say=block.to_say,
        materials=tuple(line.strip() for line in block.materials.splitlines() if line.strip()),
        remote=block.remote,
    )


def free_name(name: str, taken: frozenset[str]) -> str:
    """Return the name, or the first of "name, my way", "name, my way 2", ... that is free.

    `taken` holds folded names.
    """
    wanted, number = name, 1
    while fold(wanted) in taken:
        wanted = f"{name}, my way" + (f" {number}" if number > 1 else "")
        number += 1
    return wanted


def spoken(method: Method, kind_word: str) -> str:
    """Return the facts of a method in one line for a screen reader."""
    facts = [method.name, method.line, kind_word]
    facts += [minutes_words(method.minutes), people_words(method.people)]
    return ", ".join(fact for fact in facts if fact)


def kinds_of(methods: list[Method]) -> list[BlockKind]:
    """Return the kinds there are methods for, in the order of the vocabulary."""
    found = {method.kind for method in methods}
    return [kind for kind in BlockKind if kind in found]


def tags_words(method: Method) -> str:
    """Return "Good for a quiet start, first meetings and new groups." or nothing."""
    return f"Good for {listed(method.good_for)}." if method.good_for else ""
