"""The review of a meeting file before anything is marked: doubtful first, sure last and folded."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.foundation.text import counted
from workbench.foundation.words import Mark
from workbench.sessions.attendance_rules import MARK_WORDS
from workbench.ui.desk import Desk
from workbench.ui.imports.attendance_review import AttendanceReview
from workbench.ui.imports.attendance_shown import ShownReview, footer_words
from workbench.ui.imports.import_dialog import ImportDialog
from workbench.ui.imports.people_picker import PeoplePicker
from workbench.ui.imports.remarks import Remarks
from workbench.ui.imports.review_lines import LineRow, LineSection, Presses
from workbench.ui.imports.tally import Tally
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.inputs import Check, Choice, Stepper
from workbench.ui.kit.menus import Item, pop_up
from workbench.ui.kit.slider import Slider
from workbench.ui.kit.squares import Square
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import hairline
from workbench.ui.theme import look

_FEW = 3
_MANY = 40
_LOW = 560
_DAY = 24 * 60


class AttendanceDialog(ImportDialog):
    """Shows a file's lines beside the roster; nothing changes for lines that stay open."""

    def __init__(
        self,
        over: QWidget,
        desk: Desk,
        path: Path,
        *,
        place: str = "",
        into: int | None = None,
        then: Callable[[int], None] | None = None,
    ) -> None:
        super().__init__(
            over,
            desk,
            "Review the attendance report",
            "Mark people",
            " · ".join(
                part for part in (place, path.name, "read on this laptop, not kept") if part
            ),
            1088,
        )
        self._all_matched = self._all_unknown = False
        self._asking: Dialog | None = None
        self._tight = over.window().height() < look().px(_LOW)
        self._shown: ShownReview | None = None
        self.presenter = AttendanceReview(desk, self, path, into)
        self._then = then
        self._make_controls()
        self._make_sections()
        self.here = Tally(Square.HERE, MARK_WORDS[Mark.PRESENT])
        self.late = Tally(Square.LATE, MARK_WORDS[Mark.PART])
        for at, tally in enumerate((self.here, self.late)):
            self._bottom.insertWidget(at, tally)
        self._bottom.setAlignment(self.effect, Qt.AlignmentFlag.AlignVCenter)
        self.accepted.connect(self.presenter.write)

    def load(self) -> None:
        """Read the file."""
        self.presenter.load()

    def written(self, session: int) -> None:
        """Go, and let the next file come."""
        self.done()
        if self._then is not None:
            self._then(session)

    def show_sessions(self, choices: list[tuple[str, str]], key: str) -> None:
        """Offer the sessions a file may belong to."""
        if not self.gone:
            self.session.offer(choices, key)

    def show_thresholds(self, here_from: int, late_after: int, length: int) -> None:
        """Show from how many of `length` minutes somebody was here, and from when late."""
        if not self.gone:
            self.slider.setMaximum(max(5, length, here_from))
            self.here_from.set_value(here_from)
            self.late_after.set_value(late_after)

    def show_times(self, *, kept: bool, fixed: bool) -> None:
        """Show whether times are kept, and whether that can no longer be chosen."""
        if not self.gone:
            self.times.setChecked(kept)
            self.times.setEnabled(not fixed)

    def show_review(self, shown: ShownReview) -> None:
        """Show the lines and what will happen."""
        if self.gone:
            return
        self._shown = shown
        held = self.window().focusWidget()
        line = _line_of(held)
        for control in (self.here_field, self.slider, self.late_field):
            control.setVisible(shown.knows_times)
        self.changes.say(shown.changes)
        self.change_line.setVisible(bool(shown.changes))
        self.notes.say("\n".join(shown.notes))
        self.notes.setVisible(bool(shown.notes))
        names = counted(len(shown.ignored), "name belongs", "names belong")
        self.ignored.show_lines(shown.ignored, f"{names} to nobody here, as you said")
        self.remarks.show_remarks(shown.questions, shown.warnings, self._answers())
        doubtful = len(shown.to_check)
        looks = "looks" if doubtful == 1 else "look"
        self.check.show_lines(shown.to_check, f"{doubtful} {looks} like someone on the roster")
        undecided = sum(not line.decided for line in shown.to_check)
        self.accept_all.relabel(f"Accept all {undecided}")
        self.accept_all.setVisible(undecided > 1)
        nobody = len(shown.unknown)
        matches = "matches" if nobody == 1 else "match"
        lines = shown.unknown if self._all_unknown else shown.unknown[:_MANY]
        note = f"{nobody} {matches} nobody; nothing happens unless you choose"
        self.unknown.show_lines(lines, note)
        self.more_unknown.relabel(f"Show all {nobody}")
        self.more_unknown.setVisible(nobody > len(lines))
        self._show_matched()
        self.here.show_count(shown.here)
        self.late.show_count(shown.late)
        words = footer_words(shown)
        in_file = f"{counted(shown.lines, 'line', 'lines')} in the file"
        self.count.say(f"{in_file}; {words}" if self._tight and words else in_file)
        self.filled_with("" if self._tight else words, shown.verb, ready=shown.can_write)
        if self._is_gone(held):
            self._go_on(line)

    def may_go(self) -> bool:
        """Return whether no decision would be lost; else ask what to do with those made."""
        made = self.presenter.decided
        if self.gone or not made:
            return True
        if self._asking is None:
            self._asking = self._ask_to_leave(made)
        return False

    def cancel(self) -> None:
        """Go without marking anybody; where decisions were made, only after an answer."""
        if self.may_go():
            super().cancel()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold the lines where the window becomes narrow."""
        super().eventFilter(watched, event)
        if event.type() == QEvent.Type.Resize and self._shown is not None:
            self.show_review(self._shown)
        return False

    def _make_controls(self) -> None:
        self.session = Choice()
        self.session.setAccessibleName("Session")
        self.session.setFixedWidth(look().px(296))
        self.session.picked.connect(self.presenter.choose_session)
        self.here_from = Stepper(0, 0, _DAY, step=5, unit=" min", name="Here from")
        self.late_after = Stepper(10, 0, _DAY, step=5, unit=" min", name="Late after")
        for stepper in (self.here_from, self.late_after):
            stepper.changed.connect(lambda _value: self._thresholds())
        self.slider = Slider(0, _DAY, name="Here from, in minutes")
        self.here_from.changed.connect(self.slider.setValue)
        self.slider.valueChanged.connect(self.here_from.set_value)
        self.times = Check("Keep times", on=True)
        self.times.setToolTip("Without times only who came is kept, not when or for how long")
        self.times.toggled.connect(self.presenter.keep_times)
        self.count = Text("", "caption", "text_2")
        self.changes = Text("", "caption", "accent_text", wrap=True)
        self.change_line = _with_margins(self.changes, tight=self._tight)
        self.change_line.hide()
        self.here_field = _labelled("Here from", self.here_from)
        self.late_field = _labelled("Late after", self.late_after)
        controls = flow_of(
            _labelled("Session", self.session), self.here_field, self.slider, self.late_field,
            self.times, self.count, gap=20,
        )  # fmt: skip
        column = self.surface.layout()
        if self._tight:  # little room: the controls scroll with the lines
            self.body.addWidget(controls)
            self.body.addWidget(self.change_line)
        elif isinstance(column, QVBoxLayout):
            controls.setContentsMargins(24, 0, 24, 14)
            column.insertWidget(1, controls)
            column.insertWidget(2, self.change_line)
            column.insertWidget(3, hairline())

    def _make_sections(self) -> None:
        presses = Presses(
            accept=self.presenter.accept,
            other=self._offer_others,
            leave_out=self.presenter.leave_out,
            think_again=self.presenter.think_again,
            room=self._seat,
            refuse=self.presenter.refuse,
        )
        self.accept_all = Button("Accept all", self.presenter.accept_all, size="small")
        self.show_all = Button("Show all", self._unfold, kind="link")
        self.remarks = Remarks()
        self.check = LineSection("help", "warn_bg", "Needs your eye", self.accept_all, presses)
        self.more_unknown = Button("Show all", self._unfold_unknown, kind="link")
        self.unknown = LineSection("people", "hover", "Unknown", self.more_unknown, presses)
        self.matched = LineSection("check", "good_bg", "Matched", self.show_all, presses)
        self.ignored = LineSection("eye-off", "hover", "Ignored", None, presses)
        self.notes = Text("", "caption", "text_2", wrap=True)
        sections = (self.check, self.unknown, self.matched, self.ignored)
        for widget in (self.remarks, *sections, self.notes):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def _ask_to_leave(self, made: int) -> Dialog:
        """Ask before decisions go with the window; nothing of it names anybody."""
        verb = "Leave without importing"
        asking = Dialog(self, "Leave this file?", verb, cancel="Keep deciding")
        asking.without_names = True
        lost = counted(made, "decision you made is", "decisions you made are")
        asking.body.addWidget(
            Text(f"The {lost} not kept, and nobody is marked from this file.", wrap=True)
        )
        asking.cancelled.connect(self._keep_deciding)
        asking.accepted.connect(asking.finish)
        asking.accepted.connect(super().cancel)
        asking.open()
        asking.cancel_button.setFocus()  # Enter or Space pressed once too often loses nothing
        return asking

    def _keep_deciding(self) -> None:
        self._asking = None

    def _is_gone(self, widget: QWidget | None) -> bool:
        """Return whether what had the cursor is ours and shows no more."""
        return widget is not None and self.isAncestorOf(widget) and not widget.isVisibleTo(self)

    def _go_on(self, line: int | None) -> None:
        """Put the cursor on the next line to decide, from the top again, else on the main button.

        `line` is the place in the file of the line that had it, None for what stands above all.
        """
        rows = [row for part in (self.check, self.unknown) for row in part.rows.values()]
        at = next((place for place, row in enumerate(rows) if row.index == line), -1)
        after = [row for row in (*rows[at + 1 :], *rows[: at + 1]) if row.is_open]
        if after:
            after[0].take_focus()
        else:
            ready = self.do_button.isEnabled()
            (self.do_button if ready else self).setFocus(Qt.FocusReason.TabFocusReason)

    def _thresholds(self) -> None:
        self.presenter.set_thresholds(self.here_from.value, self.late_after.value)

    def _answers(self) -> dict[str, list[Button]]:
        def button(label: str, order: str) -> Button:
            return Button(label, lambda: self.presenter.choose_order(order), size="small")

        return {"dates": [button("Day first", "day-first"), button("Month first", "month-first")]}

    def _show_matched(self) -> None:
        shown = self._shown
        if shown is None:
            return
        lines = shown.matched if self._all_matched else shown.matched[:_FEW]
        self.matched.show_lines(lines, counted(len(shown.matched), "sure match", "sure matches"))
        self.show_all.relabel(f"Show all {len(shown.matched)}")
        self.show_all.setVisible(len(shown.matched) > len(lines))

    def _unfold(self) -> None:
        self._all_matched = True
        self._show_matched()
        first = self.matched.rows[min(self.matched.rows)] if self.matched.rows else self
        first.setFocus()

    def _unfold_unknown(self) -> None:
        self._all_unknown = True
        if self._shown is not None:
            self.show_review(self._shown)

    def _offer_others(self, index: int, below: QWidget) -> None:
        """Offer the other proposals, the whole roster, a guest, and leaving the line out."""
        items = [
            Item(
                f"{person.name} · {person.department}".rstrip(" ·"),
                self._choosing(index, person.id),
            )
            for person in self.presenter.proposals_of(index)[1:]
        ]
        items.append(Item("Choose from the roster", lambda: self._choose(index), icon="search"))
        items.append(
            Item("Add as a guest", lambda: self.presenter.welcome(index), icon="user-plus")
        )
        items.append(Item("Add to the roster", lambda: self.presenter.enrol(index), icon="people"))
        items.append(
            Item("Ignore from now on", lambda: self.presenter.ignore(index), icon="eye-off")
        )
        items.append(Item("Leave out", lambda: self.presenter.leave_out(index), icon="close"))
        pop_up(items, below)

    def _choosing(self, index: int, person: int) -> Callable[[], None]:
        return lambda: self.presenter.choose(index, person)

    def _choose(self, index: int) -> None:
        people = sorted(self.presenter.people.values(), key=lambda person: person.name.casefold())
        PeoplePicker(
            self, "Choose a person", "Choose", people,
            lambda chosen: self.presenter.choose(index, chosen[0]),
        ).open()  # fmt: skip

    def _seat(self) -> None:
        people = sorted(self.presenter.people.values(), key=lambda person: person.name.casefold())
        PeoplePicker(
            self, "Who sat in the room?", "Mark them here", people,
            lambda chosen: self.presenter.seat_in_room(frozenset(chosen)),
            several=True, ticked=self.presenter.room,
        ).open()  # fmt: skip


def _line_of(widget: QWidget | None) -> int | None:
    """Return the place of the line that a widget is part of, None for one outside all lines."""
    while widget is not None and not isinstance(widget, LineRow):
        widget = widget.parentWidget()
    return widget.index if widget is not None else None


def _with_margins(text: Text, *, tight: bool) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(*((0, 0, 0, 0) if tight else (24, 0, 24, 12)))
    row.addWidget(text)
    return holder


def _labelled(label: str, control: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    words = Text(label, tone="text_2")
    words.setBuddy(control)
    words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    row.addWidget(words)
    row.addWidget(control)
    return holder
