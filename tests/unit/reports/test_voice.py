"""Words that claim or blame too much are pointed out, and only they."""

import pytest

from tests.unit.reports.brief_samples import BRIEF
from workbench.reports.brief_contents import brief_texts
from workbench.reports.voice import doubtful_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A significant rise", ["significant"]),
        ("SIGNIFICANTLY better; proven.", ["SIGNIFICANTLY", "proven"]),
        ("Meetings caused it, and two are at\nrisk", ["caused", "at\nrisk"]),
        ("The lurkers and absentees", ["lurkers", "absentees"]),
        ("A causeway, a healthier lunch, an insignificant typo, prove", []),
        ("", []),
    ],
)
def test_what_is_pointed_out(text: str, found: list[str]) -> None:
    doubts = doubtful_words(text)
    assert [doubt.word for doubt in doubts] == found
    assert all(text[doubt.start :].startswith(doubt.word) for doubt in doubts)
    assert all(doubt.instead in doubt.sentence for doubt in doubts)


def test_our_own_brief_needs_none_and_every_section_is_looked_at() -> None:
    texts = brief_texts(BRIEF)
    assert {name for name, _ in texts} >= {"Headline", "Key figures", "What we ask of you"}
    assert not [doubt for _, text in texts for doubt in doubtful_words(text)]
