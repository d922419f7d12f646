"""Words the program does not use of people and figures, pointed out in what goes into a brief."""

import re
from dataclasses import dataclass

_INSTEAD = {
    "significant": "likely real",
    "significance": "likely real",
    "significantly": "likely",
    "proven": "likely",
    "proves": "suggests",
    "proof": "a sign",
    "caused": "came in the same months as",
    "causes": "comes with",
    "caused by": "came in the same months as",
    "healthy": "regular",
    "unhealthy": "in need of care",
    "toxic": "hard to speak up in",
    "at risk": "worth a call",
    "lurker": "someone who listens",
    "lurkers": "people who listen",
    "disengaged": "not here lately",
    "absentee": "someone who missed a session",
    "absentees": "people who missed a session",
    "inactive": "not here lately",
    "engagement score": "how many came and gave",
    "churn": "people who left",
    "kpi": "figure",
    "kpis": "figures",
    "below benchmark": "lower than before",
}
_FOUND = re.compile(
    r"\b(" + "|".join(re.escape(w) for w in sorted(_INSTEAD, key=len, reverse=True)) + r")\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Wordy:
    """A word to think again about: as written, where it starts, and what fits better."""

    word: str
    start: int
    instead: str

    @property
    def sentence(self) -> str:
        """What the page says about it."""
        return f"“{self.word}” says more than the figures do. Try “{self.instead}”."


def doubtful_words(text: str) -> tuple[Wordy, ...]:
    """Return the words of a text that claim or blame too much, in their order."""
    plain = re.sub(r"\s", " ", text)
    return tuple(
        Wordy(text[found.start() : found.end()], found.start(), _INSTEAD[found[1].lower()])
        for found in _FOUND.finditer(plain)
    )
