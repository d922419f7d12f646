"""The facilitator's own notes as small numbers in circles on the lower edge of a panel."""

from workbench.reports.charts.plot import RING, TEXT, Plot, Words
from workbench.reports.charts.specs import Panel

_RADIUS = 7.5


def draw_notes(plot: Plot, panel: Panel) -> None:
    """Draw each note's number at its day; notes of days close together stand above each other."""
    if not panel.notes:
        return
    style = plot.style
    radius = _RADIUS * style.text_scale
    places: list[tuple[float, float]] = []
    for note in panel.notes:
        across = min(max(plot.across(note.on), 0.0), plot.width)
        up = 0.0
        while any(abs(across - a) < 2 * radius and abs(up - b) < 2 * radius for a, b in places):
            up += 2 * radius + 1
        places.append((across, up))
    plot.axes.plot(
        [across / plot.width for across, _ in places],
        [up / plot.height for _, up in places],
        transform=plot.axes.transAxes,
        linestyle="none",
        marker="o",
        markersize=2 * radius,
        markerfacecolor=plot.ground,
        markeredgecolor=style.palette.text_2,
        markeredgewidth=style.stroke(1.2),
        zorder=(RING + TEXT) / 2,
        clip_on=False,
    )
    for note, place in zip(panel.notes, places, strict=True):
        size = style.size("caption") * (0.85 if note.number < 100 else 0.7)
        plot.write(place, Words(str(note.number), size, style.palette.text, 600), across="center")
