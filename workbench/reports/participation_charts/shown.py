"""From what was read of participation to its charts, each with its words and its table."""

from datetime import date

from workbench.foundation.dates import short_month
from workbench.foundation.text import counted, listed, number
from workbench.insights.kinds_by_month import GivenByMonth
from workbench.insights.membership_flow import FlowMonth
from workbench.insights.retention import FEW, Retention
from workbench.insights.silo_over_time import SiloPoint
from workbench.reports.participation_charts.specs import (
    AcrossChart,
    Chart,
    Columns,
    Curve,
    Curves,
    MonthColumn,
    QuarterPoint,
)

_COHORTS = 12


def flow_chart(flow: tuple[FlowMonth, ...]) -> Chart:
    """Return who belongs by month: who came lately, who is new, who did not come, who left."""
    newest = flow[-1]
    columns = tuple(
        MonthColumn(
            one.month,
            (one.active, one.new, one.dormant),
            f"+{one.joined}" if one.joined else "",
        )
        for one in flow
    )
    joined, left = sum(one.joined for one in flow), sum(one.left for one in flow)
    words = (
        f"{newest.members} belong now: {newest.active} came to one of the last 3 sessions, "
        f"{newest.dormant} did not, {newest.new} {'is' if newest.new == 1 else 'are'} too new to "
        f"say. In these months {joined} joined and {left} left. Staying away is not leaving."
    )
    drawn = Columns(
        "Who belongs",
        "members at the end of the month, + joined, below the line left",
        ("came lately", "new", "away"),
        columns,
        tuple(one.left for one in flow),
        "left",
    )
    rows = tuple(
        (
            _named(one.month),
            *(str(count) for count in (one.joined, one.active, one.new, one.dormant, one.left)),
        )
        for one in flow
    )
    return Chart(drawn, words, ("Month", "Joined", "Came lately", "New", "Away", "Left"), rows)


def given_chart(given: GivenByMonth) -> Chart | None:
    """Return what was given by month and kind with how many members gave; None without any."""
    if not any(one.given for one in given.months):
        return None
    columns = tuple(
        MonthColumn(one.month, one.counts, f"{one.gave}/{one.members}" if one.given else "")
        for one in given.months
    )
    newest = next(one for one in reversed(given.months) if one.given)
    in_all = [sum(one.counts[place] for one in given.months) for place in range(len(given.kinds))]
    told = [f"{name} {many}" for name, many in zip(given.kinds, in_all, strict=True)]
    words = (
        f"Given in these months, by kind: {listed(told)}. In {_named(newest.month)} {newest.gave} "
        f"of {newest.members} members gave something. Listening is taking part too."
    )
    drawn = Columns(
        "What is given", "by kind, above it members who gave of all", given.kinds, columns
    )
    rows = tuple(
        (_named(one.month), *(str(count) for count in one.counts), f"{one.gave} of {one.members}")
        for one in given.months
    )
    return Chart(drawn, words, ("Month", *given.kinds, "Members who gave"), rows)


def staying_chart(found: Retention) -> Chart | None:
    """Return the curves of who stays; None before anybody has been there for a whole month."""
    cohorts = found.cohorts[-_COHORTS:]
    if not cohorts or len(found.pooled) < 2:
        return None
    curves = [
        Curve(
            f"{short_month(one.month)} {one.month.year}",
            tuple(100 * share for share in one.shares),
            (one.is_few,) * len(one.kept),
        )
        for one in cohorts
    ]
    whole = Curve(
        "all",
        tuple(100 * month.share for month in found.pooled),
        tuple(month.is_few for month in found.pooled),
        whole=True,
    )
    sure = [(at, month) for at, month in enumerate(found.pooled) if not month.is_few]
    words = [found.definition]
    if len(sure) > 1:
        at, month = sure[-1]
        many = counted(at, "month", "months")
        words.append(f"{many} after joining {month.fraction} were still there.")
    words.append(
        f"Hollow points rest on fewer than {FEW} people or on one month of joining, and no line "
        "joins them."
    )
    if not found.may_draw:
        left = counted(found.leavers, "person", "people") if found.leavers else "Nobody"
        words.append(f"{left} left so far, which says little of who will.")
    drawn = Curves(
        "Who stays", "share of those who joined in a month, by months since", (*curves, whole)
    )
    longest = len(found.pooled)
    titles = ("Joined", *(str(month) for month in range(longest)))
    rows = [
        (curve.name, *(str(count) for count in one.kept), *("",) * (longest - len(one.kept)))
        for curve, one in zip(curves, cohorts, strict=True)
    ]
    rows.append(("All", *(month.fraction for month in found.pooled)))
    return Chart(drawn, " ".join(words), titles, tuple(rows))


def across_chart(quarters: tuple[SiloPoint, ...]) -> Chart | None:
    """Return help across departments by quarter; None where no help is logged."""
    if not quarters:
        return None
    points = tuple(_quarter(one) for one in quarters)
    drawn = AcrossChart(
        "Help across departments",
        "−1 all inside, 1 all across; grey is what chance alone gives",
        points,
    )
    newest = quarters[-1]
    told = next((one for one in reversed(quarters) if one.help.index), None)
    words = [f"{newest.label}: {newest.help.reason}"] if newest.help.reason else []
    if told is not None and told.help.index is not None:
        share = told.help.across
        index = told.help.index
        where = "inside" if index.inside_chance else "outside"
        words.append(
            f"{told.label}: {share.part} of {share.whole} offers of help crossed departments "
            f"(E-I index {number(index.ei, 2)}, by chance about {number(index.expected_ei, 2)}): "
            f"{where} what chance gives."
        )
    words.append("Only help that was logged is counted.")
    rows = tuple(
        (
            one.label,
            f"{one.help.across.part} of {one.help.across.whole}",
            number(point.index, 2) if point.index is not None else one.help.reason,
            _band(point),
        )
        for one, point in zip(quarters, points, strict=True)
    )
    return Chart(drawn, " ".join(words), ("Quarter", "Across", "E-I index", "By chance"), rows)


def _quarter(one: SiloPoint) -> QuarterPoint:
    index = one.help.index
    if index is None:
        return QuarterPoint(one.start, one.end, one.label, None)
    return QuarterPoint(one.start, one.end, one.label, index.ei, *index.ei_band, index.expected_ei)


def _band(point: QuarterPoint) -> str:
    if point.chance_low is None or point.chance_high is None:
        return ""
    return f"{number(point.chance_low, 2)} to {number(point.chance_high, 2)}"


def _named(month: date) -> str:
    return f"{short_month(month)} {month.year}"
