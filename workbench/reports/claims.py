"""What the facts of a brief allow its headline to say."""

from workbench.communities.amounts import with_unit
from workbench.foundation.text import fold, number
from workbench.foundation.words import Direction as Better
from workbench.impact.queries import FigureRow
from workbench.insights.measures import Measure
from workbench.reports.brief_facts import BriefFacts, HelpSplit
from workbench.reports.brief_words import lowered
from workbench.reports.headline import Claim, Direction, proposed_headline
from workbench.reports.panels import measure_title

_TERMS = {
    "safety": ("safe", "safety", "speak up", "speaking up", "spoke up"),
    "loneliness": ("lonel", "alone", "isolat"),
    "belonging": ("belong",),
    "transfer": ("used at work", "applied", "transfer"),
}
_FEELS: dict[tuple[str, Direction], str] = {
    ("safety", "up"): "members feel safer than in {when}",
    ("safety", "down"): "members feel less safe than in {when}",
    ("loneliness", "up"): "members feel lonelier than in {when}",
    ("loneliness", "down"): "members feel less lonely than in {when}",
    ("belonging", "up"): "members feel they belong more than in {when}",
    ("belonging", "down"): "members feel they belong less than in {when}",
}
_SMALL_WORDS = frozenset(
    ("after", "share", "more", "than", "with", "from", "that", "this", "weeks", "days", "times")
)


def claims_of(facts: BriefFacts) -> list[Claim]:
    """Return a claim for each measure, the business figure, attendance, contributions and help."""
    claims = [_measure_claim(measure) for measure in facts.measures]
    claims += [_figure_claim(figure, first=not at) for at, figure in enumerate(facts.figures)]
    claims.append(_attendance_claim(facts))
    claims.append(
        Claim(
            "contributions",
            ("contribution", "gave", "given"),
            fact=f"{facts.given:,} contributions were logged",
            proposed=False,
        )
    )
    if facts.help is not None:
        claims.append(_help_claim(facts.help))
    return claims


def headline_for(facts: BriefFacts) -> str:
    """Return the headline that the facts allow."""
    return proposed_headline(claims_of(facts), _nothing_certain(facts))


def _nothing_certain(facts: BriefFacts) -> str:
    if facts.rate.share is None:
        return "Too early to say: no session has been marked yet."
    share = number(100 * facts.rate.share, 0)
    return f"{share}% came to an average session. How people feel: too early to say."


def _measure_claim(measure: Measure) -> Claim:
    construct = measure.instrument.construct
    name = lowered(measure_title(measure))
    moved = _moved(measure)
    label = measure.change.change.earlier.label if measure.change else ""
    feels = _FEELS.get((construct, moved), f"{name} is {moved} since {{when}}")
    higher = measure.instrument.direction is Better.HIGHER
    return Claim(
        name=name,
        terms=_TERMS.get(construct, (fold(name),)),
        clause=feels.format(when=label) if moved else "",
        moved=moved,
        higher_is_better=higher,
        rising_words={"safety": ("safer",), "loneliness": ("lonelier",)}.get(construct, ()),
    )


def _moved(measure: Measure) -> Direction:
    """Return the direction of a change whose interval leaves out 0, else nothing."""
    comparison = measure.change.change.comparison if measure.change else None
    if comparison is None or not comparison.excludes_zero:
        return ""
    return "up" if comparison.difference > 0 else "down"


def _figure_claim(figure: FigureRow, *, first: bool) -> Claim:
    start, end = figure.months[0].value, figure.months[-1].value
    name = lowered(figure.name)
    clause = f"{name} went from {with_unit(start, figure.unit)} to {with_unit(end, figure.unit)}"
    moved: Direction = "up" if end > start else "down" if end < start else ""
    words = [word for word in fold(figure.name).split() if len(word) > 3 and word.isalpha()]
    return Claim(
        name=name,
        terms=tuple(word for word in words if word not in _SMALL_WORDS) or (fold(name),),
        clause=clause if moved else "",
        moved=moved,
        fact=f"{name}: {with_unit(end, figure.unit)}",
        proposed=first and bool(moved),
        higher_is_better=figure.direction is Better.HIGHER,
    )


def _attendance_claim(facts: BriefFacts) -> Claim:
    share = facts.rate.share
    fact = "" if share is None else f"{number(100 * share, 0)}% came to an average session"
    return Claim(
        "attendance",
        ("attendance", "came to", "come to", "coming to", "turnout", "show up"),
        fact=fact,
        proposed=False,
        higher_is_better=True,
    )


def _help_claim(split: HelpSplit) -> Claim:
    fact = f"{split.later.part} of {split.later.whole} offers of help crossed departments"
    sure = split.change is not None and split.change.excludes_zero
    rose = split.change is not None and split.change.difference > 0
    return Claim(
        "help across departments",
        ("help", "across departments", "silo"),
        clause=fact if sure else "",
        moved=("up" if rose else "down") if sure else "",
        fact=fact,
        proposed=False,
    )
