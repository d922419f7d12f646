"""Who is worth a call: each reason, when it ends, snooze and call, and an order without a score."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.words import Mark
from workbench.insights.worth_a_call import (
    Call,
    CallFacts,
    LatePromise,
    Meeting,
    Reason,
    Why,
    reasons_of,
    worth_a_call,
)

FIRST = date(2026, 1, 1)
TODAY = date(2026, 10, 13)
LETTERS = {
    "P": Mark.PRESENT,
    "L": Mark.PART,
    "E": Mark.EXCUSED,
    "A": Mark.ABSENT,
    "?": Mark.UNKNOWN,
}


def day(number: int) -> date:
    """Return the day of a session, the first being 1."""
    return FIRST + timedelta(weeks=2 * (number - 1))


def facts(marks: str, **others: object) -> CallFacts:
    meetings = tuple(Meeting(day(n), LETTERS[mark]) for n, mark in enumerate(marks, 1))
    given = CallFacts(1, "Ama", meetings=meetings, has_given=True)
    return replace(given, **others)  # type: ignore[arg-type]  # a test hands over any field


def found(marks: str, **others: object) -> list[tuple[str, int]]:
    every = reasons_of(facts(marks, **others), TODAY)
    return [(reason.kind.value, (reason.since - FIRST).days // 14 + 1) for reason in every]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("PPPPAAA", [("missed", 7)]),
        ("PPPPAA", []),
        ("PPPPAEA", [("missed", 7)]),
        ("PPPPEEE", []),
        ("PPPPEEEEA", [("missed", 9)]),
        ("PPPPA?AA", [("missed", 8)]),
        ("PPPP???", []),
        ("PPPPAAAP", []),
        ("PPPPAAAAA", [("missed", 7)]),
        ("AAAAAAAPPAAA", []),
        ("PAAA", []),
        ("PPAAA", [("missed", 5)]),
        ("LLAAA", [("missed", 5)]),
        ("AAAA", []),
        ("", []),
    ],
)
def test_three_missed_after_regular_attendance(marks: str, expected: list[tuple[str, int]]) -> None:
    assert found(marks) == expected


def test_the_words_say_how_many_and_when_they_were_last_here() -> None:
    (reason,) = reasons_of(facts("PPPPAAAA"), TODAY)
    assert reason.words == "Missed 4, last here 12 Feb"


def test_apologies_are_said_apart_and_never_called_missed() -> None:
    (one,) = reasons_of(facts("PPPPEAA"), TODAY)
    assert one.words == "Missed 2, 1 apology, last here 12 Feb"
    (again,) = reasons_of(facts("PPPPAAAEEA", called_on=day(7)), TODAY)
    assert again.words == "Missed 1 more, 2 apologies since your call"
    assert found("PPPPAAAEEE", called_on=day(7)) == []


def test_never_spoken_from_the_fourth_session_they_came_to() -> None:
    assert found("PPAPL", has_given=False) == [("never spoken", 5)]
    assert found("PPAP", has_given=False) == []
    assert found("PPAPL") == []


def test_a_promise_is_overdue_the_day_after() -> None:
    late = LatePromise("Share the checklist", TODAY - timedelta(days=1))
    (reason,) = reasons_of(facts("P", late=(late,)), TODAY)
    assert (reason.kind, reason.since) == (Why.PROMISE, TODAY)
    assert reason.words == "Promise was due 12 Oct: Share the checklist"
    assert reasons_of(facts("P", late=(replace(late, due_on=TODAY),)), TODAY) == ()


def test_new_and_not_yet_back() -> None:
    joined = {"joined_on": TODAY - timedelta(days=60)}
    assert found("PA", **joined) == [("new", 2)]
    assert found("APEA", **joined) == [("new", 4)]
    assert found("APE", **joined) == []
    assert found("P", **joined) == []
    assert found("P?", **joined) == []
    assert found("PAP", **joined) == []
    assert found("AAAPA", **joined) == []
    assert found("PA", joined_on=TODAY - timedelta(days=120)) == []
    assert found("PA") == []


def test_a_call_answers_what_had_arisen_and_misses_count_anew() -> None:
    assert found("PPPPAAA", called_on=day(7)) == []
    assert found("PPPPAAAAA", called_on=day(7)) == []
    assert found("PPPPAAAAAA", called_on=day(7)) == [("missed", 10)]
    (again,) = reasons_of(facts("PPPPAAAAAA", called_on=day(7)), TODAY)
    assert again.words == "Missed 3 more since your call"
    assert found("PPPPAAAPPAAA", called_on=day(7)) == [("missed", 12)]
    assert found("PPPP", has_given=False, called_on=day(5)) == []


def test_snoozed_until_a_day_and_back_on_it() -> None:
    one = facts("PPPPAAA", snoozed_until=TODAY + timedelta(days=1))
    assert worth_a_call([one], TODAY) == []
    assert [call.person for call in worth_a_call([one], TODAY + timedelta(days=1))] == [1]


def test_newest_reason_first_then_by_name() -> None:
    every = [
        facts("PPPPAAA", person=1, name="zoe"),
        facts("PPPPPAAA", person=2, name="Mei"),
        facts("PPPPAAAA", person=3, name="Ama"),
    ]
    assert [call.name for call in worth_a_call(every, TODAY)] == ["Mei", "Ama", "zoe"]


def test_several_reasons_of_one_person_stand_newest_first() -> None:
    late = LatePromise("Call Kofi", day(6))
    every = reasons_of(facts("PPPPAAA", has_given=False, late=(late,)), TODAY)
    assert [reason.kind for reason in every] == [Why.MISSED, Why.PROMISE, Why.NEVER_SPOKEN]


def test_nothing_of_a_call_is_a_number_to_rank_by() -> None:
    assert {field.name for field in fields(Call)} == {"person", "name", "reasons"}
    assert {field.name for field in fields(Reason)} == {"kind", "words", "since"}


_FACTS = st.builds(
    lambda marks, given, name, snoozed, called: facts(
        marks, person=sum(map(ord, name)), name=name, has_given=given,
        snoozed_until=snoozed, called_on=called,
    ),
    st.text("PLEA?", max_size=12),
    st.booleans(),
    st.text("abc", min_size=1, max_size=4),
    st.none() | st.dates(FIRST, date(2027, 1, 1)),
    st.none() | st.dates(FIRST, TODAY),
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(_FACTS, max_size=8), st.randoms())
def test_the_order_is_by_day_and_name_whatever_was_handed_over(
    every: list[CallFacts], chance: object
) -> None:
    listed = worth_a_call(every, TODAY)
    keys = [(-call.reasons[0].since.toordinal(), call.name) for call in listed]
    assert keys == sorted(keys)
    for call in listed:
        days = [reason.since for reason in call.reasons]
        assert days == sorted(days, reverse=True)
    shuffled = list(every)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis hands over a Random
    again = worth_a_call(shuffled, TODAY)
    assert [(-c.reasons[0].since.toordinal(), c.name) for c in again] == keys
    hidden = {one.person for one in every if one.snoozed_until and one.snoozed_until > TODAY}
    seen = {one.person for one in every if not one.snoozed_until or one.snoozed_until <= TODAY}
    assert not {call.person for call in listed} & (hidden - seen)
