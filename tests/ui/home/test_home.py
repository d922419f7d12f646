"""Home: the sample's numbers, what an empty file shows, follow-ups ticked and taken back."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from workbench.foundation.words import Mark
from workbench.sessions.attendance_actions import mark_attendance
from workbench.sessions.pre_work_actions import add_pre_work
from workbench.sessions.pre_work_rules import PreWorkItem
from workbench.sessions.queries import next_session
from workbench.surveys.asking_actions import open_asking, plan_asking
from workbench.surveys.asking_rules import AskingPlan
from workbench.ui.home.first_steps import FirstSteps, steps_of
from workbench.ui.home.follow_ups import FollowUp
from workbench.ui.home.home_page import HomePage
from workbench.ui.home.home_reads import Steps, read_figures, read_today
from workbench.ui.home.home_words import days_to_go, follow_up_note, greeting, long_day, tiles
from workbench.ui.home.parts import DayLine, SessionLine
from workbench.ui.home.quiet_lines import QuietLine
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.inputs import LineInput, TextArea
from workbench.ui.kit.text import Text


def shown(page: object) -> str:
    assert isinstance(page, HomePage)
    return " | ".join(text.text() for text in page.findChildren(Text) if text.isVisibleTo(page))


def test_greeting_by_the_hour_and_the_name() -> None:
    assert greeting(datetime(2026, 10, 13, 9), "Ruth Adeyemi") == "Good morning, Ruth"
    assert greeting(datetime(2026, 10, 13, 14), "") == "Good afternoon"
    assert greeting(datetime(2026, 10, 13, 20), "Ruth") == "Good evening, Ruth"
    assert long_day(date(2026, 10, 13)) == "Tuesday 13 October"


def test_days_to_go() -> None:
    today = date(2026, 10, 13)
    assert [days_to_go(date(2026, 10, day), today) for day in (13, 14, 15)] == [
        "today", "tomorrow", "in 2 days",
    ]  # fmt: skip
    assert days_to_go(date(2026, 11, 12), today) == "in 4 weeks"


def test_tiles_of_the_sample(sample_desk: BenchDesk) -> None:
    found = tiles(read_figures(sample_desk.workspace, sample_desk.community))
    assert [(tile.title, f"{tile.value} {tile.unit}".strip(), tile.sentence) for tile in found] == [
        ("Attendance, 1 Oct", "30 of 48", "62% · usual range 51 to 90%"),
        ("Contributions, 1 Oct", "23", "usual range 4 to 40"),
        ("Psychological safety", "5.3 of 7", "Up 0.4 since March: likely real"),
        ("Loneliness", "4.8 of 9", "Down 0.3: too early to tell"),
        ("Help across departments", "78% last 4 sessions", "14 of 18 offers · was 42%"),
    ]


def test_todays_work_of_the_sample(sample_desk: BenchDesk) -> None:
    today = read_today(sample_desk.workspace, sample_desk.community)
    assert today.facilitator == "Ruth Adeyemi"
    assert today.coming is not None
    assert (today.coming.session.title, today.coming.apologies) == ("Handovers that hold", 3)
    assert today.coming.likely == 31
    assert [row.title for row in today.later] == ["Experiment share-back", "Troika consulting II"]
    assert len(today.quiet.rows) == 11
    assert today.markings == ()
    assert len(today.promises) == 9
    assert [(wave.answered, wave.invited) for wave in today.open_waves] == [(22, 30)]
    note = follow_up_note(today.promises, date(2026, 10, 13))
    assert note == "1 late, 1 today, 2 more this week"


def test_page_of_the_sample(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = sample_desk.open(HomePage)
    words = shown(page)
    assert "95 min in a 90 min slot" in words
    assert "22 of 30 answered" in words
    assert "5 days late" in words
    assert len(page.findChildren(QuietLine)) == 4
    assert page.settled()
    page.findChildren(SessionLine)[0].click()
    assert sample_desk.went == [("sessions", {"session": 18})]
    assert sample_desk.told == []


def test_follow_up_is_ticked_and_undone(sample_desk: BenchDesk) -> None:
    page = sample_desk.open(HomePage)
    first = page.findChildren(FollowUp)[0]
    assert first.check.accessibleName().startswith("Done: Send the Engineering notes")
    first.check.click()
    settle()
    assert sample_desk.said == ["Done: Send the Engineering notes to the 18 who missed 1 Oct"]
    assert "All 8" in [b.label for b in page.findChildren(type(page.header._actions[0]))]
    sample_desk.undo()
    settle()
    assert "1 late, 1 today" in shown(page)


def test_quick_note_goes_below_what_is_noted(sample_desk: BenchDesk) -> None:
    from workbench.rosters.queries import person
    from workbench.ui.home.quick_note import add_note

    workspace = sample_desk.workspace
    before = workspace.read(person, 13).note
    workspace.perform(add_note, 13, "Prefers a call.")
    after = workspace.read(person, 13).note
    assert after == "\n".join(part for part in (before, "2026-10-13: Prefers a call.") if part)
    workspace.undo()
    assert workspace.read(person, 13).note == before


def test_a_note_goes_to_nobody_by_default(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = sample_desk.open(HomePage)
    page.arrive(note=True)
    (dialog,) = [each for each in page.window().findChildren(Dialog) if each.isVisible()]
    who, text = dialog.findChildren(LineInput)[0], dialog.findChildren(TextArea)[0]
    text.setPlainText("Prefers a call.")
    dialog.accept()
    assert "somebody" in who.accessibleDescription()
    qtbot.keyClicks(who, "okafor")
    dialog.accept()
    assert who.accessibleDescription().startswith('"okafor" may be Ben Okafor or Jide Okafor.')
    who.setText("zielin")
    dialog.accept()
    settle()
    assert sample_desk.said == ["Noted about Tomasz Zieliński. It stays in this file."]


def test_empty_community_teaches_the_first_steps(desk: BenchDesk) -> None:
    page = desk.open(HomePage)
    words = shown(page)
    assert "First steps" in words
    assert "No session is planned" in words
    assert "Quiet lately" not in words
    assert not page.strip.isVisible()  # type: ignore[attr-defined]
    assert desk.told == []


def test_steps_are_ticked_by_what_the_file_holds(qapp: QApplication) -> None:
    steps = steps_of(Steps(purpose=True, people=3, sessions=0, marked=False, waves=0))
    assert [step.done for step in steps] == [True, True, False, False, False]
    whole = FirstSteps(Steps(purpose=True, people=3, sessions=1, marked=True, waves=1), print)
    assert whole.done
    whole.deleteLater()


def test_late_backup_moves_your_data_to_the_top(sample_desk: BenchDesk, tmp_path: Path) -> None:
    from workbench.storage.backup_names import backup_path, backups_folder

    folder = backups_folder(sample_desk.workspace.path)
    folder.mkdir()
    late = backup_path(folder, sample_desk.workspace.path, datetime(2026, 10, 1, 8), "on closing")
    late.write_bytes(b"x")
    words = shown(sample_desk.open(HomePage))
    assert words.index("Your data") < words.index("Quiet lately")
    assert "Backed up 1 Oct" in words


def test_narrow_window_puts_the_right_column_below(sample_desk: BenchDesk) -> None:
    wide = sample_desk.open(HomePage, 1440, 900)
    narrow = sample_desk.open(HomePage, 1024, 700)
    assert isinstance(wide, HomePage)
    assert isinstance(narrow, HomePage)
    assert narrow.strip.height() == 2 * wide.strip.height()


def test_quick_note_needs_somebody_to_be_about(desk: BenchDesk) -> None:
    page = desk.open(HomePage)
    page.arrive(note=True)
    assert desk.said == ["A note is about somebody: add people first."]


def test_there_is_one_primary_button(desk: BenchDesk, sample_desk: BenchDesk) -> None:
    for each in (desk, sample_desk):
        page = each.open(HomePage)
        primary = [b for b in page.findChildren(Button) if b.kind == "primary"]
        assert len(primary) == 1


def test_all_follow_ups_are_shown_and_fewer_again(sample_desk: BenchDesk) -> None:
    page = sample_desk.open(HomePage)

    def press(label: str) -> None:
        next(b for b in page.findChildren(Button) if b.label == label and b.isVisible()).click()
        settle()

    def count() -> int:
        return sum(row.isVisible() for row in page.findChildren(FollowUp))

    assert count() == 6
    press("All 9")
    assert count() == 9
    press("Show fewer")
    assert count() == 6


def test_pre_work_due_within_a_week_leads_to_its_session(sample_desk: BenchDesk) -> None:
    workspace, community = sample_desk.workspace, sample_desk.community
    coming = workspace.read(next_session, community, sample_desk.clock.local())
    assert coming is not None
    page = sample_desk.open(HomePage)
    assert "Pre-work" not in shown(page)
    item = PreWorkItem(0, "Bring one handover", "Everyone", 10, 1)
    done = workspace.perform(add_pre_work, coming, item)
    sample_desk.changed(done.topics)
    settle()
    debrief, line = [w for w in page.findChildren(DayLine) if type(w) is DayLine]
    assert "Debrief" in debrief.accessibleName()
    assert line.accessibleName() == (
        "Wed 14 Oct, Bring one handover, Everyone · Handovers that hold"
    )
    line.click()
    assert sample_desk.went[-1] == ("planner", {"session": coming})


def test_the_debrief_still_open_is_one_press_away(sample_desk: BenchDesk) -> None:
    page = sample_desk.open(HomePage)
    line = next(w for w in page.findChildren(DayLine) if "Debrief" in w.accessibleName())
    assert line.accessibleName() == (
        "Thu 1 Oct, Debrief of 1 Oct is still open, Ask me anything: Engineering"
    )
    line.click()
    assert sample_desk.went[-1] == ("debrief", {"session": 16})


def test_a_session_still_to_be_marked_is_one_press_away(sample_desk: BenchDesk) -> None:
    page = sample_desk.open(HomePage)
    done = sample_desk.workspace.perform(mark_attendance, 16, 13, Mark.UNKNOWN)
    sample_desk.changed(done.topics)
    settle()
    line = next(w for w in page.findChildren(DayLine) if "Attendance" in w.accessibleName())
    assert line.accessibleName() == (
        "Thu 1 Oct, Attendance: 47 of 48 marked, Ask me anything: Engineering"
    )
    line.click()
    assert sample_desk.went[-1] == ("attendance", {"session": 16})
    sample_desk.workspace.perform(mark_attendance, 3, 13, Mark.UNKNOWN)
    page.reload()
    settle()
    found = [w for w in page.findChildren(DayLine) if "Attendance" in w.accessibleName()]
    assert len(found) == 1, "a session of long ago is let rest"


def test_a_form_of_two_questionnaires_stands_once(sample_desk: BenchDesk) -> None:
    workspace, bridges = sample_desk.workspace, sample_desk.community
    plan = AskingPlan("December", ("safety-pulse", "transfer-item"))
    asking = workspace.perform(plan_asking, bridges, plan).value
    workspace.perform(open_asking, asking)
    today = read_today(workspace, bridges)
    assert [wave.label for wave in today.open_waves] == ["Pulse after session 16", "December"]
