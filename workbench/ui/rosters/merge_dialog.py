"""Two people as one: who stays, what moves, what clashes and what differs, before it is done."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from workbench.foundation.dates import short_day
from workbench.foundation.text import counted, listed
from workbench.rosters.merging import MergeChoices
from workbench.rosters.merging_queries import FieldClash, MarkClash, MergePreview
from workbench.rosters.telling_apart import about_person, both_named, told_apart
from workbench.sessions.attendance_rules import MARK_WORDS
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import Check, Choice
from workbench.ui.kit.page import card
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Text

if TYPE_CHECKING:
    from workbench.rosters.duplicates import PersonFacts
    from workbench.storage.workspace import Workspace
    from workbench.ui.desk import Desk

_CLASHES_SHOWN = 8
_THEIRS = "theirs"


class MergeDialog(Dialog):
    """Merges two people; with nobody named yet, the other one is chosen in it."""

    def __init__(
        self,
        over: QWidget,
        desk: "Desk",
        one: "PersonFacts",
        others: Sequence["PersonFacts"],
        other_id: int | None = None,
        merged: Callable[[int], None] | None = None,
    ) -> None:
        super().__init__(
            over, f"Merge {one.name} with another person", "Merge",
            subtitle=about_person(one), width=600,
        )  # fmt: skip
        self._desk, self._one, self._merged = desk, one, merged
        self._people = {each.id: each for each in [one, *others]}
        self._preview: MergePreview | None = None
        self._fields: dict[str, Choice] = {}
        self._yes: Check | None = None
        self.who = Choice(
            [("", "Choose somebody"), *((str(each.id), _label(each)) for each in others)],
            str(other_id or ""),
        )
        self.stays = Choice()
        self.who.picked.connect(lambda _: self._offer())
        self.stays.picked.connect(lambda _: self._read())
        self.form = Form(
            Field("Is the same person as", self.who, key="person"),
            Field("Who stays in the list", self.stays, "The other name is learned", key="stays"),
        )
        self.body.addWidget(self.form)
        self._shown = QVBoxLayout()
        self._shown.setSpacing(10)
        self.body.addLayout(self._shown)
        self.effect.say("One Undo takes it back whole.")
        self.accepted.connect(self._accept)
        self._offer()

    def choices(self) -> MergeChoices:
        """Return what was decided in the dialog."""
        take = frozenset(key for key, field in self._fields.items() if field.key == _THEIRS)
        return MergeChoices(
            take, although_different=self._yes is not None and self._yes.isChecked()
        )

    def show_preview(self, preview: MergePreview) -> None:
        """Show what merging would do."""
        self._preview = preview
        clear(self._shown)
        self._fields, self._yes = {}, None
        moves = listed(preview.moves) or "nothing but the name"
        gone, keep = told_apart(self._people[preview.gone.id], self._people[preview.keep.id])
        said = f"From {gone} to {keep}: {moves}."
        self._shown.addWidget(card(Text("What moves", "strong"), Text(said, wrap=True)))
        if preview.clashes:
            self._shown.addWidget(card(*_clash_lines(preview.clashes), gap=4))
        if preview.fields:
            self._shown.addWidget(Text("Where they differ", "strong"))
            self._shown.addWidget(Form(*(self._choice(field) for field in preview.fields), gap=8))
        own = [field.label for field in preview.fields if field.own]
        if own:
            self._yes = Check(f"They are one person although {listed(own)} differs")
            self._yes.toggled.connect(lambda _: self._allow())
            self._shown.addWidget(self._yes)
        self._allow()

    def _choice(self, field: FieldClash) -> Field:
        choice = Choice([("", field.keep), (_THEIRS, field.gone)])
        choice.setAccessibleName(field.label)
        self._fields[field.key] = choice
        return Field(field.label, choice)

    def _offer(self) -> None:
        """Offer both as the one who stays: a member before a guest."""
        other = self._people.get(int(self.who.key or 0))
        clear(self._shown)
        self._preview = None
        self.stays.setEnabled(other is not None)
        if other is None:
            self.stays.offer([(str(self._one.id), self._one.name)])
            self._allow()
            return
        first = other if self._one.is_guest and not other.is_guest else self._one
        mine, theirs = told_apart(self._one, other)
        self.stays.offer([(str(self._one.id), mine), (str(other.id), theirs)], str(first.id))
        self._read()

    def _read(self) -> None:
        from workbench.imports.merge_queries import preview_with_lines

        keep, gone = self._pair()
        if not gone:
            return

        def show(preview: MergePreview) -> None:
            if isValid(self) and self._pair() == (keep, gone):
                self.show_preview(preview)

        self._desk.read(lambda workspace: workspace.read(preview_with_lines, keep, gone), show)

    def _pair(self) -> tuple[int, int]:
        other, keep = int(self.who.key or 0), int(self.stays.key or 0)
        return keep, (self._one.id if keep == other else other)

    def _allow(self) -> None:
        sure = self._yes is None or self._yes.isChecked()
        self.do_button.setEnabled(self._preview is not None and sure)

    def _accept(self) -> None:
        from workbench.imports.merge_actions import merge_with_lines

        preview = self._preview
        if preview is None:
            return
        (keep, gone), choices = self._pair(), self.choices()
        both = both_named(preview.gone.name, preview.keep.name)

        def done(kept: int) -> None:
            self.finish()
            if self._merged is not None:
                self._merged(kept)

        self._desk.do(
            lambda workspace: workspace.perform(merge_with_lines, keep, gone, choices),
            then=done,
            said=f"{both[:1].upper()}{both[1:]} are one person now.",
            failed=self._refused,
        )

    def _refused(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._desk.tell(problem)


def open_merge(
    over: QWidget,
    desk: "Desk",
    person_id: int,
    other_id: int | None = None,
    merged: Callable[[int], None] | None = None,
) -> None:
    """Open the dialog for somebody and, where known, the other; `merged` gets who stayed."""
    from workbench.rosters.duplicate_queries import person_facts

    community, today = desk.community, desk.clock.today()

    def read(workspace: "Workspace") -> "list[PersonFacts]":
        return workspace.read(person_facts, community, today)

    def show(people: "list[PersonFacts]") -> None:
        one = next((each for each in people if each.id == person_id), None)
        if one is None or not isValid(over):
            return
        others = sorted(
            (each for each in people if each.id != person_id),
            key=lambda each: (each.name.casefold(), each.id),
        )
        MergeDialog(over, desk, one, others, other_id, merged).open()

    desk.read(read, show)


def _label(one: "PersonFacts") -> str:
    known = one.department or one.email
    parts = [one.name, one.department, one.email, "guest" if one.is_guest else ""]
    return " · ".join(part for part in (parts if known else [one.name, about_person(one)]) if part)


def _clash_lines(clashes: Sequence[MarkClash]) -> list[QWidget]:
    number = counted(len(clashes), "session has", "sessions have")
    lines: list[QWidget] = [Text(f"{number} a mark for both", "strong")]
    told = [clash for clash in clashes if clash.keep is not clash.gone or clash.minutes is not None]
    for clash in told[:_CLASHES_SHOWN]:
        both = f"{MARK_WORDS[clash.keep]} and {MARK_WORDS[clash.gone]}"
        stays = MARK_WORDS[clash.stays]
        if clash.minutes is not None:
            stays = f"{stays}, {counted(round(clash.minutes), 'minute', 'minutes')} together"
        said = f"{short_day(clash.on)}, {clash.title}: {both}; stays {stays}"
        lines.append(Text(said, "caption", "text_2", wrap=True))
    if len(told) > _CLASHES_SHOWN:
        lines.append(Text(f"and {len(told) - _CLASHES_SHOWN} more", "caption", "text_3"))
    same = len(clashes) - len(told)
    if same:
        said = f"{counted(same, 'session', 'sessions')} in which both have the same mark: it stays"
        lines.append(Text(said, "caption", "text_2", wrap=True))
    return lines
