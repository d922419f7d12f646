"""What the simulations found, kept as a table for CONTRIBUTING.md."""

from collections.abc import Iterator
from pathlib import Path

import pytest

_TABLE = Path(__file__).parents[2] / "build" / "simulations.md"


@pytest.fixture(scope="session")
def record() -> Iterator[list[str]]:
    """A list to add rows to; they are written to build/simulations.md at the end."""
    rows: list[str] = []
    yield rows
    _TABLE.parent.mkdir(exist_ok=True)
    head = ["| what | community | answers | found |", "|---|---|---|---|"]
    _TABLE.write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")
