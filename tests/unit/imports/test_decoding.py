"""Bytes become text whatever program wrote them."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.foundation.errors import UnreadableFile
from workbench.imports.decoding import decode
from workbench.imports.tables import source_from_bytes

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


SCRIPTS = {
    "shift_jis": ("氏名,メール,部署\n", ["山田 太郎,taro@x.example,営業部", "鈴木 花子,,人事部",
                  "Ann Lee,a@x.example,IT部", "佐藤 次郎,,開発部"]),
    "gb18030": ("姓名,邮箱,部门\n", ["王小明,wang@x.example,销售部", "李雷,,人事部",
                "韩梅梅,,研发部", "刘洋,,财务部"]),
    "euc_kr": ("이름,이메일,부서\n", ["김철수,kim@x.example,영업부", "이영희,,인사부",
               "박민수,,개발부", "최지우,,재무팀"]),
    "big5": ("姓名,電郵,部門\n", ["陳大文,chan@x.example,銷售部", "黃家駒,,市場部"]),
    "cp1251": ("ФИО;Почта;Отдел\n", ["Иванов Иван;i@x.example;Продажи", "Смирнова Ольга;;ИТ",
               "Сидоров Пётр;;Бухгалтерия"]),
    "cp1253": ("Ονοματεπώνυμο;Email\n", ["Γιώργος Παπαδόπουλος;g@x.example", "Μαρία Νικολάου;",
               "ΕΛΕΝΗ ΔΗΜΗΤΡΙΟΥ;"]),
    "cp1250": ("Jméno;E-mail;Oddělení\n", ["Jiří Dvořák;j@x.example;Výroba",
               "Žaneta Šťastná;;Účetní", "Łukasz Błaszczyk;;Sprzedaż"]),
    "koi8_r": ("ФИО;Отдел\n", ["Петрова Анна;Кадры", "Сидоров Пётр;Бухгалтерия"]),
    "cp1255": ("שם,מייל\n", ["דוד כהן,d@x.example", "רחל לוי,r@x.example"]),
}  # fmt: skip


@pytest.mark.parametrize("encoding", SCRIPTS)
@pytest.mark.parametrize("people", [1, 2, 4, 400])
@pytest.mark.parametrize("titled", [True, False])
def test_lists_in_other_alphabets_without_a_mark(encoding: str, people: int, titled: bool) -> None:
    title, names = SCRIPTS[encoding]
    rows = [names[number % len(names)] for number in range(people)]
    text = (title if titled else "") + "\n".join(rows) + "\n"
    found = decode(text.encode(encoding), "f.csv")
    assert found.text == text
    assert found.guess


def test_one_wrong_byte_does_not_make_a_list_unreadable() -> None:
    title, names = SCRIPTS["gb18030"]
    found = decode((title + "\n".join(names)).encode("gb18030") + b"\xcd", "f.csv")
    assert found.text.startswith("姓名,邮箱,部门\n王小明")


@pytest.mark.parametrize("text", ["Jörg Müller;Größe\n", "Île;Noël\nAÏDA;ÉLÉONORE\n", "Ørsted\n"])
def test_accents_in_latin_words_are_no_other_alphabet(text: str) -> None:
    found = decode(text.encode("cp1252"), "f.csv")
    assert (found.text, found.encoding, found.guess) == (text, "cp1252", "")


def test_the_guessed_encoding_is_told_with_the_table() -> None:
    title, names = SCRIPTS["shift_jis"]
    source = source_from_bytes((title + names[0]).encode("shift_jis"), "f.csv")
    (warning,) = source.warnings
    assert "Japanese (Shift-JIS), which is a guess" in warning
    assert not source_from_bytes((title + names[0]).encode("utf-8"), "f.csv").warnings


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


@pytest.mark.parametrize("mark", [b"\xff\xfe", b""])
def test_a_damaged_letter_in_utf_16_costs_one_letter_and_is_told(mark: bytes) -> None:
    data = NAMES.encode("utf-16-le")
    at = data.index("Køb".encode("utf-16-le"))
    found = decode(mark + data[:at] + b"\x00\xd8" + data[at:], "f.csv")
    assert found.text == NAMES.replace("Køb", "\ufffdKøb")
    assert found.broken_lines == (2,)


def test_a_wrong_byte_in_marked_utf_8_leaves_the_other_letters_right() -> None:
    found = decode(b"\xef\xbb\xbf" + NAMES.encode().replace("ü".encode(), b"\xfc"), "f.csv")
    assert found.text == NAMES.replace("ü", "\ufffd")


def test_utf_8_cut_in_the_middle_of_a_letter_keeps_its_letters() -> None:
    whole = "Name;Ort\r\nZoë;Łódź"
    assert decode(whole.encode()[:-1], "f.csv").text == whole[:-1]


def test_the_line_of_a_damaged_letter_is_told() -> None:
    data = b"\xff\xfe" + NAMES.encode("utf-16-le") + b"\x00\xd8" + "x".encode("utf-16-le")
    (warning,) = source_from_bytes(data, "f.csv").warnings
    assert warning.startswith("Some letters of the file are damaged, in line 4:")


TABLE = "Name\tJoined\n" + "Ana Køb\t10/13/26, 2:00:00 PM\n" * 60


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("at", [401, 402, 2001])
def test_a_byte_lost_in_the_middle_is_told_with_row_and_byte(encoding: str, at: int) -> None:
    data = TABLE.encode(encoding)
    with pytest.raises(
        UnreadableFile, match=r"cut off or damaged in the middle: at row \d+"
    ) as told:
        decode(data[:at] + data[at + 1 :], "f.csv")
    row, byte = (
        int(each.replace(",", "")) for each in re.findall(r"(?:row|byte) ([\d,]+)", str(told.value))
    )
    assert abs(byte - at) <= 8
    assert abs(row - data[:at].decode(encoding, "ignore").count("\n") - 1) <= 1


@pytest.mark.parametrize("end", [b"\x3d", b"\x3d\xd8"])
def test_a_file_that_ends_in_the_middle_of_a_letter_says_so(end: bytes) -> None:
    found = decode(b"\xff\xfe" + TABLE.encode("utf-16-le") + end, "f.csv")
    assert (found.text, found.cut_in_line) == (TABLE, 62)
    told = source_from_bytes(b"\xff\xfe" + TABLE.encode("utf-16-le") + end, "f.csv").warnings
    assert told[0].startswith("The file is cut off in the middle of a letter, in row 62")


def test_half_a_letter_alone_is_a_cut_off_file_and_no_empty_one() -> None:
    with pytest.raises(UnreadableFile, match="cut off"):
        decode(b"\xff\xfe\x00", "f.csv")


def test_letters_of_other_scripts_are_no_damage() -> None:
    text = "名前\t部署\n田中 一郎\t営業\nĀāĂă\tx\n一丁七万丈三上下\ty\n"
    assert decode(text.encode("utf-16"), "f.csv").text == text
