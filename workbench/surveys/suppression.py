"""Who could be found out by subtraction: the smallest group, its remainder, cells all alike.

Rules after reference/confidentiality.md 3.2, 4.1 to 4.3. Sizes are answers that entered a figure,
never members invited.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

from workbench.foundation.errors import BadInput
from workbench.foundation.text import listed

SMALLEST_GROUP = 5
SMALLEST_FOR_DISTRIBUTION = 10
NEARLY_ALIKE = 3

UNSAID = "answers without a department"
ALIKE = "the answers are too alike to show"


def checked_minimum(minimum: int) -> int:
    """Return the smallest group to show; raises BadInput below 5, which is never allowed."""
    if minimum < SMALLEST_GROUP:
        raise BadInput(
            f"The smallest group shown cannot be {minimum}: fewer than {SMALLEST_GROUP} answers "
            "would let people be found out.",
            f"Choose {SMALLEST_GROUP} or more.",
            field="minimum_group",
        )
    return minimum


def too_few(minimum: int) -> str:
    """Return the words for a group below the smallest one, which never tell its number."""
    return f"fewer than {minimum} answers"


def distribution_from(minimum: int) -> int:
    """Return from how many answers on bars and comments may be shown."""
    return max(minimum, SMALLEST_FOR_DISTRIBUTION)


def alike_at_an_end(scores: Sequence[float], low: float, high: float) -> bool:
    """Whether everyone in a cell gave the same answer at an end of the scale: n protects nobody."""
    return bool(scores) and min(scores) == max(scores) and scores[0] in (low, high)


def tells_about_few(base: int, answers: int, minimum: int) -> bool:
    """Whether figures on `answers` sheets out of `base` give away the few left out."""
    return 0 < base - answers < minimum


def cuts_tell_about_few(cuts: Iterable[Sequence[Hashable]], minimum: int) -> bool:
    """Whether cutting the same sheets several ways lets fewer than `minimum` be worked out.

    Each cut names the side every sheet is on. What follows from sums over sides is a union of the
    cells where all cuts cross, so no cell may be small.
    """
    return any(size < minimum for size in Counter(zip(*cuts, strict=True)).values())


def waves_nearly_alike(before: int, after: int) -> bool:
    """Whether two waves differ by so few answers that one person may show in the difference."""
    return 0 < abs(after - before) < NEARLY_ALIKE


def hidden_groups(
    groups: Mapping[str, Sequence[float]],
    unsaid: Sequence[float],
    minimum: int,
    scale: tuple[float, float],
) -> dict[str, str]:
    """Return the groups not to show and why, given everybody's scores split by group.

    `unsaid` are scores of people who named no group; `scale` is the lowest and highest score. A
    group is hidden when it is below the minimum or all alike at an end of the scale; then the next
    smallest follow until what is hidden, unsaid ones included, cannot be told from the total.
    """
    hidden = {name: too_few(minimum) for name, scores in groups.items() if len(scores) < minimum}
    for name, scores in groups.items():
        if name not in hidden and alike_at_an_end(scores, *scale):
            hidden[name] = ALIKE
    named = sorted(hidden) or ([UNSAID] if unsaid else [])
    reason = f"{listed(named)} could be worked out from it"
    by_size = sorted(groups, key=lambda name: (len(groups[name]), name))
    for name in by_size:
        rest = [score for one in hidden for score in groups[one]] + list(unsaid)
        if not rest or (len(rest) >= minimum and not alike_at_an_end(rest, *scale)):
            break
        hidden.setdefault(name, reason)
    return hidden
