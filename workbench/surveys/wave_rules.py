"""What a wave needs before it may be planned, opened, filled or closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workbench.foundation.dates import full_date
from workbench.foundation.errors import BadInput, NotYet
from workbench.foundation.text import clean, fold
from workbench.surveys.suppression import SMALLEST_GROUP, checked_minimum


@dataclass(frozen=True, slots=True)
class WavePlan:
    """What is fixed when a wave opens: its name, whom it asks, the smallest group shown.

    `change_that_matters` is the smallest change worth noticing, in points of the score.
    """

    label: str
    invited: int | None = None
    minimum_group: int = SMALLEST_GROUP
    closes_on: date | None = None
    change_that_matters: float | None = None


def checked_plan(plan: WavePlan) -> WavePlan:
    """Return the plan with its label cleaned; raises BadInput naming the field to mend."""
    label = clean(plan.label)
    if not label:
        raise BadInput("The wave has no name.", 'Give it one, such as "January".', field="label")
    if plan.invited is not None and plan.invited < 1:
        raise BadInput(
            f"{plan.invited} people cannot be invited.", "Count whom you ask.", field="invited"
        )
    if plan.change_that_matters is not None and plan.change_that_matters <= 0:
        raise BadInput(
            "The smallest change that matters must be above 0.",
            "Type a number of points, or leave it empty.",
            field="change_that_matters",
        )
    checked_minimum(plan.minimum_group)
    return WavePlan(
        label, plan.invited, plan.minimum_group, plan.closes_on, plan.change_that_matters
    )


def refuse_taken_label(label: str, taken: Iterable[str], title: str) -> None:
    """Raise BadInput where a wave of this questionnaire has the same name already."""
    if fold(label) in {fold(one) for one in taken}:
        raise BadInput(
            f"{title} already has a wave called {label}, and a wave is taken in only once.",
            "Give this one another name.",
            field="label",
        )


def already_taken(label: str, closed_on: date, answers: int | None, title: str) -> str:
    """Return the sentences about a wave that is to be taken in again; None hides the answers."""
    many = f" with {answers} answers" if answers is not None else ""
    return (
        f"{title} already has a wave called {label}: it closed on {full_date(closed_on)}{many}. "
        "If these are the same answers, there is nothing more to do; if they are others, give "
        "this wave another name and date."
    )


def refuse_taken_date(closed_on: date, taken: Iterable[date], title: str, way_out: str) -> None:
    """Raise NotYet where a wave closed on the same day: they could not be told apart in time.

    `way_out` says what to do about it.
    """
    if closed_on in set(taken):
        raise NotYet(
            f"A wave of {title} already closed on {full_date(closed_on)}, and two waves of one "
            "day could not be told apart in time.",
            way_out,
            field="closed_on",
        )


class MoreThanInvited(BadInput):
    """More people answered than were invited; `answered` is the least the number can be."""

    def __init__(self, answered: int, invited: int, minimum_group: int) -> None:
        many = f"{answered} people" if answered >= minimum_group else "More people"
        super().__init__(
            f"{many} answered, but only {invited} were invited.",
            "Correct the number of people invited"
            + (f" to {answered}, or look for answers that came in twice."
               if answered >= minimum_group else "."),
            field="invited",
        )  # fmt: skip
        self.answered, self.invited = answered, invited


def refuse_more_than_invited(answered: int, invited: int | None, minimum_group: int) -> None:
    """Raise MoreThanInvited where more people answered than were invited."""
    if invited is not None and answered > invited:
        raise MoreThanInvited(answered, invited, minimum_group)


def refuse_small_round(answers: int, minimum_group: int) -> None:
    """Raise BadInput for a round so small that two copies of the file would tell who is in it."""
    if answers < minimum_group:
        raise BadInput(
            f"A round of fewer than {minimum_group} answers is not stored on its own.",
            "Add these answers together with those of the next round.",
        )
