"""SurveyMonkey with a column for each option, in words, numbers and marks, in any language."""

from collections.abc import Callable

import pytest

from tests.unit.imports.survey_exports import (
    CODES,
    ITEMS,
    LABELS,
    MONKEY,
    WORDS,
    abouts,
    read,
    surveymonkey,
)

GRID = (["How far?", *[""] * 48], [f"{item} - {label}" for item in ITEMS for label in LABELS])
SINGLE = ([title for item in ITEMS for title in (item, *[""] * 6)], LABELS * 7)
MARKS: dict[str, Callable[[int], object]] = {
    "words": lambda at: LABELS[at],
    "numbers": lambda at: at + 1,
    "weights turned round": lambda at: 7 - at,
    "one": lambda _at: 1,
    "a cross": lambda _at: "X",
    "a tick": lambda _at: "✓",
}
ABROAD = {
    "de": ["Befragten-ID", "Collector-ID", "Erstellt", "IP-Adresse", "E-Mail-Adresse", "Nachname"],
    "fr": ["ID du répondant", "ID du collecteur", "Créé le", "Adresse IP", "E-mail", "Nom"],
    "snake": ["respondent_id", "collector_id", "date_created", "ip_address", "email", "last_name"],
}


@pytest.mark.parametrize(("questions", "labels"), [GRID, SINGLE])
@pytest.mark.parametrize("mark", list(MARKS))
def test_a_tick_means_the_words_over_its_column(
    questions: list[str], labels: list[str], mark: str
) -> None:
    shown = MARKS[mark]
    rows = [[shown(at) if code == at + 1 else "" for code in row for at in range(7)]
            for row in CODES]  # fmt: skip
    found = read(surveymonkey(rows, questions, labels))
    assert abouts(found) == []
    assert [sheet.codes for sheet in found.sheets] == CODES


def test_ones_and_noughts_are_ticks_too() -> None:
    rows = [[int(code == at + 1) for code in row for at in range(7)] for row in CODES]
    found = read(surveymonkey(rows, *GRID))
    assert [sheet.codes for sheet in found.sheets] == CODES


def test_options_that_are_numbers_themselves_are_never_taken_for_their_marks() -> None:
    labels = [str(at + 1) for _ in ITEMS for at in range(7)]
    rows = [[1 if code == at + 1 else "" for code in row for at in range(7)] for row in CODES]
    found = read(surveymonkey(rows, SINGLE[0], labels))
    assert [sheet.codes for sheet in found.sheets] == CODES


def test_several_ticks_are_no_one_answer() -> None:
    rows = [[1 if at < 2 else "" for _ in ITEMS for at in range(7)] for _ in CODES]
    found = read(surveymonkey(rows, *GRID))
    assert abouts(found) == ["columns"]


@pytest.mark.parametrize("language", list(ABROAD))
@pytest.mark.parametrize("word", ["Response", "Antwort", "Réponse"])
def test_titles_of_other_languages(language: str, word: str) -> None:
    rows = surveymonkey(WORDS, ITEMS, [word] * 7)
    titles = ABROAD[language]
    moved = [[row[0], row[1], row[2], row[2], *list(row)[3:]] for row in rows[2:]]
    first = [*titles[:3], "x", *titles[3:], *ITEMS]
    found = read([first, [*[""] * 7, *[word] * 7], *moved])
    assert found.responses.recognised_as == "SurveyMonkey export"
    assert [sheet.codes for sheet in found.sheets] == CODES
    assert [column for _, column in found.items] == ITEMS
    assert set(titles) <= set(found.responses.dropped)
    assert len(MONKEY) == len(titles)
