"""What is given by month: five kinds apart, the others together, members who gave."""

from datetime import date

from workbench.foundation.words import ContributionKind as Kind
from workbench.insights.kinds_by_month import given_by_month

JAN, FEB = date(2026, 1, 1), date(2026, 2, 1)


def test_months_without_a_gift_stay_and_months_outside_are_left_out() -> None:
    found = given_by_month(
        [(JAN, Kind.HELP, 3), (JAN, Kind.STORY, 4), (date(2025, 1, 1), Kind.ANSWER, 9)],
        {JAN: 2},
        {JAN: 7, FEB: 8},
        [JAN, FEB],
    )
    assert found.kinds == ("story", "help")
    assert [(one.counts, one.given, one.gave, one.members) for one in found.months] == [
        ((4, 3), 7, 2, 7), ((0, 0), 0, 0, 8),
    ]  # fmt: skip


def test_more_than_six_kinds_put_the_rarest_together() -> None:
    gifts = [(JAN, kind, 20 - place) for place, kind in enumerate(Kind)]
    found = given_by_month(gifts, {}, {}, [JAN])
    assert len(found.kinds) == 6
    assert found.kinds[-1] == "other kinds"
    assert found.months[0].given == sum(20 - place for place in range(len(Kind)))


def test_six_kinds_all_stand_apart() -> None:
    found = given_by_month([(JAN, kind, 1) for kind in list(Kind)[:6]], {}, {}, [JAN])
    assert found.kinds == tuple(kind.value for kind in list(Kind)[:6])
