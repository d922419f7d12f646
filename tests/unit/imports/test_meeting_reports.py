"""Reports of meeting tools in every shape, made here after what the tools write."""

from datetime import date, datetime

import pytest

from tests.unit.imports.reports import minutes, report
from workbench.foundation.errors import UnreadableFile
from workbench.imports.dates import DateOrder
from workbench.imports.meeting import read_meeting
from workbench.imports.tables import source_from_bytes

GERMAN = """1. Zusammenfassung
Titel der Besprechung\tWochenrunde, klein
Teilnehmer\t3
Startzeit\t06.10.26, 18:01:00
Endzeit\t06.10.26, 19:01:00
Dauer der Besprechung\t1 Std. 0 Min. 0 Sek.

2. Teilnehmer
Name\tErster Beitritt\tLetztes Verlassen\tBesprechungsdauer\tE-Mail\tTeilnehmer-ID (UPN)\tRolle
Müller, Jürgen (Extern)\t06.10.26, 18:01:00\t06.10.26, 19:01:00\t30 Min. 0 Sek.\tjm@x.example\tjm\tO
+49 170 1*****7\t06.10.26, 18:05:00\t06.10.26, 18:15:00\t10 Min. 0 Sek.\t\t\tTeilnehmer

3. Aktivitäten in der Besprechung
Name\tBeitrittszeit\tAustrittszeit\tDauer\tE-Mail\tRolle
Müller, Jürgen (Extern)\t06.10.26, 18:01:00\t06.10.26, 18:11:00\t10 Min.\tjm@x.example\tO
Müller, Jürgen (Extern)\t06.10.26, 18:41:00\t06.10.26, 19:01:00\t20 Min.\tjm@x.example\tO
+49 170 1*****7\t06.10.26, 18:05:00\t06.10.26, 18:15:00\t10 Min. 0 Sek.\t\tTeilnehmer
"""


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8", "cp1252"])
def test_teams_in_german_counts_sections_two_and_three_once(encoding: str) -> None:
    found = report(GERMAN, encoding)
    assert found.recognised_as == "Teams attendance report"
    assert found.title == "Wochenrunde, klein"
    assert (found.start, found.end) == (
        datetime(2026, 10, 6, 18, 1),
        datetime(2026, 10, 6, 19, 1),
    )
    assert minutes(found) == {"Müller, Jürgen (Extern)": 30.0, "+49 170 1*****7": 10.0}
    assert [person.joins for person in found.people] == [2, 1]
    assert not found.questions


def test_teams_without_its_third_section_takes_the_stated_time() -> None:
    found = report(GERMAN.partition("3. Akt")[0])
    assert minutes(found)["Müller, Jürgen (Extern)"] == 30.0


PORTUGUESE = """1. Resumo
Título da reunião,Café
Hora de início,07/02/26, 10:00:00
Hora de término,07/02/26, 10:50:00

2. Participantes
Nome,Primeiro ingresso,Última saída,Duração na reunião,E-mail,ID do participante (UPN),Função
Souza, Ana,07/02/26, 10:00:00,07/02/26, 10:50:00,50m,ana@x.example,ana@x,Organizador
Bia Lima,07/02/26, 10:05:00,07/02/26, 10:50:00,45m,,,Participante
"""


def test_teams_with_commas_that_split_dates_and_names() -> None:
    found = report(PORTUGUESE, known=date(2026, 2, 7))
    assert minutes(found) == {"Souza, Ana": 50.0, "Bia Lima": 45.0}
    assert found.start == datetime(2026, 2, 7, 10, 0)


def test_a_date_of_two_readings_is_a_question_and_the_minutes_are_known_all_the_same() -> None:
    found = report(PORTUGUESE)
    assert [question.about for question in found.questions] == ["dates"]
    assert "--dates day-first" in str(found.questions[0])
    assert found.start is None
    assert minutes(found)["Bia Lima"] == 45.0
    settled = report(PORTUGUESE, order=DateOrder.MONTH_FIRST)
    assert settled.start == datetime(2026, 7, 2, 10, 0)


