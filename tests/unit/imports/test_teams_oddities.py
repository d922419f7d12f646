"""Teams reports with everything that is odd about them: whose rows, how long, what is asked."""

from datetime import date, datetime

import pytest

from tests.unit.imports.reports import TEAMS, TEAMS_MINUTES, asked, joins, minutes, report
from workbench.foundation.errors import UnreadableFile

DIFFERS = "The joins give another length than the file states: Doe, Jane 87 minutes, 60 stated."
FRENCH = {
    "1. Summary": "1. Résumé",
    "3. In-Meeting Activities": "3. Activités en réunion",
    "Name\t": "Nom\t",
    "First Join": "Première connexion",
    "Last Leave": "Dernier départ",
    "In-Meeting Duration": "Durée de la réunion",
    "Participant ID (UPN)": "ID participant (UPN)",
    "\tRole": "\tRôle",
    "Join Time": "Heure d’arrivée",
    "Leave Time": "Heure de départ",
    "\tDuration": "\tDurée",
    "Meeting title": "Titre de la réunion",
}


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8", "utf-8-sig", "utf-32"]
)
def test_english_in_every_encoding(encoding: str) -> None:
    found = report(TEAMS, encoding)
    assert found.recognised_as == "Teams attendance report"
    assert minutes(found) == TEAMS_MINUTES
    assert joins(found) == [2, 1, 1, 1]
    assert (found.start, found.end) == (
        datetime(2025, 11, 26, 16, 16, 54),
        datetime(2025, 11, 26, 17, 44, 45),
    )
    assert found.questions == ()
    assert found.warnings == (DIFFERS,)


def test_english_saved_by_excel_in_windows_letters() -> None:
    found = report(TEAMS.replace("\u202f", " "), "cp1252")
    assert minutes(found) == TEAMS_MINUTES


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_english_with_every_delimiter(mark: str) -> None:
    found = report(TEAMS.replace("\t", mark))
    assert minutes(found) == TEAMS_MINUTES
    assert asked(found) == []


def test_titles_in_lower_case_and_in_french() -> None:
    lower = TEAMS.replace("First Join", "First join").replace("In-Meeting Dur", "In-meeting dur")
    assert minutes(report(lower, "utf-16")) == TEAMS_MINUTES
    french = TEAMS
    for english, word in FRENCH.items():
        french = french.replace(english, word)
    found = report(french, "utf-16")
    assert (found.title, minutes(found)) == ("Deep dive", TEAMS_MINUTES)


def test_no_account_name_is_taken_for_an_address() -> None:
    text = TEAMS.replace("Jane@X.example\tjd@x", "\tjane.doe@x.example").replace(
        "jane@x.example", ""
    )
    assert [person.email for person in report(text).people] == ["", "", "", ""]


def test_times_are_wall_times_without_a_zone() -> None:
    found = report(TEAMS)
    moments = [found.start, found.end, *(person.first_in for person in found.people)]
    assert all(moment is not None and moment.tzinfo is None for moment in moments)


def test_stated_and_computed_length_are_both_kept() -> None:
    jane = report(TEAMS).people[0]
    assert (jane.minutes, jane.stated_seconds, jane.differs) == (87.0, 3607, True)
    assert not any(person.differs for person in report(TEAMS).people[1:])


PORTUGUESE = """1. Resumo
Título da reunião\tCafé
Participantes atendidos\t2
Hora de início\t27/02/26, 10:00:00
Hora de término\t27/02/26, 10:50:00

2. Participantes
Nome\tPrimeiro ingresso\tÚltima saída\tDuração na reunião\tE-mail\tID do participante (UPN)\tFunção
Souza, Ana\t27/02/26, 10:00:00\t27/02/26, 10:50:00\t50m 3s\tana@x.example\tana@x\tOrganizador
Souza, Ana\t27/02/26, 10:20:00\t27/02/26, 10:50:00\t30m\t\t\tParticipante
"""


def test_portuguese_with_one_person_twice_counts_records_not_people() -> None:
    found = report(PORTUGUESE, "utf-16")
    assert (found.title, minutes(found), joins(found)) == ("Café", {"Souza, Ana": 50.0}, [2])
    assert found.start == datetime(2026, 2, 27, 10, 0)
    assert found.warnings == (
        "The joins give another length than the file states: Souza, Ana 50 minutes, 80 stated.",
    )


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        ("1h 2m 10s", 62 + 1 / 6), ("55m", 55.0), ("58 min", 58.0), ("1 hr 2 min", 62.0),
        ("1 Std. 5 Min.", 65.0), ("59 Min. 0 Sek.", 59.0), ("00:47:03", 47.05), ("62", 62.0),
        ("0:35", None), ("unreadable", None),
    ],
)  # fmt: skip
def test_a_length_without_times_is_read_or_unknown(length: str, expected: float | None) -> None:
    text = f"""1. Summary
Meeting title\tX

2. Participants
Name\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole
Ann Lee\t{length}\tann@x.example\tann@x\tOrganizer
Bo Li\t10m\t\t\tAttendee
"""
    assert minutes(report(text)) == {"Ann Lee": pytest.approx(expected), "Bo Li": 10.0}


PREMIUM = """1. Summary
Meeting title,X
Start time,"11/26/25, 4:16:54 PM"

2. Participants
Name,First Join,Last Leave,In-Meeting Duration,Email,ID (UPN),Role,Camera On,Raise Hands
Ann Lee,11/26/25, 4:17:00 PM,11/26/25, 4:47:00 PM,30m,ann@x.example,ann@x,Organizer,3,1
Bob,11/26/25, 4:17:00 PM,11/26/25, 4:27:00 PM,10m
Stone, Cy,11/26/25, 4:17:00 PM,11/26/25, 4:37:00 PM,20m
"""


def test_premium_rows_with_divided_dates_and_cells_missing_at_their_end() -> None:
    found = report(PREMIUM)
    assert minutes(found) == {"Ann Lee": 30.0, "Bob": 10.0, "Stone, Cy": 20.0}
    assert (asked(found), found.warnings) == ([], ())


def test_a_date_column_of_its_own_is_not_put_together_with_the_time_beside_it() -> None:
    text = "Name,Date,Join Time,Leave Time,Duration\nAnn Lee,11/26/25,4:17 PM,4:47 PM,30m\n"
    assert minutes(report(text, known=date(2025, 11, 26))) == {"Ann Lee": 30.0}


@pytest.mark.parametrize("sections", ["both", "one"])
def test_a_report_that_identifies_nobody_says_so(sections: str) -> None:
    rows = [line for line in TEAMS.splitlines() if "\t11/26/25" not in line or "time" in line]
    text = "\n".join(rows) if sections == "both" else "\n".join(rows[:-2])
    with pytest.raises(UnreadableFile) as raised:
        report(text, "utf-16")
    assert "report.csv has the titles of a Teams attendance report" in str(raised.value)
    assert "nobody below them (row 10)" in str(raised.value)
    assert "mark by hand" in str(raised.value)
