"""The choices of department on a form: which would stay hidden, and which two to join."""

from collections.abc import Mapping, Sequence

from workbench.foundation.text import counted, listed


def joined_name(names: Sequence[str]) -> str:
    """Return the choice that stands for several departments, such as "People or Finance"."""
    return listed(list(names), "or")


def members_of(choice: str, sizes: Mapping[str, int]) -> tuple[str, ...]:
    """Return the departments a choice stands for; none where the roster does not know them."""
    if choice in sizes:
        return (choice,)
    left, named = choice, set()
    for name in sorted(sizes, key=len, reverse=True):  # "Inside Sales" before "Sales"
        if name in left:
            named.add(name)
            left = left.replace(name, "")
    parts = tuple(name for name in sizes if name in named)
    return parts if joined_name(parts) == choice else ()


def sizes_of(choices: Sequence[str], sizes: Mapping[str, int]) -> dict[str, int]:
    """Return how many members could tick each choice."""
    return {choice: sum(sizes[name] for name in members_of(choice, sizes)) for choice in choices}


def would_stay_hidden(by_choice: Mapping[str, int], minimum: int) -> tuple[str, ...]:
    """Return the choices that would not be shown even if every member answered, smallest first.

    Those below the smallest group, and the next smallest until what is hidden is a group itself.
    """
    ordered = sorted(by_choice, key=lambda name: (by_choice[name], name))
    hidden = [name for name in ordered if by_choice[name] < minimum]
    rest = ordered[len(hidden) :]
    while hidden and rest and sum(by_choice[name] for name in hidden) < minimum:
        hidden.append(rest.pop(0))
    return tuple(hidden)


def to_join(by_choice: Mapping[str, int], minimum: int) -> tuple[str, ...]:
    """Return the two smallest choices where one of them would stay hidden, else none."""
    if len(by_choice) < 3 or not would_stay_hidden(by_choice, minimum):
        return ()
    smallest = sorted(by_choice, key=lambda name: (by_choice[name], name))[:2]
    return tuple(name for name in by_choice if name in smallest)


def join(choices: Sequence[str], pair: Sequence[str], sizes: Mapping[str, int]) -> tuple[str, ...]:
    """Return the choices with two of them joined into one, in the place of the later one."""
    parts = [name for choice in pair for name in members_of(choice, sizes)]
    whole = joined_name([name for name in sizes if name in parts])
    last = max(choices.index(choice) for choice in pair)
    kept = [
        whole if place == last else choice
        for place, choice in enumerate(choices)
        if place == last or choice not in pair
    ]
    return tuple(kept)


def hidden_words(by_choice: Mapping[str, int], minimum: int) -> str:
    """Say which choices would stay hidden, empty where all can be shown."""
    hidden = would_stay_hidden(by_choice, minimum)
    if not hidden:
        return ""
    first = hidden[0]
    members = counted(by_choice[first], "member", "members")
    return f"{first} has {members}: with {len(by_choice)} choices, {len(hidden)} would stay hidden."
