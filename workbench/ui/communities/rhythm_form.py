"""The form of a rhythm: what repeats, when, and for how long."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.communities.queries import RhythmRow
from workbench.communities.rules import RhythmDraft
from workbench.sessions.rules import read_time
from workbench.ui.communities.kept_form import Done, KeptForm
from workbench.ui.desk import Failed
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import Choice, LineInput, Stepper

Save = Callable[[RhythmDraft, Done, Failed], None]
_USUAL_MINUTES = 90
_REPEATS = [
    ("", "As the words say"),
    ("FREQ=WEEKLY", "Every week"),
    ("FREQ=WEEKLY;INTERVAL=2", "Every second week"),
    ("FREQ=MONTHLY", "Every month"),
]


class RhythmForm(KeptForm):
    """Adds a rhythm, or changes one; sessions already planned stay as they are."""

    def __init__(
        self,
        over: QWidget,
        save: Save,
        tell: Failed,
        rhythm: RhythmRow | None = None,
        delete: Callable[[], object] | None = None,
    ) -> None:
        title = "Edit rhythm" if rhythm else "Add rhythm"
        super().__init__(over, title, "Save rhythm" if rhythm else title, tell, width=580)
        self._save = save
        self.name = LineInput(rhythm.name if rhythm else "", "Deep dive")
        self.words = LineInput(rhythm.words if rhythm else "", "every second Thursday, 14:00")
        self.repeats = Choice(_repeats(rhythm), rhythm.rule if rhythm else "")
        at = rhythm.starts_at if rhythm else None
        self.time = LineInput(f"{at:%H:%M}" if at else "", "14:00")
        minutes = rhythm.minutes if rhythm else _USUAL_MINUTES
        self.minutes = Stepper(minutes or 0, 0, 1440, step=15, unit=" min", name="Length")
        self.fill(self._made_form())
        if delete is not None:
            self.offer("Delete rhythm", delete)
        self.effect.say("Planned sessions stay as they are.")

    def draft(self) -> RhythmDraft:
        """Return what the form says; raises BadInput for a time that is none."""
        return RhythmDraft(
            name=self.name.text(),
            words=self.words.text(),
            rule=self.repeats.key,
            starts_at=read_time(self.time.text()) if self.time.text().strip() else None,
            minutes=self.minutes.value or None,
        )

    def keep(self) -> None:
        """Keep the rhythm."""
        self._save(self.draft(), self.finish, self.refuse)

    def _made_form(self) -> Form:
        return Form(
            beside(
                Field("Name", self.name, key="name"),
                Field("Repeats", self.repeats, key="rule"),
            ),
            Field("In words", self.words, "As people say it.", key="words"),
            beside(
                Field("Starts", self.time, "May stay empty.", key="time"),
                Field("Length", self.minutes, "0 for no fixed length.", key="minutes"),
            ),
        )


def _repeats(rhythm: RhythmRow | None) -> list[tuple[str, str]]:
    """Return what can be chosen; a rule of another kind can stay."""
    known = {rule for rule, _ in _REPEATS}
    other = rhythm is not None and rhythm.rule not in known
    return [*_REPEATS, *([(rhythm.rule, "As it is now")] if rhythm and other else [])]
