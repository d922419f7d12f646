"""The planning page: what a wave asks, whom, what it can find and what is promised."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.foundation.errors import BadInput, UserFixable
from workbench.foundation.words import WaveState
from workbench.surveys.asking_rules import AskingPlan
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.dialog import ask
from workbench.ui.kit.filters import FilterBar, Segments, footer
from workbench.ui.kit.forms import Field, beside
from workbench.ui.kit.inputs import DateInput, LineInput
from workbench.ui.kit.menus import Item
from workbench.ui.kit.page import Page, scrolled
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import hairline
from workbench.ui.surveys.form_printing import print_form
from workbench.ui.surveys.plan_ask import WhatToAsk
from workbench.ui.surveys.plan_found import WhatItFinds
from workbench.ui.surveys.plan_people import HowPeopleAnswer, WhoIsInvited
from workbench.ui.surveys.plan_presenter import FoundOf, PlanPresenter
from workbench.ui.surveys.plan_preview import FormPreview
from workbench.ui.surveys.plan_promise import PromiseSection
from workbench.ui.surveys.plan_read import PlanRead

_AIR = 28


class PlanPage(Page):
    """Plans a wave; nobody is asked before it is opened."""

    name = "survey-plan"
    title = "New wave"
    interests = frozenset({"communities"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.presenter = PlanPresenter(desk, self)
        self.header.show_way([("Surveys", lambda: desk.go("surveys"))])
        self.open_button = Button("Open the wave", self.open_wave, kind="primary", icon="play")
        self.save_button = Button("Save plan", self.save, icon="check")
        self.print_button = Button("Print form", self.print_form, icon="printer")
        self.header.set_actions(self.print_button, self.save_button, primary=self.open_button)
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(_AIR, 14, _AIR, 20)
        self._column.setSpacing(14)
        self._area = scrolled(holder)
        self.preview = FormPreview(desk)
        self.faces = Segments([("plan", "Plan"), ("form", "Form")], "Plan or form")
        self.faces.chosen.connect(lambda _key: self._place_faces())
        self._tabs = FilterBar(self.faces)
        self.body.addWidget(self._tabs)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._area, 6)
        row.addWidget(hairline(upright=True))
        row.addWidget(self.preview, 5)
        self.body.addLayout(row, 1)
        self._fixed = Text("", "body", "text_2")
        self.body.addWidget(footer(Icon("lock", "accent_text"), self._fixed))
        self._read: PlanRead | None = None

    def reload(self) -> None:
        """Read what is known again; what was planned on the page and is not kept stays."""
        self.presenter.load(self._draft())

    def arrive(self, asking: int = 0, **argument: Any) -> None:  # noqa: ANN401 - the page's argument
        """Plan a new wave, or go on with a plan; what was left without keeping it is still here."""
        draft = self._draft() if asking == self.presenter.asking_id else None
        self.presenter.asking_id = asking
        self.presenter.load(draft)

    def take_focus(self) -> None:
        """Put the cursor into the name of the wave, ready to be typed over."""
        if self._read is None:
            super().take_focus()
        else:
            self.label.setFocus(Qt.FocusReason.OtherFocusReason)
            self.label.selectAll()

    def settled(self) -> bool:
        """Whether what is known has been read, and the form shown is that of the plan."""
        return self._read is not None and (not self.preview.isVisible() or self.preview.settled)

    def fit(self, width: int, *, narrow: bool) -> None:
        """Put the form into a tab of its own where both do not fit side by side."""
        self._place_faces()

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        return [
            Item("Save plan", self.save, icon="check"),
            Item("Print form", self.print_form, icon="printer"),
            Item("Open the wave", self.open_wave, icon="play"),
        ]

    # what the presenter asks of the view

    def show_plan(self, read: PlanRead) -> None:
        """Build the sections anew around a plan."""
        if read.asking is not None and read.asking.state is not WaveState.PLANNED:
            self.presenter.asking_id, self._read = 0, None
            if self.isVisible():
                self.desk.go("surveys", asking=read.asking.id)
            return
        self._read = read
        plan = read.plan
        clear(self._column)
        self.label = LineInput(plan.label)
        self.closes_on = DateInput(plan.closes_on, optional=True, today=read.today)
        self._label_field = Field("Name of the wave", self.label, key="label")
        closes = Field("Closes on", self.closes_on, "Only a reminder.", key="closes_on")
        self.what = WhatToAsk(read, plan, self._change, lambda: self.desk.go("questionnaires"))
        self.who = WhoIsInvited(read, plan, self._change)
        self.finds = WhatItFinds(plan, self._change)
        self.means = HowPeopleAnswer(plan, self._change)
        self.promise = PromiseSection(read.facilitator, plan, self._change)
        self.label.textChanged.connect(lambda _text: self._name())
        self.label.editingFinished.connect(self._change)
        parts = (beside(self._label_field, closes), self.what, self.who, self.finds, self.means)
        for part in (*parts, self.promise):
            if self._column.count():
                self._column.addWidget(hairline())
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._name()
        self._change()
        if self.isVisible() and self.window().focusWidget() in (None, self):
            self.take_focus()

    def forget(self) -> None:
        """Begin anew when it is shown again: what was planned is open."""
        self._read = None

    def show_found(self, found: tuple[FoundOf, ...]) -> None:
        """Show what the wave can find."""
        self.finds.show_found(found)

    def show_problem(self, problem: Exception) -> None:
        """Show at its place what keeps the plan from being kept or opened."""
        field = problem.field if isinstance(problem, BadInput) else ""
        shown = {
            "label": self._label_field.show_error,
            "promise": self.promise.field.show_error,
            "code_parts": self.what.code.show_error,
            "means": self.means.show_error,
        }.get(field)
        if shown is not None:
            shown(str(problem))
        elif field != "change_that_matters":
            self.desk.tell(problem)

    # what the buttons do

    def save(self) -> None:
        """Keep the plan in the file."""
        plan = self._whole_plan()
        if plan is not None:
            self.presenter.keep(plan)

    def open_wave(self) -> None:
        """Ask, then keep the plan and open it."""
        plan = self._whole_plan()
        if plan is not None:
            ask(
                self,
                f"Open {plan.label.strip() or 'the wave'}?",
                before_opening(plan),
                "Open the wave",
                lambda: self.presenter.open(plan),
                grave=False,
            )

    def print_form(self) -> None:
        """Print the form as it is planned."""
        read = self._read
        asked = read.form(self._sure()) if read is not None else None
        if read is not None and asked is not None:
            print_form(self, self.desk, asked, read.facilitator, self.preview.paper)

    def plan(self) -> AskingPlan:
        """Return the plan as it stands on the page; raises BadInput for words that are none."""
        return replace(self._sure(), change_that_matters=self.finds.matters())

    def _draft(self) -> AskingPlan | None:
        """Return the plan on the page, None before there is one for this community."""
        if self._read is None or self._read.community != self.desk.community_name:
            return None
        return replace(self._sure(), change_that_matters=self.finds.matters_so_far())

    def _sure(self) -> AskingPlan:
        """Return all of the plan that cannot be wrong."""
        return AskingPlan(
            label=self.label.text(),
            instruments=self.what.instruments,
            invited=self.who.invited.value or None,
            minimum_group=self.who.least.value,
            closes_on=self.closes_on.day,
            expected_answers=self.finds.expected.value or None,
            departments=self.what.departments,
            asks_comment=self.what.comment.on,
            asks_attendance=self.what.attended.on,
            code_parts=self.what.code.questions,
            means=self.means.means,
            promise=self.promise.text,
        )

    def _whole_plan(self) -> AskingPlan | None:
        try:
            return self.plan()
        except UserFixable as problem:
            self.show_problem(problem)
            return None

    def _name(self) -> None:
        label = self.label.text().strip()
        self.header.show_title(
            f"{label} wave" if label else "New wave", "Plan, nobody is asked yet"
        )
        self._label_field.show_error("")

    def _change(self) -> None:
        """Let every part follow what was changed in another."""
        read = self._read
        if read is None:
            return
        minimum = self.who.least.value
        self.what.describe(minimum)
        self.who.describe()
        self.finds.describe(self.who.invited.value)
        self.means.describe(minimum, worded=not self.what.without_wording)
        self.promise.describe(minimum, codes=bool(self.what.code.questions))
        self._fixed.say(
            f"Opening fixes the lines, the {minimum} and the promise. Results appear once, after "
            "you close the wave."
        )
        sure = self._sure()
        self.finds.ask_for(read.chosen(sure))
        self.presenter.work_out(sure)
        asked = read.form(sure)
        self.print_button.setEnabled(asked is not None)
        self.preview.show_form(asked, read.facilitator)

    def _place_faces(self) -> None:
        """Show plan and form side by side, or the one that is chosen."""
        beside = not self.narrow
        self._tabs.setVisible(not beside)
        self._area.setVisible(beside or self.faces.key == "plan")
        self.preview.setVisible(beside or self.faces.key == "form")


def before_opening(plan: AskingPlan) -> str:
    """Return what opening a wave will do."""
    invited = f"the {plan.invited} people invited, " if plan.invited else ""
    return (
        f"From now on the questionnaires, {invited}the limit of {plan.minimum_group} and the "
        "promise are fixed. No result can be seen before you close the wave."
    )
