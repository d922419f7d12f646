import csv
from pathlib import Path

import pytest

from workbench.foundation.assets import asset
from workbench.foundation.errors import BadInput, NotFound
from workbench.surveys.instruments import (
    Instrument,
    instrument_keys,
    list_instruments,
    load_instrument,
    parse_instrument,
)

PUBLISHED = {
    "edmondson-7-agree5": {1, 3, 5},
    "edmondson-7-agree7": {1, 3, 5},
    "edmondson-7-accurate7": {1, 3, 5},
    "ucla-20-v3": {1, 5, 6, 9, 10, 15, 16, 19, 20},
    "uls-8": {3, 6},
    "ucla-3": set(),
    "djg-11": {1, 4, 7, 8, 11},
    "djg-6": {2, 3, 5},
    "ccs-sf": set(),
    "cel-3": set(),
}
OURS = {"safety-pulse", "loneliness-pulse", "transfer-item"}
STATEMENTS = Path(__file__).parents[3] / "../shared/design/sample/statements.csv"


def text_of(key: str) -> str:
    return asset("instruments", f"{key}.toml").read_text(encoding="utf-8")


def reversed_places(instrument: Instrument) -> set[int]:
    return {place for place, item in enumerate(instrument.items, start=1) if item.reversed}


def test_the_keys_are_those_of_the_product() -> None:
    assert set(instrument_keys()) == set(PUBLISHED) | OURS


@pytest.mark.parametrize("key", sorted(PUBLISHED))
def test_published_scales_ship_the_key_and_no_wording(key: str) -> None:
    instrument = load_instrument(key)
    assert instrument.id == key
    assert not any(item.text for item in instrument.items)
    assert [item.shown for item in instrument.items][:1] == ["Item 1"]
    assert reversed_places(instrument) == PUBLISHED[key]


@pytest.mark.parametrize("key", sorted(OURS))
def test_our_own_wording_is_complete_and_not_called_validated(key: str) -> None:
    instrument = load_instrument(key)
    assert instrument.has_wording
    assert not instrument.validated


def test_only_de_jong_gierveld_needs_labels_for_its_numbers() -> None:
    ambiguous = {one.id for one in list_instruments() if one.codes_ambiguous}
    assert ambiguous == {"djg-6", "djg-11"}


def test_a_key_we_could_not_check_says_so() -> None:
    scale = load_instrument("ccs-sf")
    assert not scale.key_checked
    assert "could not be checked" in scale.notes


def test_bands_come_only_with_their_source() -> None:
    with_bands = {one.id for one in list_instruments() if one.bands}
    assert with_bands == {"ucla-3", "djg-6"}


def test_ours_come_first_and_an_unknown_key_names_the_others() -> None:
    assert {one.id for one in list_instruments()[:3]} == OURS
    assert load_instrument(" UCLA-3 ").id == "ucla-3"
    with pytest.raises(NotFound, match="ucla-3"):
        load_instrument("../themes/tokens")


@pytest.mark.skipif(not STATEMENTS.exists(), reason="the shared design data is not here")
def test_our_statements_are_those_of_the_pictures() -> None:
    with STATEMENTS.open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    for key in ("safety-pulse", "loneliness-pulse"):
        told = [
            (r["item"], r["text"], r["reversed"] == "1") for r in rows if r["instrument"] == key
        ]
        found = [(item.key, item.text, item.reversed) for item in load_instrument(key).items]
        assert found == told


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('id = "ucla-3"', "id = 3", "id: text is needed here, but a whole number was found"),
        ('id = "ucla-3"', 'id = "UCLA 3"', "small letters"),
        ('id = "ucla-3"', "", 'the field "id" is missing'),
        ('id = "ucla-3"', 'id = "ucla-3"\nrevers = [1]', 'no field called "revers"'),
        ('id = "ucla-3"', "id = ucla", "line 2: put the words between"),
        ("code = 2", 'code = "2"', "anchors, entry 2, code: a whole number is needed here"),
        ("code = 2", "code = 1", "the code 1 is used twice"),
        ("code = 3", "code = 5", "do not fall on each other"),
        ('label = "often"', 'label = "hardly ever"', '"hardly ever" stands for two'),
        ('key = "2"', 'key = "1"', 'the key "1" is used twice'),
        ('key = "2"', 'key = "2"\ntext = "How?"', "some have wording and others have none"),
        ("range = [3, 9]", "range = [0, 9]", "these items and codes give 3 to 9"),
        ("range = [3, 9]", "range = [3]", "range"),
        ("at_least = 3", "at_least = 4", "between 1 and the number of items, 3"),
        ('scoring = "sum"', 'scoring = "count"', "needs counts_from"),
        ('scoring = "sum"', 'scoring = "total"', '"total" is not one of the words allowed'),
        ("low = 6", "low = 5", "bands, entry 2: it overlaps"),
        ("high = 9", "high = 12", "bands, entry 2: it leaves the range of the score, 3 to 9"),
        ("version = 1", "version = 0", "counting starts at 1"),
        ("licence = ", 'licence = ""\nrecall = ', "licence: say who"),
    ],
)
def test_what_is_wrong_in_a_file_is_said_with_its_place(old: str, new: str, words: str) -> None:
    text = text_of("ucla-3")
    assert old in text
    with pytest.raises(BadInput, match=words):
        parse_instrument(text.replace(old, new, 1), "the file mine.toml")


def test_a_band_without_a_source_is_refused() -> None:
    lines = [
        'source = ""' if line.startswith("source") else line
        for line in text_of("ucla-3").split("\n")
    ]
    with pytest.raises(BadInput, match="needs the source"):
        parse_instrument("\n".join(lines))


@pytest.mark.parametrize("text", ["", "[[items]]", "\x00", "items = []", "= 3", "id = ["])
def test_odd_files_give_a_sentence(text: str) -> None:
    with pytest.raises(BadInput, match="This questionnaire cannot be used"):
        parse_instrument(text)
