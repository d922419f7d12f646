"""Prints that must fit one side: set as large as they fit, tighter where there is more to say."""

from collections.abc import Iterable
from typing import Any

from workbench.reports.pdf import section_edges


def fitted(template: str, tries: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return the first data that stays on one page, or else the last, which is the tightest."""
    data: dict[str, Any] = {}
    for data in tries:
        if all(edge.page == 1 for edge in section_edges(template, data)):
            break
    return data
