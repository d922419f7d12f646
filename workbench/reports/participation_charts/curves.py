"""Curves of who stays: lines only between points of enough people, the others as grey dots."""

from workbench.foundation.text import number
from workbench.reports.charts.frame import SideLabel
from workbench.reports.charts.plot import LINE, POINT, Plot, Words
from workbench.reports.charts.scale import ValueAxis
from workbench.reports.charts.style import ChartStyle
from workbench.reports.participation_charts.specs import Curve, Curves

_STEPS = (1, 2, 3, 6, 12, 24)


def curve_axis() -> ValueAxis:
    """Return the axis of shares, always the whole of it."""
    return ValueAxis(0.0, 105.0, (0.0, 25.0, 50.0, 75.0, 100.0), zoomed=False)


def curve_months(drawn: Curves) -> tuple[float, float]:
    """Return the months since joining across, with a little room."""
    longest = max(len(curve.shares) for curve in drawn.curves) - 1
    return -0.3, max(longest, 1) + 0.3


def curve_labels(drawn: Curves, style: ChartStyle) -> tuple[SideLabel, ...]:
    """Return the share of all together at its end that rests on enough people."""
    for curve in drawn.curves:
        sure = [share for share, few in zip(curve.shares, curve.few, strict=True) if not few]
        if curve.whole and sure:
            words = Words(
                f"{curve.name} {number(sure[-1], 0)}%",
                style.size("caption"),
                style.line("attendance"),
                600,
            )
            return (SideLabel(sure[-1], (words,)),)
    return ()


def draw_curves(plot: Plot, drawn: Curves) -> None:
    """Draw every cohort thin, all together thick, and the months since joining below."""
    for curve in drawn.curves:
        _draw(plot, curve)
    size, tick = plot.style.size("caption"), plot.style.palette.chart.tick
    longest = max(len(curve.shares) for curve in drawn.curves) - 1
    most = max(int(plot.width // (size * 3)), 2)
    step = next((one for one in _STEPS if longest / one <= most), _STEPS[-1])
    left, right = plot.days
    for month in range(0, longest + 1, step):
        across = (month - left) / (right - left) * plot.width
        plot.write((across, -size * 1.25), Words(str(month), size, tick), across="center")


def _draw(plot: Plot, curve: Curve) -> None:
    palette = plot.style.palette
    colour = plot.style.line("attendance") if curve.whole else palette.border_control
    sure = [
        share if not few else float("nan")
        for share, few in zip(curve.shares, curve.few, strict=True)
    ]
    plot.axes.plot(
        range(len(sure)),
        sure,
        color=colour,
        linewidth=plot.style.stroke(2.2 if curve.whole else 1.1),
        marker="o",
        markersize=(5.0 if curve.whole else 3.0) * plot.style.text_scale,
        markeredgecolor=plot.ground,
        zorder=POINT if curve.whole else LINE,
        clip_on=False,
    )
    few = [(month, curve.shares[month]) for month, is_few in enumerate(curve.few) if is_few]
    if few:
        plot.axes.plot(
            [month for month, _ in few],
            [share for _, share in few],
            linestyle="none",
            marker="o",
            markersize=4.0 * plot.style.text_scale,
            markerfacecolor=plot.ground,
            markeredgecolor=palette.border_control,
            zorder=LINE,
            clip_on=False,
        )