def test_teams_in_a_language_nobody_taught_us() -> None:
    text = """1. Rezumatas
Pavadinimas\tKava
Pradžia\t2026-11-26 16:00:00
Pabaiga\t2026-11-26 17:00:00

2. Dalyviai
Vardas\tPirmas\tPaskutinis\tTrukmė\tPaštas\tID (UPN)\tVaidmuo
Jonas Petraitis\t2026-11-26 16:00:00\t2026-11-26 17:00:00\t1h\tjonas@x.example\tj@x\tRengėjas
Ona Kazlienė\t2026-11-26 16:30:00\t2026-11-26 17:00:00\t30m\tona@x.example\to@x\tDalyvis
"""
    found = report(text, "utf-16")
    assert minutes(found) == {"Jonas Petraitis": 60.0, "Ona Kazlienė": 30.0}
    assert found.title == "Kava"


def test_teams_that_shows_only_who_attended() -> None:
    text = """1. Summary
Meeting title\tX
Attended participants\t2

2. Participants
Name\tEmail\tParticipant ID (UPN)\tRole
Ana Souza\tana@x.example\tana@x\tOrganizer
Bia Lima\t\t\tAttendee
"""
    found = report(text, "utf-16")
    assert minutes(found) == {"Ana Souza": None, "Bia Lima": None}
    assert found.warnings == ("The file says who came, not for how long.",)


def test_teams_premium_columns_and_short_rows_do_no_harm() -> None:
    text = """1. Summary
Meeting title\tX
Start time\t11/26/25, 4:16:54 PM

2. Participants
Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tID (UPN)\tRole\tUnmute\tHands
Ann Lee\t11/26/25, 4:17:00 PM\t11/26/25, 4:47:00 PM\t30m\tann@x.example\tann@x\tO\t3\t1
Bob Stone\t11/26/25, 4:17:00 PM\t11/26/25, 4:27:00 PM\t10m
"""
    assert minutes(report(text)) == {"Ann Lee": 30.0, "Bob Stone": 10.0}


def test_teams_of_2021_unites_overlapping_rows() -> None:
    text = """Meeting Summary
Total Number of Participants\t3
Meeting Title\tWeekly
Meeting Start Time\t11/26/21, 4:16:54 PM
Meeting End Time\t11/26/21, 5:16:54 PM
Meeting Id\t1234-abc

Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tParticipant ID (UPN)
Ann Lee\t11/26/21, 4:17:00 PM\t11/26/21, 4:37:00 PM\t20m\tann@x.example\tOrganizer\tann@x
Ann Lee\t11/26/21, 4:27:00 PM\t11/26/21, 4:47:00 PM\t20m\tANN@x.example\tOrganizer\tann@x
Bob\t11/26/21, 4:27:00 PM\t11/26/21, 4:47:00 PM\t20m\t\tPresenter\t
"""
    found = report(text, "utf-16")
    assert minutes(found) == {"Ann Lee": 30.0, "Bob": 20.0}
    assert found.people[0].stated_seconds == 2400
    assert found.title == "Weekly"


EVENTS = """Full Name\tUser Action\tTimestamp
Ann Lee\tJoined before\t11/26/2020, 4:17:00 PM
Bob\tJoined\t11/26/2020, 4:27:00 PM
Bob\tLeft\t11/26/2020, 4:37:00 PM
Bob\tJoined\t11/26/2020, 4:47:00 PM
Ann Lee\tLeft\t11/26/2020, 5:00:00 PM
"""


def test_teams_of_2020_pairs_joins_with_leaves_and_leaves_the_last_open() -> None:
    found = report(EVENTS, "utf-16")
    assert minutes(found) == {"Ann Lee": 43.0, "Bob": 23.0}


def test_teams_of_2020_without_titles_in_another_language() -> None:
    text = "\n".join(EVENTS.splitlines()[1:]).replace("Joined before", "Beigetreten")
    text = text.replace("Joined", "Beigetreten").replace("Left", "Verlassen")
    assert minutes(report(text)) == {"Ann Lee": 43.0, "Bob": 23.0}


