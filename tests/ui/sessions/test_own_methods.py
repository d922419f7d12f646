"""Own methods in the library: written, varied, changed, judged, saved, brought in."""

from pathlib import Path

from PySide6.QtCore import Qt

from tests.ui.desks import BenchDesk, settle
from tests.ui.sessions.library_room import (
    BLOCKS,
    entry,
    names,
    opened,
    plan,
    press,
    said_above,
    type_text,
)
from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.method_actions import add_method
from workbench.sessions.methods import Method, Minutes, read_method_file
from workbench.ui.sessions.block_menu import block_items


def test_nothing_found_offers_to_write_ones_own(desk: BenchDesk) -> None:
    plan(desk, *BLOCKS)
    page, library = opened(desk)
    page.toggle_library()
    type_text(library.search.field, "Morning pages")
    assert names(library) == []
    assert library.search.count.text() == "None of 61 methods matches."
    library.search._write()
    form = library.form
    assert form.isVisibleTo(page)
    assert form.name_input.text() == "Morning pages"
    assert form.name_input.hasFocus()
    form.minutes_input.setText("0")
    press(form.name_input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.form.fields["minutes"].control.property("wrong")
    form.minutes_input.setText("10 to 15")
    form.steps_input.setPlainText("5 min: Write.\nRead one line aloud.")
    press(form.steps_input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    own = entry(library, "morning pages")
    assert own.own is not None
    assert own.method.minutes == Minutes(10, 15)
    assert [step.minutes for step in own.method.steps] == [5, None]
    assert library.method.isVisibleTo(page)
    assert desk.said[-1] == "Added Morning pages to your methods."
    desk.undo()
    assert library.presenter.library.named("morning pages") is None
    assert library.search.isVisibleTo(page)


def test_a_variation_of_a_method_needs_a_name_of_its_own(desk: BenchDesk) -> None:
    plan(desk, *BLOCKS)
    page, library = opened(desk)
    page.toggle_library()
    items = {item.label: item for item in library.items_for(entry(library, "troika consulting"))}
    assert "Delete" not in items
    items["Write a variation"].pressed()
    assert library.form.name_input.text() == "Troika consulting, my way"
    library.form.name_input.setText("Troika consulting")
    library.form.keep()
    assert library.form.form.fields["name"].control.property("wrong")
    assert library.form.isVisibleTo(page)
    library.form.name_input.setText("Troika with tea")
    library.form.keep()
    own = entry(library, "troika with tea")
    assert own.method.steps == entry(library, "troika consulting").method.steps
    items = {item.label: item for item in library.items_for(own)}
    items["Change"].pressed()
    library.form.people_input.setText("a few")
    library.form.keep()
    assert library.form.form.fields["people"].control.property("wrong")
    library.form.people_input.setText("3 to 4")
    library.form.keep()
    assert entry(library, "troika with tea").method.people.high == 4
    items["Delete"].pressed()
    assert library.presenter.library.named("troika with tea") is None
    desk.undo()
    assert library.presenter.library.named("troika with tea") is not None


def test_a_method_comes_from_a_block_of_the_agenda(desk: BenchDesk) -> None:
    plan(desk, AgendaBlock(0, "Post round", 20, BlockKind.COMMIT, to_say="Write a card."))
    page, library = opened(desk)
    block = page.presenter.blocks.block
    assert block is not None
    items = block_items(page.presenter.blocks, page.presenter.tracks)
    next(item for item in items if item.label == "Write down as a method").pressed()
    assert page.panels.shows("library")
    assert library.form.name_input.text() == "Post round"
    library.form.keep()
    assert entry(library, "post round").method.say == "Write a card."


def test_note_and_rating_are_kept_as_they_are_left(desk: BenchDesk) -> None:
    plan(desk, *BLOCKS)
    page, library = opened(desk)
    page.arrive(method="troika consulting")
    assert library.method.isVisibleTo(page)
    library.method.note.setFocus()
    type_text(library.method.note, "Ring late")
    library.method.back.setFocus()
    settle()
    assert entry(library, "troika consulting").note == "Ring late"
    library.method.rating.choose("4")
    assert entry(library, "troika consulting").rating == 4
    assert entry(library, "troika consulting").note == "Ring late"
    library.method.rating.choose("0")
    assert entry(library, "troika consulting").rating is None


def test_another_method_never_takes_the_note_or_rating_of_the_one_before(desk: BenchDesk) -> None:
    plan(desk, *BLOCKS)
    page, library = opened(desk)
    page.arrive(method="troika consulting")
    library.method.rating.choose("5")
    library.method.note.setFocus()
    type_text(library.method.note, "Ring late")
    page.arrive(method="fishbowl")
    settle()
    assert entry(library, "troika consulting").note == "Ring late"
    fishbowl = entry(library, "fishbowl")
    assert (fishbowl.note, fishbowl.rating) == ("", None)
    assert library.method.note.toPlainText() == ""


def test_a_note_is_kept_when_the_page_is_left(desk: BenchDesk) -> None:
    plan(desk, *BLOCKS)
    page, library = opened(desk)
    page.arrive(method="troika consulting")
    library.method.note.setFocus()
    type_text(library.method.note, "Ring late")
    assert page.may_leave()
    assert entry(library, "troika consulting").note == "Ring late"


def test_a_method_is_saved_and_brought_in_again(desk: BenchDesk, tmp_path: Path) -> None:
    plan(desk, *BLOCKS)
    desk.workspace.perform(add_method, Method("Tea round", BlockKind.CONNECT, Minutes(5, 10)))
    page, library = opened(desk)
    page.toggle_library()
    desk.path_to_choose = tmp_path / "tea.toml"
    library.presenter.export(entry(library, "tea round"))
    assert read_method_file(desk.path_to_choose).name == "Tea round"
    assert desk.said[-1] == "Saved Tea round as tea.toml."
    library.bring_in()
    assert "You have a method called" in said_above(library)
    desk.undo()
    library.bring_in()
    assert entry(library, "tea round").own is not None
    assert said_above(library) == ""
