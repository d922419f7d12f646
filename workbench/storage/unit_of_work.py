"""One use case, one transaction, one undo step: what actions are and what they are handed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Concatenate, Generic, ParamSpec, TypeVar

from sqlalchemy.orm import Session

from workbench.foundation.clock import Clock

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(slots=True)
class Work:
    """What an action is handed: the session to write through, the clock, and its own name."""

    session: Session
    clock: Clock
    name: str
    topics: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What came of a use case: its value, its step's name (None if nothing changed), the topics."""

    value: T
    step: str | None
    topics: frozenset[str]


class Action(Generic[P, T]):
    """A use case that writes: a function over `Work`, named for undo."""

    def __init__(
        self, run: Callable[Concatenate[Work, P], T], name: str, topics: frozenset[str]
    ) -> None:
        self._run = run
        self.name = name
        self.topics = topics
        self.__doc__ = run.__doc__
        self.__name__ = run.__name__

    def __call__(self, work: Work, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run inside the transaction of `work`, as part of another action or by the workspace."""
        return self._run(work, *args, **kwargs)


def action(name: str, *topics: str) -> Callable[[Callable[Concatenate[Work, P], T]], Action[P, T]]:
    """Make a function an action; `name` is its undo step unless it sets `work.name` itself.

    Topics are the feature words (such as "rosters") to echo besides those of the tables written.
    """

    def decorate(run: Callable[Concatenate[Work, P], T]) -> Action[P, T]:
        return Action(run, name, frozenset(topics))

    return decorate
