"""A list of people beside the roster: who is new, changed, the same, or left aside, and why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from workbench.foundation.text import counted, fold, listed
from workbench.imports.names import name_key
from workbench.imports.roster_differences import Difference, FieldChange, difference
from workbench.imports.roster_entries import RosterEntry, shown_name
from workbench.rosters.queries import RosterRow
from workbench.rosters.rules import PersonDraft

Kind = Literal["added", "changed", "unchanged", "rejected"]


@dataclass(frozen=True, slots=True)
class RowPlan:
    """What is to become of one row of the list.

    `person_id` is the person it is about, None for somebody new; `membership_id` the membership it
    changes, None where one is added; `same_as` the row above that makes the same new person.
    """

    number: int
    kind: Kind
    name: str
    draft: PersonDraft
    changes: tuple[FieldChange, ...] = ()
    reason: str = ""
    person_id: int | None = None
    membership_id: int | None = None
    same_as: int | None = None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Somebody of the workspace who never belonged to this community."""

    person_id: int
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class RosterPlan:
    """What is to become of a list: its rows in order, and what is odd without stopping anything."""

    rows: tuple[RowPlan, ...]
    warnings: tuple[str, ...]

    def count(self, kind: Kind) -> int:
        """Return how many rows are of a kind."""
        return sum(row.kind == kind for row in self.rows)


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """Who is on the roster (a row per membership), private notes by person, who is elsewhere."""

    rows: Sequence[RosterRow]
    notes: Mapping[int, str] = field(default_factory=dict)
    elsewhere: Sequence[Elsewhere] = ()


def plan_roster(
    entries: Sequence[RosterEntry], known: KnownPeople, *, is_our_export: bool = False
) -> RosterPlan:
    """Return the plan for a list; `is_our_export` says that it was exported here and edited."""
    work = _Work(known, is_our_export)
    for entry in entries:
        if entry.reason:
            work.reject(entry, entry.reason)
        else:
            work.take_if_the_same(entry)
    for entry in entries:
        if entry.number not in work.plans:
            work.place(entry)
    rows = tuple(work.plans[entry.number] for entry in entries)
    remarks = [f"Row {entry.number}: {text}." for entry in entries for text in entry.remarks]
    return RosterPlan(rows, (*remarks, *work.warnings, *work.missing()))


