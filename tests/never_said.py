"""The words the program never says of its own accord (survey science 3.18, the design's voice)."""

import re

NEVER = re.compile(
    r"\b(significan(t|ce|tly)|proven|caused|lurkers?|at risk|toxic|disengaged|absentees?"
    r"|inactive|(un)?healthy|below (the )?benchmark)\b",
    re.IGNORECASE,
)


def never_said(text: str) -> list[str]:
    """Return what is never said and yet stands in the text, each with some words round it."""
    return [text[max(at.start() - 40, 0) : at.end() + 40] for at in NEVER.finditer(text)]
