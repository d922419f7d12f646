import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.assets import asset
from workbench.foundation.errors import BadInput, UnreadableFile
from workbench.surveys.instrument_lines import MOST_TOLD, Problem, problems_in
from workbench.surveys.instrument_parser import parse_instrument, text_of_file
from workbench.surveys.instruments import instrument_keys

UCLA = asset("instruments", "ucla-3.toml").read_text(encoding="utf-8")
PULSE = asset("instruments", "safety-pulse.toml").read_text(encoding="utf-8")


def line_with(text: str, wanted: str) -> int:
    return next(n for n, line in enumerate(text.split("\n"), 1) if wanted in line)


@pytest.mark.parametrize("key", instrument_keys())
def test_what_comes_with_the_program_has_no_problem(key: str) -> None:
    assert problems_in(asset("instruments", f"{key}.toml").read_text(encoding="utf-8")) == ()


def test_all_problems_are_told_at_once_each_with_its_line() -> None:
    text = (
        PULSE.replace("version = 2", 'version = "two"')
        .replace("range = [1, 7]", "range = [1, 7, 9]")
        .replace('licence = "', 'licens = "')
        .replace('key = "4"', 'key = "3"')
        .replace("code = 6", "code = 5")
        .replace("at_least = 6", "at_least = 8")
    )
    found = problems_in(text)
    assert [one.field for one in found] == [
        "licence", "version", "range", "licens", "missing.at_least", "items[3].key",
        "anchors[5].code",
    ]  # fmt: skip
    lines = text.split("\n")
    at = {one.field: lines[one.line - 1] for one in found}
    assert at["version"] == 'version = "two"'
    assert at["range"] == "range = [1, 7, 9]"
    assert at["licens"].startswith("licens =")
    assert at["missing.at_least"] == "at_least = 8"
    assert at["items[3].key"] == 'key = "3"'
    assert at["anchors[5].code"] == "code = 5"
    assert 'perhaps "licence" is meant' in next(
        one.sentence for one in found if one.field == "licens"
    )


@pytest.mark.parametrize(
    ("old", "new", "field", "words"),
    [
        ("code = 3", "code = 9", "anchors[1].code", "2 would become 8, which is no answer here"),
        ("code = 3", "code = 2000000000000000000000", "anchors[2].code", "1000 is the largest"),
        ("range = [3, 9]", "range = [1, 3]", "range", "these items and codes give 3 to 9"),
        ("range = [3, 9]", "range = [nan, inf]", "range", "these items and codes give 3 to 9"),
        ("range = [3, 9]", "range = 2026-01-01", "range", "two numbers are needed"),
        ("version = 1", "version = 1.5", "version", "whole number is needed"),
        ("version = 1", "version = 100000000000000000000", "version", "too large"),
        ('id = "ucla-3"', "id = 2026-01-01", "id", "but a date or time was found"),
        ('scoring = "sum"', 'scoring = "median"', "scoring", "mean, sum or count"),
        ('language = "en"', 'language = ""', "language", "empty"),
        ("[missing]", "[[missing]]", "missing", "a table is needed here, but a list was found"),
        ('label = "often"', 'label = " Hardly ever!"', "anchors[2].label", "two different codes"),
        ('label = "often"', 'label = ""', "anchors[2].label", "it is empty"),
        ('key = "2"', 'key = "2"\nreverse = true', "items[1].reverse", '"reversed" is meant'),
    ],
)
def test_each_fault_stands_at_its_field(old: str, new: str, field: str, words: str) -> None:
    assert old in UCLA
    text = UCLA.replace(old, new, 1)
    (found,) = problems_in(text)
    assert found.field == field
    assert words in found.sentence
    if "." not in field:
        assert found.line == line_with(text, new.rsplit("\n", maxsplit=1)[-1])


def test_what_is_no_toml_is_told_where_it_is() -> None:
    twice = UCLA.replace("version = 1", "version = 1\nversion = 2", 1)
    line = line_with(UCLA, "version") + 1
    assert problems_in(twice) == (Problem(line, "", '"version" stands there twice'),)
    half = UCLA[: UCLA.index("[[items]]") + 4]
    assert [one.line for one in problems_in(half)] == [len(half.split("\n"))]
    assert problems_in("id = [")[0].line == 1
    assert problems_in(" \n") == (Problem(1, "", "it is empty"),)
    assert len(problems_in("x = " + "[" * 5000)) == 1


def test_several_lines_that_are_no_toml_are_told_with_what_else_is_wrong() -> None:
    text = (
        PULSE.replace('title = "Safety pulse"', 'title = "Safety pulse', 1)
        .replace("reversed = true", "reversed = yes", 1)
        .replace('licence = "', "licence = “", 1)
        .replace("at_least = 6", "at_least = 8", 1)
        .replace("code = 4", "code = 04", 1)
    )
    found = problems_in(text)
    told = {text.split("\n")[one.line - 1].partition(" =")[0]: one.sentence for one in found}
    assert list(told) == ["title", "licence", "at_least", "reversed", "code"]
    assert "quotation mark is missing" in told["title"]
    assert "straight quotation marks" in told["licence"]
    assert "true or false, in small letters" in told["reversed"]
    assert "does not begin with 0" in told["code"]


