"""What a chart shows, as plain data: panels over time, events, pauses, and small charts."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Measure = Literal["safety", "loneliness", "attendance", "contributions", "business", "other"]

NOT_SHOWN = "Not shown: fewer than 5 answers"


@dataclass(frozen=True, slots=True)
class ChartEvent:
    """Something dated that may have moved the figures: a dotted line through all panels."""

    on: date
    name: str


@dataclass(frozen=True, slots=True)
class Pause:
    """Days without sessions, both ends included: a pale band, and a gap in session series."""

    start: date
    end: date
    name: str = ""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The facilitator's own note on a day, drawn as its small number."""

    on: date
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A day on which the questionnaire, its anchors or its wording changed, and what changed."""

    on: date
    why: str


@dataclass(frozen=True, slots=True)
class TrendLine:
    """A trend from `start` to `end` in the units of the scale: (low, middle, high) at both ends."""

    start: date
    end: date
    at_start: tuple[float, float, float]
    at_end: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class UsualLimits:
    """Centre and 3-sigma limits of a frozen baseline; `words` names the baseline."""

    centre: float
    low: float
    high: float
    words: str


@dataclass(frozen=True, slots=True)
class WavePoint:
    """A survey wave; without a mean it is a gap, and `hidden` says why.

    `low` and `high` bound the 95% interval in the units of the scale; both None where it has none.
    `hollow` says why the mean is not to be trusted as it stands ("key in question", "no interval").
    Points of different `segment` are of different versions: no line or band joins them.
    `drawn_anew` is the bootstrap interval (BCa) of a wave that has one, offered beside the other.
    """

    on: date
    label: str
    n: int | None = None
    mean: float | None = None
    low: float | None = None
    high: float | None = None
    invited: int | None = None
    hidden: str = NOT_SHOWN
    hollow: str = ""
    segment: int = 0
    drawn_anew: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class SurveyPanel:
    """The waves of one construct in order of time; `better` reads "higher is safer".

    With `percent` all values are percent of maximum, because versions on different scales meet.
    `interval` names what `low` and `high` of the waves bound.
    """

    title: str
    measure: Measure
    scale_low: float
    scale_high: float
    better: str
    waves: tuple[WavePoint, ...]
    decimals: int = 1
    source: str = ""
    percent: bool = False
    interval: str = "95% interval"
    breaks: tuple[Break, ...] = ()
    line: TrendLine | None = None
    limits: UsualLimits | None = None
    notes: tuple[NoteMark, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionPoint:
    """One session: its value with the usual range at its size; `part` of `whole` where a share.

    `signal` is None for ordinary ups and downs, else the words beside the ring ("" for none).
    """

    on: date
    label: str
    value: float | None
    usual_low: float | None = None
    usual_high: float | None = None
    part: int | None = None
    whole: int | None = None
    signal: str | None = None


@dataclass(frozen=True, slots=True)
class SessionPanel:
    """A series by session: attendance as a share (`scale_high` 100) or counts (None).

    `limits_note` says why no usual range is drawn, for example with fewer than 8 sessions.
    """

    title: str
    measure: Measure
    note: str
    points: tuple[SessionPoint, ...]
    centre: float | None = None
    suffix: str = ""
    scale_high: float | None = None
    decimals: int = 0
    limits_note: str = ""
    source: str = ""
    notes: tuple[NoteMark, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthPoint:
    """The value of a business figure in the month of `month`; None where it is missing."""

    month: date
    value: float | None

    @property
    def drawn_on(self) -> date:
        """The middle of the month, because the value belongs to all of it."""
        return self.month.replace(day=15)


@dataclass(frozen=True, slots=True)
class MonthlyPanel:
    """A business figure by month with its goal, if it has one."""

    title: str
    note: str
    points: tuple[MonthPoint, ...]
    goal: float | None = None
    suffix: str = ""
    decimals: int = 1
    measure: Measure = "business"
    source: str = ""
    notes: tuple[NoteMark, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexPoint:
    """A measure as an index on a day; None parts the line. `measured` is the value in words."""

    on: date
    value: float | None
    measured: str


@dataclass(frozen=True, slots=True)
class IndexLine:
    """One measure of an indexed panel, with its name and its points in order of time."""

    title: str
    measure: Measure
    points: tuple[IndexPoint, ...]


@dataclass(frozen=True, slots=True)
class IndexPanel:
    """Several measures on one axis, each 100 in the same month: the only way to overlay them."""

    title: str
    lines: tuple[IndexLine, ...]
    note: str = ""
    notes: tuple[NoteMark, ...] = ()
    source: str = ""


Panel = SurveyPanel | SessionPanel | MonthlyPanel | IndexPanel


@dataclass(frozen=True, slots=True)
class ChartPage:
    """Panels one above the other that share one axis of time from `start` to `end`."""

    panels: tuple[Panel, ...]
    start: date
    end: date
    events: tuple[ChartEvent, ...] = ()
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a point stands on a drawn page, in logical pixels, and what is read out there."""

    panel: int
    point: int
    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Sparkline:
    """A line without an axis, to stand beside its number; None is a gap."""

    values: tuple[float | None, ...]
    measure: Measure


@dataclass(frozen=True, slots=True)
class ChangeStrip:
    """A change between two waves with its 95% interval against "no change"."""

    difference: float
    low: float
    high: float
    measure: Measure


def panel_days(panel: Panel) -> tuple[date, ...]:
    """Return the days of the panel's points, in its own order."""
    if isinstance(panel, SurveyPanel):
        return tuple(wave.on for wave in panel.waves)
    if isinstance(panel, SessionPanel):
        return tuple(point.on for point in panel.points)
    if isinstance(panel, IndexPanel):
        return tuple(point.on for line in panel.lines for point in line.points)
    return tuple(point.drawn_on for point in panel.points)
