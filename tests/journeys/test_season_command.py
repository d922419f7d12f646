"""A season from the command line: previewed, created once, exported, refused in one sentence."""

from pathlib import Path

import pytest
from icalendar import Calendar

from tests.journeys.commands import command

BRIDGES = ("--community", "Bridges")
DEEP = "Deep dive=FREQ=WEEKLY;INTERVAL=2;BYDAY=TH@14:00/90"


def test_it_goes_on_with_the_last_season(bridges: Path, tmp_path: Path) -> None:
    themes = tmp_path / "themes.txt"
    themes.write_text("\ufeffLooking back\n\nWho tells the customer?\n", encoding="utf-8")
    shown = command("season", bridges, *BRIDGES, "--themes", themes, "--preview", "--json").json
    assert not shown["written"]
    assert [each["theme"] for each in shown["sessions"][:3]] == [
        "Looking back", "", "Who tells the customer?",
    ]  # fmt: skip
    assert (shown["sessions"][0]["number"], shown["sessions"][-1]["number"]) == (21, 32)
    assert shown["remarks"][0] == "24 and 28 Dec skipped, closed to 3 Jan"
    done = command("season", bridges, *BRIDGES, "--themes", themes)
    assert done.out.splitlines()[-1] == "Created 12 sessions."
    again = command("season", bridges, *BRIDGES, "--from", "2026-12-10", "--to", "2027-04-15")
    assert again.code == 2
    assert again.err.startswith("No new date lies between these days.")


def test_all_is_said_on_the_line(bridges: Path) -> None:
    shown = command(
        "season", bridges, *BRIDGES, "--from", "2027-03-22", "--to", "2027-04-09",
        "--rhythm", "Workshop=FREQ=MONTHLY;BYDAY=-1MO@9:30/180",
        "--rhythm", DEEP, "--template", "Deep dive=starter:deep-dive",
        "--country", "Scotland", "--closed", "2027-04-08=moving house", "--on-day-off", "skip",
        "--preview", "--json",
    ).json  # fmt: skip
    assert [(each["kind"], each["starts"]) for each in shown["sessions"]] == [
        ("Deep dive", "2027-03-25T14:00:00"),
        ("Workshop", "2027-03-29T09:30:00"),
    ]
    assert [each["reason"] for each in shown["left_out"]] == ["moving house"]


def test_the_calendar_of_a_season_is_the_same_each_time(bridges: Path, tmp_path: Path) -> None:
    assert command("season", bridges, *BRIDGES).code == 0
    out, again, one = (tmp_path / f"{name}.ics" for name in ("out", "again", "one"))
    for path in (out, again):
        assert command("calendar", bridges, path, *BRIDGES).code == 0
    assert out.read_bytes() == again.read_bytes()
    assert len(Calendar.from_ical(out.read_bytes()).events) == 32
    assert command("calendar", bridges, one, *BRIDGES, "--session", "30").code == 0
    (event,) = Calendar.from_ical(one.read_bytes()).events
    assert event.start.isoformat() == "2027-03-30T09:30:00+01:00"
    refused = command("calendar", bridges, one, *BRIDGES, "--session", "99")
    assert (refused.code, refused.err) == (2, "Bridges has no session 99. See the list for one.\n")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--rhythm", "Deep dive"), '--rhythm "Deep dive" cannot be read.'),
        (("--rhythm", "D=FREQ=NEVER@14:00/90"), "day, week, month or year, not never"),
        (("--rhythm", "D=FREQ=DAILY@25:00/90"), "25:00 is not a time of day."),
        (("--rhythm", "D=FREQ=DAILY@14:00/0"), "cannot last 0 minutes"),
        (("--rhythm", "D=FREQ=DAILY@14:00/10000"), "cannot last 10,000 minutes"),
        (("--rhythm", "D=FREQ=DAILY@14:00/30", "--to", "2030-01-01"), "more than 400 sessions"),
        (("--country", "Narnia"), "The public holidays of Narnia are not known."),
        (("--closed", "Christmas"), '--closed "Christmas" cannot be read.'),
        (("--to", "2026-12-01"), "before the first day"),
        (("--themes", "/nowhere/themes.txt"), "cannot be read."),
        (("--rhythm", DEEP, "--template", "Deep dive=starter:none"), "Deep dive: "),
    ],
)
def test_what_is_wrong_is_one_sentence(bridges: Path, more: tuple[str, ...], said: str) -> None:
    outcome = command("season", bridges, *BRIDGES, *more)
    assert outcome.code == 2
    assert said in outcome.err
    assert outcome.err.count("\n") == 1
    assert "Traceback" not in outcome.err
