"""Zoom reports with everything that is odd about them: whose rows, how long, what is asked."""

from datetime import date, datetime

import pytest

from tests.unit.imports.reports import asked, joins, minutes, report
from workbench.foundation.errors import UnreadableFile
from workbench.imports.dates import DateOrder

ABOUT = """Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,
"812 3456 7890","Deep dive","Aug 12, 2026 10:00 AM","Aug 12, 2026 11:00 AM",h@x.example,60,4,

"""
JOINS = """Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,{},In Waiting Room
Diego Gomez (TA),d@x.example,"Aug 12, 2026 10:00 AM","Aug 12, 2026 10:30 AM",31,No,OK,No
Diego Gomez (TA),D@X.example,"Aug 12, 2026 10:20 AM","Aug 12, 2026 11:00 AM",41,No,OK,No
iPad (Ann Lee (she/her)),,"Aug 12, 2026 10:00 AM","Aug 12, 2026 10:00 AM",1,Yes,,No
Wes Oak,,"Aug 12, 2026 10:00 AM","Aug 12, 2026 10:05 AM",5,Yes,,Yes
Bo Li,,"Aug 12, 2026 10:40 AM","Aug 12, 2026 10:40 AM",,Yes,,No
"""  # noqa: E501  the titles are one line in the file
UNIQUE = """Name (Original Name),User Email,Total Duration (Minutes),Guest
Ann Lee,ann@x.example,62,No
Ann Lee,second@x.example,10,No
Zed,,--,Yes
Cy,,0,Yes
"""
MINUTES = {"Diego Gomez (TA)": 60.0, "iPad (Ann Lee (she/her))": 1.0, "Bo Li": None}


def lower(text: str) -> str:
    """Return a report with the titles of newer files."""
    for word in ("Original Name", "Join Time", "Leave Time", "Minutes", "Total Duration"):
        text = text.replace(word, word[0] + word[1:].lower())
    return text.replace("(Original name)", "(original name)").replace("(Minutes)", "(minutes)")


@pytest.mark.parametrize("consent", ["Recording Consent", "Recording disclaimer response"])
@pytest.mark.parametrize("case", [str, lower])
@pytest.mark.parametrize("about", ["", ABOUT])
def test_join_by_join(about: str, case: type[str], consent: str) -> None:
    found = report(case(about + JOINS.format(consent)))
    assert found.recognised_as == "Zoom participant report"
    assert minutes(found) == MINUTES
    assert joins(found) == [2, 1, 1]
    assert found.title == ("Deep dive" if about else "")
    assert found.start == datetime(2026, 8, 12, 10, 0)
    assert asked(found) == []
    (warning,) = found.warnings
    assert warning.endswith("than the file states: Diego Gomez (TA) 60 minutes, 72 stated.")


@pytest.mark.parametrize("case", [str, lower])
def test_unique_users(case: type[str]) -> None:
    found = report(case(UNIQUE))
    assert [person.minutes for person in found.people] == [62.0, 10.0, None, 0.0]
    assert (found.start, asked(found), found.warnings) == (None, [], ())


def test_the_same_minute_in_and_out_is_no_empty_stay() -> None:
    found = {person.name: person for person in report(JOINS.format("x")).people}
    assert found["iPad (Ann Lee (she/her))"].seconds == 60
    assert found["Bo Li"].seconds is None
    assert found["Bo Li"].first_in == datetime(2026, 8, 12, 10, 40)


def test_german_titles_as_excel_saves_them() -> None:
    found = report(
        "Name (Originalname);Benutzer-E-Mail;Beitrittszeit;Austrittszeit;Dauer (Minuten);Gast\n"
        "Jürgen;j@x.example;13.01.2026 10:00:00;13.01.2026 11:00:00;60;Nein\n",
        "cp1252",
    )
    assert (found.recognised_as, minutes(found)) == ("Zoom participant report", {"Jürgen": 60.0})


OPEN_DATES = """Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest
Ann,a@x.example,03/04/2026 10:00:00 AM,03/04/2026 11:00:00 AM,60,No
"""


def test_a_date_of_two_readings_is_asked_and_told_by_the_session() -> None:
    assert asked(report(OPEN_DATES)) == ["dates"]
    assert minutes(report(OPEN_DATES)) == {"Ann": 60.0}
    assert report(OPEN_DATES, order=DateOrder.DAY_FIRST).start == datetime(2026, 4, 3, 10, 0)
    for known in (date(2026, 3, 4), datetime(2026, 3, 4, 10, 0)):
        assert report(OPEN_DATES, known=known).start == datetime(2026, 3, 4, 10, 0)


def test_names_that_look_like_formulas_stay_names() -> None:
    names = ["=HYPERLINK(1)", "+Ann", "-Bo", "@Cy"]
    rows = "".join(f'"{name}",,{60 - at},Yes\n' for at, name in enumerate(names))
    found = report(UNIQUE.partition("\n")[0] + "\n" + rows)
    assert [person.name for person in found.people] == names


def test_an_unreadable_length_and_a_leave_that_lacks_are_unknown() -> None:
    text = OPEN_DATES.replace("03/04/2026 11:00:00 AM,60", ",xx").replace("03/04", "01/13")
    found = report(text)
    assert minutes(found) == {"Ann": None}
    assert found.start == datetime(2026, 1, 13, 10, 0)


WEBINAR = """Attendee Report
Report Generated:,"Sep 27, 2026 9:10 AM"
Topic,Webinar ID,Actual Start Time
Deep dive,812 3456 7890,"Sep 26, 2026 9:10 AM"
Host Details
Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)
Yes,Host,h@x.example,"Sep 26, 2026 9:00 AM","Sep 26, 2026 10:10 AM",70
Attendee Details
Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)
Yes,Ann,a@x.example,"Sep 26, 2026 9:10 AM","Sep 26, 2026 9:30 AM",20
No,Bo,b@x.example,--,--,--
"""


@pytest.mark.parametrize("case", [str, lower])
def test_webinars(case: type[str]) -> None:
    found = report(case(WEBINAR))
    assert found.recognised_as == "Zoom webinar report"
    assert (found.title, found.start) == ("Deep dive", datetime(2026, 9, 26, 9, 10))
    assert minutes(found) == {"Host": 70.0, "Ann": 20.0}
    assert (asked(found), found.warnings) == ([], ())


def test_titles_without_anybody_below_say_so() -> None:
    with pytest.raises(UnreadableFile, match=r"titles of a Zoom .* nobody below them \(row 1\)"):
        report(UNIQUE.partition("\n")[0] + "\n")


def test_a_report_of_people_who_all_waited_outside_says_so() -> None:
    text = "\n".join(line for line in JOINS.format("x").splitlines() if ",Yes,,No" not in line)
    with pytest.raises(UnreadableFile, match="3 rows of people and nobody in them who was in"):
        report(text.replace(",No,OK,No", ",No,OK,Yes"))
