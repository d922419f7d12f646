"""What only a person can decide about a file, and the option of the command line that says it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """A choice that is open: `about` names it for the program, `sentence` asks it.

    `option` is the sentence naming the command-line option that answers it; `button` and `value`
    are the words of a button and what it gives that option, empty where there is more to choose.
    """

    about: str
    sentence: str
    option: str
    button: str = ""
    value: str = ""

    def __str__(self) -> str:
        """Return the question with the option, for the command line."""
        return f"{self.sentence} {self.option}".strip()
