"""Words the program never says of its own accord, wherever its sentences lie."""

from pathlib import Path

import pytest

from tests.never_said import NEVER

ROOT = Path(__file__).parents[2]
POINTS_THEM_OUT = {"workbench/reports/voice.py"}  # the list that warns about them in a brief
SOURCES = [
    path
    for folder, kinds in (("workbench", ("*.py",)), ("resources", ("*.toml", "*.csv", "*.typ")))
    for kind in kinds
    for path in sorted((ROOT / folder).rglob(kind))
]


@pytest.mark.parametrize(
    "words",
    ["a significant rise", "This is PROVEN.", "caused by", "a healthy team", "toxic", "at risk",
     "below benchmark", "lurkers", "disengaged", "an absentee", "inactive", "significantly"],
)  # fmt: skip
def test_the_pattern_finds_them(words: str) -> None:
    assert NEVER.search(words)


def test_there_is_something_to_read() -> None:
    assert len(SOURCES) > 100


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_sentence_claims_or_judges(path: Path) -> None:
    if str(path.relative_to(ROOT)) in POINTS_THEM_OUT:
        return
    found = [
        f"{number}: {line.strip()}"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if NEVER.search(line)
    ]
    assert not found
