"""The sentences of a brief from its facts: key figures, readings, certainty, sources."""

from collections.abc import Sequence
from datetime import date

from workbench.communities.amounts import moved_by, with_unit
from workbench.foundation.dates import MONTHS, day_and_month, month_name
from workbench.foundation.text import counted, listed, number
from workbench.impact.queries import FigureRow
from workbench.insights.change import Method
from workbench.insights.measures import Measure
from workbench.reports.brief_contents import MOST_FIGURES, KeyFigure, Statement
from workbench.reports.brief_facts import BriefFacts, HelpSplit
from workbench.reports.names import names_in

_FEW_ANSWERED = 0.6
_MONTHS_BACK = 3
_METHODS = {
    Method.WELCH: "Welch's t, answers not linked",
    Method.PAIRED: "paired t, the same people",
    Method.RANDOM_INTERCEPT: "a model with a level for each person",
    Method.OVERLAPPING: "Derrick's t, partly the same people",
}


def key_figures(facts: BriefFacts) -> tuple[KeyFigure, ...]:
    """Return up to four figures: members, attendance, help across departments, business."""
    found = [_members(facts)]
    if facts.rate.share is not None:
        held = counted(facts.sessions, "session", "sessions")
        words = f"came to an average session, {held} held"
        found.append(KeyFigure(f"{number(100 * facts.rate.share, 0)}%", words))
    if facts.help is not None:
        found.append(_help(facts.help))
    if facts.figures:
        found.append(_business(facts.figures[0], facts.start))
    if len(found) < MOST_FIGURES and facts.given:
        found.append(KeyFigure(f"{facts.given:,}", "questions, answers, stories and help logged"))
    return tuple(found[:MOST_FIGURES])


def measure_reading(measure: Measure) -> Statement:
    """Return what a measure says: its sentence first, then what goes with it."""
    head, dot, rest = measure.sentence.partition(". ")
    return Statement(f"{head}." if dot else head, rest)


def figure_reading(figure: FigureRow, facts: BriefFacts) -> Statement:
    """Return how far a business figure moved, its goal, and why the community is not all of it."""
    first, last = figure.months[0], figure.months[-1]
    moved = last.value - first.value
    if len(figure.months) == 1:
        lead = f"{with_unit(last.value, figure.unit)} in {_month(last.month, facts.start)}"
    elif moved:
        way = "Up" if moved > 0 else "Down"
        lead = f"{way} {moved_by(moved, figure.unit)} since {_month(first.month, facts.start)}"
    else:
        lead = f"The same as in {_month(first.month, facts.start)}"
    goal = ""
    if figure.target is not None:
        by = f" by {_month(figure.target_on, facts.start)}" if figure.target_on else ""
        goal = f"; the goal is {with_unit(figure.target, figure.unit)}{by}"
    parts = [f"{goal}."] if goal else ["."]
    if figure.missing:
        parts.append(f"{counted(len(figure.missing), 'month is', 'months are')} missing.")
    parts.append(_other_reasons(facts, last.month))
    return Statement("", f"{lead}{' '.join(parts)}")


def certainty(facts: BriefFacts) -> str:
    """Return the words that can never be left out: who answered, what is meant, what is hidden."""
    if not facts.measures:
        return (
            "No survey has closed yet, so how people feel is not part of this brief. "
            f"{_NOBODY_NAMED}"
        )
    parts = list(dict.fromkeys(_answered(measure) for measure in facts.measures))
    if any(_few_answered(measure) for measure in facts.measures):
        parts.append("People who did not answer may feel differently.")
    if any(measure.change for measure in facts.measures):
        parts.append(
            f"“Likely a real change” means the 95% interval{_methods(facts.measures)} leaves out "
            "zero; things that move in the same months need not cause each other."
        )
    smallest = max(measure.waves[-1].figures.minimum_group for measure in facts.measures)
    hidden = facts.hidden_departments
    covers = f": this covers {counted(hidden, 'department', 'departments')}" if hidden else ""
    parts.append(
        f"Results for groups with fewer than {smallest} answers are not shown, nor any group that "
        f"would give them away{covers}."
    )
    return " ".join([*parts, _NOBODY_NAMED])


