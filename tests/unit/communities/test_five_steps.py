from dataclasses import replace
from datetime import date

from workbench.communities.five_steps import CommunityFacts, Tick, first_gap, five_steps

FULL = CommunityFacts(
    has_purpose=True,
    goals=4,
    goals_with_owner=4,
    sessions_held=16,
    attendance=0.7065,
    members=48,
    place_between="Teams channel",
    resources=34,
    gave=40,
    gave_since=date(2026, 5, 14),
    norms=5,
    norms_agreed_on=date(2026, 6, 25),
    safety="Safety up 0.4 since March: likely real",
    waves_closed=4,
    next_wave="December",
)


def lines(facts: CommunityFacts, number: int) -> list[str]:
    return [line.text for line in five_steps(facts)[number - 1].lines]


def test_a_community_with_everything_has_no_gap() -> None:
    steps = five_steps(FULL)

    assert [step.title for step in steps] == [
        "A goal that matters",
        "People come and know why",
        "A place to meet in between",
        "Giving, and norms",
        "Safe to speak",
    ]
    assert all(step.done for step in steps)
    assert first_gap(steps) is None
    assert lines(FULL, 1) == ["Purpose and 4 goals, each with an owner"]
    assert lines(FULL, 2) == ["16 sessions held, 71% came on average", "All 48 said why they come"]
    assert lines(FULL, 3) == ["Teams channel, 34 resources filed"]
    assert lines(FULL, 4) == ["40 of 48 gave something since May", "5 norms, agreed 25 Jun"]


def test_a_missing_figure_comes_before_what_is_merely_open() -> None:
    facts = replace(FULL, has_purpose=False, goals_without_figure=("Weeks to the first shift",))
    steps = five_steps(facts)
    gap = first_gap(steps)

    assert [line.tick for line in steps[0].lines] == [Tick.OPEN, Tick.ASKS]
    assert gap is not None
    assert (gap.page, gap.title) == ("impact", 'Type in the months of "Weeks to the first shift"')


def test_an_empty_community_gets_its_first_thing_to_do() -> None:
    steps = five_steps(CommunityFacts())
    gap = first_gap(steps)

    assert not any(step.done for step in steps)
    assert gap is not None
    assert gap.title == "Write down the purpose"


def test_what_is_open_is_said_plainly() -> None:
    assert lines(replace(FULL, goals=0), 1) == ["Purpose, but no goal yet"]
    assert lines(replace(FULL, goals_with_owner=3), 1) == [
        "Purpose and 4 goals, 1 without an owner"
    ]
    assert lines(replace(FULL, not_asked_why=4), 2)[1] == "4 members not asked why yet"
    assert lines(replace(FULL, attendance=None), 2)[0] == "16 sessions held, nobody marked yet"
    assert lines(replace(FULL, sessions_held=0, sessions_planned=1), 2)[0] == (
        "First session planned, none held yet"
    )
    assert lines(replace(FULL, members=0), 2)[1] == "Nobody on the roster yet"
    assert lines(replace(FULL, place_between=""), 3) == ["34 resources filed"]
    assert lines(replace(FULL, gave=0, norms=0), 4) == [
        "Nothing given is logged yet",
        "No norms agreed yet",
    ]
    assert lines(replace(FULL, safety="", next_wave=""), 5) == [
        "4 waves closed, too early to compare",
        "Next wave not planned yet",
    ]
    assert lines(replace(FULL, safety="", waves_closed=0), 5)[0] == (
        "Nobody asked yet how safe it feels"
    )
