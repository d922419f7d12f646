"""What the planner offers beside blocks: templates, copies, pre-work, materials, own columns."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from workbench.sessions.material_queries import materials
from workbench.sessions.pre_work_actions import (
    add_pre_work,
    delete_pre_work,
    edit_pre_work,
    move_pre_work,
)
from workbench.sessions.pre_work_rules import PreWorkItem
from workbench.ui.desk import Desk, Failed
from workbench.ui.kit.menus import Item, menu_of
from workbench.ui.sessions.columns_dialog import ColumnsDialog
from workbench.ui.sessions.copy_dialog import CopyDialog, Target
from workbench.ui.sessions.materials_dialog import MaterialsDialog
from workbench.ui.sessions.planner_plan import Plan
from workbench.ui.sessions.planner_presenter import PlannerPresenter
from workbench.ui.sessions.pre_work_cards import PreWorkCards
from workbench.ui.sessions.pre_work_form import PreWorkForm
from workbench.ui.sessions.template_forms import SaveTemplateDialog
from workbench.ui.sessions.templates_dialog import TemplatesDialog

_NEW = PreWorkItem(0, "", "Everyone", None, 2)


class PlannerExtras:
    """Opens the dialogs over the page and holds the cards of pre-work above the first block."""

    def __init__(self, desk: Desk, presenter: PlannerPresenter, over: QWidget) -> None:
        self.desk, self.presenter, self._over = desk, presenter, over
        self.cards = PreWorkCards(self._open_menu)
        self.cards.edit_wanted.connect(self.edit_pre_work)
        self.cards.delete_wanted.connect(self.delete_pre_work)
        self.cards.moved.connect(self.move_pre_work)
        self.cards.add_wanted.connect(self.add_pre_work)
        self.cards.hide()

    def show_plan(self, plan: Plan) -> None:
        """Show the pre-work of a session."""
        self.cards.show_items(plan.detail.starts, plan.pre_work)

    def items(self) -> list[Item]:
        """Return what the menu of the page offers."""
        plan = self.presenter.plan
        there, blocks = plan is not None, plan is not None and bool(plan.blocks)
        return [
            Item("Templates", self.open_templates, "file", enabled=there),
            Item("Save as template", self.save_template, "save", enabled=blocks),
            Item("Copy blocks from a session", self.copy_blocks, "copy", enabled=there),
            Item("Add pre-work", self.add_pre_work, "clipboard", "P", enabled=there),
            Item("Materials", self.open_materials, "list", enabled=there),
            Item("Own columns", self.open_columns, "table", enabled=there),
        ]

    def open(self, dialog: str) -> None:
        """Open the dialog of that name: "templates", "copy", "materials" or "columns"."""
        {
            "templates": self.open_templates,
            "copy": self.copy_blocks,
            "materials": self.open_materials,
            "columns": self.open_columns,
        }[dialog]()

    def open_templates(self) -> None:
        """Choose a template to start from, or look after them."""
        if self.presenter.session is not None:
            TemplatesDialog(self._over, self.desk, self.presenter.session).open()

    def save_template(self) -> None:
        """Keep this session's plan as a template."""
        plan = self.presenter.plan
        if plan is not None:
            own = [choice for choice in plan.templates if choice.own]
            SaveTemplateDialog(self._over, self.desk, plan.detail.id, plan.detail.title, own).open()

    def copy_blocks(self) -> None:
        """Copy blocks out of another session, after the selected one."""
        plan, blocks = self.presenter.plan, self.presenter.blocks
        block, container = blocks.block, blocks.container
        if plan is None:
            return
        target = Target(plan.detail.id)
        if block is not None:
            within = container.title if container not in (None, block) else ""
            target = Target(plan.detail.id, block.key, block.title, within)
        CopyDialog(self._over, self.desk, target).open()

    def open_materials(self) -> None:
        """Show what this session needs."""
        plan = self.presenter.plan
        if plan is not None:
            session, title = plan.detail.id, plan.detail.title
            self.desk.read(
                lambda workspace: workspace.read(materials, session),
                lambda found: MaterialsDialog(self._over, self.desk, title, found).open(),
            )

    def open_columns(self) -> None:
        """Look after the facilitator's own columns."""
        ColumnsDialog(self._over, self.desk).open()

    def add_pre_work(self) -> None:
        """Add something to do before the session."""
        plan = self.presenter.plan
        if plan is None:
            return
        session = plan.detail.id

        def save(item: PreWorkItem, done: Callable[[], None], failed: Failed) -> None:
            self.desk.do(
                lambda workspace: workspace.perform(add_pre_work, session, item),
                then=lambda number: self._saved(done, number),
                failed=failed,
            )

        self._open_form("Add pre-work", _NEW, plan, save)

    def edit_pre_work(self, key: int) -> None:
        """Change an item of pre-work."""
        plan, item = self.presenter.plan, self._item(key)
        if plan is None or item is None:
            return

        def save(changed: PreWorkItem, done: Callable[[], None], failed: Failed) -> None:
            self.desk.do(
                lambda workspace: workspace.perform(edit_pre_work, changed),
                then=lambda _: done(),
                failed=failed,
            )

        self._open_form("Change pre-work", item, plan, save)

    def delete_pre_work(self, key: int) -> None:
        """Take an item away; Undo brings it back."""
        item = self._item(key)
        if item is not None:
            self.desk.do(
                lambda workspace: workspace.perform(delete_pre_work, key),
                said=f"Deleted the pre-work {item.text}.",
            )

    def move_pre_work(self, key: int, to: int) -> None:
        """Put an item at another place."""
        self.desk.do(lambda workspace: workspace.perform(move_pre_work, key, to))

    def _saved(self, done: Callable[[], None], number: int) -> None:
        self.cards.choose(number)
        done()

    def _open_form(
        self,
        verb: str,
        item: PreWorkItem,
        plan: Plan,
        save: Callable[[PreWorkItem, Callable[[], None], Failed], None],
    ) -> None:
        starts, today = plan.detail.starts, self.desk.clock.today()
        PreWorkForm(self._over, verb, item, starts, save, self.desk.tell, today=today).open()

    def _item(self, key: int) -> PreWorkItem | None:
        items = self.presenter.plan.pre_work if self.presenter.plan else ()
        return next((item for item in items if item.key == key), None)

    def _open_menu(self, key: int, below: QWidget) -> None:
        self.cards.choose(key)
        items = [
            Item("Edit pre-work", partial(self.edit_pre_work, key), "pencil", "Enter"),
            Item("Move up", partial(self.cards.move_selected, -1), "arrow-up", "Alt Up"),
            Item("Move down", partial(self.cards.move_selected, 1), "arrow-down", "Alt Down"),
            Item("Delete", partial(self.delete_pre_work, key), "trash", "Delete", grave=True),
        ]
        menu = menu_of(items, below)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))
