"""Kinds of contribution as this community calls them: reworded, hidden, and kinds of one's own."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from workbench.contributions.kind_rules import KindBook, KindSpec
from workbench.foundation.errors import BadInput
from workbench.foundation.words import ContributionKind
from workbench.ui.desk import Failed
from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.gifts import KIND_ICONS, capitalised
from workbench.ui.kit.inputs import Check, Choice, LineInput
from workbench.ui.kit.text import Text
from workbench.ui.theme import look

Save = Callable[[Sequence[KindSpec], Callable[[], None], Failed], None]
_HEADS = ("", "Name", "Letter", "Counts as", "Offered", "")


class KindLine:
    """The inputs of one kind, for a row of the grid."""

    def __init__(self, spec: KindSpec) -> None:
        self.spec = spec
        called = spec.name or "new kind"
        self.name = LineInput(spec.name, "" if spec.own else spec.counts_as.value)
        self.name.setAccessibleName(f"Name of {called}")
        self.letter = LineInput(spec.letter)
        self.letter.setMaxLength(1)
        self.letter.setFixedWidth(look().px(44))
        self.letter.setAccessibleName(f"Letter of {called}")
        self.offered = Check("", on=not spec.hidden)
        self.offered.setAccessibleName(f"Offer {called}")
        nine = [(kind.value, capitalised(kind.value)) for kind in ContributionKind]
        self.counts_as = Choice(nine, spec.counts_as.value)
        self.counts_as.setAccessibleName(f"What {called} counts as")
        self.counts_as.setEnabled(spec.own)
        icon = Icon(KIND_ICONS[spec.counts_as], "text_2", 16)
        self.widgets = (icon, self.name, self.letter, self.counts_as, self.offered)
        self.out: IconButton | None = None

    def read(self) -> KindSpec:
        """Return the kind as it stands in the inputs."""
        return KindSpec(
            self.name.text(),
            self.letter.text(),
            ContributionKind(self.counts_as.key),
            self.spec.own,
            self.spec.own_id,
            not self.offered.isChecked(),
        )


class KindsDialog(Dialog):
    """Changes all kinds at once; what was logged keeps what it counts as."""

    def __init__(
        self, over: QWidget, book: KindBook, used: frozenset[int], save: Save, tell: Failed
    ) -> None:
        super().__init__(over, "Kinds of contribution", "Save kinds", width=680)
        self._used, self._save, self._tell = used, save, tell
        self.lines = [KindLine(spec) for spec in book.kinds]
        why = (
            "Each kind of your own counts as one of the nine, so that help stays help in every "
            "figure. A letter is what you type in quick capture."
        )
        self.body.addWidget(Text(why, tone="text_2", wrap=True))
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.body.addWidget(holder)
        below = QVBoxLayout()
        self.add = Button("Add a kind of your own", self._add, icon="plus", size="small")
        below.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._wrong = Text("", tone="danger", wrap=True)
        below.addWidget(self._wrong)
        self.body.addLayout(below)
        self.effect.say("One step; undo takes all of it back.")
        self.accepted.connect(self._accept)
        self._lay_out()

    @property
    def problem(self) -> str:
        """What is wrong, as it is said below the kinds."""
        return self._wrong.text()

    def _lay_out(self) -> None:
        for column, head in enumerate(_HEADS):
            if head:
                self._grid.addWidget(Text(head, "caption_label", "text_2"), 0, column)
        for line in self.lines:
            self._lay_line(line)

    def _lay_line(self, line: KindLine) -> None:
        row = self._grid.rowCount()
        for column, widget in enumerate(line.widgets):
            self._grid.addWidget(widget, row, column)
            widget.show()
        if line.spec.own and line.spec.own_id not in self._used:
            name = f"Take {line.spec.name or 'the new kind'} out"
            line.out = IconButton("trash", name, partial(self._take_out, line), size="small")
            self._grid.addWidget(line.out, row, len(line.widgets))

    def _add(self) -> None:
        line = KindLine(KindSpec("", "", ContributionKind.RESOURCE, own=True))
        self.lines.append(line)
        self._lay_line(line)
        line.name.setFocus()

    def _take_out(self, line: KindLine) -> None:
        self.lines.remove(line)
        self.add.setFocus()
        for widget in (*line.widgets, line.out):
            if widget is not None:
                widget.hide()
                self._grid.removeWidget(widget)
                widget.deleteLater()

    def _accept(self) -> None:
        self._wrong.say("")
        self._save([line.read() for line in self.lines], self.finish, self._refused)

    def _refused(self, problem: Exception) -> None:
        if not isinstance(problem, BadInput):
            self._tell(problem)
            return
        self._wrong.say(str(problem))
        what, _, place = (problem.field or "").partition(" ")
        if place.isdigit() and int(place) < len(self.lines):
            control = getattr(self.lines[int(place)], what)
            control.setAccessibleDescription(str(problem))
            control.setFocus()
