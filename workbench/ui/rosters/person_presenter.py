"""One person's page without Qt: whom it shows, and what each of its actions does."""

from collections.abc import Callable
from typing import Protocol

from workbench.foundation.errors import NotFound
from workbench.insights.people_queries import MemberDetail, member
from workbench.insights.person_queries import PersonWhole, person_whole
from workbench.rosters.queries import DepartmentRow, departments
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk


class PersonView(Protocol):
    """What the presenter asks of the page."""

    def show_whole(self, whole: PersonWhole) -> None:
        """Show somebody."""
        ...

    def show_nobody(self, why: str) -> None:
        """Show that there is nobody to show."""
        ...


class PersonPresenter:
    """Reads one person whole, and changes them."""

    def __init__(self, desk: Desk, view: PersonView) -> None:
        self.desk, self.view = desk, view
        self.person_id: int | None = None
        self.loaded = False

    def arrive(self, person_id: int) -> None:
        """Show another person."""
        self.person_id, self.loaded = person_id, False
        self.load()

    def load(self) -> None:
        """Read the person again."""
        if self.person_id is None:
            self.loaded = True
            self.view.show_nobody("Nobody is chosen.")
            return
        person_id = self.person_id
        community, today = self.desk.community, self.desk.clock.today()
        self.desk.read(
            lambda workspace: workspace.read(person_whole, community, person_id, today),
            self._show,
            self._failed,
        )

    def read_for_form(self, then: Callable[[MemberDetail, list[DepartmentRow]], None]) -> None:
        """Read what the form of a person starts from."""
        person_id = self.person_id
        if person_id is None:
            return
        community, today = self.desk.community, self.desk.clock.today()

        def read(workspace: Workspace) -> tuple[MemberDetail, list[DepartmentRow]]:
            detail = workspace.read(member, community, person_id, today)
            return detail, workspace.read(departments)

        self.desk.read(read, lambda both: then(*both))

    def forget(self) -> None:
        """Show nobody any more, as when the person was taken out."""
        self.person_id = None

    def _show(self, whole: PersonWhole) -> None:
        if whole.person.id == self.person_id:
            self.loaded = True
            self.view.show_whole(whole)

    def _failed(self, problem: Exception) -> None:
        self.loaded = True
        if isinstance(problem, NotFound):
            self.view.show_nobody("This person is no longer in the workspace.")
        else:
            self.desk.tell(problem)
