"""The main job from end to end as a script would run it, half of it in programs of their own."""

from pathlib import Path
from typing import Any

from tests.journeys.commands import Outcome, program, succeeded
from tests.journeys.meeting_files import teams
from tests.journeys.roster_files import write_csv, write_xlsx

CIRCLE = ("--community", "Leitungskreis Süd")
PEOPLE = [
    ("000017", "Müller, Änne", "aenne@example.org", "Lager"),
    ("000018", "Ōmer Ñandú", "", "Lager"),
    ("000019", "=SUM(A1)", "", "Büro"),
    ("000020", "Zoë O’Neil", "zoe@example.org", "Büro"),
]
FIGURES = "Month;Tickets passed on;Weeks alone\n2026-01;14,2;11\n2026-02;14,6;\n2026-03;13,9;10,5\n"


def done(*arguments: object) -> Outcome:
    outcome = program(*arguments)
    assert (outcome.code, outcome.err) == (0, ""), outcome
    return outcome


def answers(path: Path, shift: int) -> Path:
    lines = [f"{1 + n % 3},{1 + (n + shift) % 3},{1 + n * n % 3}" for n in range(12)]
    path.write_text("\n".join(["a,b,c", *lines]) + "\n", encoding="utf-8")
    return path


def rows(path: Path) -> Any:
    return succeeded("check", path, "--json").json["rows"]


def test_the_whole_job(tmp_path: Path) -> None:
    path = tmp_path / "Kreis Süd.fwb"
    done("new", path)
    roster = write_xlsx(tmp_path / "r.xlsx", ("Nr.", "Name", "E-Mail", "Abteilung"), PEOPLE)
    told = done("import", "roster", path, roster, *CIRCLE, "--json").json
    assert (told["added"], told["written"]) == (4, True)

    attended = [
        ("Änne Müller", "10/17/24, 2:00:00 PM", "10/17/24, 3:30:00 PM", "1h 30m", ""),
        ("Zoe", "10/17/24, 2:00:00 PM", "10/17/24, 3:30:00 PM", "1h 30m", "ZOE@example.org"),
    ]
    when = {"start": "10/17/24, 2:00:00 PM", "end": "10/17/24, 3:30:00 PM", "title": "Auftakt"}
    report = teams(tmp_path / "t.csv", attended, **when)
    assert done("import", "attendance", path, report, *CIRCLE, "--create", "--json").json["written"]

    for label, day, shift in (("Mai", "2024-05-31", 0), ("Juni", "2024-06-30", 1)):
        source = answers(tmp_path / f"{label}.csv", shift)
        succeeded(
            "import", "responses", path, source, *CIRCLE, "--instrument", "loneliness-pulse",
            "--wave", label, "--closed-on", day, "--columns", "a,b,c", "--invited", "20",
        )  # fmt: skip
    told = done("results", path, *CIRCLE, "--instrument", "loneliness-pulse", "--json").json
    assert [wave["n"] for wave in told["waves"]] == [12, 12]
    assert len(told["changes"]) == 1

    figures = tmp_path / "figures.csv"
    figures.write_text(FIGURES, encoding="utf-8")
    succeeded("import", "figures", path, figures, *CIRCLE)
    assert rows(path)["figure_months"] == 5

    for kind in ("roster", "attendance", "contributions"):
        succeeded("export", kind, path, tmp_path / f"{kind}.xlsx", *CIRCLE)
        assert (tmp_path / f"{kind}.xlsx").read_bytes().startswith(b"PK")
    done("brief", path, tmp_path / "brief.pdf", *CIRCLE, "--from", "2024-05-01", "--to",
         "2024-12-31")  # fmt: skip
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")
    succeeded("calendar", path, tmp_path / "kreis.ics", *CIRCLE)
    assert b"Auftakt" in (tmp_path / "kreis.ics").read_bytes()

    before = rows(path)
    copy = succeeded("backup", path, tmp_path, "--json").json["backup"]
    more = write_csv(tmp_path / "more.csv", ("Name",), [("Bo Lind",)])
    succeeded("import", "roster", path, more, *CIRCLE)
    assert rows(path)["people"] == 5
    done("restore", copy, path)
    assert rows(path) == before
