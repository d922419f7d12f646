"""What this wave can find: said before anybody is asked, by how many answers are expected."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.foundation.errors import BadInput
from workbench.foundation.text import number
from workbench.surveys.asking_rules import AskingPlan
from workbench.ui.kit.forms import Field
from workbench.ui.kit.inputs import LineInput, Stepper
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Text
from workbench.ui.surveys.plan_curve import CurveShown, FoundCurve
from workbench.ui.surveys.plan_presenter import FoundOf
from workbench.ui.surveys.plan_read import Offered
from workbench.ui.surveys.plan_rows import PlanSection

_TONES = {"safety": "safety", "loneliness": "loneliness"}
_NOTHING = (
    "Nothing can be said before the first wave of a questionnaire: how answers spread here is not "
    "known yet."
)
_TOO_FEW = "Put in how many answers you expect: so few would find nothing."
_MOST = 9999


class WhatItFinds(PlanSection):
    """The sentence, the curve and, for each questionnaire, the smallest change that matters."""

    def __init__(self, plan: AskingPlan, changed: Callable[[], None]) -> None:
        self.expected = Stepper(plan.expected_answers or 0, 0, _MOST, name="Answers expected")
        self._of = Text("of 0 answer", "body", "text_2")
        super().__init__("What this wave can find", "before you ask", self._expecting())
        self._changed = changed
        self._matters = dict(plan.change_that_matters)
        self.lines: dict[str, LineInput] = {}
        self._fields: dict[str, Field] = {}
        self.said = Text("", "lead_strong", wrap=True)
        self.curve = FoundCurve()
        self._how = Text("", "caption", "text_2", wrap=True)
        self._matter = Text("Points that matter to you", "strong")
        self._holder = QWidget()
        self._row = QHBoxLayout(self._holder)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self.add(self.said, self.curve, self._how, self._matter, self._holder)
        self.expected.changed.connect(lambda _value: changed())

    def matters(self) -> dict[str, float]:
        """Return what matters by questionnaire; raises BadInput for words that are no number."""
        found = {}
        for key, line in self.lines.items():
            try:
                points = points_of(line.text())
            except BadInput as problem:
                self._fields[key].show_error(str(problem))
                raise
            self._fields[key].show_error("")
            if points is not None:
                found[key] = points
        self._matters.update(found)
        return found

    def matters_so_far(self) -> dict[str, float]:
        """Return what matters by questionnaire; words that are no number leave the last one."""
        found = {}
        for key, line in self.lines.items():
            try:
                points = points_of(line.text())
            except BadInput:
                points = self._matters.get(key)
            if points is not None:
                found[key] = points
        return found

    def ask_for(self, chosen: Sequence[Offered]) -> None:
        """Offer a line for each questionnaire that is asked."""
        if list(self.lines) == [one.instrument.id for one in chosen]:
            return
        clear(self._row)
        self._matter.setVisible(bool(chosen))
        self.lines, self._fields = {}, {}
        for one in chosen:
            key, title = one.instrument.id, one.instrument.title
            kept = self._matters.get(key)
            line = LineInput("" if kept is None else f"{kept:g}", "such as 0.3")
            line.editingFinished.connect(self._changed)
            line.setAccessibleName(f"{title}: points that matter")
            field = Field(title, line)
            self.lines[key], self._fields[key] = line, field
            self._row.addWidget(field, 1)

    def describe(self, invited: int) -> None:
        """Say of how many invited; no more than those can answer."""
        self.expected.hold_below(invited or _MOST)
        self._of.say(f"of {invited} answer" if invited else "answer")

    def show_found(self, found: Sequence[FoundOf]) -> None:
        """Show what can be found, the first questionnaire with a past as the curve."""
        known = [one for one in found if one.found is not None]
        first = known[0] if known else None
        self.curve.setVisible(first is not None and len(first.line) > 1)
        self.said.setVisible(first is not None)
        self._how.say(" ".join(filter(None, (_how(found), self._too_small(known)))))
        if first is None or first.found is None:
            return
        self.said.say(first.found.said)
        if len(first.line) > 1:
            instrument = first.offered.instrument
            tone = _TONES.get(instrument.construct, "safety")
            matters = self._matters.get(instrument.id)
            shown = CurveShown(first.line, first.found.answers, first.found.change, matters, tone)
            self.curve.show_curve(shown)

    def _too_small(self, known: Sequence[FoundOf]) -> str:
        """Say of the first whose change that matters no single wave could find."""
        for one in known:
            matters = self._matters.get(one.offered.instrument.id)
            if matters and one.line and matters < one.line[-1][1]:
                return (
                    f"A change of {number(matters)} is too small for any one wave here; read it "
                    "over several."
                )
        return ""

    def _expecting(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Text("If", "body", "text_2"))
        row.addWidget(self.expected)
        row.addWidget(self._of)
        return holder


def points_of(text: str) -> float | None:
    """Return typed points, None for none; raises BadInput for anything but a number above 0."""
    typed = text.strip().replace(",", ".")
    if not typed:
        return None
    try:
        points = float(typed)
    except ValueError:
        points = float("nan")
    if not 0 < points < 1000:
        raise BadInput(
            f'"{text.strip()}" is not a number of points above 0.',
            "Type one such as 0.3, or leave it empty.",
            field="change_that_matters",
        )
    return points


def _how(found: Sequence[FoundOf]) -> str:
    """Say what the figures rest on, and what the other questionnaires can find."""
    parts = []
    for place, one in enumerate(found):
        title, spread = one.offered.instrument.title, one.offered.spread
        if one.found is None or spread is None:
            parts.append(f"{title}: not known before its first wave.")
        elif not any(earlier.found for earlier in found[:place]):
            parts.append(
                f"{title}, after how {spread.answers} answers up to {spread.last} spread; 80% "
                "power, two-sided."
            )
        else:
            low, high = one.offered.instrument.range
            parts.append(f"{title}: {number(one.found.change)} of {high - low:g} points.")
    if any(one.found for one in found):
        return " ".join(parts)
    return _TOO_FEW if any(one.offered.spread for one in found) else _NOTHING