class _Work:
    """The roster as it is looked up in, and the plans made so far."""

    def __init__(self, known: KnownPeople, is_our_export: bool) -> None:
        self.plans: dict[int, RowPlan] = {}
        self.warnings: list[str] = []
        self._notes = known.notes
        self._rows = known.rows
        self._is_our_export = is_our_export
        self._taken: dict[int, RosterEntry] = {}
        self._by_email: dict[str, list[RosterRow]] = defaultdict(list)
        self._by_name: dict[tuple[str, ...], list[RosterRow]] = defaultdict(list)
        for row in known.rows:
            self._by_name[name_key(row.name)].append(row)
            if row.email:
                self._by_email[fold(row.email)].append(row)
        self._elsewhere: dict[str, list[Elsewhere]] = defaultdict(list)
        for person in known.elsewhere:
            if person.email:
                self._elsewhere[fold(person.email)].append(person)
        self._new_names: dict[tuple[str, ...], list[RosterEntry]] = defaultdict(list)
        self._new_emails: dict[str, RosterEntry] = {}

    def reject(self, entry: RosterEntry, reason: str) -> None:
        """Leave a row aside with its reason."""
        name = shown_name(entry.draft)
        self.plans[entry.number] = RowPlan(entry.number, "rejected", name, entry.draft, (), reason)

    def take_if_the_same(self, entry: RosterEntry) -> None:
        """Tie a row to a membership that says exactly the same, if there is one."""
        for row in self._candidates(entry.draft):
            if row.membership_id not in self._taken and not self._difference(entry, row).changes:
                self._tie(entry, row, Difference((), PersonDraft()))
                return

    def place(self, entry: RosterEntry) -> None:
        """Tie a row to the person it changes, or add somebody new."""
        found = self._candidates(entry.draft)
        free = [row for row in found if row.membership_id not in self._taken]
        if len({row.person_id for row in free}) > 1:
            self.reject(entry, "several people on the roster have this name or address")
        elif free and not self._is_another(entry, free[0]):
            self._tie_newest(entry, free)
        elif found and not free and not self._is_another(entry, found[0]):
            self._place_again(entry, found)
        else:
            self._place_new(entry)

    def _candidates(self, draft: PersonDraft) -> list[RosterRow]:
        """Return the memberships of whoever the row may mean: by address and name, then by one."""
        named = self._by_name.get(name_key(shown_name(draft)), [])
        addressed = self._by_email.get(fold(draft.email), []) if draft.email else []
        both = [row for row in addressed if row in named]
        return both or addressed or named

    def _is_another(self, entry: RosterEntry, row: RosterRow) -> bool:
        """Return whether a namesake with another address and department is somebody else."""
        draft = entry.draft
        if not draft.email or not row.email or fold(draft.email) == fold(row.email):
            return False
        department = row.department.name if row.department else ""
        same_place = bool(draft.department) and fold(draft.department or "") == fold(department)
        same_job = bool(draft.job_title) and fold(draft.job_title or "") == fold(row.job_title)
        if same_place or same_job or self._is_our_export:
            return False
        self.warnings.append(
            f"Row {entry.number}: {row.name} is on the roster with another address; "
            "this one was taken for somebody else of that name."
        )
        return True

    def _tie_newest(self, entry: RosterEntry, rows: Sequence[RosterRow]) -> None:
        same_day = [row for row in rows if row.joined_on == entry.draft.joined_on]
        row = (same_day or sorted(rows, key=lambda each: each.joined_on or date.min))[-1]
        if row.left_on and entry.draft.joined_on and entry.draft.joined_on > row.left_on:
            self._join_again(entry, row)
        else:
            self._tie(entry, row, self._difference(entry, row))

    def _join_again(self, entry: RosterEntry, row: RosterRow) -> None:
        """Give somebody who had left a further time in the community."""
        joined = entry.draft.joined_on
        change = FieldChange("joined_on", "", joined.isoformat() if joined else "")
        self.plans[entry.number] = RowPlan(
            entry.number, "changed", row.name, entry.draft, (change,), "", row.person_id
        )

    def _place_again(self, entry: RosterEntry, rows: Sequence[RosterRow]) -> None:
        """Place a row about somebody whose memberships other rows already speak of."""
        before = self._taken[rows[-1].membership_id]
        if _apart(before.draft, entry.draft):
            self._join_again(entry, rows[-1])
        elif entry.draft.email or entry.draft == before.draft:
            self.reject(entry, f"the same person as row {before.number}")
        else:
            self._warn_of_namesake(entry, before)
            self._add(entry)

    def _tie(self, entry: RosterEntry, row: RosterRow, found: Difference) -> None:
        self._taken[row.membership_id] = entry
        kind: Kind = "changed" if found.changes else "unchanged"
        self.plans[entry.number] = RowPlan(
            entry.number, kind, row.name, found.draft, found.changes, "",
            row.person_id, row.membership_id,
        )  # fmt: skip

    def _difference(self, entry: RosterEntry, row: RosterRow) -> Difference:
        note = self._notes.get(row.person_id, "")
        return difference(entry.draft, row, note, is_our_export=self._is_our_export)

    def _place_new(self, entry: RosterEntry) -> None:
        """Add somebody, unless a row above already does."""
        email = fold(entry.draft.email or "")
        namesakes = self._new_names[name_key(shown_name(entry.draft))]
        same = [each for each in namesakes if fold(each.draft.email or "") == email]
        if not same:
            self._warn_of_likeness(entry, namesakes, email)
            self._add(entry)
            return
        before = same[-1]
        if _apart(before.draft, entry.draft):
            self.plans[entry.number] = RowPlan(
                entry.number, "added", shown_name(entry.draft), entry.draft, same_as=same[0].number
            )
        elif email or entry.draft == before.draft:
            self.reject(entry, f"the same person as row {before.number}")
        else:
            self._warn_of_namesake(entry, before)
            self._add(entry)

    def _warn_of_likeness(
        self, entry: RosterEntry, namesakes: Sequence[RosterEntry], email: str
    ) -> None:
        if namesakes:
            self._warn_of_namesake(entry, namesakes[0])
        elif email in self._new_emails:
            self.warnings.append(
                f"Row {entry.number}: the address {entry.draft.email} also stands in row "
                f"{self._new_emails[email].number} with another name."
            )

    def _warn_of_namesake(self, entry: RosterEntry, before: RosterEntry) -> None:
        self.warnings.append(
            f"Row {entry.number}: {shown_name(entry.draft)} has the same name as row "
            f"{before.number}; taken for another person."
        )

    def _add(self, entry: RosterEntry) -> None:
        draft = entry.draft
        self._new_names[name_key(shown_name(draft))].append(entry)
        if draft.email:
            self._new_emails.setdefault(fold(draft.email), entry)
        person = self._elsewhere.get(fold(draft.email), []) if draft.email else []
        person_id = person[0].person_id if len(person) == 1 else None
        if person_id is not None:
            self.warnings.append(
                f"Row {entry.number}: {person[0].name} is already in this workspace and joins with "
                "what is known there."
            )
        self.plans[entry.number] = RowPlan(
            entry.number, "added", shown_name(draft), draft, person_id=person_id
        )

    def missing(self) -> Iterable[str]:
        """Say who is on the roster and not in an exported list: nothing happens to them."""
        if not self._is_our_export:
            return
        names = list(
            dict.fromkeys(row.name for row in self._rows if row.membership_id not in self._taken)
        )
        if names:
            shown = listed(
                names[:5] if len(names) < 6 else [*names[:4], f"{len(names) - 4} others"]
            )
            people = counted(len(names), "person", "people")
            yield f"{people} on the roster, but not in the list, stay as they are: {shown}."


def _apart(one: PersonDraft, other: PersonDraft) -> bool:
    """Return whether two times in a community do not touch: somebody left and joined again."""
    if one.left_on and other.joined_on and other.joined_on > one.left_on:
        return True
    return bool(other.left_on and one.joined_on and one.joined_on > other.left_on)
