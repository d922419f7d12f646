"""A first row that holds answers instead of titles: whoever gave them would be lost in silence."""

from collections.abc import Sequence
from itertools import pairwise

from workbench.foundation.errors import BadInput
from workbench.foundation.text import fold
from workbench.imports.cells import cell_at
from workbench.imports.response_file import PLAIN, RawResponses
from workbench.imports.tables import as_text, is_empty
from workbench.imports.vendors.forms import GOOGLE, MICROSOFT
from workbench.surveys.answer_labels import AnswerKey
from workbench.surveys.instrument_shape import Instrument

_ONE_TITLE_ROW = (PLAIN, GOOGLE, MICROSOFT)
_LEAST = 2
_A_SERIES = 3


def refuse_answers_as_titles(instrument: Instrument, key: AnswerKey, raw: RawResponses) -> None:
    """Raise BadInput where the titles of a table are answers, or its first answers are numbers."""
    if raw.recognised_as not in _ONE_TITLE_ROW:
        return
    titles = [each.text for each in raw.columns]
    enough = max(_LEAST, -(-len(instrument.items) // 2))
    words = [title for title in titles if key.label_in(title)]
    numbers = [int(title) for title in titles if title.isdecimal()]
    fitting = [number for number in numbers if number in key.by_number]
    told = len(words) >= enough or (len(fitting) >= enough and not _rising(numbers))
    if told:
        raise BadInput(
            "The first row of this file holds answers where titles should stand: it has no title "
            "row, or it counts answers and has no row for each person.",
            "Put a row with a title for each column above it, or export the single answers, and "
            "import that.",
        )
    if _counts_up(titles, raw):
        raise BadInput(
            "The first row of this file counts from 1: it may number the questions or be an "
            "answer.",
            "Put a row with a title in words for each column above or in its place, and import it "
            "again.",
        )


def _rising(numbers: Sequence[int]) -> bool:
    return all(one < other for one, other in pairwise(numbers))


def _counts_up(titles: Sequence[str], raw: RawResponses) -> bool:
    """Return whether a table without titles begins with the row 1, 2, 3 and so on."""
    if not raw.rows or any(
        fold(title) != f"column {place}" for place, title in enumerate(titles, 1)
    ):
        return False
    first = [cell_at(raw.rows[0][1], each.index) for each in raw.columns]
    held = [as_text(cell) for cell in first if not is_empty(cell)]
    return len(held) >= _A_SERIES and held == [str(place) for place in range(1, len(held) + 1)]