def test_one_file_with_two_meetings_asks_and_obeys_the_session() -> None:
    later = EVENTS.partition("\n")[2].replace("11/26/2020", "12/03/2020")
    found = report(EVENTS + later)
    assert [question.about for question in found.questions] == ["meeting"]
    assert minutes(report(EVENTS + later, known=date(2020, 12, 3)))["Ann Lee"] == 43.0


ZOOM_ROWS = """{name},{email},{join},{leave},{duration},Guest,{waiting}
Ann Lee (she/her),ann@x.example,01/13/2026 10:00:00 AM,01/13/2026 11:00:00 AM,60,No,No
Bob,,01/13/2026 10:00:00 AM,01/13/2026 10:03:00 AM,3,Yes,Yes
Bob,,01/13/2026 10:03:00 AM,01/13/2026 10:30:00 AM,27,Yes,No
Bob,,01/13/2026 10:40:00 AM,01/13/2026 11:00:00 AM,21,Yes,No
"""
UPPER = ZOOM_ROWS.format(
    name="Name (Original Name)", email="User Email", join="Join Time", leave="Leave Time",
    duration="Duration (Minutes)", waiting="In Waiting Room",
)  # fmt: skip
LOWER = ZOOM_ROWS.format(
    name="Name (original name)", email="Email", join="Join time", leave="Leave time",
    duration="Duration (minutes)", waiting="In waiting room",
)  # fmt: skip
ABOUT = """Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,
"812 3456 7890","Deep dive, again",01/13/2026 10:00:00 AM,01/13/2026 11:00:00 AM,h@x.example,60,2,

"""


@pytest.mark.parametrize("text", [UPPER, LOWER, ABOUT + UPPER, ABOUT + LOWER])
def test_zoom_join_by_join_leaves_the_waiting_room_out(text: str) -> None:
    found = report(text)
    assert found.recognised_as == "Zoom participant report"
    assert minutes(found) == {"Ann Lee (she/her)": 60.0, "Bob": 47.0}
    assert found.title == ("Deep dive, again" if text.startswith("Meeting") else "")
    assert found.start == datetime(2026, 1, 13, 10, 0)


@pytest.mark.parametrize(
    "titles",
    [
        "Name (Original Name),User Email,Total Duration (Minutes),Guest",
        "Name (original name),Email,Total duration (minutes),Guest",
    ],
)
def test_zoom_unique_users(titles: str) -> None:
    found = report(f"{titles}\nAnn Lee,ann@x.example,62,No\niPhone (Brian Smith),,40,Yes\n")
    assert minutes(found) == {"Ann Lee": 62.0, "iPhone (Brian Smith)": 40.0}
    assert found.start is None


def test_two_devices_without_an_address_are_united_and_doubted() -> None:
    text = LOWER + "Bob,,01/13/2026 10:10:00 AM,01/13/2026 10:50:00 AM,40,Yes,No\n"
    found = report(text)
    assert minutes(found)["Bob"] == 57.0
    assert "two people" in found.warnings[0]


def test_zoom_webinars_leave_out_who_only_registered() -> None:
    text = """Attendee Report
Report Generated:,"Sep 27, 2026 9:10 AM"
Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered
"Deep dive",812 3456 7890,"Sep 26, 2026 9:10 AM",60,12
Host Details
Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)
Yes,Host Person,h@x.example,"Sep 26, 2026 9:00 AM","Sep 26, 2026 10:10 AM",70
Attendee Details
Attended,User Name (Original Name),Email,Registration Time,Join Time,Leave Time,Time (minutes)
Yes,Ann Lee,ann@x.example,"Sep 1, 2026 9:10 AM","Sep 26, 2026 9:10 AM","Sep 26, 2026 9:30 AM",20
Yes,Ann Lee,ann@x.example,"Sep 1, 2026 9:10 AM","Sep 26, 2026 9:20 AM","Sep 26, 2026 9:40 AM",20
No,Bo Li,bo@x.example,"Sep 1, 2026 9:10 AM",--,--,--
"""
    found = report(text)
    assert found.recognised_as == "Zoom webinar report"
    assert minutes(found) == {"Host Person": 70.0, "Ann Lee": 30.0}
    assert (found.title, found.start) == ("Deep dive", datetime(2026, 9, 26, 9, 10))


