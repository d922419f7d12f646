"""What the user says of labels and numbers: "yes=1,no=3" on the command line or in the window."""

from workbench.foundation.errors import BadInput
from workbench.foundation.text import fold

NONE = -99
"""The number that says of a label that it is no answer."""


def answers_and_none(said: str | None) -> tuple[dict[str, int], frozenset[str]]:
    """Return the labels with their numbers, and the folded ones that were said to be no answer."""
    codes = read_codes(said)
    none = frozenset(fold(label) for label, number in codes.items() if number == NONE)
    return {label: number for label, number in codes.items() if number != NONE}, none


def read_codes(said: str | None) -> dict[str, int]:
    """Return "yes=1,no=3" as labels and numbers; raises BadInput that shows the wrong part."""
    codes: dict[str, int] = {}
    for part in _parts(said or ""):
        label, equals, number = part.rpartition("=")
        label = label.strip().strip('"').strip()
        if not equals or not label or not _is_whole(number):
            raise BadInput(
                f"{part.strip()!r} does not say which number an answer has.",
                'Write --codes "yes=1,more or less=2,no=3".',
                field="codes",
            )
        if fold(label) in map(fold, codes):
            raise BadInput(f"{label} has two numbers.", "Give each answer one.", field="codes")
        codes[label] = int(number)
    return codes


def _parts(said: str) -> list[str]:
    """Return the LABEL=NUMBER parts; a comma in front of any equals sign belongs to a label."""
    parts: list[str] = []
    for piece in said.split(","):
        if parts and "=" not in parts[-1]:
            parts[-1] += f",{piece}"
        elif piece.strip():
            parts.append(piece)
    return parts


def _is_whole(number: str) -> bool:
    return number.strip().lstrip("+-").isdecimal()
