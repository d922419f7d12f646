"""Making a protected workspace: name and place, the passphrase twice, the recovery sheet."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from workbench.foundation.errors import BadInput, UserFixable
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import Check, LineInput
from workbench.ui.kit.paint import rounded
from workbench.ui.kit.passphrase import five_words, strength
from workbench.ui.kit.text import Span, Text
from workbench.ui.kit.themed import Themed, frame
from workbench.ui.shell.places import checked_target, proposed_file, synchronised_by
from workbench.ui.shell.recovery_sheet import SheetFacts, SheetPreview, print_sheet
from workbench.ui.shell.stage import Stage
from workbench.ui.theme import look


class CreateStage(Stage):
    """Emits `confirmed(path, passphrase)`; an empty passphrase was chosen on purpose."""

    confirmed = Signal(object, str)
    back = Signal()

    def __init__(self, today: date, target: Path | None = None) -> None:
        self._today = today
        self._preview = SheetPreview(
            SheetFacts(target or proposed_file(), today, "beside the file")
        )
        super().__init__(self._preview, width=604, share=53)
        self._add_title()
        self._add_file(target or proposed_file())
        self._add_passphrase()
        self._add_again()
        self._add_warning()
        self.column.addStretch(1)
        self._add_foot()
        self._follow()
        self.setFocusProxy(self.passphrase)

    def fill(self, passphrase: str) -> None:
        """Type a passphrase twice and tick the box, as for a picture."""
        self.passphrase.setText(passphrase)
        self.again.setText(passphrase)
        self.written.setChecked(True)

    def show_problem(self, problem: UserFixable) -> None:
        """Show what stood against making the file, at its field."""
        if not self.form.show_problem(problem):
            self.form.fields["file"].show_error(str(problem))
        self.button.setEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter creates, Esc goes back."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.create_now()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _add_title(self) -> None:
        self.column.addSpacing(28)
        self.column.addWidget(Text("Create a protected workspace", "large_title", wrap=True))
        self.column.addSpacing(4)
        self.column.addWidget(
            Text(
                "One encrypted file holds everything. The passphrase is its only key.",
                "intro",
                "text_2",
                wrap=True,
            )
        )
        self.column.addSpacing(20)
        self.form = Form(gap=12)
        self.column.addWidget(self.form)

    def _add_file(self, target: Path) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.file = LineInput(str(target), large=True)
        self.file.textChanged.connect(self._follow)
        row.addWidget(self.file, 1)
        row.addWidget(Button("Choose", self._choose, size="large"))
        holder.setFocusProxy(self.file)
        self.form.add(Field("Name and place", holder, key="file"))

    def _add_passphrase(self) -> None:
        self.passphrase = _secret()
        self.passphrase.textChanged.connect(self._follow)
        self._show = Check("Show")
        self._show.toggled.connect(self._reveal)
        row = _with(self.passphrase, self._show)
        self.form.add(Field("Passphrase", row, key="passphrase"))
        self._bar = _StrengthBar()
        self._told = Text(tone="text_2", wrap=True)
        self.form.add(self._bar)
        self.form.add(self._told)
        self._offer = frame("cardSunken")
        line = QHBoxLayout(self._offer)
        line.setContentsMargins(14, 6, 10, 6)
        self._offered = Text()
        line.addWidget(self._offered, 1)
        line.setSpacing(16)
        line.addWidget(Button("Others", self._offer_words, kind="link", icon="repeat"))
        line.addWidget(Button("Take them", self._take_words, kind="link"))
        self.form.add(self._offer)
        self._offer_words()

    def _add_again(self) -> None:
        self.again = _secret()
        self.again.textChanged.connect(self._follow)
        self._same = Text("", "label", "good")
        self.form.add(Field("Once more", _with(self.again, self._same), key="again"))

    def _add_warning(self) -> None:
        box = frame("noteWarn")
        row = QHBoxLayout(box)
        row.setContentsMargins(18, 12, 18, 12)
        row.setSpacing(14)
        row.addWidget(Icon("warning", "warn", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text("If you lose it, the file stays shut. For everyone.", "section"))
        words.addWidget(
            Text(
                "There is no reset and no second key: not with us, not with your IT. That is what "
                "protects the people in it.",
                tone="text_2",
                wrap=True,
            )
        )
        row.addLayout(words, 1)
        self.form.add(box)
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        self.written = Check("I have written it down, or will, on the recovery sheet")
        self.written.toggled.connect(self._follow)
        line.addWidget(self.written, 1)
        line.addWidget(Button("Print recovery sheet", self._print, icon="printer"))
        self.form.add(holder)
        self.open_to_all = Check("Without a passphrase: whoever has the file can read it")
        self.open_to_all.toggled.connect(self._follow)
        self.form.add(self.open_to_all)

    def _add_foot(self) -> None:
        row = QHBoxLayout()
        row.addWidget(
            Button("Back", self.back.emit, kind="ghost", icon="chevron-left", size="large")
        )
        row.addStretch(1)
        self.button = Button(
            "Create workspace",
            self.create_now,
            kind="primary",
            icon="lock",
            keys="Ctrl Enter",
            size="large",
        )
        row.addWidget(self.button)
        self.column.addSpacing(24)
        self.column.addLayout(row)

    def _follow(self) -> None:
        """Show what was typed so far in bar, words, sheet and button."""
        if not hasattr(self, "button"):
            return
        bare = self.open_to_all.isChecked()
        found = strength(self.passphrase.text())
        self._bar.show_steps(found.steps)
        tone = "good" if found.steps > 2 else "warn"
        self._told.say_spans(Span(f"{found.word} ", "strong", tone), Span(found.meaning))
        same = bool(self.passphrase.text()) and self.passphrase.text() == self.again.text()
        self._same.say("the same" if same else "")
        for widget in (self.passphrase, self.again, self._offer, self.written):
            widget.setEnabled(not bare)
        self.button.setEnabled(bare or (same and self.written.isChecked()))
        self._follow_file()

    def _follow_file(self) -> None:
        field = self.form.fields["file"]
        try:
            path = checked_target(self.file.text())
        except BadInput:
            return
        self._preview.show_facts(SheetFacts(path, self._today, f"{path.stem} backups"))
        service = synchronised_by(path)
        hint = (
            f"{service} copies this folder to its servers. The file is encrypted, but two laptops "
            "writing it at once can damage it; a folder that stays here is safer."
        )
        field.show_hint(hint if service else "")

    def create_now(self) -> None:
        """Ask for the workspace to be made, unless something is missing."""
        bare = self.open_to_all.isChecked()
        for field in self.form.fields.values():
            field.show_error("")
        try:
            path = checked_target(self.file.text())
            if not bare:
                self._check_passphrase()
        except BadInput as problem:
            self.show_problem(problem)
            return
        if self.button.isEnabled():
            self.button.setEnabled(False)
            self.confirmed.emit(path, "" if bare else self.passphrase.text())

    def _check_passphrase(self) -> None:
        if not self.passphrase.text():
            raise BadInput("The passphrase is empty.", "Type one.", field="passphrase")
        if self.passphrase.text() != self.again.text():
            raise BadInput("The two are not the same.", "Type it once more.", field="again")

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, "Name and place", self.file.text(), "Workspace (*.fwb)"
        )
        if chosen:
            self.file.setText(chosen)

    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.passphrase.setEchoMode(mode)
        self.again.setEchoMode(mode)

    def _offer_words(self) -> None:
        self._five = five_words()
        self._offered.say_spans(
            Span("Or take five words:  ", tone="text_2"), Span(self._five, "label")
        )

    def _take_words(self) -> None:
        self._show.setChecked(True)
        self.passphrase.setText(self._five)
        self.again.setFocus()

    def _print(self) -> None:
        try:
            path = checked_target(self.file.text())
        except BadInput as problem:
            self.show_problem(problem)
            return
        print_sheet(self, SheetFacts(path, self._today, f"{path.stem} backups"))


class _StrengthBar(Themed, QWidget):
    """Four steps; the words below say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._steps = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: int) -> None:
        self._steps = steps
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, look().px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = (self.width() - 12) / 4
        tone = "accent" if self._steps > 2 else "warn_mark"
        for step in range(4):
            box = QRectF(step * (width + 4), 0, width, self.height())
            rounded(painter, box, 3, look().colour(tone if step < self._steps else "border_strong"))


def _secret() -> LineInput:
    made = LineInput(large=True)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


def _with(field: LineInput, beside: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(field, 1)
    row.addWidget(beside)
    holder.setFocusProxy(field)
    return holder
