"""Who helps whom beside the feed: the map by mouse and keys, its list, and what stays private."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from workbench.contributions.actions import log_contribution
from workbench.contributions.rules import Gift
from workbench.foundation.words import ContributionKind
from workbench.rosters.actions import add_people
from workbench.rosters.queries import roster
from workbench.rosters.rules import PersonDraft
from workbench.ui.contributions.connections_panel import ConnectionsPanel
from workbench.ui.contributions.contributions_page import ContributionsPage

Keys = Qt.Key


def panel_of(
    desk: BenchDesk, qtbot: QtBot, width: int = 664, height: int = 760
) -> ConnectionsPanel:
    panel = ConnectionsPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(width, height)
    panel.show()
    panel.reload()
    settle()
    return panel


def ids(desk: BenchDesk) -> dict[str, int]:
    rows = desk.workspace.read(roster, desk.community)
    return {row.name: row.person_id for row in rows}


def all_words(panel: ConnectionsPanel) -> str:
    return " | ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def own_ends(panel: ConnectionsPanel) -> set[tuple[str, str]]:
    names = {key: item.dot.name for key, item in panel.map.dots.items()}
    return {(names[x.line.giver], names[x.line.receiver]) for x in panel.map.lines if x.own}


def test_the_figures_of_the_pictures(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    panel = panel_of(sample_desk, qtbot)
    words = all_words(panel)

    assert "14 May to 1 Oct · 34 offers of help between 33 people" in words
    assert "71%" in words
    assert "71%  since May" in words
    assert "24 of 34 · was 48% before" in words
    assert "Up 23 points, 95% CI −2 to +45: this could be chance." in words
    assert "Shaded: what chance gives, −0.13 to 0.15. Now inside it, before May above it." in words
    assert len(panel.map.dots) == 48
    assert sum(item.dot.alone for item in panel.map.dots.values()) == 15
    assert [item.text for item, _ in panel.map.places] == [
        "Support", "Operations", "Engineering", "Sales", "People", "Finance",
    ]  # fmt: skip


def test_choosing_darkens_own_arrows_and_dims_nothing(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    panel = panel_of(sample_desk, qtbot)
    hana = ids(sample_desk)["Hana Novák"]

    assert own_ends(panel) == set()
    panel.select(hana)

    assert own_ends(panel) == {
        ("Hana Novák", "Kofi Mensah"),
        ("Hana Novák", "Mikkel Holm"),
        ("Hana Novák", "Jonas Weber"),
        ("Ama Boateng", "Hana Novák"),
    }
    assert "Hana Novák" in [name.text for name in panel.map.names]
    assert "Hana Novák, Engineering: helped" in all_words(panel)
    panel.select(None)
    assert own_ends(panel) == set()


def test_a_click_chooses_and_tells_and_a_double_click_opens(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    panel = panel_of(sample_desk, qtbot)
    hana = ids(sample_desk)["Hana Novák"]
    where = panel.map.mapFromScene(panel.map.dots[hana].pos())

    with qtbot.waitSignal(panel.person_chosen) as told:
        qtbot.mouseClick(panel.map.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told.args == [hana]
    assert panel.map.chosen_key == hana
    qtbot.mouseDClick(panel.map.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert sample_desk.went[-1][1] == {"person": hana}
    qtbot.mouseClick(panel.map.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert panel.map.chosen_key == 0


def test_the_mouse_over_somebody_darkens_theirs_until_it_leaves(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    panel = panel_of(sample_desk, qtbot)
    people = ids(sample_desk)
    panel.select(people["Hana Novák"])
    at = panel.map.mapFromScene(panel.map.dots[people["Priya Raman"]].pos())

    qtbot.mouseMove(panel.map.viewport(), at)
    assert {giver for giver, _ in own_ends(panel)} >= {"Priya Raman"}
    assert not any("Hana" in giver for giver, _ in own_ends(panel))
    qtbot.mouseMove(panel.map.viewport(), QPoint(3, 3))
    assert ("Hana Novák", "Kofi Mensah") in own_ends(panel)


def test_arrow_keys_reach_everybody_and_enter_opens(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    panel = panel_of(sample_desk, qtbot)
    panel.take_focus()
    qtbot.keyClick(panel.map, Keys.Key_Right)
    start = panel.map.chosen_key
    assert start

    reached, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        for key in (Keys.Key_Left, Keys.Key_Right, Keys.Key_Up, Keys.Key_Down):
            panel.map.choose(here)
            qtbot.keyClick(panel.map, key)
            if panel.map.chosen_key not in reached:
                reached.add(panel.map.chosen_key)
                waiting.append(panel.map.chosen_key)
    assert reached == set(panel.map.dots)

    qtbot.keyClick(panel.map, Keys.Key_Return)
    assert sample_desk.went[-1][1] == {"person": panel.map.chosen_key}
    assert panel.map.accessibleName() == panel.map.dots[panel.map.chosen_key].dot.words


def test_an_arrow_goes_in_its_direction(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    panel = panel_of(sample_desk, qtbot)
    hana = ids(sample_desk)["Hana Novák"]
    before = panel.map.dots[hana].pos()

    for key, ahead in ((Keys.Key_Left, (-1, 0)), (Keys.Key_Down, (0, 1))):
        panel.map.choose(hana)
        qtbot.keyClick(panel.map, key)
        after = panel.map.dots[panel.map.chosen_key].pos()
        assert (after.x() - before.x()) * ahead[0] + (after.y() - before.y()) * ahead[1] > 0


def test_lines_and_dots_say_what_the_legend_says(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    panel = panel_of(sample_desk, qtbot)
    twice = [line for line in panel.map.lines if line.line.acts == 2]
    once = [line for line in panel.map.lines if line.line.acts == 1]
    gave = sorted(panel.map.dots.values(), key=lambda item: item.dot.gave)

    assert twice
    assert min(line.thickness for line in twice) > max(line.thickness for line in once)
    assert gave[0].radius < gave[-1].radius
    assert sum(line.line.acts for line in panel.map.lines if line.line.across) == 24


def test_the_map_is_the_same_at_every_visit(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    first = panel_of(sample_desk, qtbot)
    second = panel_of(sample_desk, qtbot)

    assert {key: item.pos() for key, item in first.map.dots.items()} == {
        key: item.pos() for key, item in second.map.dots.items()
    }


def test_the_list_is_the_map_in_words_by_the_alphabet(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    panel = panel_of(sample_desk, qtbot)
    panel.as_table()
    rows = panel.list.table.rows.rows()
    links = [row for row in rows if row.whom]

    assert panel.list.table.hasFocus()
    assert not panel.map.isVisible()
    assert sum(row.acts for row in links) == 34
    assert [row.who for row in links] == sorted(row.who for row in links)
    assert links[0].said == "Ama Boateng helped Hana Novák twice, Support to Engineering"
    qtbot.keyClick(panel.list.table, Keys.Key_Down)
    chosen = panel.list.table.current_row()
    assert chosen is not None
    assert panel.map.chosen_key == chosen.person
    qtbot.keyClick(panel.list.table, Keys.Key_Return)
    assert sample_desk.went[-1][1] == {"person": chosen.person}
    panel.as_table()
    assert panel.map.hasFocus()


def test_whose_help_is_not_logged_is_private(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    panel = panel_of(sample_desk, qtbot)
    alone = {item.dot.name for item in panel.map.dots.values() if item.dot.alone}

    panel.legend.alone.click()
    listed = {row.who for row in panel.list.table.rows.rows() if not row.whom}
    assert listed == alone
    assert panel.list.table.hasFocus()


def test_fewer_than_ten_links_are_too_few_to_say(desk: BenchDesk, qtbot: QtBot) -> None:
    people = _bridges(desk, ["Ama", "Jonas", "Priya"])
    panel = panel_of(desk, qtbot)
    assert "Who helps whom will appear here" in all_words(panel)
    assert not panel.strip.isVisible()

    _help(desk, people["Ama"], people["Jonas"])
    panel.reload()
    settle()
    assert len(panel.map.lines) == 1
    assert "2 Oct · 1 offer of help between 2 people" in all_words(panel)
    assert "1 offer of help logged: too few to say." in all_words(panel)
    assert "E-I" not in all_words(panel)


def test_days_of_another_year_say_so(desk: BenchDesk, qtbot: QtBot) -> None:
    people = _bridges(desk, ["Ama", "Jonas", "Priya"])
    _help(desk, people["Ama"], people["Jonas"], date(2024, 3, 1))
    _help(desk, people["Ama"], people["Priya"])
    words = all_words(panel_of(desk, qtbot))

    assert "1 Mar 2024 to 2 Oct" in words
    assert "Their departments are not known." in words


def test_help_both_ways_is_said_of_the_whole(desk: BenchDesk, qtbot: QtBot) -> None:
    people = _bridges(desk, ["Ama", "Jonas", "Priya"])
    for _ in range(4):
        _help(desk, people["Ama"], people["Jonas"])
        _help(desk, people["Jonas"], people["Ama"])
        _help(desk, people["Ama"], people["Priya"])
    panel = panel_of(desk, qtbot)

    assert "2 of 3 links go both ways." in all_words(panel)
    assert len(panel.map.lines) == 3
    panel.map.choose(people["Priya"])
    assert own_ends(panel) == {("Ama", "Priya")}


def test_over_a_hundred_and_fifty_people_departments_stand_for_them(
    desk: BenchDesk, qtbot: QtBot
) -> None:
    many = _bridges(desk, [f"Person {number:03}" for number in range(151)])
    ordered = list(many.values())
    for place in range(12):
        _help(desk, ordered[place], ordered[place + 40])
    panel = panel_of(desk, qtbot)

    assert [item.dot.name for item in panel.map.dots.values()] == ["No department"]
    panel.map.setFocus()
    qtbot.keyClick(panel.map, Keys.Key_Up)
    assert "151 people: 12 acts of help inside" in panel.map.accessibleName()
    qtbot.keyClick(panel.map, Keys.Key_Return)
    assert desk.went == []
    panel.as_table()
    assert sum(1 for row in panel.list.table.rows.rows() if row.whom) == 12


@pytest.mark.parametrize("size", [(420, 360), (664, 760), (1100, 900)])
def test_dots_and_names_stay_inside_whatever_the_size(
    sample_desk: BenchDesk, qtbot: QtBot, size: tuple[int, int]
) -> None:
    panel = panel_of(sample_desk, qtbot, *size)
    panel.select(ids(sample_desk)["Hana Novák"])
    whole = panel.map.sceneRect()

    assert all(whole.contains(item.disc) for item in panel.map.dots.values())
    assert all(whole.contains(name.box) for name in panel.map.names)
    assert all(whole.contains(name.box) for name, _ in panel.map.places)


def test_feed_and_map_choose_the_same_person(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = sample_desk.open(ContributionsPage)
    people = ids(sample_desk)
    assert isinstance(page, ContributionsPage)

    page.table.choose(lambda row: row.giver.name == "Ingrid Solheim")
    assert page.connections.map.chosen_key == people["Ingrid Solheim"]

    at = page.connections.map.mapFromScene(page.connections.map.dots[people["Ama Boateng"]].pos())
    qtbot.mouseClick(page.connections.map.viewport(), Qt.MouseButton.LeftButton, pos=at)
    chosen = page.table.current_row()
    assert chosen is not None
    assert chosen.giver.name == "Ama Boateng"
    page.as_table()
    assert page.connections.list.table.isVisible()
    assert page.connections.list.table.hasFocus()


def _bridges(desk: BenchDesk, names: list[str]) -> dict[str, int]:
    drafts = [PersonDraft(name=name) for name in names]
    numbers = desk.workspace.perform(add_people, desk.community, drafts).value
    return dict(zip(names, numbers, strict=True))


def _help(desk: BenchDesk, giver: int, receiver: int, on: date = date(2026, 10, 2)) -> None:
    gift = Gift(
        giver_id=giver,
        kind=ContributionKind.HELP,
        text="a hand",
        receiver_ids=(receiver,),
        given_on=on,
    )
    desk.workspace.perform(log_contribution, desk.community, gift)
