"""The form of a session: title, day, time, length, kind, place, note, and its first agenda."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from PySide6.QtWidgets import QWidget

from workbench.foundation.errors import BadInput
from workbench.sessions.actions import SessionDraft
from workbench.sessions.rules import LONGEST_SESSION, read_time
from workbench.ui.desk import Failed
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import Choice, DateInput, LineInput, Stepper, TextArea
from workbench.ui.sessions.agenda_source import AgendaSource

Save = Callable[[SessionDraft, str, Callable[[], None], Failed], None]
_AFTERNOON = time(14)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a form begins with."""

    title: str = ""
    starts: datetime | None = None
    minutes: int = 90
    kind: str = ""
    place: str = ""
    note: str = ""


class SessionForm(Dialog):
    """Plans a session or changes one; errors land at their field."""

    def __init__(
        self,
        over: QWidget,
        verb: str,
        save: Save,
        tell: Failed,
        *,
        today: date,
        shown: Shown,
        sources: Sequence[AgendaSource] = (),
    ) -> None:
        super().__init__(over, verb, verb, width=560)
        self._save, self._tell = save, tell
        starts = shown.starts
        self.title_input = LineInput(shown.title, "What it is about")
        self.day_input = DateInput(starts.date() if starts else None, today=today)
        self.time_input = LineInput(f"{starts.time() if starts else _AFTERNOON:%H:%M}")
        self.minutes_input = Stepper(
            shown.minutes, 1, LONGEST_SESSION, step=5, unit=" min", name="Minutes"
        )
        self.kind_input = LineInput(shown.kind, "Deep dive, workshop")
        self.place_input = LineInput(shown.place, "Room, call, or both")
        self.note_input = TextArea(shown.note, lines=3)
        self.source_input = Choice([(source.key, source.words) for source in sources])
        self._lengths = {source.key: source.minutes for source in sources if source.minutes}
        self.source_input.picked.connect(self._take_length)
        self.form = self._make_form(with_source=bool(sources))
        self.body.addWidget(self.form)
        self.accepted.connect(self._accept)

    def draft(self) -> SessionDraft:
        """Return what the form says; raises BadInput for a time that is none."""
        at = read_time(self.time_input.text())
        day = self.day_input.day
        return SessionDraft(
            title=self.title_input.text(),
            starts=datetime.combine(day, at) if day else None,
            minutes=self.minutes_input.value,
            kind=self.kind_input.text(),
            place=self.place_input.text(),
            note=self.note_input.toPlainText(),
        )

    def _make_form(self, *, with_source: bool) -> Form:
        fields: list[QWidget] = [
            Field("Title", self.title_input, key="title"),
            beside(
                Field("Day", self.day_input, key="starts"),
                Field("Starts", self.time_input, key="time"),
                Field("Length", self.minutes_input, key="minutes"),
            ),
            beside(Field("Kind", self.kind_input), Field("Place", self.place_input)),
            Field("Note", self.note_input, "It is printed on the run sheet.", key="note"),
        ]
        if with_source:
            fields.append(Field("Agenda", self.source_input, "Every block can be changed later."))
        return Form(*fields)

    def _take_length(self, source: str) -> None:
        """A session is as long as the agenda it starts from, until another length is typed."""
        if source in self._lengths:
            self.minutes_input.set_value(self._lengths[source])

    def _accept(self) -> None:
        try:
            draft = self.draft()
        except BadInput as problem:
            self._failed(problem)
            return
        self._save(draft, self.source_input.key, self.finish, self._failed)

    def _failed(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._tell(problem)


class WhenForm(Dialog):
    """Asks for a day and a time, as for a copy of a session."""

    without_names = True

    def __init__(
        self,
        over: QWidget,
        verb: str,
        subtitle: str,
        starts: datetime,
        save: Callable[[datetime, Callable[[], None], Failed], None],
        tell: Failed,
    ) -> None:
        super().__init__(over, verb, verb, subtitle=subtitle, width=440)
        self._save, self._tell = save, tell
        self.day_input = DateInput(starts.date())
        self.time_input = LineInput(f"{starts:%H:%M}")
        self.form = Form(
            beside(
                Field("Day", self.day_input, key="starts"),
                Field("Starts", self.time_input, key="time"),
            )
        )
        self.body.addWidget(self.form)
        self.accepted.connect(self._accept)

    def _accept(self) -> None:
        try:
            at = read_time(self.time_input.text())
        except BadInput as problem:
            self._failed(problem)
            return
        day = self.day_input.day
        if day is not None:
            self._save(datetime.combine(day, at), self.finish, self._failed)

    def _failed(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._tell(problem)
