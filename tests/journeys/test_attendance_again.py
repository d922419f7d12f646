"""A meeting file at the command line: one rule of who was here, taken in again, nobody's file."""

from pathlib import Path

import pytest
from sqlalchemy import select

from tests.journeys.commands import command, refused, succeeded
from tests.journeys.meeting_files import Line, teams
from tests.journeys.roster_files import write_csv
from workbench.foundation.words import Mark, SessionState
from workbench.models.communities import Community
from workbench.models.rosters import Person
from workbench.models.sessions import AttendanceFile, AttendanceMark, AttendanceStay, Session
from workbench.storage.workspace import open_workspace

BRIDGES = ("--community", "Bridges")
DAY = "10/17/24"
LONG: Line = ("Ama Boateng", f"{DAY}, 2:00:00 PM", f"{DAY}, 3:30:00 PM", "1h 30m", "")
SHORT: Line = ("Hana Novak", f"{DAY}, 2:00:00 PM", f"{DAY}, 2:30:00 PM", "30m", "")
NOBODY: Line = ("Zoltan Quirk", f"{DAY}, 2:00:00 PM", f"{DAY}, 3:30:00 PM", "1h 30m", "")


def file_of(path: Path, *lines: Line) -> Path:
    return teams(
        path, list(lines), start=f"{DAY}, 2:00:00 PM", end=f"{DAY}, 3:30:00 PM", title="Handovers"
    )


@pytest.fixture
def small(empty: Path, tmp_path: Path) -> Path:
    """A community of two."""
    people = write_csv(tmp_path / "people.csv", ("Name",), [("Ama Boateng",), ("Hana Novak",)])
    succeeded("import", "roster", empty, people, *BRIDGES)
    return empty


def marks(path: Path) -> dict[str, tuple[Mark, float | None]]:
    with open_workspace(path) as workspace:
        rows = workspace.read(
            lambda session: session.execute(
                select(Person.name, AttendanceMark.mark, AttendanceMark.minutes).join(
                    Person, Person.id == AttendanceMark.person_id
                )
            ).all()
        )
    return {name: (mark, minutes) for name, mark, minutes in rows}


def test_the_command_counts_from_half_of_the_session_as_the_window_does(
    small: Path, tmp_path: Path
) -> None:
    report = file_of(tmp_path / "r.csv", LONG, SHORT)
    told = succeeded("import", "attendance", small, report, *BRIDGES, "--create").out
    assert "The session Handovers of 17 October 2024 was made." in told
    assert "Here from 45 minutes, half of the session; late after 10 minutes." in told
    assert marks(small) == {"Ama Boateng": (Mark.PRESENT, 90), "Hana Novak": (Mark.PART, 30)}
    with open_workspace(small) as workspace:
        rules = workspace.read(
            lambda session: session.execute(
                select(AttendanceFile.min_minutes, AttendanceFile.late_after)
            ).one()
        )
    assert tuple(rules) == (45, 10)


@pytest.mark.parametrize("wrong", ["nan", "inf", "-5", "-inf", "1441", "x", "9" * 500, "1e999"])
def test_minutes_that_are_none_are_refused(small: Path, tmp_path: Path, wrong: str) -> None:
    report = file_of(tmp_path / "r.csv", LONG)
    into = ("import", "attendance", small, report, *BRIDGES, "--create")
    assert "a number of minutes from 0 to 1440" in refused(command(*into, f"--min-minutes={wrong}"))


@pytest.mark.parametrize("wrong", ["nan", "-1", "9" * 30, "9" * 5000, "1.5", ""])
def test_numbers_that_are_none_are_refused(bridges: Path, tmp_path: Path, wrong: str) -> None:
    report = file_of(tmp_path / "r.csv", LONG)
    given = f"--session={wrong}"
    for told in (
        command("import", "attendance", bridges, report, *BRIDGES, given),
        command("calendar", bridges, tmp_path / "x.ics", *BRIDGES, given),
        command("print", bridges, tmp_path / "x.pdf", *BRIDGES, "--sheet=run", given),
        command("rooms", bridges, given),
        command("rooms", bridges, "--session=1", f"--seed={wrong}"),
    ):
        assert "a whole number from" in refused(told)


