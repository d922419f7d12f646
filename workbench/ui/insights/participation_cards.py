"""What the Participation page shows: charts with their words, and sentences without one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.insights.participation_queries import Participation
from workbench.ui.kit.chart import Canvas

if TYPE_CHECKING:
    from workbench.reports.charts import ChartTheme
    from workbench.reports.participation_charts import Chart


@dataclass(frozen=True, slots=True)
class OneCard:
    """A chart to be taken elsewhere by the menu of charts; it has no method but its words."""

    chart: "Chart"
    name: str
    note: str = ""

    def table(self) -> tuple[str, Sequence[str], list[tuple[str, ...]]]:
        """Return its figures."""
        return self.chart.drawn.title, self.chart.titles, list(self.chart.rows)

    def file(self, ending: str, theme: "ChartTheme" = "light") -> bytes:
        """Return it as PNG or SVG; raises BadInput for another ending."""
        from workbench.reports.participation_charts import chart_file

        return chart_file(self.chart, ending, theme)

    def words(self) -> str:
        """Return it in words."""
        return f"{self.chart.drawn.title}: {self.chart.words}"


@dataclass(frozen=True, slots=True)
class ShownParticipation:
    """The charts there are, and the sentences that stand without one: title, then lines."""

    charts: "tuple[Chart, ...]"
    told: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def words(self) -> str:
        """Everything the page says, to copy: departments are counted, none is named."""
        parts = [f"{chart.drawn.title}: {chart.words}" for chart in self.charts]
        parts += [f"{title}: {lines[0]}" for title, lines in self.told]
        return "\n".join(parts)


def shown(found: Participation) -> ShownParticipation:
    """Return the charts and sentences of what was read."""
    from workbench.reports.participation_charts import (
        across_chart,
        flow_chart,
        given_chart,
        staying_chart,
    )

    if found.empty:
        return ShownParticipation((), ())
    charts = (
        flow_chart(found.flow),
        staying_chart(found.retention),
        given_chart(found.given),
        across_chart(found.across),
    )
    spread = found.spread.whole.sentences
    if found.spread.without_hosts is not None:
        spread += (f"Without the co-hosts: {' '.join(found.spread.without_hosts.sentences[:3])}",)
    return ShownParticipation(
        tuple(chart for chart in charts if chart is not None),
        (
            ("How giving is spread", spread),
            ("Departments that never met", found.never_met.sentences),
        ),
    )


def drawing(chart: "Chart") -> Callable[[Canvas], bytes]:
    """Return what draws the chart for a view of any size and theme."""

    def draw(canvas: Canvas) -> bytes:
        from workbench.reports.charts import Canvas as Surface
        from workbench.reports.participation_charts import chart_png

        theme: ChartTheme = "dark" if canvas.dark else "light"
        return chart_png(
            chart, Surface(canvas.width, canvas.height, canvas.ratio, theme, canvas.scale)
        )

    return draw
