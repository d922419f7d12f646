"""What the list and the page of somebody change in the workspace; itself without Qt."""

from collections.abc import Callable
from datetime import date

from workbench.contributions.promise_actions import add_promise
from workbench.contributions.rules import PromiseDraft
from workbench.rosters.actions import change_person, leave_community, remove_person, write_note
from workbench.rosters.call_actions import forget_call_note
from workbench.rosters.rules import PersonDraft
from workbench.ui.desk import Desk, Failed

Done = Callable[[], None]


class PersonChanges:
    """Each change of one person as a step of undo; `failed` gets what a form must mend."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def change(self, person_id: int, draft: PersonDraft, done: Done, failed: Failed) -> None:
        """Change what a form says of somebody."""
        community = self.desk.community
        self.desk.do(
            lambda workspace: workspace.perform(change_person, community, person_id, draft),
            then=lambda _: done(),
            said=f"Changed {draft.name}.",
            failed=failed,
        )

    def keep_note(self, person_id: int, note: str) -> None:
        """Keep the private note."""
        self.desk.do(lambda workspace: workspace.perform(write_note, person_id, note))

    def leave(self, person_id: int, left_on: date, reason: str, done: Done, failed: Failed) -> None:
        """End somebody's membership on a day."""
        community = self.desk.community
        self.desk.do(
            lambda workspace: workspace.perform(
                leave_community, community, person_id, left_on, reason
            ),
            then=lambda _: done(),
            said="Membership ended. The history stays.",
            failed=failed,
        )

    def remove(self, person_id: int, name: str, done: Done) -> None:
        """Take out somebody who was added by mistake."""
        community = self.desk.community
        self.desk.do(
            lambda workspace: workspace.perform(remove_person, community, person_id),
            then=lambda _: done(),
            said=f"Removed {name}.",
        )

    def promise(
        self, person_id: int, text: str, due_on: date | None, done: Done, failed: Failed
    ) -> None:
        """Note what somebody will try or bring by a day."""
        community = self.desk.community
        draft = PromiseDraft(text=text, person_id=person_id, due_on=due_on)
        self.desk.do(
            lambda workspace: workspace.perform(add_promise, community, draft),
            then=lambda _: done(),
            said="Follow-up noted.",
            failed=failed,
        )

    def forget_call(self, note_id: int) -> None:
        """Forget the private note of a call."""
        self.desk.do(
            lambda workspace: workspace.perform(forget_call_note, note_id),
            said="The note is forgotten.",
        )
