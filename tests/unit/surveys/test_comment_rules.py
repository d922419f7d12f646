import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.surveys.comment_rules import Suggestion, scrubbed, suggestions

NAMES = ("Ama Boateng", "Jonas Weber", "Zoë O’Neill", "Li Na", "山田 太郎",
         "Мария Петрова", "Иван", "Magdalena Nowak")  # fmt: skip


def told(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.why) for one in suggestions(text, NAMES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask AMA or jonas.", [("AMA", "name"), ("jonas", "name")]),
        ("Ama's idea, Boatengs idea", [("Ama's", "name"), ("Boatengs", "name")]),
        ("Pracuji s Jonasem rád", [("Jonasem", "name")]),
        ("zoe helped, and O'Neill", [("zoe", "name"), ("O'Neill", "name")]),
        ("太郎さんと話した", [("太郎", "name")]),
        ("Write to ama.b@firm.example, please", [("ama.b@firm.example", "address")]),
        ("@jonas_w said https://x.example/me", [("@jonas_w", "address"),
                                                ("https://x.example/me", "address")]),
        ("Call +49 (0)171 234-5678 now", [("+49 (0)171 234-5678", "telephone number")]),
        ("Room 412 on 3.10.2026", [("412", "number"), ("3.10.2026", "date")]),
        ("on 2026-10-13, 12 October, Oct 3rd and 12/10", [
            ("2026-10-13", "date"), ("12 October", "date"), ("Oct 3rd", "date"), ("12/10", "date"),
        ]),
        ("Li said it to Na, not li to na", [("Li", "name"), ("Na", "name")]),
        ("С Марией и Иваном", [("Марией", "name"), ("Иваном", "name")]),
        ("Z Magdaleną i Magdaleny", [("Magdaleną", "name"), ("Magdaleny", "name")]),
        ("Amazing, the lina in us, 12 people, 50 %", []),
    ],
)  # fmt: skip
def test_what_could_tell_who_wrote_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_only_what_was_accepted_is_replaced() -> None:
    text = "Ama and Jonas met in 412."
    first, second, third = suggestions(text, NAMES)
    assert scrubbed(text, [third, first]) == "[name] and Jonas met in [number]."
    assert scrubbed(text, []) == text
    assert scrubbed(text, [second]) == "Ama and [name] met in 412."


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("Amaé Jons12345 .-@/+'山田太郎İß"), max_size=60))
def test_suggestions_never_overlap_and_stay_inside(text: str) -> None:
    found = suggestions(text, NAMES)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    left = scrubbed(text, found)
    assert "Ama" not in left.replace("[name]", "").split()
    assert not any(len(digits) >= 3 for digits in "".join(
        mark if mark.isascii() and mark.isdigit() else " " for mark in left
    ).split())  # fmt: skip


def test_a_long_comment_is_read_at_once() -> None:
    assert suggestions("a" * 100_000 + "@" * 1000, NAMES) is not None
    assert suggestions("1 " * 20_000, NAMES)[0] == Suggestion(0, 39, "telephone number")
