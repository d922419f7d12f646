"""An agenda that a new session may start from, as the form of a session offers it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgendaSource:
    """Its key, such as "template:own:3" or "session:12", its words, and the slot it fills."""

    key: str
    words: str
    minutes: int | None = None
