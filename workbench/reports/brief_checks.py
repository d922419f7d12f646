"""Before a brief is shared: names, small groups, the headline, its words, the length."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.foundation.errors import BadInput
from workbench.foundation.text import counted, listed
from workbench.reports.brief_contents import (
    ASKS,
    CHANGES,
    HEADLINE,
    HEADLINE_LETTERS,
    QUESTIONS,
    BriefContents,
    brief_texts,
)
from workbench.reports.brief_facts import BriefFacts
from workbench.reports.brief_page import Overflow
from workbench.reports.claims import claims_of, headline_for
from workbench.reports.headline import headline_problems
from workbench.reports.names import names_in, whole_names_in
from workbench.reports.voice import doubtful_words


class Verdict(StrEnum):
    """How a check came out; only a stop keeps the brief from being written."""

    FINE = "fine"
    HIDDEN = "hidden"
    NOTE = "note"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of "Before you share": how it came out, what it says, what to do about it."""

    verdict: Verdict
    sentence: str
    next_step: str = ""


def brief_checks(
    contents: BriefContents, facts: BriefFacts, overflow: Overflow | None
) -> list[Check]:
    """Return every check in the order of the page."""
    checks = [*_name_checks(contents, facts), *_key_checks(facts), *_hidden_checks(contents)]
    checks += _headline_checks(contents, facts)
    if overflow is None:
        checks.append(Check(Verdict.FINE, "Fits on one page"))
    else:
        checks.append(Check(Verdict.STOP, overflow.sentence, overflow.next_step))
    return [*checks, *_word_checks(contents), *_early_checks(facts)]


def refuse_to_share(contents: BriefContents, facts: BriefFacts) -> None:
    """Raise BadInput for a key in question, names in the brief, a headline that says too much."""
    for check in _key_checks(facts):
        raise BadInput(check.sentence, check.next_step)
    checks = [*_name_checks(contents, facts), *_headline_checks(contents, facts)]
    for check in checks:
        if check.verdict is Verdict.STOP:
            raise BadInput(check.sentence, check.next_step, field="headline")


def _name_checks(contents: BriefContents, facts: BriefFacts) -> list[Check]:
    found = [
        Check(
            Verdict.STOP,
            f"“{section}” names {listed(people)}.",
            "Say it without the name: the brief promises that nobody is named.",
        )
        for section, text in brief_texts(contents)
        if (people := _named(section, text, facts))
    ]
    return found or [Check(Verdict.FINE, "No names and no single person's answers")]


def _named(section: str, text: str, facts: BriefFacts) -> tuple[str, ...]:
    """Return who is named: in the facilitator's own words a part of a name is enough."""
    own_words = section in (CHANGES, ASKS, QUESTIONS) or (
        section == HEADLINE and text != headline_for(facts)
    )
    return names_in(text, facts.names) if own_words else whole_names_in(text, facts.names)


def _key_checks(facts: BriefFacts) -> list[Check]:
    """Stop at alarms about a key that nobody has looked into: the score may be upside down."""
    return [
        Check(
            Verdict.STOP,
            f"The key of {one.instrument.title} is in question in {one.wave.label}: "
            f"{alarm.sentence[:1].lower()}{alarm.sentence[1:]}",
            "Open the results of that wave and say there what you found.",
        )
        for measure in facts.measures
        for one in measure.waves
        for alarm in one.open_alarms
    ]


def _hidden_checks(contents: BriefContents) -> list[Check]:
    if not contents.hidden_groups:
        return []
    hidden = counted(contents.hidden_groups, "department", "departments")
    return [Check(Verdict.HIDDEN, f"{hidden} not shown, to protect small groups")]


def _headline_checks(contents: BriefContents, facts: BriefFacts) -> list[Check]:
    problems = headline_problems(contents.headline, claims_of(facts))
    checks = [
        Check(Verdict.STOP, one.sentence, "Change the headline, or take the clause that fits.")
        for one in problems
    ]
    over = len(contents.headline) - HEADLINE_LETTERS
    if over > 0:
        checks.append(
            Check(
                Verdict.STOP,
                f"The headline is {counted(over, 'letter', 'letters')} too long.",
                f"{HEADLINE_LETTERS} fit.",
            )
        )
    return checks or [Check(Verdict.FINE, "The headline says no more than the intervals do")]


def _word_checks(contents: BriefContents) -> list[Check]:
    return [
        Check(Verdict.NOTE, f"{section}: {doubt.sentence}")
        for section, text in brief_texts(contents)
        for doubt in doubtful_words(text)
    ]


def _early_checks(facts: BriefFacts) -> list[Check]:
    """Remind of what is too early to say, so that nobody says more aloud."""
    early = [claim.name for claim in claims_of(facts) if claim.proposed and not claim.clause]
    if not early:
        return []
    names = listed(early)
    verb = "is" if len(early) == 1 else "are"
    return [
        Check(
            Verdict.NOTE,
            f"{names[:1].upper()}{names[1:]} {verb} worded “too early to say”. Keep it that way "
            "when you speak.",
        )
    ]
