"""The debrief: what is carried over goes into a note once; old sessions stop asking."""

from datetime import date

from workbench.sessions.debrief_rules import (
    DebriefText,
    OpenDebrief,
    carried_note,
    is_carried,
    open_ones,
)

FIRST = date(2026, 10, 1)


def test_a_debrief_of_blanks_is_not_written() -> None:
    assert not DebriefText(" ", "\n", "").is_written
    assert DebriefText(carry_over="The bell").is_written


def test_what_is_carried_over_stands_once_in_the_note() -> None:
    note = carried_note("Bring cake.", "Fewer topics", FIRST)
    assert note == "Bring cake.\n\nFrom 1 Oct: Fewer topics"
    assert carried_note(note, "Fewer topics", FIRST) == note
    assert is_carried(note, "Fewer topics", FIRST)
    changed = carried_note(note, "Two topics\n\nand a bell", FIRST)
    assert changed == "Bring cake.\n\nFrom 1 Oct: Two topics\nand a bell"
    assert carried_note(changed, " ", FIRST) == changed
    assert not is_carried("", "", FIRST)


def test_the_open_ones_are_fresh_and_not_written() -> None:
    held = [
        OpenDebrief(n, f"S{n}", date(2026, m, d)) for n, m, d in [(1, 8, 1), (2, 9, 17), (3, 10, 1)]
    ]
    today = date(2026, 10, 13)
    assert [one.session_id for one in open_ones(held, [], today)] == [3, 2]
    assert [one.session_id for one in open_ones(held, [2], today)] == [3]
    assert open_ones(held, [], date(2026, 9, 30))[0].session_id == 2
    assert held[2].line == "Debrief of 1 Oct is still open"
