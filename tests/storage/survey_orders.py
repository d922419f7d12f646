"""Whether the order of answering can be read from a file: Kendall's tau over twenty runs."""

import math
import re
import statistics
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from tests.storage.survey_doors import stored_text
from workbench.surveys.answers import AnswerSheet

RUNS = 20
ODD = 4 * math.sqrt(2 * 25 / (9 * 10 * 9) / RUNS)  # four deviations of a mean of random taus


def tau(content: bytes, sheets: Sequence[AnswerSheet]) -> float:
    """Kendall's tau between the order of answering and the order in the file."""
    places = []
    for sheet in sheets:
        found = [match.start() for match in re.finditer(re.escape(stored_text(sheet)), content)]
        assert len(found) == 1, "each sheet lies in the file once"
        places += found
    pairs = list(combinations(places, 2))
    return sum(1 if a < b else -1 for a, b in pairs) / len(pairs)


def tells_order(taus: Sequence[float]) -> bool:
    return abs(statistics.fmean(taus)) > ODD


def tau_between(first: Sequence[int], second: Sequence[int]) -> float:
    pairs = list(combinations(zip(first, second, strict=True), 2))
    return sum(1 if (a[0] < b[0]) == (a[1] < b[1]) else -1 for a, b in pairs) / len(pairs)


def all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
