"""The form of a questionnaire: every field of it, the rarer ones behind More."""

from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk
from workbench.surveys.instrument_actions import keep_own
from workbench.surveys.instrument_queries import instrument_row
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.instruments import load_instrument
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.text import Text
from workbench.ui.surveys.instrument_form import InstrumentForm
from workbench.ui.surveys.instruments_page import InstrumentsPage

OWN = """
id = "own"
version = 1
language = "de"
title = "Wie wir uns treffen"
construct = "belonging"
direction = "higher is better"
scoring = "count"
counts_from = 2
range = [0, 2]
recall = "die letzte Woche"
validated = true
licence = "Ours."
groups_only = false

[missing]
at_least = 2
note = "Both are needed."

[[items]]
key = "a"
text = "Ich werde\u00a0gehört."
subscale = "voice"

[[items]]
key = "b"
text = "Ich gehe."
reversed = true

[[anchors]]
code = 1
label = "nein"
[anchors.aliases]
en = ["no"]

[[anchors]]
code = 2
label = "ja"

[[bands]]
label = "selten"
low = 0
high = 1
source = "Miller 2020"
"""


def form_on(desk: BenchDesk, key: str = "") -> InstrumentForm:
    page = desk.open(InstrumentsPage)
    assert isinstance(page, InstrumentsPage)
    if key:
        page.arrive(key=key)
        page.change()
    else:
        page.new_item()
    return page.window().findChildren(InstrumentForm)[-1]


def stored(desk: BenchDesk, key: str) -> Instrument:
    return desk.workspace.read(instrument_row, key).instrument


def test_what_is_not_touched_comes_whole_into_the_next_version(desk: BenchDesk) -> None:
    desk.workspace.perform(keep_own, OWN)
    before = stored(desk, "own")
    form = form_on(desk, "own")
    assert "its bands and its source still hold" in form.effect.text()
    form.title_input.setText("Wie wir reden")
    form.accept()
    after = stored(desk, "own")
    assert (after.title, after.version) == ("Wie wir reden", 2)
    for name in before.__struct_fields__:
        if name not in {"title", "version"}:
            assert getattr(after, name) == getattr(before, name), name


def test_the_codes_that_count_are_asked_where_answers_are_counted(desk: BenchDesk) -> None:
    form = form_on(desk)
    assert not form.counts_from.isVisible()
    form.scoring.pick("count")
    assert form.counts_from.isVisible()
    form.title_input.setText("Counted")
    form.items.setPlainText("One. [part]\nTwo.")
    form.at_least.setText("2")
    form.accept()
    assert "needs counts_from" in form.counts_from.accessibleDescription()
    form.counts_from.setText("4")
    form.accept()
    kept = stored(desk, "counted")
    assert (kept.counts_from, kept.range, kept.subscales) == (4, (0, 2), ("part",))


def test_more_is_folded_until_wanted_or_wrong(desk: BenchDesk) -> None:
    form = form_on(desk)
    assert not form.more.bands.isVisible()
    form.more.button.click()
    assert form.more.bands.isVisible()
    form.more.button.click()
    assert not form.more.bands.isVisible()
    form.title_input.setText("Banded")
    form.items.setPlainText("One.")
    form.at_least.setText("1")
    form.more.bands.setPlainText("1 to 2 = seldom")
    form.accept()
    assert form.more.bands.isVisible()
    assert "Line 1: a band needs the source" in form.more.bands.accessibleDescription()
    form.more.bands.setPlainText("1 to 2 = seldom (source: Miller 2020)")
    form.accept()
    assert [band.source for band in stored(desk, "banded").bands] == ["Miller 2020"]


def test_the_field_that_is_wrong_comes_into_view(desk: BenchDesk, qtbot: QtBot) -> None:
    form = form_on(desk)
    form.window().resize(1024, 500)
    form.title_input.setText("Banded")
    form.items.setPlainText("One.")
    form.at_least.setText("1")
    form.more.bands.setPlainText("1 to 2 = seldom")
    form.accept()
    field = form.form.fields["bands"]

    def is_in_view() -> bool:
        return field.visibleRegion().boundingRect() == field.rect()

    qtbot.waitUntil(is_in_view)
    assert field.control.hasFocus()


def test_a_change_of_one_of_the_program_leaves_its_bands_behind(desk: BenchDesk) -> None:
    key = "ucla-3"
    page = desk.open(InstrumentsPage)
    assert isinstance(page, InstrumentsPage)
    row = desk.workspace.read(instrument_row, key)
    page.presenter.paste(row, ["One?", "Two?", "Three?"], lambda: None, desk.tell)
    form = form_on(desk, key)
    assert form.effect.text().endswith("a new trend, without bands. Not validated.")
    form.accept()
    after = stored(desk, key)
    assert (after.version, after.bands, after.validated) == (2, (), False)
    assert after.scoring == load_instrument(key).scoring


def test_ones_own_is_deleted_only_after_asking(desk: BenchDesk) -> None:
    desk.workspace.perform(keep_own, OWN)
    page = desk.open(InstrumentsPage)
    assert isinstance(page, InstrumentsPage)
    page.arrive(key="own")
    page.delete()
    asked = next(d for d in page.window().findChildren(Dialog) if d.isVisible())
    words = "\n".join(part.text() for part in asked.findChildren(Text))
    assert "Version 1 leaves the file; no wave asks it. This cannot be undone" in words
    asked.cancel()
    assert stored(desk, "own").version == 1
    page.delete()
    next(d for d in page.window().findChildren(Dialog) if d.isVisible()).accept()
    assert "own" not in [row.instrument.id for row in page.presenter.rows or ()]
    assert desk.said[-1] == "Wie wir uns treffen, version 1, is deleted."
    page.arrive(key="ucla-3")
    page.delete()
    assert not [d for d in page.window().findChildren(Dialog) if d.isVisible()]
