from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.contributions.spread_parts import (
    FEWEST_SHOWN,
    TOGETHER,
    DepartmentPart,
    GivingMember,
    Newcomers,
    by_department,
    newcomers,
    spread_parts,
)
from workbench.foundation.words import Role

TODAY = date(2026, 10, 13)
HELD = [date(2026, 8, 6), date(2026, 8, 20), date(2026, 9, 3), date(2026, 9, 17), date(2026, 10, 1)]


def people(name: str, place: int, *given_each: int) -> list[GivingMember]:
    return [GivingMember(given, Role.MEMBER, name, place) for given in given_each]


def test_departments_stand_in_their_order_with_counts_of_people() -> None:
    members = [
        *people("Support", 1, 0, 0, 0, 0, 9),
        *people("Finance", 2, 3, 0),
        *people("Sales", 0, 1, 2, 3, 4, 5),
        *people("", 0, 1, 0, 0),
    ]

    parts, left_out = by_department(members)

    assert parts == (
        DepartmentPart("Sales", 5, 5),
        DepartmentPart("Support", 1, 5),
        DepartmentPart(TOGETHER, 2, 5),
    )
    assert left_out == 0
    assert by_department(members[:-1]) == (parts[:2], 4)


def test_without_large_departments_all_stand_together_or_not_at_all() -> None:
    assert by_department(people("A", 0, 1, 0, 0) + people("B", 1, 1, 1)) == (
        (DepartmentPart("Everybody", 3, 5),), 0,
    )  # fmt: skip
    assert by_department(people("A", 0, 1, 0)) == ((), 2)


def new(joined: date | None, first: date | None = None) -> GivingMember:
    return GivingMember(int(first is not None), Role.MEMBER, "A", 0, joined, first)


def test_newcomers_within_their_first_sessions() -> None:
    found = newcomers(
        [
            new(date(2026, 8, 1), date(2026, 9, 3)),
            new(date(2026, 8, 1), date(2026, 9, 4)),
            new(date(2026, 8, 1)),
            new(date(2026, 9, 10), date(2026, 10, 1)),
            new(date(2026, 9, 10)),
            new(date(2026, 1, 1), date(2026, 1, 2)),
            new(None, date(2026, 9, 3)),
        ],
        HELD,
        TODAY,
    )

    assert found == Newcomers(people=5, early=2, gave=3, waiting=1)
    assert found.sentences == (
        "2 of 5 newcomers gave something within their first 3 sessions.",
        "1 more gave something since.",
        "1 has had fewer than 3 sessions so far.",
    )
    assert newcomers([], HELD, TODAY).sentences == ("Nobody joined in the last 90 days.",)


def test_with_and_without_the_co_hosts() -> None:
    host = GivingMember(90, Role.CO_HOST, "A", 0)
    members = [host, *people("A", 0, 1, 1, 1, 1, 0)]

    found = spread_parts(members, HELD, TODAY, "over help alone")

    assert (found.whole.gave, found.whole.people, found.hosts) == (5, 6, 1)
    assert found.without_hosts is not None
    assert (found.without_hosts.gave, found.without_hosts.people) == (4, 5)
    assert "Evenness over help alone" in found.whole.sentences[2]
    assert "Corrected for the size of the group" in found.whole.sentences[3]
    assert found.shares is not None
    assert found.shares.sentence.startswith("As spread as if 1 person gave alike (")
    assert spread_parts([host], HELD, TODAY).without_hosts is None
    assert spread_parts(members[1:], HELD, TODAY).without_hosts is None


MEMBERS = st.lists(
    st.builds(
        GivingMember,
        st.integers(0, 9),
        st.sampled_from([Role.MEMBER, Role.CO_HOST]),
        st.sampled_from(["", "A", "B", "C"]),
        st.just(0),
        st.none() | st.integers(0, 120).map(lambda days: TODAY - timedelta(days)),
        st.none() | st.integers(0, 120).map(lambda days: TODAY - timedelta(days)),
    ),
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(MEMBERS)
def test_everybody_is_counted_once_and_no_small_group_stands_apart(
    members: list[GivingMember],
) -> None:
    parts, left_out = by_department(members)

    assert sum(part.people for part in parts) + left_out == len(members)
    assert all(part.people >= FEWEST_SHOWN for part in parts)
    assert by_department([replace(one, given=0) for one in members])[1] == left_out
    found = newcomers(members, HELD, TODAY)
    assert 0 <= found.early <= found.gave <= found.people
    assert found.waiting <= found.people - found.gave
