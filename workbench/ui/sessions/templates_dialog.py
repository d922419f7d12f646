"""The dialog of templates: find one, start from it, rename or delete it, take files in and out."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from workbench.foundation.atomic_file import write_text
from workbench.foundation.errors import UnreadableFile
from workbench.foundation.text import fold
from workbench.sessions.template_actions import add_template, delete_template, fill_from_template
from workbench.sessions.template_parser import template_from_bytes
from workbench.sessions.template_queries import TemplateChoice, template_named, templates
from workbench.sessions.template_shape import TemplateAgenda
from workbench.sessions.template_writer import template_text
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cells import TextCell
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.rows import Column, Section
from workbench.ui.sessions.pick_cells import TitledCell
from workbench.ui.sessions.pick_list import ListFind, SideList, two_panes
from workbench.ui.sessions.template_forms import RenameTemplateDialog
from workbench.ui.sessions.template_view import TemplateView
from workbench.ui.sessions.while_open import while_open

_EFFECT = "Its blocks are added at the end of the agenda, its pre-work too."


class TemplatesDialog(Dialog):
    """Own templates above those that come with the program; Enter starts from the one chosen."""

    def __init__(self, over: QWidget, desk: Desk, session_id: int) -> None:
        super().__init__(over, "Templates", "Start from this", width=880)
        self.desk, self._session = desk, session_id
        self.choices: list[TemplateChoice] = []
        self.choice: TemplateChoice | None = None
        self._wanted = ""
        self.find_field = ListFind("Find a template", keys="", width=220)
        self.list = SideList(_columns(), lambda choice: choice.name, lambda choice: choice.key)
        self.list.setAccessibleName("Templates")
        self.view = TemplateView()
        self.rename_button = Button("Rename", self.rename, icon="pencil", size="small")
        self.delete_button = Button("Delete", self.delete, icon="trash", size="small")
        self.export_button = Button("Export to a file", self.export, icon="download", size="small")
        self.bring_button = Button("Bring in a file", self.bring_in, icon="upload", size="small")
        acts = flow_of(self.export_button, self.rename_button, self.delete_button)
        left = [self.find_field, self.list, flow_of(self.bring_button)]
        self.body.addWidget(two_panes(left, [self.view, acts], over.window()))
        self.effect.say(_EFFECT)
        self._connect()
        self._load()

    def rename(self) -> None:
        """Give the own template that is chosen another name."""
        if self.choice is not None and self.choice.own:
            RenameTemplateDialog(
                self, self.desk, _number(self.choice), self.choice.name, self._load
            ).open()

    def delete(self) -> None:
        """Take the own template that is chosen away; Undo brings it back."""
        choice = self.choice
        if choice is not None and choice.own:
            number = _number(choice)
            self.desk.do(
                lambda workspace: workspace.perform(delete_template, number),
                then=while_open(self, lambda _: self._load()),
                said=f"Deleted the template {choice.name}.",
            )

    def export(self) -> None:
        """Write the template that is chosen to a file that people can read and change."""
        choice = self.choice
        if choice is not None and not choice.problem:
            self.desk.choose_new_file(
                "Export template", f"{_file_name(choice.name)}.toml", partial(self._write, choice)
            )

    def bring_in(self) -> None:
        """Take a template out of a file."""
        self.desk.choose_file("Bring in a template", ("*.toml",), self._read_file)

    def _connect(self) -> None:
        self.find_field.textChanged.connect(lambda _: self._filter())
        self.find_field.down.connect(self.list.setFocus)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda _: self.accept())
        self.accepted.connect(self._start)

    def _load(self) -> None:
        self.desk.read(lambda w: w.read(templates), while_open(self, self._show))

    def _show(self, choices: list[TemplateChoice]) -> None:
        self.choices = choices
        self._filter()

    def _filter(self) -> None:
        words = fold(self.find_field.text()).split()
        found = [c for c in self.choices if all(w in fold(f"{c.name} {c.why}") for w in words)]
        own = [choice for choice in found if choice.own]
        ours = [choice for choice in found if not choice.own]
        groups = [(Section("Your own"), own)] if own else []
        self.list.show_groups([*groups, (Section("Come with the program"), ours)])
        kept = self._wanted or (self.choice.key if self.choice else "")
        self._wanted = ""
        self.choice = None
        if not self.list.choose(lambda choice: choice.key == kept) and found:
            self.list.choose(lambda choice: choice is found[0])
        row = self.list.current_row()
        self._choose(row if found else None)

    def _choose(self, choice: TemplateChoice | None) -> None:
        if choice is not None and choice == self.choice:
            return
        self.choice = choice
        usable = choice is not None and not choice.problem
        self.do_button.setEnabled(usable)
        self.export_button.setEnabled(usable)
        own = choice is not None and choice.own
        self.rename_button.setVisible(own)
        self.delete_button.setVisible(own)
        if choice is None:
            self.view.show_words("No template fits.")
        elif choice.problem:
            self.view.show_words(
                f"{choice.problem} Delete it and save it anew from a session.", "danger"
            )
        else:
            self.desk.read(
                lambda workspace: workspace.read(template_named, choice.key),
                while_open(self, partial(self._show_template, choice)),
            )

    def _show_template(self, choice: TemplateChoice, template: TemplateAgenda) -> None:
        if choice == self.choice:
            self.view.show_template(choice, template)

    def _start(self) -> None:
        choice, session = self.choice, self._session
        if choice is not None:
            self.desk.do(
                lambda workspace: workspace.perform(fill_from_template, session, choice.key),
                then=while_open(self, lambda _: self.finish()),
                said=f"Started from {choice.name}. Change it to your own.",
            )

    def _write(self, choice: TemplateChoice, path: Path) -> None:
        def written(template: TemplateAgenda) -> None:
            self.desk.run(
                lambda: write_text(path, template_text(template)),
                lambda _: self.desk.say(f"{choice.name} is in {path.name}."),
            )

        self.desk.read(lambda workspace: workspace.read(template_named, choice.key), written)

    def _read_file(self, path: Path) -> None:
        self.desk.run(partial(_template_of_file, path), self._take)

    def _take(self, template: TemplateAgenda) -> None:
        def taken(name: str) -> None:
            self.find_field.clear()
            self.desk.read(
                lambda w: w.read(templates), while_open(self, partial(self._show_named, name))
            )

        self.desk.do(
            lambda workspace: workspace.perform(add_template, template),
            then=while_open(self, taken),
            said=lambda name: f"Brought in {name}.",
        )

    def _show_named(self, name: str, choices: list[TemplateChoice]) -> None:
        self._wanted = next((c.key for c in choices if c.own and c.name == name), "")
        self._show(choices)


def _template_of_file(path: Path) -> TemplateAgenda:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            f"{path.name} could not be opened.", "See whether it is still there, then try again."
        ) from error
    return template_from_bytes(content, path.name)


def _number(choice: TemplateChoice) -> int:
    return int(choice.key.partition(":")[2])


def _file_name(name: str) -> str:
    return "".join("-" if mark in '\\/:*?"<>|' else mark for mark in name).strip(" .") or "template"


def _columns() -> list[Column[TemplateChoice]]:
    return [
        Column("template", "Template", _title, stretch=True),
        Column("minutes", "Length", _length, width=76, align="right"),
    ]


def _title(choice: TemplateChoice) -> TitledCell:
    if choice.problem:
        return TitledCell(choice.name, "Cannot be read", "danger")
    return TitledCell(choice.name, choice.why)


def _length(choice: TemplateChoice) -> TextCell:
    return TextCell("" if choice.problem else f"{choice.minutes} min", "text_2")
