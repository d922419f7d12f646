"""Workbooks, the brief and the calendar file from the command line, reopened and read."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.commands import command, refused, succeeded

BRIDGES = ("--community", "Bridges")


def sheet(path: Path, name: str) -> list[tuple[Any, ...]]:
    from openpyxl import load_workbook

    return list(load_workbook(path)[name].iter_rows(values_only=True))


def brief_text(bridges: Path, out: Path, *options: str) -> str:
    from pypdf import PdfReader

    succeeded("brief", bridges, out, *BRIDGES, *options)
    pages = PdfReader(out).pages
    assert len(pages) == 1
    return " ".join(pages[0].extract_text().split())


def test_the_roster(bridges: Path, tmp_path: Path) -> None:
    out = tmp_path / "roster.xlsx"
    succeeded("export", "roster", bridges, out, *BRIDGES)
    headings, *rows = sheet(out, "Roster")
    assert len(rows) == 48
    joined = headings.index("Joined on")
    assert all(isinstance(row[joined], datetime) for row in rows)
    every = "\n".join(str(cell) for row in rows for cell in row)
    assert "Zieliński" in every
    assert "night returns shift" not in every
    assert "Drifting" not in every


def test_the_roster_as_of_a_day(bridges: Path, tmp_path: Path) -> None:
    out = tmp_path / "roster.xlsx"
    succeeded("export", "roster", bridges, out, *BRIDGES, "--as-of", "2026-01-22")
    assert len(sheet(out, "Roster")) == 1 + 34


def test_attendance(bridges: Path, tmp_path: Path) -> None:
    out = tmp_path / "attendance.xlsx"
    succeeded("export", "attendance", bridges, out, *BRIDGES)
    headings, *rows = sheet(out, "Attendance")
    tomasz = dict(
        zip(headings, next(row for row in rows if row[0] == "Tomasz Zieliński"), strict=True)
    )
    assert (tomasz["Here"], tomasz["Expected"]) == (12, 16)


def test_contributions(bridges: Path, tmp_path: Path) -> None:
    out = tmp_path / "contributions.xlsx"
    succeeded("export", "contributions", bridges, out, *BRIDGES)
    assert len(sheet(out, "Contributions")) == 1 + 349


def test_the_brief(bridges: Path, tmp_path: Path) -> None:
    text = brief_text(bridges, tmp_path / "brief.pdf")
    for part in (
        "Cross-department learning community · Halden Home",
        "members from 6 departments, up from 34 in January",
        "24 of 34",
        "12 of 25 before May",
        "Up 0.4 since March, 95% CI 0.1 to 0.7: likely a real change.",
        "Down 0.3 since March, 95% CI −1.0 to +0.5: this could be chance.",
        "this covers 2 departments",
        "Ruth Adeyemi",
    ):
        assert part in text, part


def test_the_brief_names_no_member(bridges: Path, tmp_path: Path) -> None:
    text = brief_text(bridges, tmp_path / "brief.pdf")
    out = tmp_path / "roster.xlsx"
    succeeded("export", "roster", bridges, out, *BRIDGES)
    names = [str(row[0]) for row in sheet(out, "Roster")[1:]]
    assert [name for name in names if name in text or name.split()[-1] in text.split()] == []


def test_the_brief_of_a_shorter_time(bridges: Path, tmp_path: Path) -> None:
    period = ("--from", "2026-01-01", "--to", "2026-04-30")
    text = brief_text(bridges, tmp_path / "brief.pdf", *period)
    assert "8 sessions held" in text
    assert "September" not in text.split("What we ask of you")[0]  # the facilitator's own words


def test_a_brief_without_anything_to_say(empty: Path, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("Name\nAna\n", encoding="utf-8")
    succeeded("import", "roster", empty, tmp_path / "r.csv", *BRIDGES)
    outcome = command("brief", empty, tmp_path / "brief.pdf", *BRIDGES)
    if outcome.code:
        refused(outcome)
        assert not (tmp_path / "brief.pdf").exists()


def test_an_end_before_the_start(bridges: Path, tmp_path: Path) -> None:
    period = ("--from", "2026-05-01", "--to", "2026-04-30")
    refused(command("brief", bridges, tmp_path / "brief.pdf", *BRIDGES, *period))


def test_the_calendar(bridges: Path, tmp_path: Path) -> None:
    from icalendar import Calendar

    out = tmp_path / "bridges.ics"
    succeeded("calendar", bridges, out, *BRIDGES)
    events = Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    titles = {str(event["summary"]) for event in events}
    assert any("Handovers that hold" in title for title in titles)


@pytest.mark.parametrize("name", ["roster", "attendance", "contributions"])
def test_a_community_nobody_knows(bridges: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out.xlsx"
    sentence = refused(command("export", name, bridges, out, "--community", "Bridge"))
    assert "Bridges" in sentence
    assert not out.exists()


def test_an_export_replaces_the_old_one_whole(bridges: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    out.write_bytes(b"old" * 9000)
    succeeded("export", "roster", bridges, out, *BRIDGES)
    assert len(sheet(out, "Roster")) == 49
    assert [path.name for path in tmp_path.glob(".*")] == []
