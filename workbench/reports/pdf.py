"""Prints by Typst: a template of ours, and data that is never read as markup."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from workbench.foundation.assets import asset
from workbench.reports.charts.library import FAMILIES, inter_folder

if TYPE_CHECKING:
    from typst import Fonts

PRINT_FONTS = list(FAMILIES)


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a section begins or ends: the page from 1 and points from its upper edge."""

    section: str
    edge: str
    page: int
    y: float


def print_pdf(template: str, data: Mapping[str, Any], made_on: date) -> bytes:
    """Return the template filled with the data as a PDF; the same data gives the same bytes."""
    return _compiled(template, data, "pdf", made_at=_noon(made_on))[0]


def print_pictures(template: str, data: Mapping[str, Any], ppi: float) -> list[bytes]:
    """Return every page of the print as a PNG of `ppi` pixels per inch."""
    return _compiled(template, data, "png", ppi=ppi)


def section_edges(template: str, data: Mapping[str, Any]) -> list[Edge]:
    """Return where the sections of the print begin and end, in their order."""
    import typst

    found = typst.query(
        _template(template),
        "<edge>",
        field="value",
        root=_template(template).parent,
        font_paths=_fonts(),
        sys_inputs=_inputs(data),
    )
    return [Edge(e["section"], e["edge"], e["page"], e["y"]) for e in json.loads(found)]


def _compiled(
    template: str,
    data: Mapping[str, Any],
    kind: Literal["pdf", "png"],
    *,
    ppi: float | None = None,
    made_at: datetime | None = None,
) -> list[bytes]:
    import typst

    pages = cast(  # several pictures come as a list, which its types leave out
        "bytes | list[bytes]",
        typst.compile(
            _template(template),
            root=_template(template).parent,
            font_paths=_fonts(),
            format=kind,
            sys_inputs=_inputs(data),
            ppi=ppi,
            timestamp=made_at,
        ),
    )
    return [pages] if isinstance(pages, bytes) else pages


def _inputs(data: Mapping[str, Any]) -> dict[str, str]:
    return {"data": json.dumps(data, ensure_ascii=False)}


def _template(name: str) -> Path:
    return asset("reports", name)


@cache
def _fonts() -> "Fonts":
    """Return Inter first, then the chart library's DejaVu Sans and what this computer has."""
    import matplotlib as mpl
    import typst

    folders = [inter_folder(), Path(mpl.get_data_path()) / "fonts" / "ttf"]
    return typst.Fonts(include_embedded_fonts=False, font_paths=folders)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)
