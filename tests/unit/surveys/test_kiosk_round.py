"""A round in memory: what is asked, what becomes of answers, and that nothing counts or tells."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.surveys.kiosk_forms import asked_form
from workbench.foundation.errors import BadInput
from workbench.surveys.answers import Form
from workbench.surveys.kiosk_door import FIRST_WAIT, LONGEST_WAIT, Door, checked_code
from workbench.surveys.kiosk_patience import Patience, Untouched
from workbench.surveys.kiosk_round import KioskRound, StepKind, steps_of

WHOLE = asked_form(
    "safety-pulse",
    "loneliness-pulse",
    departments=("Sales", "Finance"),
    comment=True,
    code=("Street", "Pet", "Month", "Colour"),
)


def fill(round_: KioskRound, place: int, comment: str = "") -> None:
    """Answer every question of the form with one option, and finish."""
    while True:
        if round_.now.options:
            round_.choose(min(place, len(round_.now.options) - 1))
        else:
            round_.write(comment)
        if not round_.next():
            break
    round_.finish()


def test_everything_is_asked_once_but_no_code() -> None:
    """Answers given on a laptop that is passed round are never linked between waves."""
    kinds = [step.kind for step in steps_of(WHOLE)]
    assert kinds == [StepKind.ITEM] * 10 + [StepKind.DEPARTMENT, StepKind.COMMENT]
    assert [step.place for step in steps_of(WHOLE)[:10]] == list(range(1, 11))
    assert steps_of(WHOLE)[-1].last


def test_a_filled_form_holds_codes_of_each_wave() -> None:
    round_ = KioskRound(WHOLE)
    fill(round_, 1, comment=" More time. ")
    (form,) = round_.take()
    assert form.answers == ((2,) * 7, (2,) * 3)
    assert (form.department, form.comment) == ("Finance", "More time.")
    assert form.code == ()


def test_everything_may_be_skipped_and_then_nothing_is_answered() -> None:
    round_ = KioskRound(WHOLE)
    while round_.skip():
        pass
    round_.finish()
    (form,) = round_.take()
    assert form.empty
    assert form.code == ()


def test_an_option_is_chosen_or_skipped_never_passed_over() -> None:
    round_ = KioskRound(asked_form())
    assert not round_.next()
    assert not round_.choose(99)
    assert round_.choose(0)
    assert round_.next()


def test_back_shows_the_own_answer_and_skipping_takes_it_back() -> None:
    round_ = KioskRound(asked_form())
    round_.choose(1)
    round_.next()
    round_.back()
    assert round_.answer == 1
    round_.skip()
    round_.back()
    assert round_.answer is None
    round_.back()
    assert round_.now.at == 1


def test_nothing_of_one_person_reaches_the_next() -> None:
    round_ = KioskRound(WHOLE)
    fill(round_, 2, comment="A secret")
    assert round_.fresh
    round_.back()
    assert round_.answer is None
    for _ in range(16):
        round_.skip()
        assert round_.answer is None


def test_a_form_that_is_cleared_leaves_nothing() -> None:
    round_ = KioskRound(asked_form())
    round_.choose(0)
    round_.next()
    round_.clear()
    assert round_.fresh
    assert round_.take() == ()


def test_taking_empties_the_round_and_drops_a_form_that_is_begun() -> None:
    round_ = KioskRound(asked_form())
    fill(round_, 0)
    round_.choose(1)
    assert len(round_.take()) == 1
    assert round_.take() == ()
    assert round_.fresh


@settings(max_examples=40)
@given(st.lists(st.integers(0, 2), max_size=12))
def test_a_round_hands_over_what_was_answered_and_no_more(places: list[int]) -> None:
    round_ = KioskRound(asked_form())
    for place in places:
        fill(round_, place)
    codes = asked_form().blocks[0].instrument.codes
    taken = Counter(form.answers[0][0] for form in round_.take())
    assert taken == Counter(codes[place] for place in places)


def test_the_order_of_answering_is_lost() -> None:
    """Of two people the first comes out first about half of the time, here in 200 rounds."""
    first = 0
    for _ in range(200):
        round_ = KioskRound(asked_form())
        fill(round_, 0)
        fill(round_, 1)
        first += round_.take()[0].answers[0][0] == 1
    assert 60 < first < 140


def test_a_round_cannot_be_counted_or_printed() -> None:
    round_ = KioskRound(WHOLE)
    fill(round_, 1, comment="marker-comment")
    round_.skip()
    round_.write("marker")
    shown = repr(round_) + str(round_) + repr(round_.take())
    assert "marker" not in shown
    public = {name for name in dir(KioskRound) if not name.startswith("_")}
    assert public == {
        "now", "answer", "fresh", "choose", "write", "next", "skip", "back", "clear", "finish",
        "take",
    }  # fmt: skip
    assert not hasattr(round_, "__len__")


def test_a_form_without_wording_cannot_be_asked() -> None:
    assert not asked_form("ucla-3").can_be_asked
    assert asked_form().can_be_asked


def test_long_words_are_cut() -> None:
    round_ = KioskRound(asked_form(comment=True))
    for _ in range(3):
        round_.skip()
    round_.write("x" * 5000)
    round_.finish()
    (form,) = round_.take()
    assert isinstance(form, Form)
    assert len(form.comment) == 1000


def test_a_code_opens_and_so_does_the_passphrase() -> None:
    door = Door("lamp otter", "round 7")
    assert door.opens("round 7")
    assert door.opens("lamp otter")
    assert not door.opens("lamp")
    assert not door.opens("")
    assert not Door("lamp otter").opens("")
    assert not Door(None, "secret").opens("")


def test_an_accent_is_the_same_however_it_was_typed() -> None:
    assert Door(None, "kluczę1").opens("klucze\u03281")
    assert not Door(None, "secret").opens("\ud800")


def test_a_wrong_try_makes_wait_twice_as_long_to_an_end() -> None:
    door = Door(None, "secret")
    waits = [door.refused() for _ in range(12)]
    assert waits[:3] == [FIRST_WAIT, 1.0, 2.0]
    assert waits[-1] == LONGEST_WAIT


def test_a_door_needs_a_key() -> None:
    for passphrase, code in ((None, ""), (None, "abc"), ("lamp", "abc")):
        with pytest.raises(BadInput):
            Door(passphrase, code)
    with pytest.raises(BadInput, match="not the same"):
        checked_code("secret", "secres")


def test_a_door_keeps_no_code_in_words() -> None:
    door = Door(None, "marker-code")
    held = repr([getattr(door, name) for name in Door.__slots__])
    assert "marker-code" not in held + repr(door)


def test_an_untouched_form_warns_twenty_seconds_before_it_clears() -> None:
    waiting = Untouched(1000.0)
    assert waiting.look(1099.9) is Patience.FINE
    assert waiting.look(1100.0) is Patience.WARN
    assert waiting.left(1100.0) == 20
    waiting.touch(1110.0)
    assert waiting.look(1229.0) is Patience.WARN
    assert waiting.look(1230.0) is Patience.CLEAR


def test_how_often_they_came_is_asked_after_the_department_and_kept_as_a_word() -> None:
    form = replace(asked_form(departments=("Care", "Sales"), comment=True), asks_attendance=True)
    steps = steps_of(form)
    kinds = [step.kind for step in steps[-3:]]
    assert kinds == [StepKind.DEPARTMENT, StepKind.ATTENDED, StepKind.COMMENT]
    assert steps[-2].options == ("None", "One or two", "Three or more")
    around = KioskRound(form)
    for place in (None, 0, 1, 2):
        while around.now.kind is not StepKind.ATTENDED:
            around.skip()
        if place is not None:
            around.choose(place)
        around.finish()
    assert sorted(one.attended or "" for one in around.take()) == ["", "0", "1-2", "3+"]
