"""The words of the Community page, without Qt."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from workbench.communities.five_steps import CommunityFacts, five_steps
from workbench.communities.goal_line import GoalLine, Standing
from workbench.communities.queries import GoalRow, NormList
from workbench.communities.reason_queries import ReasonRow
from workbench.communities.rules import Theme, measure_of
from workbench.foundation.errors import BadInput
from workbench.foundation.words import Direction, Role
from workbench.impact.queries import FigureRow, MonthRow
from workbench.insights.community_queries import GoalReading
from workbench.rosters.queries import DepartmentRow, RosterRow
from workbench.sessions.goal_queries import GoalSession
from workbench.ui.communities.charter_shown import (
    hosts_of,
    norms_in,
    norms_shown,
    themes_note,
    themes_shown,
)
from workbench.ui.communities.figures_form import months_to_type
from workbench.ui.communities.goals_shown import goals_shown, links_missing
from workbench.ui.communities.kept_form import typed_amount
from workbench.ui.communities.sorting_shown import reasons_sorted, sessions_sorted
from workbench.ui.communities.steps_shown import Doing, steps_shown, way_of

TODAY = date(2026, 10, 13)
GOAL = GoalRow(
    id=1,
    title="Tickets reach the right person",
    indicator="",
    objective="",
    unit="%",
    measure=measure_of("figure:1"),
    baseline=14.2,
    baseline_on=date(2026, 1, 31),
    target=9.0,
    target_on=date(2026, 12, 31),
    owner_id=7,
    owner="Ama Boateng",
)


def person(number: int, role: Role, department: int | None = None) -> RosterRow:
    place = DepartmentRow(department, f"D{department}", department) if department else None
    return RosterRow(
        number, number, f"Person {number}", "", "", "", "", place, role, None, None, "", "", (), ()
    )


def theme(number: int, now: int, before: int, *, name: str = "") -> Theme:
    return Theme(number, name or f"Theme {number}", now, before, in_purpose=False)


def reading(goal: GoalRow, value: float | None, on: date = date(2026, 9, 1)) -> GoalReading:
    standing = None if value is None else Standing(value, on)
    return GoalReading(goal, standing, GoalLine("Said."))


def figure(*months: int, missing: tuple[int, ...] = ()) -> FigureRow:
    rows = tuple(MonthRow(date(2026, month, 1), float(month)) for month in months)
    gaps = tuple(date(2026, month, 1) for month in missing)
    return FigureRow(1, "Passed on", "", "%", "", Direction.LOWER, None, None, rows, gaps)


def test_hosts_come_one_by_one_and_the_core_group_as_one() -> None:
    people = [
        person(1, Role.CORE, 1),
        person(2, Role.SPONSOR),
        person(3, Role.CO_HOST, 2),
        *(person(number, Role.CORE, 1 + number % 3) for number in range(4, 8)),
        person(9, Role.MEMBER, 1),
        person(10, Role.GUEST, 1),
    ]
    told = [(host.title, host.line) for host in hosts_of(people, {2: (3, 16)})]
    assert told == [
        ("Person 3", "Co-host"),
        ("Person 2", "Sponsor · here 3 of 16"),
        ("Core group", "5 people from 3 departments"),
    ]
    assert len(hosts_of(people, {})[-1].faces) == 4
    assert hosts_of(people, {})[1].line == "Sponsor"


@pytest.mark.parametrize(
    ("places", "line"),
    [
        ((1, 2, 3), "3 people, one per department"),
        ((1, 1), "2 people"),
        ((None,), "1 person"),
        ((1, 2, None), "3 people from 2 departments"),
    ],
)
def test_the_core_group_says_how_it_spreads(places: tuple[int | None, ...], line: str) -> None:
    people = [person(number, Role.CORE, place) for number, place in enumerate(places)]
    assert hosts_of(people, {})[0].line == line


def test_themes_under_five_join_and_unfold() -> None:
    themes = [theme(1, 7, 12), theme(2, 15, 6), theme(3, 2, 1), theme(4, 0, 1), theme(5, 1, 0)]
    joined = themes_shown(themes, unfolded=False)
    assert [(row.name, row.now, row.was) for row in joined] == [
        ("Theme 2", 15, 6),
        ("Theme 1", 7, 12),
        ("Other, each under 5", 3, 2),
    ]
    assert joined[0].share == 1
    assert joined[1].share_before == 12 / 15
    unfolded = themes_shown(themes, unfolded=True)
    assert [row.now for row in unfolded] == [15, 7, 3, 2, 1, 0]
    assert sum(row.theme is None for row in unfolded) == 1
    assert themes_shown([], unfolded=True) == []


def test_a_theme_nobody_named_yet_can_be_reached() -> None:
    (other, own) = themes_shown([theme(1, 0, 0)], unfolded=True)
    assert (other.theme, own.now, own.share) == (None, 0, 0)


@pytest.mark.parametrize(
    ("themes", "start"),
    [
        ((theme(1, 15, 6, name="Ask"), theme(2, 7, 12, name="Meet")), 'More now say "Ask", fewer'),
        ((theme(1, 15, 6, name="Ask"),), 'More now say "Ask". Told'),
        ((theme(1, 7, 12, name="Meet"),), 'Fewer say "Meet". Told'),
        ((theme(1, 7, 7),), "Told to you by name"),
        ((theme(1, 3, 1),), "Told to you by name"),
    ],
)
def test_the_note_says_what_moved_most(themes: tuple[Theme, ...], start: str) -> None:
    note = themes_note(themes)
    assert note.startswith(start)
    assert note.endswith("so shown here as counts only.")


def test_norms_that_the_version_before_did_not_have_are_new() -> None:
    newest = NormList(2, None, ("Questions before advice.", "People on screen speak first."))
    before = NormList(1, None, ("QUESTIONS before advice.", "Phones stay in the bag."))
    assert [norm.new for norm in norms_shown([newest, before])] == [False, True]
    assert [norm.new for norm in norms_shown([before])] == [False, False]
    assert norms_shown([]) == []


def test_pasted_norms_lose_their_numbers_and_bullets() -> None:
    pasted = "1. Ask first.\n\n 2) Start on time \n- 3 questions each\n• Listen\n2026 was fine\n-"
    assert norms_in(pasted) == (
        "Ask first.",
        "Start on time",
        "3 questions each",
        "Listen",
        "2026 was fine",
        "-",
    )


def test_a_goal_shows_start_now_and_target() -> None:
    (shown,) = goals_shown([reading(GOAL, 10.8)], [person(7, Role.MEMBER, 2)], TODAY)
    assert (shown.start.value, shown.start.when) == ("14.2%", "Jan")
    assert (shown.now.value, shown.now.when) == ("10.8%", "Sep")
    assert (shown.target.value, shown.target.when) == ("9%", "by Dec")
    assert shown.place == 2
    assert shown.said == (
        "Tickets reach the right person, start 14.2% Jan, now 10.8% Sep, target 9% by Dec, "
        "owner Ama Boateng, Said."
    )


def test_a_goal_from_a_survey_or_from_help_is_rounded() -> None:
    survey = replace(GOAL, measure=measure_of("instrument:safety-pulse"), unit="of 7")
    helped = replace(GOAL, measure=measure_of("help across"), baseline_on=date(2026, 4, 30))
    shown = goals_shown([reading(survey, 5.3421), reading(helped, 70.588)], [], TODAY)
    assert [one.now.value for one in shown] == ["5.3", "71%"]
    assert (shown[1].start.when, shown[1].now.when) == ("to Apr", "since May")


def test_a_goal_with_nothing_but_a_title_has_dashes() -> None:
    bare = replace(
        GOAL, baseline=None, baseline_on=None, target=None, target_on=None, owner_id=None, owner=""
    )
    (shown,) = goals_shown([reading(bare, None)], [], TODAY)
    assert [one.value for one in (shown.start, shown.now, shown.target)] == ["–", "–", "–"]
    assert "no owner yet" in shown.said


def test_another_year_is_said() -> None:
    old = replace(GOAL, baseline_on=date(2025, 1, 31), target_on=date(2027, 6, 30))
    (shown,) = goals_shown([reading(old, 10.8)], [], TODAY)
    assert (shown.start.when, shown.target.when) == ("Jan 2025", "by Jun 2027")


def test_sessions_and_goals_without_each_other_are_counted() -> None:
    goals = [reading(GOAL, 1.0), reading(replace(GOAL, id=2), 1.0)]
    free, served = GoalSession(1, "A", TODAY, None), GoalSession(2, "B", TODAY, 1)
    assert links_missing(goals, [free, served]) == (
        "1 session serves no goal yet, 1 goal without a session"
    )
    assert links_missing(goals[:1], [free, free, served]) == "2 sessions serve no goal yet"
    assert links_missing(goals[:1], [served]) == ""
    assert links_missing([], [free]) == ""
    assert links_missing(goals, []) == ""


def test_every_gap_has_a_way_to_close_it() -> None:
    ways = set()
    choices = product((False, True), (0, 2), (0, 2), ((), ("G",)), (0, 3), (None, 0.7), (0, 9))
    for purpose, goals, owned, behind, held, came, members in choices:
        facts = CommunityFacts(
            has_purpose=purpose,
            goals=goals,
            goals_with_owner=min(goals, owned),
            goals_without_figure=behind,
            sessions_held=held,
            attendance=came,
            members=members,
            not_asked_why=members // 2,
        )
        for step in five_steps(facts):
            ways |= {way_of(line.next_thing).doing for line in step.lines if line.next_thing}
    assert ways == set(Doing)


def test_a_step_leads_to_its_gap_but_not_to_the_next_thing() -> None:
    steps = steps_shown(five_steps(CommunityFacts(members=4, not_asked_why=4)))
    assert [step.way.label if step.way else "" for step in steps] == [
        "",
        "Plan a session",
        "Edit charter",
        "Log contribution",
        "Plan the wave",
    ]
    asking = steps_shown(
        five_steps(CommunityFacts(has_purpose=True, goals=1, goals_without_figure=("G",)))
    )
    assert asking[0].state == "asks"
    assert steps[0].state == "open"


@pytest.mark.parametrize(
    ("row", "months"),
    [
        (figure(5, 6, 7, missing=(8, 9)), [8, 9]),
        (figure(4, 5, 6, 7, 8, 9), [7, 8, 9]),
        (figure(9), [9]),
        (figure(), [7, 8, 9]),
    ],
)
def test_the_months_asked_for(row: FigureRow, months: list[int]) -> None:
    assert [month.month for month in months_to_type(row, TODAY)] == months


def test_no_more_than_a_year_is_asked_for() -> None:
    gaps = tuple(date(2024 + n // 12, n % 12 + 1, 1) for n in range(30))
    asked = months_to_type(replace(figure(1), missing=gaps), TODAY)
    assert asked == gaps[-12:]


@pytest.mark.parametrize(
    ("text", "amount"),
    [("", None), ("  ", None), ("14,2", 14.2), ("9 %", 9.0), ("−1.5", -1.5), ("1,234", 1234.0)],
)
def test_amounts_are_read_as_people_type_them(text: str, amount: float | None) -> None:
    assert typed_amount(text, "target") == amount


def test_words_are_no_amount() -> None:
    with pytest.raises(BadInput, match='"much" is not a number') as problem:
        typed_amount("much", "target")
    assert problem.value.field == "target"


def test_reasons_stand_under_their_themes_unsorted_first() -> None:
    rows = [
        ReasonRow(1, 1, "Ama", "To ask.", 5),
        ReasonRow(2, 2, "Bea", "To meet.", None),
        ReasonRow(3, 3, "Cho", "", None),
    ]
    sorting = reasons_sorted(rows, [theme(4, 0, 0, name="Meet"), theme(5, 1, 0, name="Ask")])
    assert [(title, [row.id for row in found]) for title, found in sorting.groups] == [
        ("Under no theme yet", [2]),
        ("Not asked yet", [3]),
        ("Ask", [1]),
        ("Meet", []),
    ]
    assert sorting.choices == ((4, "Meet"), (5, "Ask"), (None, "No theme"))


def test_sessions_stand_under_their_goals_newest_first() -> None:
    rows = [GoalSession(1, "A", date(2026, 1, 22), 1), GoalSession(2, "B", TODAY, None)]
    sorting = sessions_sorted([*rows, GoalSession(3, "C", TODAY, None)], [GOAL])
    assert [(title, [row.id for row in found]) for title, found in sorting.groups] == [
        ("No goal yet", [3, 2]),
        ("Tickets reach the right person", [1]),
    ]
    assert sorting.groups[1][1][0].second == "22 January 2026"
