"""The presenter of a file of answers: which questionnaire, which columns, what is left out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol

from workbench.foundation.dates import month_name
from workbench.foundation.errors import BadInput
from workbench.foundation.text import counted
from workbench.imports.mapping_choices import codes_said, columns_said
from workbench.imports.response_import import LabelRead, ResponseChoices, ResponsesImport
from workbench.imports.responses import plan_responses, write_responses
from workbench.imports.tables import SourceFile, read_source
from workbench.storage.unit_of_work import Done
from workbench.storage.workspace import Workspace
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.queries import closing_days, known_instruments
from workbench.ui.desk import Desk
from workbench.ui.imports.choice_lines import ChoiceLine

_SURVEYS = frozenset(("surveys",))


@dataclass(frozen=True, slots=True)
class ShownAnswers:
    """What a file of answers holds for the questionnaire chosen, and what is still to be said.

    `items` are lines from an item to its column, `labels` from an answer in the file to the one it
    means; `columns` and `answers` are what they choose among; `left_out` counts by reason.
    `sheets` are those that could hold the answers, where there are several, `sheet` the chosen one.
    `proposed` are the words of a button and the codes it says, where the file explains them itself.
    """

    recognised_as: str
    summary: str
    items: tuple[ChoiceLine, ...]
    why: str
    columns: tuple[tuple[str, str], ...]
    labels: tuple[ChoiceLine, ...]
    answers: tuple[tuple[str, str], ...]
    own: Mapping[str, str]
    left_out: tuple[tuple[str, str], ...]
    dropped: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]
    proposed: tuple[str, str]
    warnings: tuple[str, ...]
    verb: str
    can_write: bool
    sheets: tuple[str, ...] = ()
    sheet: str = ""


class AnswersView(Protocol):
    """What the dialog draws itself with."""

    def show_choices(
        self, instruments: list[tuple[str, str]], key: str, label: str, closed_on: date
    ) -> None:
        """Offer the questionnaires and fill in the wave."""
        ...

    def show_day(self, closed_on: date) -> None:
        """Fill in the day the wave closed on."""
        ...

    def show_answers(self, shown: ShownAnswers) -> None:
        """Show what the file holds."""
        ...

    def show_problem(self, problem: Exception) -> None:
        """Show what was said wrongly, at its field where it has one."""
        ...

    def done(self) -> None:
        """Go: everything is written."""
        ...

    def failed(self, problem: Exception) -> None:
        """Show why the file cannot be taken."""
        ...


@dataclass(frozen=True, slots=True)
class _Opened:
    """The file, the questionnaires, and for each the days on which waves of it closed."""

    source: SourceFile
    instruments: tuple[Instrument, ...]
    taken: Mapping[str, frozenset[date]]


class ResponsesReview:
    """Holds what was said of a file; each answer reads it again."""

    def __init__(self, desk: Desk, view: AnswersView, path: Path) -> None:
        self.desk, self.view, self.path = desk, view, path
        self._source: SourceFile | None = None
        self._instruments: dict[str, Instrument] = {}
        self._choices: ResponseChoices | None = None
        self._found: ResponsesImport | None = None
        self._picked: dict[str, str] = {}
        self._taken: Mapping[str, frozenset[date]] = {}
        self._day_told = False

    def load(self) -> None:
        """Read the file and offer the questionnaires."""
        self.desk.read(self._open, self._arrived, self.view.failed)

    def choose(self, **changes: object) -> None:
        """Take over what was said: a part of `ResponseChoices` each, then look again."""
        if self._choices is None:
            return
        if changes.keys() & {"instrument", "columns", "sheet"}:
            self._picked = {}
        if changes.keys() & {"instrument", "sheet"}:
            changes |= {"columns": None, "codes": None}
        self._day_told = self._day_told or "closed_on" in changes
        if "instrument" in changes and not self._day_told:
            changes["closed_on"] = day = self._free_day(str(changes["instrument"]))
            self.view.show_day(day)
        if "sheet" in changes:
            changes |= {"comment": None, "department": None, "link": None, "duplicates": ""}
        self._choices = replace(self._choices, **changes)  # type: ignore[arg-type]  # named parts of the choices
        self._look()

    def pick_column(self, item: str, column: str) -> None:
        """Take an item from another column; the item that had it takes this one's instead."""
        if self._choices is None or self._found is None:
            return
        instrument = self._instruments[self._choices.instrument]
        now = chosen_columns(self._found, self._picked)
        self._picked, said = columns_said(instrument, now, item, column)
        self._choices = replace(self._choices, columns=said)
        self._look()

    def pick_code(self, label: str, code: str) -> None:
        """Take an answer of the file for another one of the questionnaire; no code: for none."""
        if self._choices is None or self._found is None:
            return
        instrument = self._instruments[self._choices.instrument]
        said = codes_said(
            instrument, self._found.labels, self._choices.codes, label, int(code) if code else None
        )
        self.choose(codes=said)

    def choose_where(self, told: str) -> None:
        """Take only rows where a column has a value, told as "Finished=1"."""
        wheres: dict[str, str] = {}
        for part in told.split(","):
            column, equals, value = part.partition("=")
            if part.strip() and not equals:
                problem = BadInput(
                    f"{part.strip()} has no equals sign.", "Write Finished=1.", field="where"
                )
                self.view.show_problem(problem)
                return
            if part.strip():
                wheres[column.strip()] = value.strip()
        self.choose(wheres=wheres)

    def write(self) -> None:
        """Take the answers into the wave, closed and frozen at once."""
        found, choices = self._found, self._choices
        if found is None or choices is None:
            return

        def job(workspace: Workspace) -> Done[int]:
            written = write_responses(workspace, found, choices)
            return Done(len(written.sheets), None, _SURVEYS)

        self.desk.do(
            job,
            then=lambda _count: self.view.done(),
            said=lambda count: (
                f"{counted(count, 'answer', 'answers')} taken into {choices.wave}; it is frozen."
            ),
            failed=self._not_written,
        )

    def _not_written(self, problem: Exception) -> None:
        if isinstance(problem, BadInput):
            self.view.show_problem(problem)
        else:
            self.view.failed(problem)

    def _open(self, workspace: Workspace) -> _Opened:
        instruments = workspace.read(known_instruments)
        taken = {
            each.id: workspace.read(closing_days, self.desk.community, each.id)
            for each in instruments
        }
        return _Opened(read_source(self.path), tuple(instruments), taken)

    def _free_day(self, instrument: str) -> date:
        """Return the last day on which no wave of the questionnaire closed."""
        day = self.desk.clock.today()
        while day in self._taken.get(instrument, ()):
            day -= timedelta(days=1)
        return day

    def _arrived(self, read: _Opened) -> None:
        self._source, instruments, self._taken = read.source, read.instruments, read.taken
        self._instruments = {each.id: each for each in instruments}
        today = self.desk.clock.today()
        first = next(iter(self._instruments), "")
        label = month_name(today)
        day = self._free_day(first)
        self._choices = ResponseChoices(first, label, day)
        titles = [(each.id, each.title) for each in instruments]
        self.view.show_choices(titles, first, label, day)
        self._look()

    def _look(self) -> None:
        source, choices = self._source, self._choices
        if source is None or choices is None:
            return
        self.desk.read(
            lambda workspace: plan_responses(workspace, self.desk.community_name, source, choices),
            self._looked,
            self.view.show_problem,
        )

    def _looked(self, found: ResponsesImport) -> None:
        self._found = found
        if self._choices is not None:
            instrument = self._instruments[self._choices.instrument]
            self.view.show_answers(shown_answers(found, instrument, self._choices, self._picked))


