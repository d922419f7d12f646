"""The panel that plans a season: span, rhythms, days off, what falls on them, dates and themes."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.foundation.errors import BadInput
from workbench.foundation.text import counted
from workbench.foundation.words import OnDayOff
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.forms import Field, beside
from workbench.ui.kit.inputs import DateInput
from workbench.ui.kit.menus import Item, pop_up
from workbench.ui.kit.panel import PANEL_SIDE, DetailPanel, clear, heading_row
from workbench.ui.kit.text import Span, Text
from workbench.ui.kit.themed import frame, hairline
from workbench.ui.sessions.days_off_dialog import DaysOffDialog
from workbench.ui.sessions.rhythm_dialog import RhythmDialog
from workbench.ui.sessions.season_parts import (
    ChoiceLink,
    RemarkLine,
    RhythmCard,
    no_rhythms,
    quiet_row,
)
from workbench.ui.sessions.season_presenter import (
    DAY_OFF_CHOICES,
    SeasonPresenter,
    SeasonShown,
)
from workbench.ui.sessions.theme_list import ThemeList
from workbench.ui.sessions.themes_dialog import ThemesDialog


class SeasonPanel(DetailPanel):
    """Nothing exists before Create; what keeps it from being created is said at its field."""

    busy = Signal(bool)

    def __init__(self) -> None:
        super().__init__("Plan a season")
        self.presenter: SeasonPresenter | None = None
        self._used_kinds: list[str] = []
        self.shown: SeasonShown | None = None
        self._make_inputs()
        self.body.addWidget(hairline())
        self.body.addWidget(self._plan_section())
        self.body.addWidget(hairline())
        self.body.addWidget(self._dates_section())
        self.body.addStretch(1)
        self._make_foot()

    def serve(self, presenter: SeasonPresenter) -> None:
        """Take the presenter that does what the panel asks for."""
        self.presenter = presenter

    def show_season(self, shown: SeasonShown) -> None:
        """Show a plan and what it would make."""
        assert self.presenter is not None  # noqa: S101 - it shows what the presenter worked out
        self.shown = shown
        for box, day in ((self.first, shown.plan.first), (self.last, shown.plan.last)):
            if box.day != day and not (box.hasFocus() and box.isModified()):
                box.show_day(day)
        self._show_problem(shown.problem)
        self._show_rhythms(shown)
        self.place_button.relabel(shown.place)
        chosen = dict(DAY_OFF_CHOICES)[shown.plan.on_day_off.value]
        self.day_off_button.relabel(chosen)
        clear(self._remarks)
        for remark in shown.remarks:
            self._remarks.addWidget(RemarkLine(remark))
        dates = counted(len(shown.rows), "date", "dates")
        self._heading.say_spans(Span(f"{dates} and themes" if shown.rows else "No dates yet"))
        self._themes_note.say(shown.themes)
        self.themes.show_rows(shown.rows, self.presenter.kinds(self._used_kinds))
        self._show_foot(shown)

    def show_kinds(self, kinds: list[str]) -> None:
        """Take the kinds of sessions in use, in the order of their colours."""
        self._used_kinds = kinds

    def show_refusal(self, problem: Exception) -> None:
        """Say at its field why nothing was created."""
        self._show_problem(problem)
        if isinstance(problem, BadInput) and problem.field in self._fields:
            self._fields[problem.field].control.setFocus()

    def show_busy(self, *, busy: bool) -> None:
        """Let nobody press Create twice; the page shows how long it lasts."""
        self.create_button.setEnabled(not busy)
        self.busy.emit(busy)

    def show_selected(self, row_id: int | None) -> None:
        """Choose the date of a proposed session."""
        self.themes.choose(-row_id - 1 if row_id is not None and row_id < 0 else -1)

    def begin(self) -> None:
        """Put the cursor into the first day."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.first.selectAll()

    def _make_inputs(self) -> None:
        self.first, self.last = DateInput(optional=True), DateInput(optional=True)
        for key, box in (("first", self.first), ("last", self.last)):
            box.picked.connect(partial(self._take_day, key, box))
        self.add_button = Button("Add", self.add_rhythm, kind="link", icon="plus")
        self.place_button = ChoiceLink("None", self.choose_days_off)
        self.place_button.setAccessibleDescription("Whose public holidays are days off")
        self.day_off_button = ChoiceLink("skipped", self._offer_day_off)
        self.day_off_button.setAccessibleDescription("What happens on a day off")
        self._rhythms = QVBoxLayout()
        self._rhythms.setContentsMargins(0, 0, 0, 0)
        self._rhythms.setSpacing(0)
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(4)
        self.themes = ThemeList()

    def _plan_section(self) -> QWidget:
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(PANEL_SIDE, 10, PANEL_SIDE, 12)
        column.setSpacing(6)
        first, last = Field("From", self.first, key="first"), Field("To", self.last, key="last")
        column.addWidget(beside(first, last, gap=8))
        column.addLayout(heading_row("Rhythms", "", self.add_button, role="strong"))
        card = frame("card")
        card.setLayout(self._rhythms)
        rhythms = Field("", card, key="rhythms")
        rhythms.label.hide()
        column.addWidget(rhythms)
        column.addLayout(heading_row("Days off", "", self.place_button, role="strong"))
        column.addLayout(quiet_row("On a day off", self.day_off_button))
        column.addLayout(self._remarks)
        self._fields = {field.key: field for field in (first, last, rhythms)}
        return section

    def _dates_section(self) -> QWidget:
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 10, 0, 12)
        column.setSpacing(4)
        head = QWidget()
        row = QVBoxLayout(head)
        row.setContentsMargins(PANEL_SIDE, 0, PANEL_SIDE, 0)
        self._heading = Text("", "strong")
        self._themes_note = Text("", tone="text_3")
        row.addLayout(quiet_row(self._heading, self._themes_note))
        column.addWidget(head)
        column.addWidget(self.themes)
        foot = QWidget()
        row = QVBoxLayout(foot)
        row.setContentsMargins(PANEL_SIDE, 2, PANEL_SIDE, 0)
        row.setSpacing(2)
        self.paste_button = Button("Paste a list of themes", self.paste_themes, kind="link")
        row.addWidget(self.paste_button)
        self.more_button = Button("", self._turn_to_more, kind="link")
        row.addWidget(self.more_button)
        column.addWidget(foot)
        self.themes.named.connect(lambda place, text: self._served().name_theme(place, text))
        self.themes.moved.connect(lambda place, to: self._served().move_theme(place, to))
        self.themes.pasted.connect(lambda at, lines: self._served().paste_themes(lines, at))
        return section

    def _make_foot(self) -> None:
        self.foot.addWidget(hairline())
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(PANEL_SIDE, 14, PANEL_SIDE, 14)
        column.setSpacing(8)
        self.create_button = Button(
            "Create sessions", self.create_season, kind="primary", icon="calendar",
            keys="Ctrl Enter",
        )  # fmt: skip
        policy = self.create_button.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.create_button.setSizePolicy(policy)
        self._numbers = Text("", "caption", "text_3", wrap=True)
        self._effect = Text("", "caption", "text_3", wrap=True)
        column.addWidget(self.create_button)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._numbers)
        words.addWidget(self._effect)
        column.addLayout(words)
        self.foot.addWidget(holder)

    def create_season(self) -> None:
        """Create the sessions, unless a day is being typed that is none."""
        ready = self.first.is_right() and self.last.is_right()
        if ready and self.create_button.isEnabled():
            self._served().create()

    def add_rhythm(self) -> None:
        """Ask for one more rhythm."""
        self._open_rhythm(None)

    def edit_rhythm(self, place: int) -> None:
        """Change a rhythm."""
        self._open_rhythm(place)

    def choose_days_off(self) -> None:
        """Ask whose public holidays are days off and when the house is closed."""
        if self.shown is None:
            return
        plan, served = self.shown.plan, self._served()
        DaysOffDialog(
            self,
            lambda country, region, closures: served.change(
                country=country, region=region, closures=closures
            ),
            country=plan.country,
            region=plan.region,
            closures=plan.closures,
            today=plan.first or served.desk.clock.today(),
        ).open()

    def paste_themes(self) -> None:
        """Show all themes as a list to type or paste."""
        if self.shown is not None:
            plan, rows = self.shown.plan, self.shown.rows
            ThemesDialog(self, self._served().paste_themes, plan.themes, len(rows)).open()

    def _served(self) -> SeasonPresenter:
        assert self.presenter is not None  # noqa: S101 - the page gives it before it shows
        return self.presenter

    def _open_rhythm(self, place: int | None) -> None:
        if self.shown is None:
            return
        served, rhythms = self._served(), self.shown.plan.rhythms
        known = rhythms[place] if place is not None else None
        kept = [each for each in served.templates if not each.problem]
        RhythmDialog(
            self,
            partial(served.keep_rhythm, place),
            served.desk.tell,
            rhythm=known,
            templates=[(each.key, f"{each.name}, {each.minutes} min") for each in kept],
            remove=partial(served.drop_rhythm, place) if place is not None else None,
            today=self.shown.plan.first or served.desk.clock.today(),
        ).open()

    def _take_day(self, key: str, box: DateInput) -> None:
        shown = self.shown
        if shown is not None and getattr(shown.plan, key) != box.day:
            self._served().change(**{key: box.day})

    def _offer_day_off(self) -> None:
        now = self.shown.plan.on_day_off if self.shown else None
        items = [
            Item(words, partial(self._choose_day_off, key), checked=key == now)
            for key, words in DAY_OFF_CHOICES
        ]
        pop_up(items, self.day_off_button, right=True)

    def _choose_day_off(self, key: str) -> None:
        self._served().change(on_day_off=OnDayOff(key))

    def _turn_to_more(self) -> None:
        if self.shown is not None:
            self._served().turn_to_more(more=self.shown.plan.season_id is None)

    def _show_problem(self, problem: Exception | None) -> None:
        field = problem.field if isinstance(problem, BadInput) else ""
        for key, each in self._fields.items():
            each.show_error(str(problem) if key == field else "")
        if problem is not None and field not in self._fields:
            self._fields["rhythms"].show_error(str(problem))

    def _show_rhythms(self, shown: SeasonShown) -> None:
        clear(self._rhythms)
        kinds = self._served().kinds(self._used_kinds)
        for place, (rhythm, words) in enumerate(
            zip(shown.plan.rhythms, shown.rhythms, strict=True)
        ):
            if place:
                self._rhythms.addWidget(hairline())
            self._rhythms.addWidget(
                RhythmCard(rhythm.name, words, kinds, partial(self.edit_rhythm, place))
            )
        if not shown.rhythms:
            self._rhythms.addWidget(no_rhythms())

    def _show_foot(self, shown: SeasonShown) -> None:
        count = len(shown.rows)
        words = counted(count, "session", "sessions") if count else "sessions"
        self.create_button.relabel(f"Create {words}")
        self.create_button.setEnabled(count > 0)
        undone = "One undo takes it back." if count == 1 else f"One undo takes all {count} back."
        self._numbers.say(shown.foot)
        self._numbers.setVisible(count > 0)
        self._effect.say(undone if count else "Nothing is created yet.")
        self.paste_button.setVisible(count > 0)
        self.more_button.setVisible(shown.more)
        more = shown.plan.season_id is None
        self.more_button.relabel("Add to the last season instead" if more else "New season instead")
