"""The People page without Qt: what is shown, what filters hold, what each action does."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from workbench.contributions.promise_actions import settle_promise
from workbench.foundation.text import counted, fold
from workbench.foundation.words import PromiseState, Role
from workbench.insights.people_queries import MemberDetail, MemberRow, member, members
from workbench.rosters.actions import add_person
from workbench.rosters.queries import DepartmentRow, departments, tags
from workbench.rosters.rules import PersonDraft
from workbench.sessions.engagement import Engagement
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk, Failed

ALL = "all"


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """What is being looked for; empty text and keys mean everybody."""

    text: str = ""
    engagement: str = ALL
    department: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Everybody:
    """How many belong here today: members, and guests who are not among them."""

    members: int
    guests: int

    def said(self, community: str) -> str:
        """Return "48 members of Bridges", with the guests where there are some."""
        guests = counted(self.guests, "guest", "guests") if self.guests else ""
        members = counted(self.members, "member", "members") if self.members else ""
        both = " and ".join(part for part in (members, guests) if part)
        return f"{both} of {community}" if both else "nobody yet"


class PeopleView(Protocol):
    """What the presenter asks of the page."""

    def show_people(
        self, rows: Sequence[MemberRow], counts: dict[str, int], everybody: Everybody
    ) -> None:
        """Show the rows, the counts beside the segments, and how many people there are in all."""
        ...

    def show_choices(self, departments: Sequence[DepartmentRow], tags: Sequence[str]) -> None:
        """Offer what can be filtered by."""
        ...

    def show_person(self, detail: MemberDetail, row: MemberRow | None) -> None:
        """Fill and show the panel."""
        ...

    def clear_filters(self) -> None:
        """Empty the find field and let everybody hold, without asking for the rows again."""
        ...

    def choose(self, person_id: int) -> None:
        """Select somebody in the list."""
        ...

    def hide_person(self) -> None:
        """Hide the panel."""
        ...


class PeoplePresenter:
    """Holds the rows that were read and the filter, and leads the view."""

    def __init__(self, desk: Desk, view: PeopleView) -> None:
        self.desk = desk
        self.view = view
        self.rows: list[MemberRow] = []
        self.filter = PeopleFilter()
        self.person_id: int | None = None
        self.wanted: int | None = None
        self.loaded = False

    def load(self) -> None:
        """Read everything the page shows."""
        community_id, today = self.desk.community, self.desk.clock.today()

        def read(workspace: Workspace) -> tuple[list[MemberRow], list[DepartmentRow], list[str]]:
            return (
                workspace.read(members, community_id, today),
                workspace.read(departments),
                workspace.read(tags, community_id),
            )

        self.desk.read(read, self._show)

    def arrive(self, person: int) -> None:
        """Show somebody, as when another page leads here; filters give way."""
        self._want(person)
        if self.loaded:
            self._refresh()

    def search(self, **changes: str) -> None:
        """Change what is being looked for."""
        self.filter = replace(self.filter, **changes)
        self._refresh()

    def choose(self, person_id: int) -> None:
        """Read and show one person in the panel."""
        self.person_id = person_id
        community_id, today = self.desk.community, self.desk.clock.today()
        self.desk.read(
            lambda workspace: workspace.read(member, community_id, person_id, today),
            self._show_person,
        )

    def close_panel(self) -> None:
        """Forget who was shown."""
        self.person_id = None
        self.view.hide_person()

    def add(self, draft: PersonDraft, done: Callable[[], None], failed: Failed) -> None:
        """Add a person and show them; `failed` gets what the form must mend."""
        community_id = self.desk.community

        def added(person_id: int) -> None:
            self._want(person_id)
            done()

        self.desk.do(
            lambda workspace: workspace.perform(add_person, community_id, draft),
            then=added,
            said=f"Added {draft.name}.",
            failed=failed,
        )

    def settle(self, promise_id: int, state: PromiseState) -> None:
        """Note how a promise turned out."""
        self.desk.do(lambda workspace: workspace.perform(settle_promise, promise_id, state))

    def export(self, target: Path) -> None:
        """Write the roster as a workbook to `target`."""
        name = self.desk.community_name

        def write(workspace: Workspace) -> None:
            from workbench.reports.exports import export_roster

            export_roster(workspace, name, target, None)

        self.desk.read(write, lambda _: self.desk.say(f"Wrote {target.name}."))

    def visible(self) -> list[MemberRow]:
        """Return the rows that the filter lets through."""
        return [row for row in self.rows if _fits(row, self.filter)]

    def _want(self, person_id: int) -> None:
        self.filter, self.wanted = PeopleFilter(), person_id
        self.view.clear_filters()

    def _show(self, read: tuple[list[MemberRow], list[DepartmentRow], list[str]]) -> None:
        self.rows, found_departments, found_tags = read
        self.loaded = True
        self.view.show_choices(found_departments, found_tags)
        self._refresh()
        known = {row.roster.person_id for row in self.rows}
        if self.person_id is not None:
            if self.person_id in known:
                self.choose(self.person_id)
            else:
                self.close_panel()

    def _refresh(self) -> None:
        anyone = replace(self.filter, engagement=ALL)
        pool = [row for row in self.rows if _fits(row, anyone)]
        counts = Counter(row.chip.engagement.value for row in pool if row.chip)
        shown = {ALL: len(pool)} | {each.value: counts[each.value] for each in Engagement}
        guests = sum(row.roster.role is Role.GUEST for row in self.rows)
        everybody = Everybody(len(self.rows) - guests, guests)
        self.view.show_people(self.visible(), shown, everybody)
        if self.wanted is not None:
            self.view.choose(self.wanted)
            self.wanted = None

    def _show_person(self, detail: MemberDetail) -> None:
        if detail.person.id != self.person_id:
            return  # somebody else was chosen meanwhile
        row = next((r for r in self.rows if r.roster.person_id == detail.person.id), None)
        self.view.show_person(detail, row)


def _fits(row: MemberRow, wanted: PeopleFilter) -> bool:
    person = row.roster
    if wanted.engagement != ALL and (
        row.chip is None or row.chip.engagement.value != wanted.engagement
    ):
        return False
    if wanted.department and (
        person.department is None or str(person.department.id) != wanted.department
    ):
        return False
    if wanted.tag and wanted.tag not in person.tags:
        return False
    words = fold(wanted.text).split()
    said = (person.name, person.job_title, person.email, *person.tags)
    haystack = fold(" ".join(said) + (f" {person.department.name}" if person.department else ""))
    return all(word in haystack for word in words)
