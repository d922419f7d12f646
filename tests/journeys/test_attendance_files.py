"""Meeting files come in: recognised by content, each person once, a second time changes nothing."""

from pathlib import Path

import pytest
from sqlalchemy import select

from tests.journeys.commands import CHECKOUT, command, refused, succeeded
from tests.journeys.meeting_files import Line, teams, zoom
from tests.journeys.roster_files import write_csv
from workbench.models.sessions import AttendanceMark
from workbench.storage.workspace import open_workspace

BRIDGES = ("--community", "Bridges")
TEAMS = CHECKOUT.parent / "shared" / "data" / "teams" / "IDL-14-11-22.csv"
ZOOM = CHECKOUT.parent / "shared" / "data" / "zoom" / "participants_heroes_full.csv"

PEOPLE: list[Line] = [
    ("Boateng, Ama", "10/17/24, 2:00:11 PM", "10/17/24, 3:29:50 PM", "1h 29m 39s", ""),
    ("Hana Novak", "10/17/24, 1:58:00 PM", "10/17/24, 3:30:00 PM", "1h 32m", ""),
    ("J. W.", "10/17/24, 2:19:00 PM", "10/17/24, 3:30:00 PM", "1h 11m",
     "Jonas.Weber@HALDEN.example"),
    ("iPhone", "10/17/24, 2:03:00 PM", "10/17/24, 2:15:00 PM", "12m", ""),
]  # fmt: skip


def contents(path: Path) -> dict[str, int]:
    rows: dict[str, int] = succeeded("check", path, "--json").json["rows"]
    return rows


@pytest.fixture
def small(empty: Path, tmp_path: Path) -> Path:
    """A community of four."""
    mail = "jonas.weber@halden.example"
    people = [("Ama Boateng", ""), ("Hana Novák", ""), ("Jonas Weber", mail), ("Mei Chen", "")]
    source = write_csv(tmp_path / "people.csv", ("Name", "E-mail"), people)
    succeeded("import", "roster", empty, source, *BRIDGES)
    return empty


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return teams(
        tmp_path / "report.csv",
        PEOPLE,
        start="10/17/24, 1:58:00 PM",
        end="10/17/24, 3:31:00 PM",
        title="Handovers that hold",
    )


def test_a_teams_report_makes_its_session_once(small: Path, report: Path) -> None:
    into = ("import", "attendance", small, report, *BRIDGES, "--create", "--json")
    told = succeeded(*into).json
    matched = {entry["name"]: entry["person"] for entry in told["people"] if entry["person"]}
    assert matched == {
        "Boateng, Ama": "Ama Boateng", "Hana Novak": "Hana Novák", "J. W.": "Jonas Weber",
    }  # fmt: skip
    assert [entry["name"] for entry in told["unknown"]] == ["iPhone"]
    assert (told["written"], told["changed"]) == (True, 3)
    before = contents(small)
    again = succeeded(*into).json
    assert again["changed"] == 0
    assert contents(small) == before
    assert before["sessions"] == 1


def test_a_report_into_a_session_that_is_there(small: Path, report: Path) -> None:
    succeeded("import", "attendance", small, report, *BRIDGES, "--create")
    again = report.with_name("later.csv")
    late: Line = ("Mei Chen", "10/17/24, 3:00:00 PM", "10/17/24, 3:30:00 PM", "30m", "")
    teams(again, [*PEOPLE, late], start="10/17/24, 1:58:00 PM", end="10/17/24, 3:31:00 PM",
          title="Handovers that hold")  # fmt: skip
    into = ("import", "attendance", small, again, *BRIDGES, "--session", "1", "--json")
    assert succeeded(*into, "--min-minutes", "10").json["changed"] == 1
    refused(command(*into[:-2], "99"))


def test_preview_of_a_meeting_file_writes_nothing(small: Path, report: Path) -> None:
    before = small.read_bytes()
    told = succeeded(
        "import", "attendance", small, report, *BRIDGES, "--create", "--preview", "--json"
    ).json
    assert told["written"] is False
    assert small.read_bytes() == before


def test_a_session_to_come_takes_no_report(bridges: Path, report: Path) -> None:
    into = ("import", "attendance", bridges, report, *BRIDGES, "--session", "17")
    assert "15 Oct" in refused(command(*into))


def test_devices_and_rejoins_are_united(small: Path, tmp_path: Path) -> None:
    source = zoom(
        tmp_path / "zoom.csv",
        [
            ("Jonas W", "jonas.weber@halden.example", "14:00", "14:40"),
            ("jw phone", "Jonas.Weber@halden.example", "14:20", "15:00"),
            ("Hana Novák", "", "14:00", "14:10"),
            ("Hana Novák", "", "15:00", "15:30"),
            ("Ama Boateng", "", "14:00", "14:40"),
            ("Ama Boateng", "", "14:20", "15:00"),
        ],
    )
    told = succeeded("import", "attendance", small, source, *BRIDGES, "--create", "--json").json
    found = {entry["person"]: (entry["minutes"], entry["joins"]) for entry in told["people"]}
    assert found == {"Jonas Weber": (60, 2), "Hana Novák": (40, 2), None: (60, 2)}
    assert [entry["name"] for entry in told["to_check"]] == ["Ama Boateng"]
    assert "two people" in told["warnings"][0]


