"""What is promised to the people who answer: four facts that always stand in it, and own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workbench.foundation.text import clean, fold
from workbench.surveys.suppression import distribution_from

MOST_LETTERS: Final = 600
_FIRST: Final = "Your answers are confidential."
_NEVER: Final = (
    "anonym",
    "anonim",
    "anonie",
    "анонім",
    "аноним",
    "ανωνυμ",
    "匿名",
    "익명",
    "مجهول",
)

CODE_EXPLAINED: Final = (
    "A code that each person makes up from the answers to these questions, always the same, finds "
    "their answers again in the next wave. Only a keyed hash of it is kept, and the key lies "
    "outside this file. That is pseudonymous: whoever has both could try every code there is."
)
CODE_QUESTIONS: Final = (
    "First two letters of the street you grew up in",
    "Last letter of your mother's first name",
    "Number of older brothers and sisters you have",
    "First letter of the first school you went to",
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the promise: what is printed strongly, then the rest of its sentence."""

    strong: str
    rest: str = ""

    @property
    def words(self) -> str:
        """The whole sentence."""
        return self.strong + self.rest


def promise_words(facilitator: str, minimum: int, *, codes: bool = False) -> tuple[Fact, ...]:
    """Return the facts: confidential, smallest group, what is not kept, who runs it.

    With `codes` a fifth says that answers can be linked.
    """
    runs = (
        f"{clean(facilitator)} runs this survey"
        if clean(facilitator)
        else "One of us runs this survey"
    )
    facts = (
        Fact(_FIRST),
        Fact(
            f"Results are shown only for groups of {minimum} or more",
            f", comments only from {distribution_from(minimum)}.",
        ),
        Fact("No name, time or order", " is kept with them."),
        Fact(runs, " and could guess from handwriting or style."),
    )
    linked = Fact(
        "On paper or in a form, a code at the end",
        " links your answers under a pseudonym; you may skip it.",
    )
    return (*facts, linked) if codes else facts


def promise_text(facts: Sequence[Fact], own: str = "") -> str:
    """Return the promise as it is kept: the facts as one paragraph, own words below them."""
    return "\n".join(filter(None, (" ".join(fact.words for fact in facts), own.strip())))


def own_words(promise: str) -> str:
    """Return the own words of a kept promise: all of it but a first paragraph of facts."""
    first, _, rest = promise.partition("\n")
    return rest.strip() if first.startswith(f"{_FIRST} ") else promise.strip()


def promise_problems(promise: str, facts: Sequence[Fact]) -> tuple[str, ...]:
    """Return a sentence for each thing that is wrong with a promise, none where it may be asked."""
    found = [
        f'The promise leaves out "{fact.words}"' for fact in facts if fact.words not in promise
    ]
    if any(word in fold(promise) for word in _NEVER):
        found.append(
            "The promise calls the answers anonymous. Nobody can promise that in a small group: "
            "say confidential."
        )
    if len(own_words(promise)) > MOST_LETTERS:
        found.append(f"Your own words are longer than {MOST_LETTERS} letters: nobody reads them.")
    return tuple(found)
