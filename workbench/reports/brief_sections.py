"""The sections of a brief: which there are, which are chosen, and what each holds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from workbench.foundation.text import counted
from workbench.foundation.words import StoryValue
from workbench.impact.queries import FigureRow, StoryRow
from workbench.insights.measures import Measure
from workbench.reports.brief_contents import (
    ASKS,
    CHANGES,
    BriefChart,
    Cell,
    Changes,
    Statement,
)
from workbench.reports.brief_draft import (
    ASKS_SECTION,
    ATTENDANCE_SECTION,
    CHANGES_SECTION,
    KEY_NUMBERS,
    BriefDraft,
    figure_section,
    measure_section,
)
from workbench.reports.brief_facts import BriefFacts
from workbench.reports.brief_words import figure_reading, key_figures, measure_reading
from workbench.reports.names import names_in
from workbench.reports.panels import (
    attendance_panel,
    measure_title,
    monthly_panel,
    survey_panel,
    within,
)

_MOST_CHANGES = 4
_MOST_WAVES = 8
_LONGEST_TITLE, _LONGEST_TELLING = 90, 180  # letters, so that a proposed page fits
_WORTH_TELLING = (StoryValue.REALISED, StoryValue.APPLIED, StoryValue.REFRAMED)


@dataclass(frozen=True, slots=True)
class Section:
    """A section that may stand in the brief: its key, title, what it holds, whether it is in."""

    key: str
    title: str
    holds: str
    chosen: bool


def sections_of(facts: BriefFacts, draft: BriefDraft) -> list[Section]:
    """Return every section there is something for: those chosen in their order, then the others."""
    there = {key: (title, holds) for key, title, holds in _there(facts, draft)}
    chosen = [key for key in chosen_sections(facts, draft) if key in there]
    order = [*chosen, *(key for key in there if key not in chosen)]
    return [Section(key, *there[key], chosen=key in chosen) for key in order]


def chosen_sections(facts: BriefFacts, draft: BriefDraft) -> tuple[str, ...]:
    """Return the keys chosen, or those of the usual brief: two measures and a business figure."""
    if draft.sections is not None:
        return draft.sections
    measures = [measure_section(one.instrument.construct) for one in facts.measures[:2]]
    figures = [figure_section(one.id) for one in facts.figures[:1]]
    spare = [ATTENDANCE_SECTION] if len(measures) + len(figures) < 2 else []
    return (KEY_NUMBERS, *measures, *figures, *spare, CHANGES_SECTION, ASKS_SECTION)


def with_section(chosen: Sequence[str], key: str, *, wanted: bool) -> tuple[str, ...]:
    """Return the keys with one put in, before what is asked, or taken out."""
    kept = [one for one in chosen if one != key]
    if wanted and key == KEY_NUMBERS:
        kept.insert(0, key)
    elif wanted:
        end = kept.index(ASKS_SECTION) if ASKS_SECTION in kept else len(kept)
        kept.insert(end if key != ASKS_SECTION else len(kept), key)
    return tuple(kept)


def moved_section(chosen: Sequence[str], key: str, to: int) -> tuple[str, ...]:
    """Return the keys with one moved to the place `to` counted from 0 among those that move."""
    moving = [one for one in chosen if movable(one)]
    if key not in moving:
        return tuple(chosen)
    moving.remove(key)
    moving.insert(max(0, min(to, len(moving))), key)
    rest = iter(moving)
    return tuple(next(rest) if movable(one) else one for one in chosen)


def movable(key: str) -> bool:
    """Whether a section can be moved: the headline stays first and the requests stay last."""
    return key not in (KEY_NUMBERS, ASKS_SECTION)


def cells_of(facts: BriefFacts, draft: BriefDraft) -> tuple[Cell, ...]:
    """Return the charts and changes chosen, in their order."""
    makers = _makers(facts, draft)
    cells = (makers[key]() for key in chosen_sections(facts, draft) if key in makers)
    return tuple(cell for cell in cells if cell is not None)


def changes_of(facts: BriefFacts) -> tuple[Statement, ...]:
    """Return what members changed, from stories that may be told, without anybody's name."""
    stories = [one for one in facts.stories if one.story.may_be_told]
    told = [one for value in _WORTH_TELLING for one in stories if one.story.value is value]
    statements = (_told(one, facts.names) for one in told)
    return tuple(one for one in statements if one is not None)[:_MOST_CHANGES]


def _told(row: StoryRow, names: tuple[str, ...]) -> Statement | None:
    story = row.story
    if len(story.title) > _LONGEST_TITLE or names_in(story.title, names):
        return None
    texts = [text for text in (story.result, story.attempt) if 0 < len(text) <= _LONGEST_TELLING]
    rest = next((text for text in texts if not names_in(text, names)), "")
    return Statement(f"{story.title}:" if rest else story.title, rest)


def _there(facts: BriefFacts, draft: BriefDraft) -> Iterator[tuple[str, str, str]]:
    numbers = counted(len(key_figures(facts)), "number", "numbers")
    yield KEY_NUMBERS, "Headline and key numbers", f"1 sentence, {numbers}"
    for measure in facts.measures:
        key = measure_section(measure.instrument.construct)
        yield key, measure_title(measure), "Chart and reading"
    for figure in facts.figures:
        yield figure_section(figure.id), figure.name, "Chart and reading"
    changes = len(_changes(facts, draft))
    yield CHANGES_SECTION, CHANGES, f"{counted(changes, 'story', 'stories')}, no names"
    yield ASKS_SECTION, ASKS, counted(len(draft.asks), "request", "requests")
    if facts.attendance.chart.points:
        yield ATTENDANCE_SECTION, "Attendance by session", "Chart"


def _makers(facts: BriefFacts, draft: BriefDraft) -> dict[str, Callable[[], Cell | None]]:
    makers: dict[str, Callable[[], Cell | None]] = {
        ATTENDANCE_SECTION: partial(_attendance_chart, facts),
        CHANGES_SECTION: partial(_changes_cell, facts, draft),
    }
    for measure in facts.measures:
        key = measure_section(measure.instrument.construct)
        makers[key] = partial(_measure_chart, measure, facts)
    for figure in facts.figures:
        makers[figure_section(figure.id)] = partial(_figure_chart, figure, facts)
    return makers


def _measure_chart(measure: Measure, facts: BriefFacts) -> Cell | None:
    panel = survey_panel(measure)
    days = [wave.on for wave in panel.waves if wave.on <= facts.end][-_MOST_WAVES:]
    shown = within(panel, days[0], facts.end) if days else None
    return BriefChart(panel.title, shown, measure_reading(measure)) if shown else None


def _figure_chart(figure: FigureRow, facts: BriefFacts) -> Cell:
    return BriefChart(figure.name, monthly_panel(figure), figure_reading(figure, facts))


def _attendance_chart(facts: BriefFacts) -> Cell | None:
    panel = within(attendance_panel(facts.attendance), facts.start, facts.end)
    if panel is None:
        return None
    return BriefChart("Attendance", panel, Statement("", facts.attendance.words.sentence))


def _changes_cell(facts: BriefFacts, draft: BriefDraft) -> Cell | None:
    statements = _changes(facts, draft)
    return Changes(statements) if statements else None


def _changes(facts: BriefFacts, draft: BriefDraft) -> tuple[Statement, ...]:
    return changes_of(facts) if draft.changes is None else draft.changes
