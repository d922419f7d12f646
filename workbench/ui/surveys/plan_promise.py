"""The promise to respondents: facts that always stand in it, and own words below them."""

from collections.abc import Callable

from workbench.surveys.asking_rules import AskingPlan
from workbench.surveys.promise import (
    Fact,
    own_words,
    promise_problems,
    promise_text,
    promise_words,
)
from workbench.ui.kit.forms import Field
from workbench.ui.kit.inputs import TextArea
from workbench.ui.kit.page import card
from workbench.ui.kit.text import Span, Text
from workbench.ui.surveys.plan_rows import PlanSection


class PromiseSection(PlanSection):
    """The facts as they will be printed, and room for own words."""

    def __init__(self, facilitator: str, plan: AskingPlan, changed: Callable[[], None]) -> None:
        super().__init__("Promise to respondents", "the facts stay; your own words come below")
        self._facilitator = facilitator
        self._facts: tuple[Fact, ...] = ()
        self.facts = Text("", wrap=True)
        self.own = TextArea(own_words(plan.promise), "Such as why you ask.", lines=2)
        self.field = Field("Your own words", self.own, key="promise")
        self.add(card(self.facts, margin=12), self.field)
        self.own.textChanged.connect(self._check)
        self.own.textChanged.connect(changed)

    @property
    def text(self) -> str:
        """The promise as it is kept."""
        return promise_text(self._facts, self.own.toPlainText())

    def describe(self, minimum: int, *, codes: bool) -> None:
        """Show the facts as they are with this smallest group."""
        self._facts = promise_words(self._facilitator, minimum, codes=codes)
        spans = [
            span
            for fact in self._facts
            for span in (Span(fact.strong, "strong"), Span(f"{fact.rest} ", "body", "text_2"))
        ]
        self.facts.say_spans(*spans)
        named = "" if self._facilitator else "Say your name in Settings: it stands in the promise."
        self.field.show_hint(named)
        self._check()

    def _check(self) -> None:
        problems = promise_problems(self.text, self._facts)
        self.field.show_error(problems[0] if problems else "")
