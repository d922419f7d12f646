"""Two waves, two quarters, before and after an event: one line each, by the usual method."""

from collections.abc import Iterator
from datetime import date

import pytest

from workbench.communities.queries import EventRow
from workbench.imports.sample import make_sample, sample_clock
from workbench.insights.compare import around, compare, compare_waves, times_of_asking
from workbench.insights.queries import Insights, insights
from workbench.insights.shares import Share, share_change
from workbench.insights.spans import Span, seen_in
from workbench.storage.workspace import open_workspace

TODAY = date(2026, 10, 13)
FIRST = Span(date(2026, 1, 1), date(2026, 3, 31))
THIRD = Span(date(2026, 7, 1), date(2026, 9, 30))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Insights]:
    path = tmp_path_factory.mktemp("compare") / "bridges.fwb"
    make_sample(path)
    with open_workspace(path, clock=sample_clock()) as workspace:
        yield workspace.read(insights, 1, TODAY)


def test_two_waves_say_what_the_page_says(sample: Insights) -> None:
    times = {one.name: one for one in times_of_asking(sample)}
    assert list(times) == ["September", "June", "March", "January"]
    found = compare_waves(sample, times["September"], times["March"])
    assert (found.one, found.other) == ("March", "September")
    assert [(line.title, line.chip) for line in found.lines] == [
        ("Psychological safety", "likely real"),
        ("Loneliness", "too early"),
    ]
    assert found.lines[0].sentence.startswith("Up 0.4 since March, 95% CI 0.1 to 0.7")
    text = found.as_text()
    assert text.startswith("September compared with March\n")
    assert "March n 31, September n 38" in text
    assert "led to the other" in text


def test_two_quarters_compare_each_thing_once(sample: Insights) -> None:
    found = compare(sample, THIRD, FIRST)
    assert found.one == "1 January to 31 March 2026"
    lines = {line.title: line for line in found.lines}
    assert len(lines) == len(found.lines) == 2 + 1 + 1 + len(sample.figures)
    assert "since March" in lines["Psychological safety"].sentence

    held = [
        [count for count in sample.attendance.counts if span.holds(count.on)]
        for span in (FIRST, THIRD)
    ]
    shares = [Share(sum(c.part for c in one), sum(c.whole for c in one)) for one in held]
    change = share_change(*shares)
    assert change is not None
    assert lines["Attendance"].sentence.endswith(change.sentence())
    assert f"({shares[1].part} of {shares[1].whole})" in lines["Attendance"].sentence
    assert "rather too narrow" in lines["Attendance"].method

    assert lines["Contributions"].chip == "a fact"
    tickets = lines["Tickets passed on 3 or more times"]
    assert tickets.sentence.startswith("13.9% in March, 10.8% in September")
    assert not tickets.sure


def test_what_stands_in_one_of_the_two_only_is_said(sample: Insights) -> None:
    found = compare(sample, Span(date(2025, 1, 1), date(2025, 3, 31)), FIRST)
    assert {line.chip for line in found.lines} == {"not compared"}
    assert found.lines[0].sentence == "Asked only in the later of the two."
    nothing = Span(date(2024, 1, 1), date(2024, 3, 31))
    empty = compare(sample, nothing, Span(date(2025, 1, 1), date(2025, 3, 31)))
    assert not any(line.change for line in empty.lines)


@pytest.mark.parametrize(
    ("event", "days", "spans"),
    [
        (
            EventRow(1, "Desk", date(2026, 9, 1), None), 28,
            (Span(date(2026, 8, 4), date(2026, 8, 31)), Span(date(2026, 9, 1), date(2026, 9, 28))),
        ),
        (
            EventRow(1, "Desk", date(2026, 10, 10), None), 28,
            (Span(date(2026, 10, 6), date(2026, 10, 9)),
             Span(date(2026, 10, 10), date(2026, 10, 13))),
        ),
        (
            EventRow(1, "Pause", date(2026, 7, 1), date(2026, 8, 14)), 14,
            (Span(date(2026, 6, 17), date(2026, 6, 30)),
             Span(date(2026, 8, 15), date(2026, 8, 28))),
        ),
        (EventRow(1, "Soon", date(2026, 10, 14), None), 28, None),
    ],
)  # fmt: skip
def test_as_long_before_an_event_as_after_it(
    event: EventRow, days: int, spans: tuple[Span, Span] | None
) -> None:
    assert around(event, days, TODAY) == spans


def test_a_range_leaves_out_what_lies_beyond_it(sample: Insights) -> None:
    seen = seen_in(sample, FIRST)
    assert all(len(one.waves) == 2 for one in seen.measures)
    assert all(FIRST.holds(count.on) for count in seen.attendance.counts)
    assert len(seen.attendance.titles) == len(seen.attendance.chart.points)
    assert seen.attendance.chart.centre == sample.attendance.chart.centre
    assert seen_in(sample, Span(date.min, TODAY)).measures == sample.measures


def test_one_session_on_a_side_is_too_early_and_no_month_stands_on_both(sample: Insights) -> None:
    spans = around(EventRow(1, "Desk", date(2026, 9, 10), None), 30, TODAY)
    assert spans is not None
    lines = {line.title: line for line in compare(sample, *spans).lines}
    assert lines["Attendance"].chip == "too early"
    assert lines["Attendance"].sentence.endswith("one odd day could make the difference.")
    tickets = lines["Tickets passed on 3 or more times"].sentence
    assert tickets.startswith("11.9% in August, 10.8% in September")
