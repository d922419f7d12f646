"""Reading a length of time as people type it."""

import re
from typing import Final

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean

_FORMS: Final = (
    re.compile(r"(?P<minutes>\d{1,9})\s*(?:m|min|mins|minutes?)?\.?"),
    re.compile(r"(?P<hours>\d{1,4}):(?P<minutes>\d{2})"),
    re.compile(
        r"(?P<hours>\d{1,4})\s*(?:h|hrs?|hours?)\.?"
        r"(?:\s*(?P<minutes>\d{1,2})\s*(?:m|min|mins|minutes?)?\.?)?"
    ),
)


def read_minutes(text: str) -> int:
    """Return the minutes typed as 30, 30 min, 1:15, 1 h or 1 h 15; raises BadInput."""
    typed = clean(text).casefold()
    for form in _FORMS:
        found = form.fullmatch(typed)
        if found:
            parts = found.groupdict()
            return int(parts.get("hours") or 0) * 60 + int(parts.get("minutes") or 0)
    said = f"{clean(text)} is not a number of minutes." if typed else "A length is needed."
    raise BadInput(said, "Type minutes such as 30, or 1:15.", field="minutes")
