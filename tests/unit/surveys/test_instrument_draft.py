import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from tests.unit.surveys.random_instruments import instruments
from workbench.surveys.instrument_draft import (
    InstrumentDraft,
    draft_of,
    drafted,
    key_of,
    without_published,
)
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.instruments import load_instrument

PULSE = load_instrument("safety-pulse")
UCLA = msgspec.structs.replace(
    load_instrument("ucla-3"),
    items=tuple(
        msgspec.structs.replace(item, text=f"Item {item.key}?")
        for item in load_instrument("ucla-3").items
    ),
)


def draft(**changed: object) -> InstrumentDraft:
    told = {
        "title": "How we meet",
        "items": "I am heard. [voice]\nI leave unheard. (-) [voice]\nI rest.",
        "answers": "0 = no\n1 = partly\n2 = yes",
        "at_least": "2",
        "licence": "Ours.",
    }
    return msgspec.convert({**told, **changed}, InstrumentDraft)


def made(**changed: object) -> Instrument:
    found, wrong = drafted(draft(**changed), None, 1)
    assert wrong == {}
    assert found is not None
    return found


def wrong_in(**changed: object) -> dict[str, str]:
    found, wrong = drafted(draft(**changed), None, 1)
    assert found is None
    return wrong


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(instruments().filter(lambda one: one.has_wording))
def test_a_form_that_is_not_touched_changes_nothing(one: Instrument) -> None:
    assert drafted(draft_of(one), one, one.version) == (one, {})


def test_every_field_is_in_the_form() -> None:
    found = made(
        items="Voice [s] ends so. []\nIt ends so (-) (+)\nI rest (-) [rest]",
        scoring="count",
        counts_from="1",
        recall="the last week",
        lead_in="Here:",
        language="de",
        note="Two of three say enough.",
        bands="0 to 1 = seldom (source: Miller, 2020; p. 3)\n2-3: often (Source Miller)",
        groups_only=False,
        validated=True,
        key_checked=False,
        codes_ambiguous=True,
        notes="Two\nlines.",
    )
    assert [(i.key, i.text, i.reversed, i.subscale) for i in found.items] == [
        ("1", "Voice [s] ends so.", False, ""),
        ("2", "It ends so (-)", False, ""),
        ("3", "I rest", True, "rest"),
    ]
    assert (found.counts_from, found.range, found.language) == (1, (0, 3), "de")
    assert (found.recall, found.missing.note) == ("the last week", "Two of three say enough.")
    assert [(b.low, b.high, b.label, b.source) for b in found.bands] == [
        (0, 1, "seldom", "Miller, 2020; p. 3"),
        (2, 3, "often", "Miller"),
    ]
    assert (found.groups_only, found.validated) == (False, True)
    assert (found.key_checked, found.codes_ambiguous) == (False, True)
    assert found.notes == "Two\nlines."


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"scoring": "count"}, "counts_from", "needs counts_from"),
        ({"scoring": "count", "counts_from": "two"}, "counts_from", "lowest code"),
        ({"scoring": "count", "counts_from": "0"}, "counts_from", "above the lowest"),
        ({"bands": "0 to 1 = seldom"}, "bands", "Line 1: a band needs the source"),
        ({"bands": "0 to 9 = x (source: y)"}, "bands", "Line 1: it leaves the range of the score"),
        ({"bands": "seldom"}, "bands", 'Line 1: write it as "3 to 5'),
        ({"language": "English!"}, "language", "no code of a language"),
        ({"at_least": "many"}, "at_least", "between 1 and the number of items, 3"),
        ({"answers": "no\n1 = yes"}, "answers", "Line 1: begin with the code"),
        ({"answers": "0 = no\n1 = no"}, "answers", 'Line 2: "no" stands for two'),
        ({"items": ""}, "items", "At least one is needed"),
        ({"recall": "x" * 5001}, "recall", "too long"),
        ({"note": "x" * 5001}, "note", "too long"),
        ({"title": " "}, "title", "It is empty"),
    ],
)
def test_each_fault_stands_at_its_field(changed: dict[str, object], field: str, words: str) -> None:
    wrong = wrong_in(**changed)
    assert list(wrong) == [field]
    assert words in wrong[field]


def test_codes_that_count_belong_to_counting_alone() -> None:
    assert made(counts_from="1").counts_from is None


def test_a_changed_line_keeps_its_key_and_the_others_all_they_had() -> None:
    own = msgspec.structs.replace(
        PULSE,
        items=tuple(msgspec.structs.replace(i, key=f"q{i.key}") for i in PULSE.items),
    )
    shown = draft_of(own)
    lines = shown.items.split("\n")
    lines[1] = "Something else."
    typed = msgspec.structs.replace(own)
    found, wrong = drafted(
        msgspec.convert({**msgspec.to_builtins(shown), "items": "\n".join(lines)}, InstrumentDraft),
        typed,
        3,
    )
    assert wrong == {}
    assert found is not None
    assert [item.key for item in found.items] == [item.key for item in own.items]
    assert found.items[0] == own.items[0]
    assert found.items[1].text == "Something else."
    assert found.anchors == own.anchors


def test_a_reason_for_other_numbers_gives_way() -> None:
    shown = draft_of(PULSE)
    fewer = msgspec.convert({**msgspec.to_builtins(shown), "at_least": "5"}, InstrumentDraft)
    found, _ = drafted(fewer, PULSE, 3)
    assert found is not None
    assert found.missing.note == f"Scored when at least 5 of the {len(PULSE.items)} are answered."


def test_what_was_published_stays_with_its_wording() -> None:
    assert UCLA.validated
    assert UCLA.bands
    found, wrong = drafted(without_published(draft_of(UCLA)), UCLA, 2)
    assert wrong == {}
    assert found == msgspec.structs.replace(UCLA, version=2, validated=False, bands=())


def test_a_title_in_other_letters_has_a_key_of_its_own() -> None:
    assert key_of("How we meet!") == "how-we-meet"
    assert len({key_of("私たち"), key_of("Мы"), key_of("Ми")}) >= 2
    assert made(title="私たちの場").id == key_of("私たちの場")
    assert len(key_of("a " * 100)) <= 80
