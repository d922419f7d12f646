"""A questionnaire in plain words: how it is scored, what its answers are, what may be done."""

from collections.abc import Sequence

from workbench.foundation.text import counted, listed, number
from workbench.foundation.words import Direction
from workbench.surveys.instrument_queries import InstrumentRow
from workbench.surveys.instruments import Instrument

CONSTRUCTS = (
    ("safety", "Safety"),
    ("loneliness", "Loneliness"),
    ("belonging", "Belonging"),
    ("transfer", "Use at work"),
    ("other", "Something else"),
)
SCORINGS = (
    ("mean", "The mean of the answers"),
    ("sum", "The sum of the answers"),
    ("count", "How many answers count"),
)
DIRECTIONS = ((Direction.HIGHER.value, "Better"), (Direction.LOWER.value, "Worse"))


def state_words(row: InstrumentRow) -> str:
    """Return whether people can be asked with it."""
    if row.open_wave:
        return f"Open: {row.open_wave}"
    return "Ready to ask" if row.instrument.has_wording else "Key without wording"


def scoring_words(one: Instrument) -> list[str]:
    """Return how one person's score is made, a sentence each."""
    low, high = (number(each, 0) for each in one.range)
    what = {
        "mean": "the mean of the answers",
        "sum": "the sum of the answers",
        "count": "how many answers count",
    }[one.scoring]
    turned = [item.key for item in one.items if item.reversed]
    better = "better" if one.direction is Direction.HIGHER else "worse"
    found = [f"The score is {what}, from {low} to {high}; higher is {better}."]
    if turned:
        found.append(f"Turned round before scoring: {listed(turned)}.")
    found.append(one.missing.note)
    if one.subscales:
        found.append(f"Parts with a figure of their own: {listed(one.subscales)}.")
    if one.groups_only:
        found.append("It describes a group, never one person.")
    return found


def trust_words(one: Instrument) -> list[str]:
    """Return what is known about how good it is."""
    found = ["Published and tested by its authors."] if one.validated else []
    if not one.validated and "not validated" not in one.notes.casefold():
        found = ["Not validated: compare it with itself over time, never with another survey."]
    if not one.key_checked:
        found.append("The key could not be checked against its source.")
    return found


def version_words(row: InstrumentRow) -> str:
    """Return the version, how many there are and how often it was asked."""
    waves = counted(row.waves, "wave", "waves") if row.waves else "not asked yet"
    return f"Version {row.instrument.version} · {waves}"


def versions_said(versions: Sequence[int]) -> str:
    """Return numbers of versions in words."""
    numbers = listed([str(one) for one in versions])
    return f"{'version' if len(versions) == 1 else 'versions'} {numbers}"


def before_deleting(row: InstrumentRow) -> str:
    """Return what deleting the versions that no wave asks will do."""
    kept = [version for version in row.versions if version not in row.unused]
    one = len(row.unused) == 1
    gone = f"{versions_said(row.unused)} {'leaves' if one else 'leave'} the file"
    told = f"{gone[:1].upper()}{gone[1:]}; no wave asks {'it' if one else 'them'}."
    if kept:
        stays = "stays" if len(kept) == 1 else "stay"
        told += f" {versions_said(kept).capitalize()} {stays}."
    return f"{told} This cannot be undone: save it as a file to keep a copy."
