"""Headlines say only what intervals allow, clause by clause."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.reports.brief_contents import HEADLINE_LETTERS
from workbench.reports.headline import Claim, headline_problems, proposed_headline

SAFER = Claim(
    "psychological safety",
    ("safe", "safety", "speak up"),
    clause="members feel safer than in March",
    moved="up",
    higher_is_better=True,
    rising_words=("safer",),
)
LONELY = Claim("loneliness", ("lonel", "alone"), higher_is_better=False, rising_words=("lonelier",))
TICKETS = Claim(
    "tickets passed on 3 or more times",
    ("tickets", "passed"),
    clause="tickets passed on 3 or more times went from 14.2% to 10.8%",
    moved="down",
    fact="tickets passed on 3 or more times: 10.8%",
    higher_is_better=False,
)
COMING = Claim(
    "attendance", ("attendance", "came to"), fact="71% came to an average session", proposed=False,
    higher_is_better=True,
)  # fmt: skip
CLAIMS = [SAFER, LONELY, TICKETS, COMING]


@pytest.mark.parametrize(
    "headline",
    [
        "Members feel safer than in March, and fewer tickets are passed on. Loneliness: too early.",
        "Safety has improved; 71% came to an average session",
        "Tickets passed on 3 or more times went from 14.2% to 10.8%",
        "Nobody can say yet whether people feel less lonely",
        "Loneliness did not fall",
        "We learned a lot together",
        "",
    ],
)
def test_what_the_figures_carry_may_be_said(headline: str) -> None:
    assert headline_problems(headline, CLAIMS) == ()


@pytest.mark.parametrize(
    ("headline", "clause", "offer"),
    [
        ("Members feel safer, and less lonely", "less lonely", "Loneliness: too early to say"),
        ("Loneliness fell", "Loneliness fell", "Loneliness: too early to say"),
        ("People are less alone", "People are less alone", "Loneliness: too early to say"),
        ("Loneliness is better", "Loneliness is better", "Loneliness: too early to say"),
        ("Members feel less safe", "Members feel less safe", "Members feel safer than in March"),
        ("Safety got worse", "Safety got worse", "Members feel safer than in March"),
        ("More tickets are passed on", "More tickets are passed on",
         "Tickets passed on 3 or more times went from 14.2% to 10.8%"),
        ("Attendance is up", "Attendance is up", "71% came to an average session"),
        ("All well. ATTENDANCE IMPROVED!", "ATTENDANCE IMPROVED", "71% came to an average session"),
        ("Members feel lonelier", "Members feel lonelier", "Loneliness: too early to say"),
    ],
)  # fmt: skip
def test_a_clause_that_says_too_much_is_named_with_one_that_fits(
    headline: str, clause: str, offer: str
) -> None:
    problems = headline_problems(headline, CLAIMS)
    assert [(one.clause, one.offer) for one in problems] == [(clause, offer)]
    assert offer in problems[0].sentence


def test_what_is_offered_passes_the_same_check() -> None:
    for claim in CLAIMS:
        assert headline_problems(claim.offer, CLAIMS) == ()


def test_the_proposal_tells_certain_things_first_then_what_is_early() -> None:
    assert proposed_headline(CLAIMS, "Nothing yet.") == (
        "Members feel safer than in March, and tickets passed on 3 or more times went from 14.2% "
        "to 10.8%. Loneliness: too early to say."
    )
    assert proposed_headline([LONELY], "x") == "Loneliness: too early to say."
    assert proposed_headline([COMING], "Nothing yet.") == "Nothing yet."


words = st.text(st.characters(codec="utf-8"), max_size=60)
claims = st.builds(Claim, words, st.just(("x",)), clause=words, proposed=st.booleans())


@given(st.lists(claims, max_size=5))
@settings(max_examples=100)
def test_a_proposal_always_fits_the_field(found: list[Claim]) -> None:
    assert len(proposed_headline(found, "Nothing yet.")) <= HEADLINE_LETTERS
