"""Typing a heap without any window: which key ticks what, what a sheet still lacks, settling."""

from tests.unit.reports.survey_form_samples import CODE, asked, invented
from workbench.surveys.paper_rules import TypedSheet, compare
from workbench.ui.surveys.paper_entry import PaperEntry
from workbench.ui.surveys.paper_lines import entry_lines, typed_sheet, values_of
from workbench.ui.surveys.paper_settling import Settling


def keys_of(answers: int) -> str:
    (line, *_) = entry_lines(asked(invented(1, answers), departments=()))
    return "".join(option.key for option in line.options)


def test_keys_follow_what_is_printed_over_the_boxes() -> None:
    assert keys_of(5) == "12345"
    assert keys_of(7) == "0123456"
    assert keys_of(11) == "0123456789a"
    (first, *_) = entry_lines(asked())
    assert [(one.key, one.value) for one in first.options][:2] == [("1", 1), ("2", 2)]


def test_the_department_is_the_last_line() -> None:
    lines = entry_lines(asked())
    assert [line.number for line in lines] == [*(f"{n}." for n in range(1, 11)), ""]
    assert lines[-1].at_key("4") is not None
    assert lines[-1].label_of("Sales") == "4 Sales"
    assert lines[-1].label_of(None) == "nothing"


def test_a_sheet_comes_back_as_it_was_typed() -> None:
    form = asked(code=CODE)
    sheet = TypedSheet((*[7] * 7, 1, None, 3), ("Sales",), ("a", "b", "c", "d"))
    assert typed_sheet(form, values_of(sheet), sheet.code) == sheet


def test_an_unfinished_sheet_is_told_once() -> None:
    entry = PaperEntry(asked())
    assert "Nothing is typed" in entry.next_sheet()
    entry.fill(0, 5)
    assert entry.next_sheet() == "10 more on this sheet. Enter again leaves them empty."
    entry.fill(1, 5)
    assert "9 more" in entry.next_sheet()
    assert entry.next_sheet() == ""
    assert entry.heaps["first"][0].codes == (5, 5, *[None] * 8)


def test_a_comment_of_the_second_time_is_not_kept_again() -> None:
    entry = PaperEntry(asked())
    for time in ("first", "second"):
        entry.turn(time)
        for place in range(len(entry.lines)):
            entry.fill(place, None if place == 10 else 1)
        assert entry.next_sheet(comment="Thanks") == ""
    assert entry.comments == ["Thanks"]
    entry.forget()
    assert not entry.holds


def test_settling_takes_nothing_before_all_is_decided() -> None:
    first, second = TypedSheet((1, 2, 3, 1, 2)), TypedSheet((1, 3, 3, 1, 1))
    settling = Settling(asked(), compare([first], [second]))
    assert settling.next_place() == 1
    assert not settling.keep()
    assert not settling.leave_out()
    settling.choose(0, 7)
    settling.choose(1, 3)
    assert settling.next_place(1) == 4
    settling.choose(4, None)
    assert settling.keep()
    assert settling.sheets == [TypedSheet((1, 3, 3, 1, None))]
    assert settling.now is None