def test_two_readings_of_a_date_are_asked(empty: Path, tmp_path: Path) -> None:
    both = [("Ana Berg", "05/06/26, 14:00:00", "05/06/26, 15:00:00", "1h", "")]
    source = teams(
        tmp_path / "r.csv", both, start="05/06/26, 14:00:00", end="05/06/26, 15:00:00", title="T"
    )
    people = write_csv(tmp_path / "p.csv", ("Name",), [("Ana Berg",)])
    succeeded("import", "roster", empty, people, *BRIDGES)
    into = ("import", "attendance", empty, source, *BRIDGES, "--create")
    outcome = command(*into, "--json")
    assert outcome.json["written"] is False
    assert outcome.json["questions"]
    assert "--dates" in refused(outcome)
    told = succeeded(*into, "--dates", "day-first", "--json").json
    assert told["meeting"]["start"].startswith("2026-06-05")


def test_who_not_when_keeps_no_times(small: Path, report: Path) -> None:
    into = ("import", "attendance", small, report, *BRIDGES, "--create")
    assert succeeded(*into, "--who-not-when", "--json").json["written"] is True
    with open_workspace(small) as workspace:
        kept = workspace.read(
            lambda session: session.execute(
                select(AttendanceMark.arrived_at, AttendanceMark.minutes).distinct()
            ).all()
        )
    assert kept == [(None, None)]


@pytest.mark.skipif(not TEAMS.exists(), reason="the shared data are not here")
def test_the_real_teams_file(empty: Path, tmp_path: Path) -> None:
    names = [("Jan", "Janssens"), ("Johnny", "Walker"), ("Pedro", "García Simón"),
             ("Jacek", "Woityla"), ("Igor", "Landis"), ("Fred", "Primus"),
             ("Santiago", "De Compostela")]  # fmt: skip
    people = write_csv(tmp_path / "p.csv", ("First name", "Last name"), names)
    succeeded("import", "roster", empty, people, *BRIDGES)
    into = ("import", "attendance", empty, TEAMS, *BRIDGES, "--create", "--json")
    told = succeeded(*into).json
    minutes = sorted(entry["minutes"] for entry in told["people"])
    assert len({entry["person"] for entry in told["people"] if entry["person"]}) == 7
    seconds = [14 * 60 + 51, 17 * 60 + 42, 18 * 60 + 50, 19 * 60 + 19, 19 * 60 + 20,
               19 * 60 + 22, 19 * 60 + 26]  # fmt: skip
    assert minutes == pytest.approx([second / 60 for second in seconds], abs=0.05)
    assert succeeded(*into).json["changed"] == 0


@pytest.mark.skipif(not ZOOM.exists(), reason="the shared data are not here")
def test_the_real_zoom_file(empty: Path, tmp_path: Path) -> None:
    people = write_csv(tmp_path / "p.csv", ("Name",), [("Kara Zor-L",)])
    succeeded("import", "roster", empty, people, *BRIDGES)
    into = ("import", "attendance", empty, ZOOM, *BRIDGES, "--create", "--json")
    told = succeeded(*into).json
    names = [entry["name"] for entry in told["people"]]
    assert len(names) == len(set(names)) == 27
    assert succeeded(*into).json["changed"] == 0


def dated(path: Path, day: str) -> Path:
    people = [("Ana Berg", f"{day}, 2:00:00 PM", f"{day}, 3:00:00 PM", "1h", "")]
    return teams(
        path, people, start=f"{day}, 2:00:00 PM", end=f"{day}, 3:00:00 PM", title="Of another day"
    )


def test_a_report_from_after_this_computers_date_says_so(bridges: Path, tmp_path: Path) -> None:
    source = dated(tmp_path / "r.csv", "10/28/26")
    into = ("import", "attendance", bridges, source, *BRIDGES, "--create")
    sentence = refused(command(*into))
    assert "28 October 2026, lies after this computer's date, 13 October 2026" in sentence
    assert "clock" in sentence
    assert "(E)" not in sentence
    outcome = command(*into, "--preview", "--json")
    assert (outcome.code, outcome.json["written"]) == (2, False)
    assert len(outcome.json["questions"]) == 1


def test_the_other_order_of_dates_is_named_where_it_lies_before_today(
    bridges: Path, tmp_path: Path
) -> None:
    source = dated(tmp_path / "r.csv", "04.11.26")
    into = ("import", "attendance", bridges, source, *BRIDGES, "--create", "--json")
    sentence = refused(command(*into))
    assert "Read month first it is 11 April 2026" in sentence
    assert "--dates month-first" in sentence
    assert succeeded(*into, "--dates", "month-first", "--guests").json["written"] is True


def test_answers_to_a_survey_are_not_taken_for_a_list_of_who_came(
    empty: Path, tmp_path: Path
) -> None:
    titles = ("StartDate", "EndDate", "Status", "ResponseId", "Q1", "Q2")
    rows = [(f"2026-03-0{n} 10:00:00", f"2026-03-0{n} 10:05:00", "IP Address", f"R_{n}abc", n, 2)
            for n in range(1, 7)]  # fmt: skip
    source = write_csv(tmp_path / "answers.csv", titles, rows)
    done = command("import", "attendance", empty, source, "--community", "New", "--create")
    assert "answers to a survey" in refused(done)


def test_a_date_of_no_calendar_is_asked_about_never_made_up(empty: Path, tmp_path: Path) -> None:
    titles = ("Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)")
    row = ("Bo", "b@x.example", "99/99/2021 9:54:15 AM", "11/19/2021 12:01:59 PM", "128")
    source = write_csv(tmp_path / "zoom.csv", titles, [row])
    done = command("import", "attendance", empty, source, "--community", "New", "--create")
    assert "Say which session it belongs to" in refused(done)
