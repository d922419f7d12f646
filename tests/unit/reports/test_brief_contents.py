"""From facts to the page: figures with their fraction, readings by the interval, nobody named."""

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.reports.facts_samples import (
    FACTS,
    HIDDEN,
    LONELY,
    NOTHING,
    SAFETY,
    SEPTEMBER,
    TICKETS,
    measure,
    wave,
)
from workbench.communities.queries import EventRow
from workbench.foundation.errors import BadInput
from workbench.impact.queries import MonthRow
from workbench.reports.brief import brief_contents
from workbench.reports.brief_checks import Verdict, brief_checks, refuse_to_share
from workbench.reports.brief_contents import (
    BriefChart,
    Changes,
    Paper,
    Statement,
    brief_texts,
)
from workbench.reports.brief_draft import BriefDraft, draft_from, draft_text, measure_section
from workbench.reports.brief_page import Overflow
from workbench.reports.brief_sections import changes_of, sections_of
from workbench.reports.brief_words import certainty, figure_reading, lowered

PLAIN = BriefDraft()


def test_the_usual_brief() -> None:
    contents = brief_contents(FACTS, PLAIN)
    assert contents.headline == (
        "Members feel safer than in March, and tickets passed on went from 14.2% to 10.8%. "
        "Loneliness: too early to say."
    )
    assert [(one.value, one.words) for one in contents.figures] == [
        ("48", "members from 6 departments, up from 34 in January"),
        ("71%", "came to an average session, 16 sessions held"),
        ("24 of 34", "offers of help crossed departments, 12 of 25 before May: could be chance"),
        ("10.8%", "tickets passed on, 14.2% in January"),
    ]
    titles = [cell.title for cell in contents.cells if isinstance(cell, BriefChart)]
    assert titles == ["Psychological safety", "Loneliness", "Tickets passed on"]
    assert contents.about == "Learning community · Halden Home"
    assert contents.hidden_groups == 2


def test_readings_are_the_sentences_of_insights() -> None:
    safety, lonely, tickets, _ = brief_contents(FACTS, PLAIN).cells
    assert isinstance(safety, BriefChart)
    assert isinstance(lonely, BriefChart)
    assert isinstance(tickets, BriefChart)
    assert safety.reading.lead.startswith("Up 0.4 since March, 95% CI ")
    assert safety.reading.lead.endswith("likely a real change.")
    assert lonely.reading.lead.endswith("this could be chance.")
    assert lonely.reading.rest == "Ask again in December."
    assert tickets.reading.rest == (
        "Down 3.4 points since January; the goal is 9% by December. New returns desk "
        "(1 September) came in the same months, so the community is not the only likely reason."
    )


def test_certainty_says_who_answered_and_what_is_hidden() -> None:
    words = certainty(FACTS)
    assert words.startswith("In September 38 of 48 people invited answered (79%).")
    assert "fewer than 5 answers are not shown" in words
    assert "this covers 2 departments." in words
    assert words.count("In September") == 1
    assert "No names" in words


def test_a_hidden_wave_gives_neither_count_nor_mean() -> None:
    contents = brief_contents(replace(FACTS, measures=(HIDDEN,), figures=()), PLAIN)
    said = f"{contents.headline} {contents.certainty} {contents.cells}"
    assert "In September fewer than 5 answered, so nothing is shown." in contents.certainty
    assert "Not shown: fewer than 5 answers" in said
    assert "3 of 48" not in said
    assert "Psychological safety: too early to say" in contents.headline


def test_few_answers_are_said() -> None:
    few = measure(wave("safety-pulse", SEPTEMBER, 20, 5.0, 0.6))
    words = certainty(replace(FACTS, measures=(few,)))
    assert "People who did not answer may feel differently." in words


def test_nothing_yet_is_said_kindly() -> None:
    contents = brief_contents(NOTHING, PLAIN)
    assert contents.headline == "Too early to say: no session has been marked yet."
    assert "No survey has closed yet" in contents.certainty
    assert [figure.value for figure in contents.figures] == ["3"]
    assert contents.cells == ()
    assert not NOTHING.enough


def test_stories_are_told_without_names_and_only_with_consent() -> None:
    assert changes_of(FACTS) == (
        Statement("A two-line handover note:", "It became a field in every ticket."),
        Statement("Photos are tagged", ""),
    )


def test_events_that_name_somebody_are_left_out_of_readings() -> None:
    event = EventRow(2, "Kofi hosts", date(2026, 9, 20), None)
    assert "Kofi" not in figure_reading(TICKETS, replace(FACTS, events=(event,))).rest


