"""The open questions beside the charts: what the figures cannot tell yet, until it is settled."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.communities.note_rules import QuestionDraft
from workbench.communities.question_queries import QuestionRow
from workbench.foundation.text import counted
from workbench.ui.desk import Failed
from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.hidden_names import hidden_line
from workbench.ui.kit.inputs import Check, TextArea
from workbench.ui.kit.panel import PanelSection
from workbench.ui.kit.text import Text

_NONE_YET = "What can the figures not tell you? Note it here; the brief asks it too."


@dataclass(frozen=True, slots=True)
class QuestionDeeds:
    """What can be done with the questions."""

    add: Callable[[], object]
    edit: Callable[[QuestionRow], object]
    settle: Callable[[QuestionRow], object]
    reopen: Callable[[QuestionRow], object]
    put_in_brief: Callable[[QuestionRow, bool], object]


class QuestionsCard(PanelSection):
    """Lists the open questions, each with its tick, and folds the settled ones away."""

    def __init__(
        self, questions: Sequence[QuestionRow], deeds: QuestionDeeds, *, hidden: bool
    ) -> None:
        add = Button("Add question", deeds.add, kind="link")
        super().__init__("Open questions", action=add)
        self._deeds = deeds
        if hidden:
            add.hide()
            self.add(hidden_line())
            return
        still = [one for one in questions if one.settled_on is None]
        if not still:
            self.add(Text(_NONE_YET, tone="text_2", wrap=True))
        self.add(*map(self._open, still))
        self._settled = [one for one in questions if one.settled_on is not None]
        self._old = QWidget()
        column = QVBoxLayout(self._old)
        column.setContentsMargins(0, 4, 0, 0)
        for one in self._settled:
            column.addWidget(self._closed(one))
        self._old.hide()
        self.fold = Button("", self._turn, kind="link")
        self.fold.setVisible(bool(self._settled))
        self.add(self.fold, self._old)
        self._name_fold()

    def _open(self, row: QuestionRow) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(Text(row.text, tone="text", wrap=True))
        line = QHBoxLayout()
        line.setSpacing(4)
        tick = Check("In the brief", on=row.in_brief)
        tick.setAccessibleDescription(row.text)
        tick.toggled.connect(lambda on: self._deeds.put_in_brief(row, on))
        line.addWidget(tick)
        line.addStretch(1)
        line.addWidget(_icon("check", f"Settle {row.text}", lambda: self._deeds.settle(row)))
        line.addWidget(_icon("pencil", f"Edit {row.text}", lambda: self._deeds.edit(row)))
        column.addLayout(line)
        return holder

    def _closed(self, row: QuestionRow) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        words = f"{row.text} {row.answer}".strip()
        line.addWidget(Text(words, "caption", "text_2", wrap=True), 1)
        again = _icon("undo", f"Open again {row.text}", lambda: self._deeds.reopen(row))
        line.addWidget(again, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _turn(self) -> None:
        self._old.setVisible(self._old.isHidden())
        self._name_fold()

    def _name_fold(self) -> None:
        verb = "Show" if self._old.isHidden() else "Hide"
        self.fold.relabel(f"{verb} {counted(len(self._settled), 'settled', 'settled')}")


class QuestionForm(Dialog):
    """Adds an open question, or changes one; `delete` is offered for one that is there."""

    def __init__(
        self,
        over: QWidget,
        save: Callable[[QuestionDraft, Callable[[], None], Failed], None],
        tell: Failed,
        question: QuestionRow | None = None,
        delete: Callable[[], object] | None = None,
    ) -> None:
        verb = "Save" if question else "Add question"
        super().__init__(over, "Edit question" if question else "Add open question", verb)
        self._save, self._tell = save, tell
        self.words = TextArea(
            question.text if question else "", "Why did fewer come in August?", lines=2
        )
        self.in_brief = Check("In the brief", on=question.in_brief if question else True)
        self.form = Form(Field("What can the figures not tell?", self.words, key="text"))
        self.body.addWidget(self.form)
        self.body.addWidget(self.in_brief)
        if delete is not None:
            button = Button("Delete question", lambda: self._delete(delete), icon="trash",
                            size="small")  # fmt: skip
            self.body.addWidget(button)
        self.effect.say("The brief prints it until it is settled. Name nobody there.")
        self.accepted.connect(self._accept)

    def _accept(self) -> None:
        draft = QuestionDraft(self.words.toPlainText(), in_brief=self.in_brief.isChecked())
        self._save(draft, self.finish, self._refused)

    def _refused(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._tell(problem)

    def _delete(self, delete: Callable[[], object]) -> None:
        self.finish()
        delete()


class SettleQuestion(Dialog):
    """Asks in a line or two what came of a question."""

    def __init__(
        self,
        over: QWidget,
        question: QuestionRow,
        save: Callable[[str, Callable[[], None], Failed], None],
        tell: Failed,
    ) -> None:
        super().__init__(over, "Settle question", "Settle question", subtitle=question.text)
        self._save, self._tell = save, tell
        self.answer = TextArea(question.answer, lines=2)
        self.form = Form(Field("What came of it", self.answer, "May be empty.", key="answer"))
        self.body.addWidget(self.form)
        self.effect.say("It leaves the list and the brief; you can open it again.")
        self.accepted.connect(lambda: save(self.answer.toPlainText(), self.finish, self._refused))

    def _refused(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._tell(problem)


def _icon(icon: str, name: str, pressed: Callable[[], object]) -> IconButton:
    return IconButton(icon, name, pressed, size="small")
