"""What the shell works out without Qt: finding, passphrases, places, the state of the file."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.errors import BadInput
from workbench.ui.kit.moments import moment, moment_near, size_words
from workbench.ui.kit.passphrase import five_words, strength
from workbench.ui.shell.facts import file_state
from workbench.ui.shell.finding import Found, matches, matching_letters
from workbench.ui.shell.keys import PAGE_KEYS, Keys
from workbench.ui.shell.places import checked_target, synchronised_by


def found(kind: str, title: str, line: str = "") -> Found:
    return Found(kind, title, lambda: None, line=line)


ENTRIES = [
    found("Commands", "Change theme"),
    found("Sessions", "Handovers that hold"),
    found("People", "Johanna Berg"),
    found("People", "Hana Novák", "Test engineer"),
    found("People", "Bea Almeida", "Handles returns"),
]


def test_best_match_first_and_kinds_in_their_order() -> None:
    assert [entry.title for entry in matches(ENTRIES, "HAN")] == [
        "Hana Novák", "Johanna Berg", "Bea Almeida", "Handovers that hold", "Change theme",
    ]  # fmt: skip


def test_accents_do_not_matter_and_every_word_must_fit() -> None:
    assert [entry.title for entry in matches(ENTRIES, "novak hana")] == ["Hana Novák"]
    assert matches(ENTRIES, "hana berg") == []
    assert matches(ENTRIES, "  ") == []


def test_arrow_keeps_commands_alone() -> None:
    assert [entry.title for entry in matches(ENTRIES, ">")] == ["Change theme"]
    assert [entry.title for entry in matches(ENTRIES, "> the")] == ["Change theme"]
    assert matches(ENTRIES, ">han hold") == []


def test_matching_letters_are_those_of_the_shown_title() -> None:
    assert matching_letters("Hana Novák", "novak") == [(5, 5)]
    assert matching_letters("Straße 5", "strasse") == [(0, 6)]
    assert matching_letters("Bea", "x") == []


@settings(max_examples=60)
@given(st.text(max_size=20), st.text(max_size=12))
def test_matching_letters_stay_inside_the_title(title: str, typed: str) -> None:
    for start, length in matching_letters(title, typed):
        assert 0 <= start <= start + length <= len(title)


@pytest.mark.parametrize(
    ("typed", "steps"),
    [
        ("", 0), ("summer2024", 1), ("aaaaaaaaaaaaaaaaaaaaaaaaaa", 1), ("abcdefghijklmnop", 1),
        ("lamp otter", 1), ("lamp otter seven", 2), ("lamp otter seven quiet", 3),
        ("lamp otter seven quiet brook", 4), ("lamp lamp lamp lamp lamp lamp", 1),
        ("tJ4#kq9!Zw2&", 4), ("password password password", 1),
    ],
)  # fmt: skip
def test_strength_in_words(typed: str, steps: int) -> None:
    assert strength(typed).steps == steps


def test_five_words_are_strong_and_differ() -> None:
    offered = {five_words() for _ in range(20)}
    assert len(offered) == 20
    assert all(len(words.split()) == 5 for words in offered)


def test_target_gets_its_ending_and_a_folder() -> None:
    assert checked_target("/home/ruth/bridges").name == "bridges.fwb"
    assert checked_target("bridges.fwb").is_absolute()
    with pytest.raises(BadInput):
        checked_target("   ")


@pytest.mark.parametrize(
    ("folder", "service"),
    [("OneDrive - Halden", "OneDrive"), ("Dropbox", "Dropbox"), ("Documents", ""),
     ("Google Drive", "Google Drive"), ("Boxes", "")],
)  # fmt: skip
def test_folder_that_synchronises_is_named(folder: str, service: str) -> None:
    assert synchronised_by(Path("/home/ruth") / folder / "b.fwb") == service


TODAY = date(2026, 10, 13)


@pytest.mark.parametrize(
    ("days", "tone"), [(0, "good"), (7, "good"), (8, "warn"), (90, "warn")]
)  # fmt: skip
def test_file_row_turns_amber_after_seven_days(days: int, tone: str) -> None:
    newest = datetime(2026, 10, 13, 8, 12) - timedelta(days=days)
    state = file_state("b.fwb", protected=True, newest=newest, today=TODAY)
    assert (state.tone, state.line.startswith("Encrypted · backed up")) == (tone, True)


def test_file_row_without_and_after_a_failed_backup() -> None:
    none = file_state("b.fwb", protected=False, newest=None, today=TODAY)
    assert (none.line, none.tone) == ("Not protected · no backup", "warn")
    failed = file_state("b.fwb", protected=True, newest=None, today=TODAY, failed="disk full")
    assert failed.tone == "danger"


def test_moments_and_sizes() -> None:
    at = datetime(2026, 10, 13, 8, 12)
    assert moment(at) == "Tue 13 Oct 08:12"
    assert moment_near(at, TODAY) == "08:12"
    assert moment_near(at - timedelta(days=1), TODAY) == "yesterday 08:12"
    assert moment_near(at - timedelta(days=12), TODAY) == "1 Oct"
    assert (size_words(2_140_000), size_words(640_000), size_words(3)) == (
        "2.1 MB",
        "640 KB",
        "1 KB",
    )


def test_no_two_shortcuts_clash_where_both_hold() -> None:
    everywhere = [keys.keys for keys in Keys if not keys.page]
    assert len(everywhere) == len(set(everywhere))
    for page in {keys.page for keys in Keys if keys.page}:
        there = [keys.keys for keys in Keys if keys.page == page]
        assert len(there) == len(set(there))
        assert not set(there) & set(everywhere)
    assert PAGE_KEYS["home"].shown == "Ctrl 1"
    assert Keys.REDO.shown == "Ctrl Shift Z"
    assert Keys.BLOCK_LONGER.shown == "+"