MEET = """First name,Last name,Email,Duration,Time joined,Time exited
Ann,Lee,ann@x.example,58 min,23:30,00:28
Bo,Li,,1 hr 2 min,23:20,00:22
"""


def test_meet_with_clock_times_across_midnight() -> None:
    found = report(MEET, known=date(2026, 9, 26))
    assert found.recognised_as == "Google Meet attendance report"
    assert minutes(found) == {"Ann Lee": 58.0, "Bo Li": 62.0}
    assert (found.start, found.end) == (
        datetime(2026, 9, 26, 23, 20),
        datetime(2026, 9, 27, 0, 28),
    )


def test_meet_takes_its_day_from_the_file_name_or_asks() -> None:
    assert [question.about for question in report(MEET).questions] == ["day"]
    name = "Deep dive fxj-hykv-jev (2026-09-26 14:41).csv"
    found = read_meeting(source_from_bytes(MEET.encode(), name))
    assert found.start == datetime(2026, 9, 26, 23, 20)


BLOCK = """Meeting title,Date,Start time,End time
Circle,{day},23:30,00:30

Name,Email,Duration,Time joined,Time exited
Ann Ek,ann@x.example,1:00:00,23:30,00:30
Bo Li,,32 min,23:40,00:12
"""


def test_meet_with_a_block_about_the_meeting_above_its_people() -> None:
    found = report(BLOCK.format(day="2025-10-25"))
    assert (found.recognised_as, found.title) == ("Google Meet attendance report", "Circle")
    assert (found.start, found.end) == (
        datetime(2025, 10, 25, 23, 30),
        datetime(2025, 10, 26, 0, 30),
    )
    assert minutes(found) == {"Ann Ek": 60.0, "Bo Li": 32.0}
    assert not found.questions


def test_meet_asks_about_the_day_above_its_people_and_obeys() -> None:
    (question,) = report(BLOCK.format(day="03/04/2025")).questions
    assert question.about == "dates"
    found = report(BLOCK.format(day="03/04/2025"), order=DateOrder.MONTH_FIRST)
    assert found.start == datetime(2025, 3, 4, 23, 30)


def test_meet_in_portuguese_as_excel_saves_it() -> None:
    found = report(
        "Nome;Sobrenome;E-mail;Duração;Horário de entrada;Horário de saída\n"
        "João;Conceição;j@x.example;58 min;18:02;19:00\n",
        "cp1252",
        known=date(2025, 9, 26),
    )
    assert found.recognised_as == "Google Meet attendance report"
    assert minutes(found) == {"João Conceição": 58.0}
    assert found.people[0].stated_seconds == 58 * 60


def test_meet_in_portuguese_below_a_title_line() -> None:
    text = """Café da manhã
Nome,Sobrenome,E-mail,Duração,Horário de entrada,Horário de saída
Ana,Souza,ana@x.example,42m,10:00,10:42
"""
    assert minutes(report(text, known=date(2026, 1, 2))) == {"Ana Souza": 42.0}


def test_a_mere_list_of_names_says_who_came() -> None:
    assert list(minutes(report("Anna Berg\nBob Stone\nDoe, Jane\n"))) == [
        "Anna Berg",
        "Bob Stone",
        "Doe, Jane",
    ]


def test_a_list_with_a_status_leaves_the_absent_out() -> None:
    found = report("Name,Status\nAnna Berg,here\nBob Stone,absent\n")
    assert list(minutes(found)) == ["Anna Berg"]


@pytest.mark.parametrize("text", ["hello\n", "a,b\n1,2\n3,4\n", "1. Summary\nMeeting title\tX\n"])
def test_a_file_without_names_is_refused_with_its_first_lines(text: str) -> None:
    with pytest.raises(UnreadableFile, match="It begins"):
        report(text)
