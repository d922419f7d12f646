"""How large a table may be: more than any roster, meeting or survey, less than a laptop holds."""

from workbench.foundation.errors import UnreadableFile

MOST_ROWS = 200_000
MOST_COLUMNS = 2_000
MOST_CHARACTERS = 100_000


def too_large(name: str, how: str) -> UnreadableFile:
    """Return the sentence for a table beyond what a roster, a meeting or a survey can be."""
    return UnreadableFile(
        f"{name} has {how}, which no roster, meeting or survey needs.",
        "Delete what is not part of the table, save it again, and import that.",
    )