def sources(facts: BriefFacts) -> tuple[str, ...]:
    """Return where the figures come from, one sentence for each."""
    found = []
    for measure in facts.measures:
        instrument = measure.instrument
        own = "" if instrument.validated else ", not validated"
        found.append(f"{instrument.title}, version {instrument.version}{own}")
    if facts.rate.share is not None:
        found.append(f"attendance here or late of those expected ({facts.rate.fraction})")
    first = facts.figures[:1]
    found += [f"{lowered(one.name)} from the {one.source}" for one in first if one.source]
    return (f"Sources: {'; '.join(found)}.",) if found else ()


def lowered(text: str) -> str:
    """Return the text as it stands inside a sentence; names and short forms keep their capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


_NOBODY_NAMED = "No names and no single person's answers appear in this brief."


def _members(facts: BriefFacts) -> KeyFigure:
    parts = ["member" if facts.members == 1 else "members"]
    if facts.departments > 1:
        parts.append(f"from {facts.departments} departments")
    words = " ".join(parts)
    if facts.members_then and facts.members_then != facts.members:
        way = "up" if facts.members > facts.members_then else "down"
        words += f", {way} from {facts.members_then:,} in {_month(facts.start, facts.end)}"
    return KeyFigure(f"{facts.members:,}", words)


def _help(split: HelpSplit) -> KeyFigure:
    words = "offers of help crossed departments"
    if split.earlier.whole:
        before = month_name(split.since) if split.since.day == 1 else day_and_month(split.since)
        words += f", {split.earlier.part} of {split.earlier.whole} before {before}"
    if split.change is not None:
        sure = split.change.excludes_zero
        words += ": likely a real change" if sure else ": could be chance"
    return KeyFigure(f"{split.later.part} of {split.later.whole}", words)


def _business(figure: FigureRow, start: date) -> KeyFigure:
    first, last = figure.months[0], figure.months[-1]
    words = lowered(figure.name)
    if first != last:
        words += f", {with_unit(first.value, figure.unit)} in {_month(first.month, start)}"
    return KeyFigure(with_unit(last.value, figure.unit), words)


def _month(day: date, near: date) -> str:
    return month_name(day) if day.year == near.year else f"{month_name(day)} {day.year}"


def _other_reasons(facts: BriefFacts, last: date) -> str:
    """Name the newest event of the last months beside a figure, so that nobody reads a cause."""
    from_month = last.year * 12 + last.month - _MONTHS_BACK
    near = [
        event
        for event in facts.events
        if event.ends_on is None
        and from_month < event.starts_on.year * 12 + event.starts_on.month
        and event.starts_on <= facts.end
        and not names_in(event.title, facts.names)
    ]
    if not near:
        return "Other reasons are possible too."
    newest = max(near, key=lambda event: event.starts_on)
    return (
        f"{newest.title} ({day_and_month(newest.starts_on)}) came in the same months, so the "
        "community is not the only likely reason."
    )


def _methods(measures: Sequence[Measure]) -> str:
    """Return how waves were compared, such as " (Welch's t, answers not linked)", or nothing."""
    used = [_METHODS.get(one.change.change.method, "") for one in measures if one.change]
    names = list(dict.fromkeys(name for name in used if name))
    return f" ({listed(names)})" if names else ""


def _answered(measure: Measure) -> str:
    newest = measure.waves[-1]
    label = newest.wave.label
    when = f"In {label}" if label.split(" ")[0] in MONTHS else f"{label}:"
    figures = newest.figures
    if figures.suppressed or figures.n is None:
        return f"{when} fewer than {figures.minimum_group} answered, so nothing is shown."
    if not figures.invited:
        return f"{when} {counted(figures.n, 'person', 'people')} answered."
    share = number(100 * figures.n / figures.invited, 0)
    return f"{when} {figures.n} of {figures.invited} people invited answered ({share}%)."


def _few_answered(measure: Measure) -> bool:
    figures = measure.waves[-1].figures
    return bool(figures.n and figures.invited and figures.n < _FEW_ANSWERED * figures.invited)
