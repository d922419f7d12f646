"""Of somebody's two answers the later one counts, wherever in the file it stands."""

import pytest

from tests.unit.imports.survey_exports import (
    CODES,
    ITEMS,
    MICROSOFT,
    MONKEY,
    Rows,
    abouts,
    read,
    surveymonkey,
)

SHAPES = [
    "2026-03-{day:02} 10:00:00",
    "3/{day}/2026 10:00:00 AM",
    "3/{day}/26 10:00",
    "{day}.3.2026 10:00",
    "2026/03/{day:02} 10:00:45 AM GMT+1",
]


def forms(days: list[int], shape: str) -> Rows:
    moments = [shape.format(day=day) for day in days]
    rows: Rows = [[*MICROSOFT, *ITEMS]]
    return rows + [
        [at + 1, moment, moment, f"p{at % 12}@x.example", "", *CODES[at % 12]]
        for at, moment in enumerate(moments)
    ]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_newest_on_top_is_the_one_that_counts(shape: str) -> None:
    days = [20, *range(12, 1, -1), 1]
    rows = forms(days, shape)
    changed = [*rows[13][:5], *[7] * 7]
    found = read([*rows[:13], changed])
    assert abouts(found) == ["duplicates"]
    assert "latest of each" in found.questions[0]
    last = read([*rows[:13], changed], duplicates="last")
    assert [sheet.codes for sheet in last.sheets] == CODES
    assert dict(last.left_out) == {"there again, answered later": 1}


def test_without_times_the_later_row_counts() -> None:
    rows: Rows = [["Email", *ITEMS]]
    rows += [[f"p{at % 12}@x.example", *([7] * 7 if at == 12 else CODES[at % 12])]
             for at in range(13)]  # fmt: skip
    last = read(rows, duplicates="last")
    assert [sheet.codes for sheet in last.sheets] == [*CODES[1:], (7,) * 7]


def test_a_date_that_can_be_read_two_ways_is_read_as_the_file_runs() -> None:
    rows = surveymonkey(CODES, ITEMS, ["Response"] * 7)
    place = MONKEY.index("Start Date")
    body = [list(row) for row in rows[2:]]
    for at, row in enumerate(body):
        row[place] = f"0{9 - at // 2}/0{1 + at % 2}/2026 10:00:00 AM"
        row[0] = 118_000_000_000 + at % 11
    last = read([*rows[:2], *body], duplicates="last")
    assert len(last.sheets) == 11
    assert dict(last.left_out) == {"there again, answered later": 1}
