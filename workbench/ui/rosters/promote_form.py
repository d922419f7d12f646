"""A guest becomes a member: from which day, and as what."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from workbench.foundation.words import Role
from workbench.ui.desk import Desk
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import Choice, DateInput

_ROLES = [(role.value, role.value.capitalize()) for role in Role if role is not Role.GUEST]


class PromoteForm(Dialog):
    """Makes a guest a member from a day on; what they did as a guest stays theirs."""

    def __init__(
        self, over: QWidget, desk: Desk, person_id: int, name: str,
        done: Callable[[], None] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(over, f"{name} becomes a member", "Make a member", width=500)
        self._desk, self._person_id, self._name, self._done = desk, person_id, name, done
        today = desk.clock.today()
        self.joined_on = DateInput(today, today=today)
        self.role = Choice(_ROLES, Role.MEMBER.value)
        said = "Expected at sessions from this day on"
        self.form = Form(
            beside(
                Field("Member from", self.joined_on, said, key="joined_on"),
                Field("As", self.role, key="role"),
            )
        )
        self.body.addWidget(self.form)
        self.effect.say("Their time as a guest stays.")
        self.accepted.connect(self._accept)

    def _accept(self) -> None:
        day = self.joined_on.day
        if day is not None:
            self._promote(day, Role(self.role.key))

    def _promote(self, day: date, role: Role) -> None:
        from workbench.rosters.guest_actions import promote_guest

        community, person_id = self._desk.community, self._person_id

        def done(_: None) -> None:
            self.finish()
            if self._done is not None:
                self._done()

        self._desk.do(
            lambda workspace: workspace.perform(promote_guest, community, person_id, day, role),
            then=done,
            said=f"{self._name} is a member now.",
            failed=self._refused,
        )

    def _refused(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._desk.tell(problem)
