"""The People page without Qt: what is shown, what filters hold, what each action does."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from workbench.contributions.promise_actions import add_promise, settle_promise
from workbench.contributions.rules import PromiseDraft
from workbench.foundation.text import fold
from workbench.foundation.words import PromiseState
from workbench.insights.people_queries import MemberDetail, MemberRow, member, members
from workbench.rosters.actions import (
    add_person,
    change_person,
    leave_community,
    remove_person,
    write_note,
)
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


class PeopleView(Protocol):
    """What the presenter asks of the page."""

    def show_people(
        self, rows: Sequence[MemberRow], counts: dict[str, int], total: int, filtered: bool
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

    def change(
        self, person_id: int, draft: PersonDraft, done: Callable[[], None], failed: Failed
    ) -> None:
        """Change what a form says of somebody."""
        community_id = self.desk.community
        self.desk.do(
            lambda workspace: workspace.perform(change_person, community_id, person_id, draft),
            then=lambda _: done(),
            said=f"Changed {draft.name}.",
            failed=failed,
        )

    def keep_note(self, person_id: int, note: str) -> None:
        """Keep the private note."""
        self.desk.do(lambda workspace: workspace.perform(write_note, person_id, note))

    def leave(
        self, person_id: int, left_on: date, reason: str, done: Callable[[], None], failed: Failed
    ) -> None:
        """End somebody's membership on a day."""
        community_id = self.desk.community

        def left(_: None) -> None:
            self.close_panel()
            done()

        self.desk.do(
            lambda workspace: workspace.perform(
                leave_community, community_id, person_id, left_on, reason
            ),
            then=left,
            said="Membership ended. The history stays.",
            failed=failed,
        )

    def remove(self, person_id: int, name: str) -> None:
        """Take out somebody who was added by mistake."""
        community_id = self.desk.community
        self.close_panel()
        self.desk.do(
            lambda workspace: workspace.perform(remove_person, community_id, person_id),
            said=f"Removed {name}.",
        )

    def promise(
        self,
        person_id: int,
        text: str,
        due_on: date | None,
        done: Callable[[], None],
        failed: Failed,
    ) -> None:
        """Note what somebody will try or bring by a day."""
        community_id = self.desk.community
        self.desk.do(
            lambda workspace: workspace.perform(
                add_promise,
                community_id,
                PromiseDraft(text=text, person_id=person_id, due_on=due_on),
            ),
            then=lambda _: done(),
            said="Follow-up noted.",
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
        filtered = self.filter != PeopleFilter()
        self.view.show_people(self.visible(), shown, len(self.rows), filtered)
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
