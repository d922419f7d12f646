import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.contributions.thanks import (
    MOST_NAMED,
    ThanksFacts,
    ThanksGift,
    short_names,
    speaks_of_use,
    thank_you,
)
from workbench.foundation.dates import MONTHS
from workbench.foundation.words import ContributionKind as Kind

TODAY = date(2026, 10, 13)
PHOTOS = ThanksGift(
    Kind.HELP,
    "Showed how to tag damage photos so testers can find them",
    ("Kofi Mensah",),
    date(2026, 10, 1),
    ("Used on 2 shifts",),
)
OWN_WORDS = set(
    re.findall(
        r"\w+",
        "Dear Thank you This is what I noted On and you asked answered told a story shared "
        "something brought a challenge tried gave feedback helped hosted with for this to Noted "
        "with it",
    )
)


def facts(*gifts: ThanksGift, name: str = "Hana Novák", sender: str = "Ruth Adler") -> ThanksFacts:
    return ThanksFacts(name, sender, TODAY, gifts)


def test_one_gift_in_a_draft() -> None:
    assert thank_you(facts(PHOTOS)) == (
        "Dear Hana,\n\nThank you. On 1 October you helped Kofi: “Showed how to tag damage photos "
        "so testers can find them”. Noted with it: Used on 2 shifts.\n\nRuth Adler"
    )


def test_several_gifts_with_their_year_where_it_is_another() -> None:
    story = ThanksGift(Kind.STORY, "", (), date(2025, 12, 4))
    question = ThanksGift(Kind.QUESTION, "Who decides?", (), date(2026, 9, 17), ("Open",))

    assert thank_you(facts(question, story, sender="")).splitlines() == [
        "Dear Hana,",
        "",
        "Thank you. This is what I noted:",
        "- On 17 September you asked: “Who decides?”",
        "- On 4 December 2025 you told a story.",
    ]


def test_nothing_given_gives_no_words() -> None:
    assert thank_you(facts()) == ""


def test_two_of_one_first_name_are_named_in_full() -> None:
    both = ThanksGift(Kind.HELP, "", ("Hana Kim", "Ama Boateng"), TODAY)

    words = thank_you(facts(both))

    assert "Dear Hana Novák," in words
    assert "you helped Hana Kim and Ama." in words
    assert short_names(["Nováková, Hana", "Cher"]) == {"Nováková, Hana": "Hana", "Cher": "Cher"}


def test_a_kind_of_ones_own_is_called_by_its_name() -> None:
    demo = ThanksGift(Kind.RESOURCE, "the form", ("Ama Boateng",), TODAY, own_kind="demo")

    assert "On 13 October you gave this to Ama (demo): “the form”." in thank_you(facts(demo))


@pytest.mark.parametrize(
    ("tag", "use"), [("In use by Support", True), ("Led to: a guide", True), ("excel", False)]
)
def test_only_tags_of_use_are_told(tag: str, use: bool) -> None:
    assert speaks_of_use(tag) is use


NAMES = st.sampled_from(["Ama Boateng", "Jonas Weber", "Li", "Nováková, Hana", "Ana Sá Lima"])
GIFTS = st.builds(
    ThanksGift,
    st.sampled_from(Kind),
    st.text("abc 12.\n", max_size=30),
    st.lists(NAMES, max_size=3, unique=True).map(tuple),
    st.dates(date(2024, 1, 1), TODAY),
    st.lists(st.sampled_from(["In use in 3 teams", "Open", "excel"]), max_size=2).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(GIFTS, max_size=8), NAMES)
def test_every_name_and_number_stands_in_the_facts(gifts: list[ThanksGift], name: str) -> None:
    known = facts(*gifts, name=name)
    allowed = OWN_WORDS | set(MONTHS)
    for text in (name, known.sender, *(gift.text for gift in gifts)):
        allowed |= set(re.findall(r"\w+", text))
    for gift in gifts[:MOST_NAMED]:
        allowed |= {str(gift.on.day), str(gift.on.year)}
        for text in (*gift.receivers, *filter(speaks_of_use, gift.tags)):
            allowed |= set(re.findall(r"\w+", text))

    assert set(re.findall(r"\w+", thank_you(known))) <= allowed
