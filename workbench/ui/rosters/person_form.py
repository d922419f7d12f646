"""The forms of the People page: a person, the end of a membership, a follow-up."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from workbench.foundation.words import Role
from workbench.insights.people_queries import MemberDetail
from workbench.rosters.rules import PersonDraft
from workbench.ui.desk import Failed
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import Choice, DateInput, LineInput

Done = Callable[[], None]
_ROLES = [(role.value, role.value.capitalize()) for role in Role]


class PersonForm(Dialog):
    """Adds somebody or changes them; the draft stays until it is saved or cancelled."""

    def __init__(
        self,
        over: QWidget,
        save: Callable[[PersonDraft, Done, Failed], None],
        tell: Failed,
        *,
        known_departments: Sequence[str] = (),
        today: date | None = None,
        detail: MemberDetail | None = None,
        called: str = "",
    ) -> None:
        title = f"Edit {detail.person.name}" if detail else "Add member"
        super().__init__(over, title, "Save" if detail else "Add member")
        person = detail.person if detail else None
        membership = detail.membership if detail else None
        self._save, self._tell, self._before = save, tell, detail
        self.name = LineInput(person.name if person else called, "First and last name")
        self.email = LineInput(person.email if person else "", "Optional")
        self.job_title = LineInput(person.job_title if person else "")
        self.department = Choice(_department_choices(known_departments))
        self.department.setEditable(True)
        self.department.setCurrentText(
            person.department.name if person and person.department else ""
        )
        self.tags = LineInput(", ".join(person.tags) if person else "", "Separated by commas")
        self.role = Choice(_ROLES, (membership.role if membership else Role.MEMBER).value)
        joined, left = (membership.joined_on, membership.left_on) if membership else (today, None)
        self.joined_on = DateInput(joined, optional=True, today=today)
        self.left_on = DateInput(left, optional=True, today=today)
        self.reason = LineInput(membership.reason_to_join if membership else "")
        dates = [Field("Joined on", self.joined_on, key="joined_on")]
        if detail:
            dates.append(Field("Left on", self.left_on, "Empty while they belong", key="left_on"))
        self.form = Form(
            Field("Name", self.name, key="name"),
            beside(
                Field("Job title", self.job_title, key="job_title"),
                Field(
                    "Department",
                    self.department,
                    "A new one counts from today on" if detail else "",
                    key="department",
                ),
            ),
            beside(
                Field("E-mail", self.email, "Finds them in meeting files", key="email"),
                Field("Role", self.role, "Guests are never expected", key="role"),
            ),
            beside(*dates),
            Field("Why they come", self.reason, key="reason_to_join"),
            Field("Tags", self.tags, key="tags"),
        )
        self.body.addWidget(self.form)
        self.accepted.connect(self._accept)

    def draft(self) -> PersonDraft:
        """Return what the form says."""
        cleared = {
            name
            for name, control in (("joined_on", self.joined_on), ("left_on", self.left_on))
            if control.day is None
        }
        return PersonDraft(
            name=self.name.text(),
            email=self.email.text(),
            job_title=self.job_title.text(),
            department=self.department.currentText(),
            role=Role(self.role.key),
            joined_on=self.joined_on.day,
            left_on=self.left_on.day,
            reason_to_join=self.reason.text(),
            tags=tuple(self.tags.text().split(",")),
            cleared=frozenset(cleared),
        )

    def _accept(self) -> None:
        self._save(self.draft(), self.finish, self._failed)

    def _failed(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._tell(problem)


class LeavingForm(Dialog):
    """Ends a membership on a day."""

    def __init__(
        self,
        over: QWidget,
        name: str,
        today: date,
        save: Callable[[date, str, Done, Failed], None],
        tell: Failed,
    ) -> None:
        super().__init__(over, f"{name} leaves", "End membership", width=440)
        self._save, self._tell = save, tell
        self.left_on = DateInput(today, today=today)
        self.reason = LineInput("", "Optional, for you")
        self.form = Form(
            Field("Last day", self.left_on, "This day still counts", key="left_on"),
            Field("Why", self.reason, key="reason"),
        )
        self.body.addWidget(self.form)
        self.effect.say("Sessions and contributions stay.")
        self.accepted.connect(self._accept)

    def _accept(self) -> None:
        day = self.left_on.day
        if day is not None:
            self._save(day, self.reason.text(), self.finish, self._failed)

    def _failed(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._tell(problem)


class FollowUpForm(Dialog):
    """Notes what somebody will try, bring or be asked by a day."""

    def __init__(
        self,
        over: QWidget,
        name: str,
        today: date,
        save: Callable[[str, date | None, Done, Failed], None],
        tell: Failed,
    ) -> None:
        super().__init__(over, f"Follow-up with {name}", "Note it", width=440)
        self._save, self._tell = save, tell
        self.text = LineInput("", "Ask how the new shift is going")
        self.due_on = DateInput(None, optional=True, today=today)
        self.form = Form(
            Field("What", self.text, key="text"), Field("By when", self.due_on, key="due_on")
        )
        self.body.addWidget(self.form)
        self.accepted.connect(self._accept)

    def _accept(self) -> None:
        self._save(self.text.text(), self.due_on.day, self.finish, self._failed)

    def _failed(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._tell(problem)


def _department_choices(known: Sequence[str]) -> list[tuple[str, str]]:
    return [("", ""), *((name, name) for name in known)]
