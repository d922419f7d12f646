import pytest

from workbench.contributions.kinds import kind_of, letter_of, told
from workbench.foundation.words import ContributionKind as Kind


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("q", Kind.QUESTION),
        ("H", Kind.HELP),
        ("o", Kind.HOSTING),
        ("Story", Kind.STORY),
        ("stories", None),
        ("questions", Kind.QUESTION),
        ("exp", Kind.EXPERIMENT),
        ("helped", Kind.HELP),
        ("ho", None),
        ("xyz", None),
        ("", None),
    ],
)
def test_words_for_kinds(word: str, kind: Kind | None) -> None:
    assert kind_of(word) is kind


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_its_letter_and_word(kind: Kind) -> None:
    assert kind_of(letter_of(kind)) is kind
    assert kind_of(kind.value) is kind
    assert kind_of(kind.value[:3]) is kind


def test_how_gifts_read() -> None:
    assert told(Kind.HELP, "Kofi Mensah") == "helped Kofi Mensah"
    assert told(Kind.RESOURCE, "Kofi and Ama") == "to Kofi and Ama"
    assert told(Kind.STORY, "") == ""
