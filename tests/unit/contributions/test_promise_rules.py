from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.contributions.promise_rules import (
    Standing,
    checked_instead,
    checked_outcome,
    due_said,
    is_due,
    made_said,
    standing_counts,
    stands_as,
)
from workbench.contributions.rules import PromiseDraft
from workbench.foundation.errors import BadInput
from workbench.foundation.words import PromiseState as State

TODAY = date(2026, 10, 13)


@dataclass(frozen=True)
class Promise:
    state: State = State.OPEN
    due_on: date | None = None
    settled_on: date | None = None


@pytest.mark.parametrize(
    ("promise", "said"),
    [
        (Promise(due_on=date(2026, 10, 29)), "29 Oct"),
        (Promise(due_on=date(2027, 1, 7)), "7 Jan 2027"),
        (Promise(due_on=TODAY), "Today"),
        (Promise(due_on=date(2026, 10, 12)), "1 day late"),
        (Promise(), "no date"),
        (Promise(State.KEPT, date(2026, 6, 11), date(2026, 6, 11)), "Kept 11 Jun"),
        (Promise(State.NOT_KEPT, None, date(2025, 6, 11)), "Not kept 11 Jun 2025"),
        (Promise(State.CHANGED), "Changed"),
    ],
)
def test_when_a_promise_is_due_in_words(promise: Promise, said: str) -> None:
    assert due_said(promise, TODAY) == said


def test_whose_it_is_in_words() -> None:
    assert made_said("Kofi Mensah", date(2026, 10, 1), TODAY) == "Promised by Kofi Mensah, 1 Oct"
    assert made_said("", date(2026, 10, 1), TODAY, in_session=False) == "Noted by you, 1 Oct"


@given(
    st.lists(
        st.builds(
            Promise,
            st.sampled_from(State),
            st.none() | st.integers(-9, 9).map(lambda days: TODAY + timedelta(days)),
        )
    )
)
def test_every_promise_stands_one_way_and_those_due_are_open(promises: list[Promise]) -> None:
    counts = standing_counts(promises, TODAY)

    assert sum(counts.values()) - counts[Standing.DUE] == len(promises)
    for promise in promises:
        if is_due(promise, TODAY):
            assert stands_as(promise, Standing.OPEN, TODAY)
            assert stands_as(promise, Standing.DUE, TODAY)


def test_only_a_changed_promise_lives_on() -> None:
    new = PromiseDraft(text="later")
    checked_instead(State.CHANGED, new)
    checked_instead(State.KEPT, None)
    with pytest.raises(BadInput, match="Only a changed promise"):
        checked_instead(State.KEPT, new)
    assert checked_outcome(State.NOT_KEPT, "  no time ") == "no time"
    assert checked_outcome(State.OPEN, "no time") == ""
