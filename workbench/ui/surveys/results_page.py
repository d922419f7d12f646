"""The results of closed waves: four figures, the items, the departments, and plain words."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog, ask
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.filters import FilterBar, Segments
from workbench.ui.kit.inputs import Choice
from workbench.ui.kit.menus import Item
from workbench.ui.kit.page import Page, scrolled
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import hairline
from workbench.ui.surveys.results_notes import SettleDialog, ShownAlarm
from workbench.ui.surveys.results_panel import ResultsPanel
from workbench.ui.surveys.results_presenter import ResultsPresenter
from workbench.ui.surveys.results_shown import ShownResults
from workbench.ui.surveys.scale_legend import ScaleLegend
from workbench.ui.surveys.scale_table import ScaleTable
from workbench.ui.surveys.stat_strip import StatStrip

_SO_FEW = (
    "With so few answers a figure would tell what single people said. The file keeps none of "
    "them once the wave is closed; the next wave may have more."
)


class ResultsPage(Page):
    """One closed wave of a questionnaire beside the wave it is compared with."""

    name = "survey"
    title = "Results"
    interests = frozenset({"surveys", "rosters"})
    without_names = True

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.shown: ShownResults | None = None
        self._was_narrow = False
        self.tables: list[ScaleTable] = []
        self.presenter = ResultsPresenter(desk, self)
        self.header.show_way([("Surveys", lambda: desk.go("surveys"))])
        self.export_button = Button("Export", self.export, icon="download")
        self.header.set_actions(
            Button("You said, we did", self.see_said, icon="speech"),
            self.export_button,
            primary=Button("New wave", self.new_item, kind="primary", icon="plus", keys="Ctrl N"),
        )
        self._make_filters()
        self._make_body()
        self.words = ResultsPanel(
            self.read_comments, self.settle, self.ask_to_destroy, self.decide_on_comments
        )
        self.use_panel(self.words)
        self.words.closed.connect(lambda: self.words_button.setVisible(True))

    def reload(self) -> None:
        """Read the waves again."""
        self.presenter.load()

    def arrive(self, wave: int = 0, **argument: Any) -> None:  # noqa: ANN401 - the page's argument
        """Show a wave."""
        if wave:
            self.presenter.show_wave(wave)

    def settled(self) -> bool:
        """Whether the waves have been read."""
        return self.presenter.loaded

    def export(self) -> None:
        """Write the waves of this questionnaire as a workbook."""
        if self.shown is None:
            return
        self.desk.choose_new_file(
            "Export the results",
            f"{self.desk.community_name} {self.shown.title.lower()}.xlsx",
            self.presenter.export,
        )

    def new_item(self) -> None:
        """Plan a wave on the overview."""
        self.desk.go("surveys", plan=True)

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        decide = Item("Decide on comments", self.decide_on_comments, icon="eye")
        return [
            Item("All waves", lambda: self.desk.go("surveys"), icon="clipboard"),
            Item("Export the results", self.export, icon="download", keys="Ctrl E"),
            *([decide] if self.shown is not None and self.shown.to_decide else []),
            Item("You said, we did", self.see_said, icon="speech"),
        ]

    def decide_on_comments(self) -> None:
        """Go and read the comments of the wave that is shown."""
        self.desk.go("comments", wave=self.presenter.wave_id)

    def see_said(self) -> None:
        """Go to what the wave that is shown brought up, and what was done."""
        self.desk.go("said", wave=self.presenter.wave_id)

    def read_comments(self) -> None:
        """Show the comments, mixed and together."""
        comments = self.shown.comments if self.shown else ()
        dialog = Dialog(self, "Comments", "Done", cancel="Close")
        for comment in comments:
            dialog.body.addWidget(Text(comment, wrap=True))
            dialog.body.addWidget(hairline())
        dialog.cancel_button.hide()
        dialog.effect.say("In mixed order, apart from all scores.")
        dialog.accepted.connect(dialog.finish)
        dialog.open()

    def settle(self, alarm: ShownAlarm) -> None:
        """Ask what somebody found who looked into an alarm, and keep it."""
        dialog = SettleDialog(self, alarm)
        dialog.accepted.connect(
            lambda: self.presenter.settle(
                alarm.name, dialog.reason.toPlainText(), dialog.finish, dialog.form
            )
        )
        dialog.open()
        dialog.reason.setFocus()

    def ask_to_destroy(self) -> None:
        """Ask before the key of people's own codes is destroyed."""
        ask(
            self,
            "Destroy the key?",
            "No answers of this community can be linked by their codes any more, in any wave. What "
            "closed waves say stays as it is.",
            "Destroy the key",
            self.presenter.destroy_key,
            effect="This cannot be undone.",
        )

    # what the presenter asks of the view

    def show_results(self, shown: ShownResults) -> None:
        """Show a wave, or why it stays hidden."""
        self.shown = shown
        self.export_button.show()
        self.header.show_title(shown.title, " · ".join(filter(None, (shown.label, shown.subtitle))))
        self.segments.offer(shown.choices, shown.chosen)
        self.segments.show_counts(shown.counts)
        self._offer_others(shown)
        self.filters.show()
        self.words.show_words(shown)
        self._place_words()
        if shown.hidden:
            self._show_hidden(shown.hidden, _SO_FEW)
            return
        focus, goes = self.window().focusWidget(), self.stack.currentWidget()
        worked_here = focus in (None, self) or (goes is not None and goes.isAncestorOf(focus))
        self.stack.setCurrentWidget(self.area)
        self.strip.show_stats(shown.stats)
        self._show_tables(shown)
        if worked_here and self.isVisible():
            self.take_focus()
        self.fit(self._main.width(), narrow=self.narrow)

    def show_nothing(self) -> None:
        """Say that no wave is closed yet."""
        self.shown = None
        self.filters.hide()
        self.export_button.hide()
        self.hide_panel()
        self._show_hidden("No results yet", "Results appear once, when a wave closes.", "dash")

    def fit(self, width: int, *, narrow: bool) -> None:
        """Adapt strip, tables and panel to the width."""
        self.strip.fit(width)
        for table in self.tables:
            table.fit(width)
        if self.shown is not None and narrow != self._was_narrow:
            self._was_narrow = narrow
            self._place_words()

    def _place_words(self) -> None:
        """Keep the panel beside the figures where there is room, else behind a button."""
        if self.narrow:
            self.hide_panel()
        else:
            self.show_panel()
        self.words_button.setVisible(self.narrow)

    def _open_words(self) -> None:
        self.words_button.setVisible(False)
        self.show_panel()

    def _make_filters(self) -> None:
        self.segments = Segments([("", "")], "Wave")
        self.segments.chosen.connect(self.presenter.choose)
        self.with_words = Text("compared with", tone="text_2")
        self.others = Choice()
        self.others.setAccessibleName("Compared with")
        self.others.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.others.picked.connect(self.presenter.compare)
        self.legend = ScaleLegend()
        self.words_button = Button("In plain words", self._open_words, icon="speech")
        self.filters = FilterBar(
            self.segments, self.with_words, self.others, self.legend, self.words_button
        )
        self.body.addWidget(self.filters)

    def _make_body(self) -> None:
        self.strip = StatStrip()
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.strip)
        self._tables_below = QVBoxLayout()
        self._tables_below.setSpacing(0)
        self.column.addLayout(self._tables_below)
        self.column.addStretch(1)
        self._inside = inside
        self.area: QScrollArea = scrolled(inside)
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        self.stack.addWidget(self.area)
        self._hidden_place = QWidget()
        QHBoxLayout(self._hidden_place).setContentsMargins(0, 0, 0, 0)
        self.stack.addWidget(self._hidden_place)
        self.body.addWidget(holder, 1)

    def _offer_others(self, shown: ShownResults) -> None:
        self.others.offer([("", "no other wave"), *shown.others], shown.compared)
        has_others = bool(shown.others)
        self.with_words.setVisible(has_others)
        self.others.setVisible(has_others)
        self.legend.show_waves(shown.label, shown.compared_label, shown.measure)

    def _show_tables(self, shown: ShownResults) -> None:
        clear(self._tables_below)
        self.tables = []
        since = f"Since {shown.compared_label}" if shown.compared_label else ""
        if shown.item_axis is not None:
            codes = f"Answers {shown.item_axis.ticks[0][1]} to {shown.item_axis.ticks[-1][1]}"
            titles = (shown.items_title, codes, since)
            items = ScaleTable(titles, shown.item_axis, shown.measure)
            items.show_lines(shown.items)
            self._add(items)
        for title, axis, lines in shown.groups:
            group = ScaleTable(
                (title, "Answered", "95% interval"), axis, shown.measure, row_height=38
            )
            group.show_lines(lines)
            self._add(group)

    def _add(self, table: ScaleTable) -> None:
        self.tables.append(table)
        self._tables_below.addWidget(table)
        table.table.selectionModel().currentRowChanged.connect(
            lambda now, _before, table=table: self._keep_in_sight(table, now.row())
        )

    def _keep_in_sight(self, table: ScaleTable, row: int) -> None:
        rect = table.table.visualRect(table.table.rows.index(row, 0))
        top = table.table.viewport().mapTo(self._inside, rect.center())
        self.area.ensureVisible(0, top.y(), 0, rect.height())

    def _show_hidden(self, sentence: str, why: str, icon: str = "eye-off") -> None:
        layout = self._hidden_place.layout()
        assert layout is not None  # noqa: S101 - made above
        clear(layout)
        back = Button("All waves", lambda: self.desk.go("surveys"), icon="arrow-left")
        layout.addWidget(EmptyState(icon, sentence, why, [back], outline=False))
        self.stack.setCurrentWidget(self._hidden_place)
        self._hidden_place.setFocusPolicy(Qt.FocusPolicy.NoFocus)