@pytest.mark.parametrize(
    ("months", "words"),
    [
        ((MonthRow(date(2026, 9, 1), 10.8),), "10.8% in September; the goal is 9% by December."),
        ((MonthRow(date(2026, 1, 1), 9), MonthRow(date(2026, 9, 1), 9)), "The same as in January"),
        ((MonthRow(date(2025, 1, 1), 9), MonthRow(date(2026, 9, 1), 12)),
         "Up 3 points since January 2025"),
    ],
)  # fmt: skip
def test_business_figures_are_facts(months: tuple[MonthRow, ...], words: str) -> None:
    assert figure_reading(replace(TICKETS, months=months), FACTS).rest.startswith(words)


def test_missing_months_are_counted() -> None:
    gaps = replace(TICKETS, missing=(date(2026, 7, 1), date(2026, 8, 1)))
    assert "2 months are missing." in figure_reading(gaps, FACTS).rest


def test_sections_can_be_chosen_left_out_and_moved() -> None:
    draft = BriefDraft(sections=("changes", measure_section("loneliness")))
    contents = brief_contents(FACTS, draft)
    assert [type(cell) for cell in contents.cells] == [Changes, BriefChart]
    assert contents.figures == ()
    assert contents.certainty
    found = sections_of(FACTS, draft)
    assert [section.key for section in found if section.chosen] == list(draft.sections or ())
    assert [section.key for section in found if not section.chosen] == [
        "headline", "measure:safety", "figure:1", "asks",
    ]  # fmt: skip


def test_a_section_that_is_gone_is_simply_not_there() -> None:
    contents = brief_contents(NOTHING, BriefDraft(sections=("measure:safety", "figure:9")))
    assert contents.cells == ()


def test_the_draft_survives_being_kept() -> None:
    draft = BriefDraft(
        headline="Ours", sections=("asks",), asks=(Statement("One hour", "of cover"),),
        changes=(), start=date(2026, 1, 1), meeting_on=date(2026, 10, 21), paper=Paper.LETTER,
    )  # fmt: skip
    assert draft_from(draft_text(draft)) == draft
    assert draft_from("") == draft_from("{nonsense") == BriefDraft()


def test_a_clean_brief_passes_every_check() -> None:
    contents = brief_contents(FACTS, PLAIN)
    checks = brief_checks(contents, FACTS, None)
    assert [check.sentence for check in checks] == [
        "No names and no single person's answers",
        "2 departments not shown, to protect small groups",
        "The headline says no more than the intervals do",
        "Fits on one page",
        "Loneliness is worded “too early to say”. Keep it that way when you speak.",
    ]
    refuse_to_share(contents, FACTS)


def test_names_claims_and_doubtful_words_are_pointed_out() -> None:
    draft = BriefDraft(
        headline="Loneliness fell, a significant success",
        asks=(Statement("Thank Kofi", "for hosting"),),
    )
    contents = brief_contents(FACTS, draft)
    checks = brief_checks(contents, FACTS, Overflow("How sure are we?", "Asks", 12))
    stops = [check.sentence for check in checks if check.verdict is Verdict.STOP]
    assert any("What we ask of you” names Kofi Mensah" in one for one in stops)
    assert any("“Loneliness fell” says more" in one for one in stops)
    assert any("12 mm longer" in one for one in stops)
    notes = [check.sentence for check in checks if check.verdict is Verdict.NOTE]
    assert any("“significant” says more" in note for note in notes)
    with pytest.raises(BadInput, match="Kofi Mensah"):
        refuse_to_share(contents, FACTS)


def test_a_headline_that_is_too_long_waits() -> None:
    contents = brief_contents(FACTS, BriefDraft(headline="word " * 40))
    with pytest.raises(BadInput, match="too long"):
        refuse_to_share(contents, FACTS)


def test_a_member_called_like_a_word_of_ours_does_not_stop_our_own_words() -> None:
    facts = replace(FACTS, names=("Members Loneliness", "Safety Officer", "September"))
    refuse_to_share(brief_contents(facts, PLAIN), facts)


def test_no_member_is_named_anywhere() -> None:
    said = " ".join(text for _, text in brief_texts(brief_contents(FACTS, PLAIN)))
    assert not [name for name in FACTS.names if name.split()[0] in said]


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Tickets passed on", "tickets passed on"),
        ("NPS score", "NPS score"),
        ("A count", "a count"),
    ],
)
def test_titles_inside_sentences(name: str, inside: str) -> None:
    assert lowered(name) == inside


def test_measures_shown_are_safety_then_loneliness() -> None:
    assert [one.instrument.construct for one in (SAFETY, LONELY)] == ["safety", "loneliness"]
