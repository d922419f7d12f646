from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.contributions.capture import read_line
from workbench.contributions.completion import Wanted, complete
from workbench.contributions.kind_rules import USUAL, KindBook, KindSpec, checked_kinds
from workbench.contributions.kinds import kind_of
from workbench.contributions.names import Somebody
from workbench.foundation.errors import BadInput
from workbench.foundation.words import ContributionKind as Kind

PEOPLE = [Somebody(1, "Ama Boateng"), Somebody(2, "Jonas Weber"), Somebody(3, "Priya Raman")]
SHOW = KindSpec("show and tell", "t", Kind.RESOURCE, own=True, own_id=1)
LIFT = KindSpec("lift", "l", Kind.HELP, own=True, own_id=2)


def book(*own: KindSpec, **reworded: KindSpec) -> KindBook:
    return KindBook((*(reworded.get(s.name, s) for s in USUAL.kinds), *own))


MINE = book(
    SHOW,
    LIFT,
    challenge=KindSpec("nudge", "n", Kind.CHALLENGE),
    hosting=KindSpec("hosting", "o", Kind.HOSTING, hidden=True),
)


@given(st.sampled_from([*(kind.value for kind in Kind), "q", "helped", "exp", "x", "", "ques"]))
def test_without_changes_the_nine_are_read_as_ever(word: str) -> None:
    found = USUAL.kind_of(word)
    assert (found.counts_as if found else None) is kind_of(word)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("t", "show and tell"), ("sho", "show and tell"), ("l", "lift"), ("LIFT", "lift"),
        ("n", "nudge"), ("nudge", "nudge"), ("challenge", "nudge"), ("challenged", "nudge"),
        ("c", None), ("o", None), ("hosting", None), ("h", "help"),
    ],
)  # fmt: skip
def test_words_and_letters_of_ones_own(word: str, name: str | None) -> None:
    found = MINE.kind_of(word)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("line", "spec", "receivers", "text"),
    [
        ("Ama lift> Jonas: to the depot #excel", LIFT, ["Jonas Weber"], "to the depot"),
        ("ama show and tell> jonas, priya: the form", SHOW,
         ["Jonas Weber", "Priya Raman"], "the form"),
        ("Ama show and tell: the form", SHOW, [], "the form"),
        ("Ama · show and tell · the form", SHOW, [], "the form"),
        ("Ama · t · the form", SHOW, [], "the form"),
    ],
)  # fmt: skip
def test_capture_reads_kinds_of_ones_own(
    line: str, spec: KindSpec, receivers: list[str], text: str
) -> None:
    found = read_line(line, PEOPLE, MINE)

    assert found.ready, found.problems
    assert (found.spec, found.kind, found.text) == (spec, spec.counts_as, text)
    assert [one.person.name for one in found.receivers if one.person] == receivers


def test_a_hidden_kind_is_not_offered_and_still_named() -> None:
    found = read_line("Ama hosting", PEOPLE, MINE)
    assert found.problems[-1].startswith("Say what kind it was: question, ")
    assert "hosting" not in found.problems[-1]
    assert MINE.of(Kind.HOSTING).name == "hosting"
    assert MINE.of(Kind.CHALLENGE).name == "nudge"
    assert MINE.of(Kind.HELP, 2) is LIFT
    assert MINE.of(Kind.HELP, 99).name == "help"


@pytest.mark.parametrize(
    ("line", "label", "taken"),
    [
        ("ama help> jon", "Jonas Weber", "ama help> Jonas Weber: "),
        ("ama lift->pri", "Priya Raman", "ama lift->Priya Raman: "),
        ("ama r> jonas, pr", "Priya Raman", "ama r> jonas, Priya Raman: "),
        ("Ama · story> jon", "Jonas Weber", "Ama · story> Jonas Weber · "),
        ("ama show and tell> jon", "Jonas Weber", "ama show and tell> Jonas Weber: "),
    ],
)
def test_receivers_are_offered_behind_an_arrow_and_a_comma(
    line: str, label: str, taken: str
) -> None:
    found = complete(line, PEOPLE, (), MINE)

    assert found.wanted is Wanted.RECEIVER
    assert [(offer.label, offer.line) for offer in found.offers] == [(label, taken)]
    assert read_line(f"{taken}the form", PEOPLE, MINE).ready


@pytest.mark.parametrize("line", ["ama help> ama", "ama r> jonas, jon", "ama s 5 > 3 jon"])
def test_nobody_is_offered_twice_or_inside_words(line: str) -> None:
    assert complete(line, PEOPLE, (), MINE).offers == ()


TAGS = ("excel", "handover", "Used on 2 shifts", "expo")


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("ama q who? #ex", ["#excel", "#expo"]),
        ("ama q who? #", ["#excel", "#handover", "#expo"]),
        ("ama q who? #excel", []),
        ("ama q C#ex", []),
        ("Ama · help · Jonas · note #HAND", ["#handover"]),
    ],
)
def test_tags_in_use_are_offered_behind_their_sign(line: str, labels: list[str]) -> None:
    offers = complete(line, PEOPLE, TAGS, MINE).offers
    assert [offer.label for offer in offers] == labels
    assert all(read_line(offer.line, PEOPLE, MINE).tags for offer in offers)


def test_kinds_of_ones_own_are_offered_among_the_nine() -> None:
    labels = [offer.label for offer in complete("Ama Boateng · ", PEOPLE, (), MINE).offers]
    assert labels[-2:] == ["show and tell", "lift"]
    assert "hosting" not in labels
    offers = complete("Ama Boateng · lift · jo", PEOPLE, (), MINE).offers
    assert [offer.label for offer in offers] == ["Jonas Weber"]


@pytest.mark.parametrize(
    ("changed", "said", "field"),
    [
        (KindSpec("", "", Kind.HELP, own=True), "needs a name", "name 9"),
        (KindSpec("x" * 31, "", Kind.HELP, own=True), "longer than 30", "name 9"),
        (KindSpec("a:b", "", Kind.HELP, own=True), "called by words", "name 9"),
        (KindSpec("x", "", Kind.HELP, own=True), "called by words", "name 9"),
        (KindSpec("Hélp", "", Kind.HELP, own=True), "called Hélp already", "name 9"),
        (KindSpec("lift", "h", Kind.HELP, own=True), "h stands for help already", "letter 9"),
        (KindSpec("lift", "ab", Kind.HELP, own=True), "One letter, or none", "letter 9"),
        (KindSpec("lift", "1", Kind.HELP, own=True), "One letter, or none", "letter 9"),
    ],
)
def test_what_a_kind_cannot_be(changed: KindSpec, said: str, field: str) -> None:
    with pytest.raises(BadInput, match=said) as caught:
        checked_kinds([*USUAL.kinds, changed])
    assert caught.value.field == field


def test_one_kind_at_least_is_offered_and_empty_words_mean_the_usual_ones() -> None:
    hidden = [replace(spec, hidden=True) for spec in USUAL.kinds]
    with pytest.raises(BadInput, match="At least one kind"):
        checked_kinds(hidden)
    blank = [replace(spec, name=" ") for spec in USUAL.kinds]
    assert checked_kinds(blank) == USUAL.kinds
    many = [KindSpec(f"kind {'abcdefghijklmn'[n]}", "", Kind.HELP, own=True) for n in range(13)]
    with pytest.raises(BadInput, match="More than 12"):
        checked_kinds([*USUAL.kinds, *many])
