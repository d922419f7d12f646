"""Pre-work: when it is due, what may be kept, how it is put in order; names of own columns."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.errors import BadInput, NotFound
from workbench.sessions.column_rules import checked_column
from workbench.sessions.pre_work_rules import (
    PreWorkItem,
    checked_item,
    days_words,
    due_on,
    due_words,
    pre_work_line,
    reordered,
)

STARTS = datetime(2026, 10, 15, 14)


def test_it_is_due_days_before_the_session() -> None:
    item = PreWorkItem(1, "Bring one handover", "Everyone", 10, 3)
    assert due_on(STARTS, item) == date(2026, 10, 12)
    assert due_words(STARTS, item) == "by Mon 12 Oct"
    assert pre_work_line(STARTS, item) == "Bring one handover: Everyone, 10 min, by Mon 12 Oct"
    assert pre_work_line(STARTS, PreWorkItem(1, "Read", days_before=0)) == "Read: on the day"
    assert [days_words(days) for days in (0, 1, 3)] == [
        "on the day",
        "1 day before",
        "3 days before",
    ]


@pytest.mark.parametrize(
    ("item", "field", "said"),
    [
        (PreWorkItem(1, " \u00a0"), "text", "needs to say what to do"),
        (PreWorkItem(1, "Read", minutes=0), "minutes", "cannot take 0 minutes"),
        (PreWorkItem(1, "Read", minutes=10_001), "minutes", "cannot take 10,001 minutes"),
        (PreWorkItem(1, "Read", days_before=-1), "days_before", "cannot be due -1 days before"),
        (PreWorkItem(1, "Read", days_before=366), "days_before", "cannot be due 366 days before"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(item: PreWorkItem, field: str, said: str) -> None:
    with pytest.raises(BadInput, match=said) as refused:
        checked_item(item)
    assert refused.value.field == field
    assert refused.value.next_step


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 6), st.data())
def test_putting_in_order_loses_nothing(length: int, data: st.DataObject) -> None:
    items = [PreWorkItem(key, f"Item {key}") for key in range(length)]
    key, to = data.draw(st.integers(0, length - 1)), data.draw(st.integers(-3, 9))
    after = reordered(items, key, to)
    assert sorted(item.key for item in after) == list(range(length))
    assert after[max(0, min(to, length - 1))].key == key
    assert [i for i in after if i.key != key] == [i for i in items if i.key != key]


def test_an_item_that_is_gone_is_said() -> None:
    with pytest.raises(NotFound, match="not there any more"):
        reordered([], 3, 0)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("  ", "needs a name"),
        ("x" * 41, "may have 40 letters, this has 41"),
        ("slidé ", "a column Slide already"),
    ],
)
def test_a_column_needs_a_name_of_its_own(name: str, said: str) -> None:
    with pytest.raises(BadInput, match=said) as refused:
        checked_column(name, ["Music", "Slide"])
    assert refused.value.field == "name"
    assert checked_column("  Slide\u00a0no ", ["Slide"]) == "Slide no"
