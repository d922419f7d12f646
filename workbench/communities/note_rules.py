"""The facilitator's own words on the figures: a note on a point of a chart, an open question."""

from dataclasses import dataclass, replace
from datetime import date

from workbench.communities.rules import needed
from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, kept
from workbench.foundation.words import ChartSeries

LONGEST_NOTE = 400  # letters
LONGEST_QUESTION = 200


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A note on the day of a series; `figure_id` names the business figure where it is one."""

    series: ChartSeries
    noted_on: date
    text: str
    figure_id: int | None = None


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """Something the figures cannot tell; `in_brief` says whether leaders read it too."""

    text: str
    in_brief: bool = True


def checked_note(draft: NoteDraft) -> NoteDraft:
    """Return the note tidied; raises BadInput for no words, too many, or a figure not named."""
    text = needed(draft.text, "The note has no words.", "Say it in a few words.", "text")
    _refuse_longer(text, LONGEST_NOTE, "The note")
    if (draft.series is ChartSeries.FIGURE) is not (draft.figure_id is not None):
        raise BadInput("The note is on no chart.", "Choose a chart.", field="series")
    return replace(draft, text=text)


def checked_question(draft: QuestionDraft) -> QuestionDraft:
    """Return the question tidied; raises BadInput for no words or too many."""
    text = needed(draft.text, "The question has no words.", "Say what is not known.", "text")
    _refuse_longer(text, LONGEST_QUESTION, "The question")
    return replace(draft, text=text)


def checked_answer(answer: str) -> str:
    """Return what came of a question tidied, perhaps nothing; raises BadInput where too long."""
    tidied = clean(kept(answer))
    _refuse_longer(tidied, LONGEST_NOTE, "The answer", "answer")
    return tidied


def _refuse_longer(text: str, longest: int, what: str, field: str = "text") -> None:
    if len(text) > longest:
        raise BadInput(
            f"{what} has {len(text):,} letters; {longest} fit.", "Say it shorter.", field=field
        )
