"""The title of a column in a survey file as words alone: survey tools leave their markup in it."""

import html
import re

from workbench.foundation.text import clean
from workbench.imports.tables import as_text
from workbench.imports.workbooks import Cell

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")


def title_of(cell: Cell) -> str:
    """Return a title cell as one line of words, without tags and written-out signs."""
    text = as_text(cell)
    if "<" in text:
        text = _TAG.sub(" ", text)
    return clean(html.unescape(text) if "&" in text else text)
