"""The planning page without Qt: reads what is known, keeps the plan, opens it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from workbench.foundation.errors import NotFound
from workbench.storage.unit_of_work import Done
from workbench.storage.workspace import Workspace
from workbench.surveys.asking_actions import change_asking, open_asking, plan_asking
from workbench.surveys.asking_power import Found, Spread, curve, found_with
from workbench.surveys.asking_rules import AskingPlan
from workbench.ui.desk import Desk
from workbench.ui.surveys.plan_read import Offered, PlanRead, read_plan

_LEAST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class FoundOf:
    """What one questionnaire of the plan can find; without a past, nothing can be said."""

    offered: Offered
    found: Found | None = None
    line: tuple[tuple[int, float], ...] = ()


class PlanView(Protocol):
    """What the page must be able to do."""

    def show_plan(self, read: PlanRead) -> None:
        """Show what is known and the plan so far."""
        ...

    def forget(self) -> None:
        """Begin anew when it is shown again."""
        ...

    def show_found(self, found: tuple[FoundOf, ...]) -> None:
        """Show what the wave can find."""
        ...

    def show_problem(self, problem: Exception) -> None:
        """Show at its place what keeps the plan from being kept."""
        ...


class PlanPresenter:
    """Holds what was read and leads the view."""

    def __init__(self, desk: Desk, view: PlanView) -> None:
        self.desk = desk
        self.view = view
        self.read: PlanRead | None = None
        self.asking_id = 0
        self._asked = 0

    def load(self, draft: AskingPlan | None = None) -> None:
        """Read the plan of the asking, or begin a new one; a draft of it goes on as it is."""
        desk, asking_id = self.desk, self.asking_id
        today = desk.clock.today()
        desk.read(
            lambda workspace: read_plan(
                workspace, desk.community, desk.community_name, asking_id, today
            ),
            lambda found: self._show(found, draft),
            self._failed,
        )

    def work_out(self, plan: AskingPlan) -> None:
        """Work out on the second lane what the plan can find; an older answer is dropped."""
        if self.read is None:
            return
        self._asked += 1
        asked, chosen = self._asked, self.read.chosen(plan)

        def arrived(found: tuple[FoundOf, ...]) -> None:
            if asked == self._asked:
                self.view.show_found(found)

        self.desk.run(lambda: tuple(_found(one, plan) for one in chosen), arrived)

    def keep(self, plan: AskingPlan, then: Callable[[], None] | None = None) -> None:
        """Keep the plan in the file; `then` runs instead of saying so."""
        asking_id, community_id = self.asking_id, self.desk.community

        def kept(number: int) -> None:
            self.asking_id = number
            if then is not None:
                then()

        said = f"Kept the plan of {plan.label.strip()}. Nobody is asked before you open it."
        self.desk.do(
            lambda workspace: _keep(workspace, community_id, asking_id, plan),
            then=kept,
            said="" if then is not None else said,
            failed=self.view.show_problem,
        )

    def open(self, plan: AskingPlan) -> None:
        """Keep the plan as it is, open it, and show it among the others."""

        def open_now() -> None:
            number = self.asking_id

            def opened(_nothing: None) -> None:
                self.asking_id, self.read = 0, None
                self.view.forget()
                self.desk.go("surveys", asking=number)

            self.desk.do(
                lambda workspace: workspace.perform(open_asking, number),
                then=opened,
                said=f"{plan.label.strip()} is open.",
                failed=self.view.show_problem,
            )

        self.keep(plan, open_now)

    def _failed(self, problem: Exception) -> None:
        """Begin a new plan where the one on the page was deleted meanwhile."""
        if isinstance(problem, NotFound) and self.asking_id:
            self.asking_id = 0
            self.load()
        else:
            self.desk.tell(problem)

    def _show(self, read: PlanRead, draft: AskingPlan | None) -> None:
        self.read = read if draft is None else replace(read, plan=draft)
        self.view.show_plan(self.read)


def _keep(workspace: Workspace, community_id: int, asking_id: int, plan: AskingPlan) -> Done[int]:
    if not asking_id:
        return workspace.perform(plan_asking, community_id, plan)
    done = workspace.perform(change_asking, asking_id, plan)
    return Done(asking_id, done.step, done.topics)


def _found(offered: Offered, plan: AskingPlan) -> FoundOf:
    spread, expected = offered.spread, plan.expected_answers or 0
    if spread is None:
        return FoundOf(offered)
    return FoundOf(offered, found_with(expected, spread), _line(spread, plan.invited or 0))


def _line(spread: Spread, invited: int) -> tuple[tuple[int, float], ...]:
    return curve(spread, min(_LEAST_SHOWN, invited), invited) if invited > 1 else ()
