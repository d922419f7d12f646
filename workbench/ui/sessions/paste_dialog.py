"""Names of a pasted block that are nobody's for certain: choose, add as guest, or leave out."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.foundation.text import counted
from workbench.sessions.attendance_rules import HERE
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.inputs import Choice
from workbench.ui.kit.text import Text
from workbench.ui.sessions.paste_presenter import Decided, OpenName, PasteReading

_LEAVE, _GUEST = "leave", "guest"


class PasteDialog(Dialog):
    """One line for each open name, what is left out above; accepting pastes all in one step."""

    def __init__(
        self,
        over: QWidget,
        reading: PasteReading,
        everybody: Mapping[int, str],
        paste: Callable[[Decided], None],
    ) -> None:
        super().__init__(
            over, "Paste marks", "Paste", width=640,
            subtitle=_subtitle(reading),
        )  # fmt: skip
        self.reading, self._paste = reading, paste
        if reading.problems:
            self.body.addWidget(Text("\n".join(reading.problems), "caption", "warn", wrap=True))
        self.choices = [self._choice(each, everybody) for each in reading.unknown]
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        for row, (each, choice) in enumerate(zip(reading.unknown, self.choices, strict=True)):
            grid.addWidget(Text(each.name, "strong"), row, 0)
            grid.addWidget(choice, row, 1)
        self.body.addWidget(holder)
        self.accepted.connect(self._accept)
        self._say()

    def _choice(self, each: OpenName, everybody: Mapping[int, str]) -> Choice:
        likely = [(str(person), words) for person, words in each.may_be]
        guest = [(_GUEST, "Add as a guest")] if HERE.intersection(each.marks.values()) else []
        near = {person for person, _ in each.may_be}
        others = [(str(key), name) for key, name in everybody.items() if key not in near]
        choice = Choice([(_LEAVE, "Leave out"), *likely, *guest, *others], _LEAVE)
        choice.setAccessibleName(f"Who {each.name} is")
        choice.currentIndexChanged.connect(lambda _: self._say())
        return choice

    def _say(self) -> None:
        left = sum(choice.key == _LEAVE for choice in self.choices)
        count = self.reading.count + sum(
            len(each.marks)
            for each, choice in zip(self.reading.unknown, self.choices, strict=True)
            if choice.key != _LEAVE
        )
        self.do_button.setEnabled(bool(count))
        self.do_button.relabel(
            f"Paste {counted(count, 'mark', 'marks')}" if count else "Paste marks"
        )
        self.effect.say(f"{counted(left, 'name', 'names')} left out." if left else "")

    def _accept(self) -> None:
        block = {session: dict(marks) for session, marks in self.reading.block.items()}
        guests = [
            (each.name, each.marks)
            for each, choice in zip(self.reading.unknown, self.choices, strict=True)
            if choice.key == _GUEST
        ]
        for each, choice in zip(self.reading.unknown, self.choices, strict=True):
            if choice.key not in (_GUEST, _LEAVE):
                for session, mark in each.marks.items():
                    block.setdefault(session, {})[int(choice.key)] = mark
        self.finish()
        self._paste(Decided(block, guests))


def _subtitle(reading: PasteReading) -> str:
    ready = f"{counted(reading.count, 'mark', 'marks')} ready"
    if not reading.unknown:
        return ready
    return f"{ready}, {counted(len(reading.unknown), 'name', 'names')} to decide"
