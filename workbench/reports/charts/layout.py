"""Where panels, titles, event names and month names lie on a page of charts, in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.reports.charts.specs import (
    ChartPage,
    IndexPanel,
    Panel,
    SessionPanel,
    SurveyPanel,
    panel_days,
)

EDGE_SHARE = 0.045
_SMALLEST_PLOT = 64.0


@dataclass(frozen=True, slots=True)
class PageLook:
    """How a page is drawn: with or without titles and words, months or points at the axis.

    A brief sets its own titles in text, so its charts come without them and name the points.
    """

    titles: bool = True
    worded: bool = True
    months_at_points: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels from the upper left corner of the page."""

    left: float
    top: float
    width: float
    height: float


def page_days(page: ChartPage) -> tuple[float, float]:
    """Return the ends of the time axis as day numbers, with a little room beyond the points."""
    days = [page.start, page.end]
    for panel in page.panels:
        days.extend(panel_days(panel))
    first, last = min(days).toordinal(), max(days).toordinal()
    spare = max((last - first) * EDGE_SHARE, 4.0)
    return first - spare, last + spare


def days_on(days: tuple[float, float]) -> tuple[date, date]:
    """Return the first and last whole day on an axis."""
    first = date.fromordinal(max(int(-(-days[0] // 1)), 1))
    last = min(int(days[1]), date.max.toordinal())
    return first, max(first, date.fromordinal(last)) if last >= 1 else first + timedelta(0)


def panel_boxes(
    panels: Sequence[Panel], area: Box, title_heights: Sequence[float], gap: float
) -> list[Box]:
    """Share the area among the panels by what they hold, each with its title above it."""
    used = sum(title_heights) + gap * max(len(panels) - 1, 0)
    free = max(area.height - used, 1.0)
    shares = [_share(panel) for panel in panels]
    boxes = []
    top = area.top
    for title, share in zip(title_heights, shares, strict=True):
        height = free * share / sum(shares)
        boxes.append(Box(area.left, top + title, area.width, height))
        top += title + height + gap
    return boxes


def preferred_height(page: ChartPage, text_scale: float = 1.0) -> int:
    """Return the height in pixels at which every panel can be read; below it, scroll."""
    each = [(_SMALLEST_PLOT * _share(panel) * 1.25 + 44) * text_scale for panel in page.panels]
    return round(sum(each) + 80 * text_scale)


def _share(panel: Panel) -> float:
    if isinstance(panel, SurveyPanel):
        return 1.3
    if isinstance(panel, IndexPanel):
        return 4.0
    if isinstance(panel, SessionPanel):
        return 1.0 if panel.scale_high is not None else 0.75
    return 0.9
