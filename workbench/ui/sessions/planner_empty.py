"""What the planner shows before the first block: the templates that fit best, and other ways in."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.sessions.template_queries import TemplateChoice
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.panel import clear

_MOST = 3


class EmptyAgenda(QWidget):
    """Offers three templates whose length is nearest to the slot, own ones before ours."""

    def __init__(
        self,
        start: Callable[[str, str], object],
        add: Callable[[], object],
        all_templates: Callable[[], object],
        copy: Callable[[], object],
    ) -> None:
        super().__init__()
        self._start, self._add, self._all, self._copy = start, add, all_templates, copy
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: list[TemplateChoice] = []
        self._first: Button | None = None

    def take_focus(self) -> bool:
        """Put the focus on the best template; returns whether there is one that shows."""
        if self._first is None or not self._first.isVisible():
            return False
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def show_choices(self, choices: Sequence[TemplateChoice], slot: int) -> None:
        """Show the templates that fit a slot of these minutes."""
        usable = [choice for choice in choices if not choice.problem]
        best = sorted(usable, key=lambda choice: (abs(choice.minutes - slot), not choice.own))
        if best[:_MOST] == self._shown and self._column.count():
            return
        self._shown = best[:_MOST]
        clear(self._column)
        buttons = [
            Button(
                f"{choice.name}, {choice.minutes} min",
                partial(self._start, choice.key, choice.name),
                kind="secondary" if place else "primary",
            )
            for place, choice in enumerate(self._shown)
        ]
        self._first = buttons[0] if buttons else None
        self._column.addWidget(
            EmptyState(
                "list",
                "The agenda of this session will appear here",
                "Timed blocks with their starts worked out. Begin with one of these and change it, "
                "or add blocks one by one.",
                [
                    *buttons,
                    Button("All templates", self._all, kind="ghost", icon="file"),
                    Button("Copy blocks", self._copy, kind="ghost", icon="copy"),
                ],
                Button("Add a single block", self._add, kind="link"),
            )
        )
