"""The charter, norms and rhythms changed with keys and clicks."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.communities.community_bench import (
    LEFT,
    charter_of,
    confirm,
    opened,
    press,
    rows,
    shown,
    take_back,
    words,
    write,
)
from tests.ui.desks import BenchDesk, settle
from workbench.communities.queries import charter, norm_versions
from workbench.foundation.words import ExcusedRule
from workbench.ui.communities.charter_form import CharterForm
from workbench.ui.communities.norms_form import NormsForm
from workbench.ui.communities.parts import PressRow
from workbench.ui.communities.rhythm_form import RhythmForm
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.inputs import LineInput


def test_the_charter_is_edited_with_the_keyboard(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    before = charter_of(sample_desk)
    press(qtbot, page, "Edit charter")
    form = shown(page, CharterForm)
    assert page.window().focusWidget() is form.purpose
    form.purpose.selectAll()
    qtbot.keyClicks(form.purpose, "We mend handovers.")
    write(qtbot, form.name, "Bridges 2")
    write(qtbot, form.strapline, "One line")
    write(qtbot, form.organisation, "Halden")
    write(qtbot, form.zone, "Europe/Oslo")
    form.apologies.pick(ExcusedRule.SET_APART.value)
    confirm(qtbot, form.purpose)
    assert charter_of(sample_desk) == (
        "Bridges 2",
        "One line",
        "Halden",
        "Europe/Oslo",
        ExcusedRule.SET_APART,
        "We mend handovers.",
    )
    assert sample_desk.said == ["Charter changed."]
    assert "We mend handovers." in words(page)
    assert "Charter of Bridges 2, since January 2026" in words(page)
    take_back(sample_desk)
    assert charter_of(sample_desk) == before


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("name", " ", "A community needs a name"),
        ("name", "welcome CIRCLE", "already a community"),
        ("zone", "Europe/Nowhere", "is not a time zone"),
        ("zone", "", "is not a time zone"),
    ],
)
def test_what_a_charter_cannot_be_is_said_at_its_field(
    sample_desk: BenchDesk, qtbot: QtBot, field: str, text: str, said: str
) -> None:
    page = opened(sample_desk)
    page.dialogs.edit_charter()
    form = shown(page, CharterForm)
    control = form.form.fields[field].control
    assert isinstance(control, LineInput)
    control.setText(text)
    confirm(qtbot, control)
    assert form.isVisible()
    assert said in control.accessibleDescription()
    assert sample_desk.told == []
    qtbot.keyClick(control, Qt.Key.Key_Escape)
    settle()
    assert not [d for d in page.window().findChildren(Dialog) if d.isVisible()]


def test_new_norms_become_a_version_and_undo(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    press(qtbot, page, "Agree new norms")
    form = shown(page, NormsForm)
    confirm(qtbot, form.norms)
    assert "Nothing differs from version 3" in form.norms.accessibleDescription()
    form.norms.selectAll()
    qtbot.keyClicks(form.norms, "1. Ask before advising.")
    qtbot.keyClick(form.norms, Qt.Key.Key_Return)
    qtbot.keyClicks(form.norms, "2. Start and stop on time.")
    confirm(qtbot, form.norms)
    versions = sample_desk.workspace.read(norm_versions, sample_desk.community)
    assert [version.version for version in versions] == [4, 3, 2, 1]
    assert versions[0].norms == ("Ask before advising.", "Start and stop on time.")
    assert versions[0].agreed_on == date(2026, 10, 13)
    assert "Norms   version 4, agreed 13 Oct" in words(page.norms)
    assert sample_desk.said == ["2 norms agreed."]
    take_back(sample_desk)
    assert "Norms   version 3, agreed 25 Jun" in words(page.norms)

    press(qtbot, page.norms, "Versions")
    said = words(shown(page, Dialog))
    assert "Version 1, agreed 22 Jan" in said
    assert "Phones stay in the bag." in said


def test_a_rhythm_is_added_changed_and_deleted(desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(desk)
    page.dialogs.add_rhythm()
    form = shown(page, RhythmForm)
    write(qtbot, form.name, "Deep dive")
    write(qtbot, form.time, "half past")
    confirm(qtbot, form.time)
    assert "is not a time of day" in form.time.accessibleDescription()
    write(qtbot, form.time, "14:00")
    form.repeats.pick("FREQ=WEEKLY;INTERVAL=2")
    confirm(qtbot, form.time)
    (made,) = desk.workspace.read(charter, desk.community).rhythms
    assert (made.name, made.rule, made.minutes) == ("Deep dive", "FREQ=WEEKLY;INTERVAL=2", 90)
    assert "Deep dive at 14:00 90 min" in words(page.rhythm)
    qtbot.mouseClick(rows(page.rhythm, PressRow, "Deep dive"), LEFT)
    write(qtbot, shown(page, RhythmForm).words, "every second Thursday")
    confirm(qtbot, shown(page, RhythmForm).words)
    assert "Deep dive every second Thursday" in words(page.rhythm)
    qtbot.mouseClick(rows(page.rhythm, PressRow, "Deep dive"), LEFT)
    press(qtbot, shown(page, RhythmForm), "Delete rhythm")
    assert page.empty.isVisible()
    take_back(desk)
    assert "Deep dive every second Thursday" in words(page.rhythm)
    assert desk.told == []


def test_a_rule_of_another_kind_stays(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    before = sample_desk.workspace.read(charter, sample_desk.community).rhythms
    for rhythm in before:
        page.dialogs.edit_rhythm(rhythm)
        confirm(qtbot, shown(page, RhythmForm).name)
    assert sample_desk.workspace.read(charter, sample_desk.community).rhythms == before
