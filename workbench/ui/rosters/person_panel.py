"""The panel beside the People list: one person, by sessions, gifts, promises and private note."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.foundation.words import PromiseState
from workbench.insights.people_queries import Gift, MemberDetail, MemberRow, PromiseRow
from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.chips import Chip, Icon
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.gifts import KIND_ICONS, capitalised
from workbench.ui.kit.inputs import Check
from workbench.ui.kit.panel import DetailPanel, PanelSection
from workbench.ui.kit.squares import SquareStrip
from workbench.ui.kit.text import Span, Text
from workbench.ui.rosters.people_columns import SQUARES, engagement_chip
from workbench.ui.rosters.people_words import (
    attendance_sentence,
    membership_line,
    promise_sentence,
    short_date,
)
from workbench.ui.rosters.person_lines import portrait, told_line
from workbench.ui.rosters.private_note import PrivateNote

_GIFTS_SHOWN = 5
_STRIP_SHOWN = 16


class PersonPanel(DetailPanel):
    """Shows one person; the note is kept when the cursor leaves it."""

    def __init__(
        self,
        *,
        follow_up: Callable[[], object],
        edit: Callable[[], object],
        more: Callable[[QWidget], object],
        keep_note: Callable[[int, str], object],
        settle: Callable[[int, PromiseState], object],
    ) -> None:
        super().__init__()
        self.setAccessibleName("Person")
        self._keep_note, self._settle = keep_note, settle
        self._follow_up, self._edit, self._more = follow_up, edit, more
        self._note: PrivateNote | None = None
        self.person_id: int | None = None

    def show_member(self, detail: MemberDetail, row: MemberRow | None, today: date) -> None:
        """Fill the panel; a note that is being written stays as it is."""
        writing = self._note is not None and self._note.writing
        if writing and detail.person.id == self.person_id:
            return
        self.keep()
        self.person_id = detail.person.id
        chips = self._chips(detail, row, today)
        self.show_head(self._names(detail), chips, self._buttons())
        self._note = PrivateNote(detail.person.note, self._note_written)
        self.show_sections(
            self._attendance(detail, today),
            self._gifts(detail.given, detail.received, today),
            self._promises(detail.promises, today),
            self._note,
        )

    def keep(self) -> None:
        """Keep what stands in the note if it was changed."""
        if self._note is not None:
            self._note.keep()

    def _note_written(self, words: str) -> None:
        if self.person_id is not None:
            self._keep_note(self.person_id, words)

    def _names(self, detail: MemberDetail) -> QWidget:
        person = detail.person
        holder, words = portrait(person, 44, 12)
        words.setSpacing(0)
        words.addWidget(Text(person.name, "section", wrap=True))
        department = person.department.name if person.department else ""
        line = " · ".join(part for part in (person.job_title, department) if part)
        words.addWidget(Text(line or person.email, tone="text_2", wrap=True))
        return holder

    def _chips(self, detail: MemberDetail, row: MemberRow | None, today: date) -> QWidget:
        chips = []
        if row is not None:
            cell = engagement_chip(row)
            if cell.text:
                chips.append(Chip(cell.text, cell.tone, cell.icon, cell.why))
        chips += [Chip(tag) for tag in detail.person.tags]
        return flow_of(*chips) if chips else Text(membership_line(detail, today), tone="text_2")

    def _buttons(self) -> QWidget:
        more = IconButton("more", "More about this person", kind="secondary", size="small")
        more.clicked.connect(lambda: self._more(more))
        return flow_of(
            Button("Plan a follow-up", self._follow_up, kind="primary", icon="plus", size="small"),
            Button("Edit", self._edit, icon="pencil", size="small"),
            more,
        )

    def _attendance(self, detail: MemberDetail, today: date) -> QWidget:
        shown = detail.sessions[-_STRIP_SHOWN:]
        section = PanelSection("Attendance")
        sentence = attendance_sentence(detail.sessions, today)
        section.add(Text(sentence, tone="text_2", wrap=True))
        if shown:
            section.add(SquareStrip([SQUARES[mark.mark] for mark in shown]))
            ends = QWidget()
            row = QHBoxLayout(ends)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(Text(shown[0].on.strftime("%b"), "caption", "text_3"), 1)
            row.addWidget(Text(shown[-1].on.strftime("%b"), "caption", "text_3"))
            section.add(ends)
        section.add(Text(membership_line(detail, today), "caption", "text_3", wrap=True))
        return section

    def _gifts(self, given: Sequence[Gift], received: int, today: date) -> QWidget:
        section = PanelSection("Contributions", str(len(given)) if given else "none logged yet")
        for gift in given[:_GIFTS_SHOWN]:
            where = " · ".join(
                part for part in (short_date(gift.given_on, today), gift.session_title) if part
            )
            words = Text(wrap=True)
            words.say_spans(Span(f"{capitalised(gift.kind_name)} ", "strong"), Span(gift.text))
            icon = Icon(KIND_ICONS[gift.kind], "text_2", 16)
            section.add(told_line(words, where, sign=icon, gap=10))
        if len(given) > _GIFTS_SHOWN:
            section.add(Text(f"and {len(given) - _GIFTS_SHOWN} earlier", "caption", "text_3"))
        if received:
            line = (
                f"Received help or an answer {received} times" if received > 1 else "Received once"
            )
            section.add(Text(line, "caption", "text_3"))
        return section

    def _promises(self, promises: Sequence[PromiseRow], today: date) -> QWidget:
        still = sum(promise.state is PromiseState.OPEN for promise in promises)
        section = PanelSection("Promises", f"{still} open" if promises else "none yet")
        for promise in promises:
            section.add(self._promise(promise, today))
        return section

    def _promise(self, promise: PromiseRow, today: date) -> QWidget:
        tick = Check("", on=promise.state is PromiseState.KEPT, round=True)
        tick.setAccessibleName(f"Kept: {promise.text}")

        def turned(on: bool) -> None:
            self._settle(promise.id, PromiseState.KEPT if on else PromiseState.OPEN)

        tick.toggled.connect(turned)
        line = promise_sentence(promise, today)
        return told_line(Text(promise.text, wrap=True), line, sign=tick, gap=10)
