"""How much work a large meeting file makes: it grows with the rows, and cells are read once."""

from datetime import datetime

import pytest

from tests.unit.imports.reports import report
from workbench.imports import dates, meeting_table
from workbench.imports.join_record import JoinRecord
from workbench.imports.tables import source_from_bytes

TITLES = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"


def rows(count: int) -> str:
    return "".join(
        f"Ann Lee,a{at}@x.example,01/13/2026 10:{at % 60:02}:00 AM,01/13/2026 11:00:00 AM,60,No\n"
        for at in range(count)
    )


def test_each_text_of_a_moment_is_read_once_in_an_order(monkeypatch: pytest.MonkeyPatch) -> None:
    dates._moment_in.cache_clear()
    assert len(report(TITLES + rows(600)).people) == 600
    info = dates._moment_in.cache_info()
    assert info.misses < 2 * 62 + 40


def test_the_search_for_titles_looks_at_a_few_rows_below_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = [0]
    below = meeting_table._rows_below

    def counted(given: list[tuple[str, ...]], at: int) -> list[tuple[object, ...]]:
        found = below(given, at)
        seen[0] += len(found)
        return list(found)

    monkeypatch.setattr(meeting_table, "_rows_below", counted)
    source = source_from_bytes(("Name,Team\n" + "Ann Lee,Sales\n" * 2_000).encode(), "list.csv")
    meeting_table.tables_in(source.sheets[0].rows)
    assert seen[0] < 2_000 * (meeting_table._LOOK_AT + 2)


def test_one_name_on_ten_thousand_rows_is_told_to_overlap_by_one_union() -> None:
    text = TITLES + "Ann,,01/13/2026 10:00:00 AM,01/13/2026 10:30:00 AM,30,No\n" * 10_000
    found = report(text)
    assert [person.joins for person in found.people] == [10_000]
    assert "two people" in found.warnings[0]


@pytest.mark.parametrize(
    ("stated", "seconds"), [(None, None), (0, 0), (60, 60), (120, 120), (3600, None)]
)
def test_the_same_stamp_twice_is_a_stay_of_the_stated_length_where_that_can_be(
    stated: int | None, seconds: int | None
) -> None:
    at = datetime(2026, 1, 13, 10, 0)
    stay = JoinRecord(1, "Ann", start=at, end=at, stated=stated).stay
    length = round((stay.end - stay.start).total_seconds()) if stay else None
    assert length == seconds