def test_other_minutes_for_a_file_taken_in_before_are_applied(small: Path, tmp_path: Path) -> None:
    report = file_of(tmp_path / "r.csv", LONG, SHORT)
    into = ("import", "attendance", small, report, *BRIDGES)
    succeeded(*into, "--create")
    told = succeeded(*into, "--create", "--min-minutes", "20", "--json").json
    assert told["changed"] == 1
    assert "The file was in the session already; its people are counted anew." in told["warnings"]
    assert marks(small)["Hana Novak"] == (Mark.PRESENT, 30)
    assert succeeded(*into, "--create", "--json").json["changed"] == 0
    assert marks(small)["Hana Novak"] == (Mark.PRESENT, 30)
    succeeded(*into, "--create", "--min-minutes", "45")
    assert marks(small)["Hana Novak"] == (Mark.PART, 30)


def test_times_of_a_file_taken_in_before_are_really_dropped(small: Path, tmp_path: Path) -> None:
    report = file_of(tmp_path / "r.csv", LONG, SHORT)
    into = ("import", "attendance", small, report, *BRIDGES, "--create")
    succeeded(*into)
    assert "its times are dropped" in succeeded(*into, "--who-not-when").out
    for _ in range(2):
        assert marks(small) == {
            "Ama Boateng": (Mark.PRESENT, None),
            "Hana Novak": (Mark.PART, None),
        }
        with open_workspace(small) as workspace:
            stays = workspace.read(lambda session: session.scalars(select(AttendanceStay)).all())
        assert stays == []
        assert succeeded(*into, "--json").json["changed"] == 0


def test_a_name_left_open_comes_in_with_the_same_file_again(small: Path, tmp_path: Path) -> None:
    report = file_of(tmp_path / "r.csv", LONG, NOBODY)
    into = ("import", "attendance", small, report, *BRIDGES, "--create")
    assert "1 name stays open and is not kept: once you know who they are" in succeeded(*into).out
    with open_workspace(small) as workspace:
        assert "Quirk" not in str(workspace.read(lambda s: s.scalars(select(Person.name)).all()))
    people = write_csv(tmp_path / "new.csv", ("Name",), [("Zoltan Quirk",)])
    succeeded("import", "roster", small, people, *BRIDGES)
    told = succeeded(*into, "--json").json
    assert (told["changed"], told["session"]) == (1, 1)
    assert marks(small)["Zoltan Quirk"] == (Mark.PRESENT, 90)
    assert marks(small)["Ama Boateng"] == (Mark.PRESENT, 90)


def test_a_file_of_nobody_on_the_roster_makes_no_session_unless_told(
    small: Path, tmp_path: Path
) -> None:
    report = file_of(tmp_path / "r.csv", NOBODY)
    into = ("import", "attendance", small, report, *BRIDGES, "--create")
    outcome = command(*into, "--json")
    assert "Nobody in r.csv is on the roster of Bridges" in refused(outcome)
    assert "--guests" in outcome.json["questions"][0]
    assert outcome.json["written"] is False
    assert succeeded("check", small, "--json").json["rows"]["sessions"] == 0
    told = succeeded(*into, "--guests", "--preview").out
    assert "1 of them is a new guest." in told
    assert "Unknown" not in told
    assert succeeded(*into, "--guests", "--json").json["changed"] == 1
    assert marks(small) == {"Zoltan Quirk": (Mark.PRESENT, 90)}
    assert succeeded(*into, "--guests", "--json").json["changed"] == 0


def test_a_session_of_a_file_took_place_although_the_roster_is_still_empty(
    empty: Path, tmp_path: Path
) -> None:
    report = file_of(tmp_path / "r.csv", NOBODY)
    told = succeeded("import", "attendance", empty, report, *BRIDGES, "--create").out
    assert told.startswith("There was no community Bridges, so it was made.\nThe session Handovers")
    with open_workspace(empty) as workspace:
        states = workspace.read(lambda session: session.scalars(select(Session.state)).all())
    assert states == [SessionState.HELD]


def test_a_mistyped_community_is_asked_about_and_a_new_one_is_made(
    small: Path, tmp_path: Path
) -> None:
    report = file_of(tmp_path / "r.csv", LONG)
    into = ("import", "attendance", small, report, "--create", "--community")
    assert "did you mean Bridges?" in refused(command(*into, "Brigdes"))
    people = tmp_path / "people.csv"
    assert "Bridges" in refused(command("import", "roster", small, people, "--community", "Bridgs"))
    succeeded(*into, "Brigdes", "--new-community")
    succeeded(*into, "Bridges 2")
    with open_workspace(small) as workspace:
        names = workspace.read(lambda session: list(session.scalars(select(Community.name))))
    assert names == ["Bridges", "Brigdes", "Bridges 2"]
