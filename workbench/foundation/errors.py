"""The two roots of everything that goes wrong: what the user can mend, and our own bugs."""


class UserFixable(Exception):  # noqa: N818 - a state the user mends, not a fault of the program
    """Something the user can mend, told as what happened, what is safe, and what to do next."""

    def __init__(self, title: str, sentence: str, next_step: str = "") -> None:
        super().__init__(title, sentence, next_step)
        self.title = title
        self.sentence = sentence
        self.next_step = next_step

    def __str__(self) -> str:
        """One line for the command line: the sentence and the next step."""
        return " ".join(part for part in (self.sentence, self.next_step) if part)


class BadInput(UserFixable):
    """A value that was typed or read cannot be what it should be; `field` names where."""

    def __init__(self, sentence: str, next_step: str = "", *, field: str = "") -> None:
        super().__init__("This needs another value", sentence, next_step)
        self.field = field


class NotYet(BadInput):
    """Something that may be done later, but not on this day."""

    def __init__(self, sentence: str, next_step: str = "", *, field: str = "") -> None:
        super().__init__(sentence, next_step, field=field)
        self.title = "Not yet"


class NotFound(UserFixable):
    """What was asked for by name or number is not in this workspace."""

    def __init__(self, sentence: str, next_step: str = "") -> None:
        super().__init__("Not found", sentence, next_step)


class UnreadableFile(UserFixable):
    """A file that came in cannot be read as what it was offered as."""

    def __init__(self, sentence: str, next_step: str = "") -> None:
        super().__init__("This file cannot be read", sentence, next_step)


class CannotSave(UserFixable):
    """A file for the user could not be written; what was there before is untouched."""

    def __init__(self, sentence: str, next_step: str = "") -> None:
        super().__init__("Not saved", sentence, next_step)


class DecisionNeeded(UserFixable):
    """A person must choose between readings before anything is written; `questions` lists them."""

    def __init__(self, questions: list[str], next_step: str = "") -> None:
        super().__init__("One question first", " ".join(questions), next_step)
        self.questions = questions