WRONG_LINES = [
    ("version = 2", "version 2", 'a name, "=" and a value'),
    ("version = 2", "version: 2", 'write "=" after the name'),
    ("version = 2", "version =", "value of version is missing"),
    ("version = 2", "version = 2\x00", "cannot be seen"),
    ("version = 2", "version = two", "between quotation marks"),
    ("version = 2", "version = " + "9" * 5000, "too long"),
    ("range = [1, 7]", "range = [1, 7", "in brackets"),
    ("range = [1, 7]", "range = [1,0; 7,0]", "in brackets"),
    ('"Safety pulse"', '"C:\\Users"', "backslash"),
    ('"Safety pulse"', '"Safety" pulse', "after the last one"),
    ("[missing]", "[missing", "heading stands in brackets"),
    ("id = ", ".".join("a" * 3000) + " = 1\nid = ", "too deep"),
    ('language = "en"', 'language = "English!"', "no code of a language"),
    ('"Safety pulse"', f'"{"very " * 2000}"', "too long; 300 signs"),
    ('label = "agree"', f'label = "{"very " * 2000}"', "too long; 200 signs"),
    ('en = ["mostly agree"', 'en = ["", "mostly agree"', "a label here is empty"),
    ("code = 5", "code = 55", "turned round"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "words"), WRONG_LINES)
def test_a_line_is_told_in_plain_words(old: str, new: str, words: str) -> None:
    assert old in PULSE
    (found,) = problems_in(PULSE.replace(old, new, 1))
    assert words in found.sentence


def test_a_left_out_code_is_a_gap() -> None:
    start, end = PULSE.index("[[anchors]]\ncode = 4"), PULSE.index("[[anchors]]\ncode = 5")
    assert "gap between 3 and 5" in problems_in(PULSE[:start] + PULSE[end:])[0].sentence


def test_each_way_a_band_can_lie_wrong_is_told() -> None:
    for old, new, words in (
        ("low = 6", "low = 9.5", "lies above"),
        ("high = 9", "high = 10", "leaves the range of the score, 3 to 9"),
        ("low = 6", "low = 5", 'overlaps the band "'),
        ("low = 6", "low = nan", "its ends are numbers"),
    ):
        (found,) = problems_in(UCLA.replace(old, new, 1))
        assert words in found.sentence


HEAVY = [
    PULSE + "# x\n" * 70_000,
    PULSE + "\n".join('[[items]]\nkey = "k"\ntext = "t"' for _ in range(9_000)),
    PULSE + "\n".join("[[items]]\nkey = 3" for _ in range(13_000)),
    PULSE + "\n".join(f'[[anchors]]\ncode = 3\nlabel = "q{n}"' for n in range(6_500)),
    "\n".join(f"[a{n}]" for n in range(30_000)),
    ".".join("a" * 140_000) + " = 1",
    "[" + ".".join("a" * 140_000) + "]",
    "a = [" + "1," * 140_000 + "]",
    "a = " + "{a=" * 90_000,
    'a = "' + "\\" * 290_000,
    '"' * 290_000,
    "[ " + " " * 290_000,
    "a" * 290_000,
]


@pytest.mark.parametrize("place", range(len(HEAVY)))
def test_a_heavy_file_is_refused_at_once(place: int) -> None:
    began = time.process_time()
    found = problems_in(HEAVY[place])
    assert time.process_time() - began < 1.5  # a tenth of it here; anything by squares takes hours
    assert len(found) <= MOST_TOLD


def test_other_words_for_an_answer_are_lists_of_texts() -> None:
    text = PULSE.replace('de = ["teils, teils", "weder noch", "neutral"]', "de = 33\nxx = [4]")
    assert [(one.field, one.line) for one in problems_in(text)] == [
        ("anchors[3].aliases.de", line_with(text, "de = 33")),
        ("anchors[3].aliases.xx", line_with(text, "xx = [4]")),
    ]


def test_a_file_that_is_wrong_everywhere_is_told_so_far() -> None:
    assert len(problems_in("\n".join(f"wrong{n} = 1" for n in range(500)))) == MOST_TOLD


def test_bands_without_a_source_are_refused_each() -> None:
    text = re.sub(r'source = ".*"', 'source = ""', UCLA)
    assert [one.field for one in problems_in(text)] == ["bands[0].source", "bands[1].source"]


def test_the_first_problem_is_raised_with_its_line() -> None:
    text = UCLA.replace("code = 3", "code = 9", 1)
    line = line_with(UCLA, "code = 2")
    with pytest.raises(BadInput, match=f"line {line}: anchors, entry 2, code: turned round"):
        parse_instrument(text, "the file own.toml")


def test_a_file_is_read_as_windows_writes_it() -> None:
    for content in (UCLA.encode("utf-8-sig"), UCLA.encode("utf-16"), UCLA.encode()):
        assert problems_in(text_of_file(content.replace(b"\n\0", b"\n\0"), "own.toml")) == ()
    assert problems_in(UCLA.replace("\n", "\r\n")) == ()
    for odd in (b"\xff\xff\x00", b"x" * 300_001):
        with pytest.raises(UnreadableFile, match=r"own\.toml"):
            text_of_file(odd, "own.toml")


PIECES = st.sampled_from(
    ["", "1", "-1", '"x"', "[]", "{}", "true", "1979-05-27", "[[items]]", "[missing]", "x = 1",
     "[1, 7]", "= 3", "'''", "\x00", "nan", "[anchors.aliases]", 'key = "1"', "code = 99"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_is_broken_in_a_file_has_a_line_of_it(data: st.DataObject) -> None:
    lines = PULSE.split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(lines) - 1))
        name, equals, _old = lines[place].partition(" = ")
        piece = data.draw(PIECES)
        lines[place] = f"{name} = {piece}" if equals and data.draw(st.booleans()) else piece
    text = "\n".join(lines)
    found = problems_in(text)
    assert all(1 <= one.line <= len(lines) and one.sentence for one in found)
    assert list(found) == sorted(found, key=lambda one: one.line)
    if found:
        with pytest.raises(BadInput, match=re.escape(f"line {found[0].line}")):
            parse_instrument(text)
    else:
        assert parse_instrument(text).codes


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    assert problems_in(text)
