"""Bytes become text whatever program wrote them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.foundation.errors import UnreadableFile
from workbench.imports.decoding import decode

NAMES = "Name\tOrt\r\nZoë Müller\tKøbenhavn\r\nŁukasz Žižek\tŁódź\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_accents_survive_with_and_without_a_mark(encoding: str) -> None:
    assert decode(NAMES.encode(encoding), "f.csv").text == NAMES


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-32-le", "utf-32-be"])
def test_marked_wide_encodings(encoding: str) -> None:
    assert decode(("\ufeff" + NAMES).encode(encoding), "f.csv").text == NAMES


def test_a_utf_16_file_cut_in_the_middle_of_a_letter_is_still_read() -> None:
    assert decode(NAMES.encode("utf-16")[:-1], "f.csv").text == NAMES[:-1]


def test_windows_text_is_read_when_it_is_no_utf_8() -> None:
    text = "Name;Rôle\r\nAndré – l’été;Zuständig\r\n"
    assert decode(text.encode("cp1252"), "f.csv").text == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1250", "Paweł Gołąb;Wąsik Żółty\n"),
        ("cp1250", "Imię;Dział\nŁucja;Kadry\n"),
        ("cp1250", "Nazwisko;Miasto\nŻak;Świdnica\n"),
        ("cp1250", "Imię\nKrzyś\nMichał\n"),
        ("cp1252", "Œuvre;Fläche m³;Revenue £million;Sœur Zoë\n"),
        ("cp1251", "Имя;Иван Петров\n"),
        ("mac_roman", "Nom;Renée Besançon\n"),
    ],
)
def test_other_code_pages_are_told_by_letters_that_would_look_strange(
    encoding: str, text: str
) -> None:
    assert decode(text.encode(encoding), "f.csv").text == text


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\x00" * 400, b"\x01\x02\x03\x04" * 50])
def test_data_of_another_program_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"f\.bin"):
        decode(data, "f.bin")


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf", b"\xff\xfe", b" \r\n \t "])
def test_nothing_but_a_mark_or_blanks_is_an_empty_file(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="empty"):
        decode(data, "f.csv")


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1))
def test_every_text_comes_back_from_utf_8(text: str) -> None:
    if text.strip() and not text.startswith("\ufeff"):
        assert decode(text.encode("utf-8"), "f.csv").text == text


@given(st.binary(max_size=300))
def test_no_bytes_at_all_bring_a_traceback(data: bytes) -> None:
    with suppress(UnreadableFile):
        assert decode(data, "f.csv").text.strip()
