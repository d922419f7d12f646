import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from tests.unit.surveys.random_instruments import instruments
from workbench.foundation.assets import asset
from workbench.surveys.instrument_lines import problems_in, read_instrument
from workbench.surveys.instrument_opening import copy_text, is_same, new_text, next_text
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.instrument_text import as_toml
from workbench.surveys.instruments import instrument_keys, load_instrument

PULSE = asset("instruments", "safety-pulse.toml").read_text(encoding="utf-8")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(instruments())
def test_any_questionnaire_is_read_as_it_was_written(one: Instrument) -> None:
    assert read_instrument(as_toml(one)) == (one, ())


def test_words_that_no_file_or_field_could_hold_are_written_as_numbers() -> None:
    odd = "a\u2028b\u2029c\x85d\x00e\ufdd0f\U0010fffeg\U0001f469\u200d\U0001f467h\u00a0i\\u0041"
    one = msgspec.structs.replace(load_instrument("transfer-item"), title=odd)
    text = as_toml(one)
    assert all(mark not in text for mark in "\u2028\u2029\x85\x00\ufdd0")
    assert "\u00a0i" in text
    assert read_instrument(text)[0] == one


def test_a_new_text_has_no_problem_and_a_key_of_its_own() -> None:
    assert problems_in(new_text(())) == ()
    made, _ = read_instrument(new_text({"own-questionnaire", "own-questionnaire-2"}))
    assert made is not None
    assert (made.id, made.version, made.validated) == ("own-questionnaire-3", 1, False)


def test_the_next_version_keeps_the_notes_of_its_author() -> None:
    one = load_instrument("safety-pulse")
    text = "# Mine: version = 7\n" + PULSE
    found = next_text(text, one, 9)
    assert found == text.replace("\nversion = 2\n", "\nversion = 9\n")
    made, _ = read_instrument(found)
    assert made is not None
    assert made.version == 9
    assert is_same(one, made)


def test_a_number_that_stands_in_a_text_is_not_taken_for_the_version() -> None:
    one = msgspec.structs.replace(load_instrument("transfer-item"), notes="x\nversion = 1\n")
    text = as_toml(one).replace('"x\\nversion = 1\\n"', '"""x\nversion = 1\n"""')
    begin = text.index("notes")
    end = text.index("\n\n[missing]")
    moved = text[begin:end] + "\n" + text[:begin] + text[end:]
    assert read_instrument(moved)[0] == one
    made, _ = read_instrument(next_text(moved, one, 4))
    assert made == msgspec.structs.replace(one, version=4)


@pytest.mark.parametrize("key", instrument_keys())
def test_a_copy_holds_all_but_what_was_published_for_the_original(key: str) -> None:
    one = load_instrument(key)
    made, problems = read_instrument(copy_text(one, {key, f"{key}-own"}))
    assert problems == ()
    assert made == msgspec.structs.replace(
        one, id=f"{key}-own-2", version=1, validated=False, bands=()
    )
