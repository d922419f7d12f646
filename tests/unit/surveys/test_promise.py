"""The promise to respondents: its facts always stand in it, and it never promises too much."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.surveys.promise import (
    CODE_EXPLAINED,
    CODE_QUESTIONS,
    own_words,
    promise_problems,
    promise_text,
    promise_words,
)

FACTS = promise_words("Ruth Adeyemi", 5)


def test_the_four_facts() -> None:
    said = " ".join(fact.words for fact in FACTS)
    for words in ("confidential", "groups of 5 or more", "No name, time or order", "Ruth Adeyemi"):
        assert words in said
    assert len(FACTS) == 4
    assert "groups of 12 or more, comments only from 12" in promise_words("", 12)[1].words


def test_a_code_is_called_pseudonymous() -> None:
    assert "pseudonym" in promise_words("Ruth", 5, codes=True)[-1].words
    assert "pseudonymous" in CODE_EXPLAINED
    assert "anonymous" not in CODE_EXPLAINED.replace("pseudonymous", "")
    assert len(CODE_QUESTIONS) in (4, 5)


@pytest.mark.parametrize(
    "own",
    ["Fully anonymous.", "ANONYMITY", "Die Umfrage ist anonym", "es anónimo", "Dit is anoniem",
     "Ankieta jest anonimowa", "Опрос анонимный", "匿名です"],
)  # fmt: skip
def test_anonymous_is_refused_in_any_form(own: str) -> None:
    (problem,) = promise_problems(promise_text(FACTS, own), FACTS)
    assert "confidential" in problem


def test_own_words_of_any_kind_stay_and_the_code_is_no_problem() -> None:
    facts = promise_words("Ruth", 5, codes=True)
    assert promise_problems(promise_text(facts, "We ask since the move."), facts) == ()


@pytest.mark.parametrize("gone", range(4))
def test_a_promise_without_one_of_its_facts_is_refused(gone: int) -> None:
    rest = [fact for place, fact in enumerate(FACTS) if place != gone]
    (problem,) = promise_problems(promise_text(rest), FACTS)
    assert FACTS[gone].words in problem


def test_endless_own_words_are_refused() -> None:
    assert "longer" in promise_problems(promise_text(FACTS, "x" * 601), FACTS)[0]


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=80))
def test_own_words_come_back_as_they_were_kept(own: str) -> None:
    assert own_words(promise_text(FACTS, own)) == own.strip()
    later = promise_words("Somebody Else", 9, codes=True)
    assert own_words(promise_text(later, own_words(promise_text(FACTS, own)))) == own.strip()