def chosen_columns(found: ResponsesImport, picked: Mapping[str, str]) -> dict[str, str]:
    """Return the column of each item by its sure name, as picked or as found."""
    if picked:
        return dict(picked)
    pairs = zip(found.items, found.columns, strict=True)
    return {key: column.sure_name for (key, _), column in pairs}


def shown_answers(
    found: ResponsesImport,
    instrument: Instrument,
    choices: ResponseChoices,
    picked: Mapping[str, str],
) -> ShownAnswers:
    """Return what is shown of a file beside a questionnaire."""
    columns = found.responses.columns
    chosen = chosen_columns(found, picked)
    guess = "guess" if found.why else ""
    lines = tuple(
        ChoiceLine(item.key, item.shown, chosen.get(item.key, ""), guess)
        for item in instrument.items
    )
    anchors = sorted(instrument.anchors, key=lambda each: each.code)
    taken = counted(len(found.sheets), "answer", "answers")
    read = counted(found.responses.rows_read, "row", "rows")
    to_take = "" if found.asked else f", {taken} to take"
    return ShownAnswers(
        recognised_as=found.responses.recognised_as,
        summary=f"{found.responses.recognised_as} · {read}{to_take}",
        items=lines,
        why=found.why,
        columns=tuple((each.sure_name, each.among(columns)) for each in columns),
        labels=tuple(_label_line(each, told=bool(choices.codes)) for each in found.labels),
        answers=tuple((str(each.code), f"{each.code} · {each.label}") for each in anchors),
        own={
            "comment": choices.comment or "",
            "department": choices.department or "",
            "link": choices.link or "",
        },
        left_out=tuple((reason, f"{count:,}") for reason, count in found.left_out),
        dropped=found.responses.dropped,
        questions=tuple((each.about, each.sentence) for each in found.asked),
        proposed=next(((each.button, each.value) for each in found.asked if each.button), ("", "")),
        warnings=(*found.alarms, *replace(found, why="").warnings),
        verb="Take answers" if found.asked else f"Take {taken}",
        can_write=not found.asked and bool(found.sheets) and all(line.chosen for line in lines),
        sheets=found.alike,
        sheet=choices.sheet,
    )


def _label_line(read: LabelRead, *, told: bool) -> ChoiceLine:
    """Return the line of an answer in the file; its own words need no guess.

    How often it was given is not said: that would be a distribution, of however few people.
    """
    note = "" if told else "guess"
    if read.known and not read.told:
        note = "its own words"
    elif read.code is None:
        note = "no answer"
    code = "" if read.code is None else str(read.code)
    return ChoiceLine(read.text, read.text, code, note, fixed=read.known and not read.told)
