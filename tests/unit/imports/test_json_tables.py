"""A JSON list of flat objects is a table; anything else in JSON is refused in a sentence."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.foundation.errors import UnreadableFile
from workbench.imports.tables import source_from_bytes


def rows(text: str) -> list[tuple[object, ...]]:
    return list(source_from_bytes(text.encode(), "people.json").sheets[0].rows)


def test_a_list_of_flat_objects_is_a_table_with_the_keys_as_titles() -> None:
    text = (
        '[{"name": "Ana Berg", "id": 7, "tags": ["new", "core"]},\n'
        ' {"name": "Bo Lind", "email": null, "core": true}]'
    )
    assert rows(text) == [
        ("name", "id", "tags", "email", "core"),
        ("Ana Berg", 7, "new; core", "", ""),
        ("Bo Lind", "", "", "", True),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"people": [{"name": "Ana"}]}', "not a plain list"),
        ('[{"name": {"first": "Ana"}}]', "not a plain list"),
        ('[["Ana", 1]]', "not a plain list"),
        ('[{"name": "Ana"}, {"na', "not complete"),
        ("[]", "empty"),
        ("[{}]", "empty"),
        ("[" * 100_000, "not complete"),
    ],
)
def test_other_json_is_refused_in_a_sentence(text: str, told: str) -> None:
    with pytest.raises(UnreadableFile, match=told) as problem:
        rows(text)
    assert "people.json" in problem.value.sentence


@pytest.mark.parametrize(
    "text", ["[Halden] Ana Berg;a@x.example\n", "{Name};{Mail}\n", "[x]\nAna\n"]
)
def test_text_that_only_begins_with_a_bracket_stays_text(text: str) -> None:
    assert isinstance(rows(text)[0][0], str)
    assert str(rows(text)[0][0])[0] == text[0]


@given(st.text(st.sampled_from('[]{}":,1a \n'), max_size=40))
def test_nothing_brings_a_traceback(text: str) -> None:
    with suppress(UnreadableFile):
        assert rows(text)
