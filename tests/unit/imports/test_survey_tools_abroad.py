"""Qualtrics, LimeSurvey and SurveyMonkey in other languages and settings: who counts, who not."""

import pytest

from tests.unit.imports.survey_exports import (
    CODES,
    ITEMS,
    QUALTRICS,
    WORDS,
    Rows,
    limesurvey,
    qualtrics,
    read,
)

GERMAN = [
    "Startdatum", "Enddatum", "Antworttyp", "IP-Adresse", "Fortschritt", "Beendet", "Antwort-ID",
    "Nachname des Empfängers", "E-Mail des Empfängers", "Benutzersprache",
]  # fmt: skip
HEADINGS = {
    "de": ["Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache", "Zufallsstartwert"],
    "fr": ["ID de la réponse", "Date de soumission", "Dernière page", "Langue", "Tête de série"],
    "es": ["ID de respuesta", "Fecha de envío", "Última página", "Lenguaje inicial", "Semilla"],
    "ja": ["回答ID", "送信日時", "最終ページ", "開始時の言語", "シード"],
}


def with_cells(column: str, cells: dict[int, object]) -> Rows:
    rows: Rows = [list(row) for row in qualtrics(WORDS)]
    place = QUALTRICS.index(column)
    for person, cell in cells.items():
        rows[3 + person] = [*rows[3 + person][:place], cell, *rows[3 + person][place + 1 :]]
    return rows


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("Survey Preview", "a preview or test, not an answer"),
        ("Umfragevorschau", "a preview or test, not an answer"),
        ("Aperçu de l'enquête", "a preview or test, not an answer"),
        ("Vista previa de la encuesta", "a preview or test, not an answer"),
        ("アンケートのプレビュー", "a preview or test, not an answer"),
        ("33", "a preview or test, not an answer"),
        ("17", "a preview or test, not an answer"),
    ],
)
def test_what_qualtrics_does_not_count_is_listed_and_left_out(status: str, reason: str) -> None:
    found = read(with_cells("Status", {0: status}))
    assert [sheet.codes for sheet in found.sheets] == CODES[1:]
    assert dict(found.left_out) == {reason: 1}


@pytest.mark.parametrize(
    "status", ["IP Address", "IP-Adresse", "Dirección IP", "Imported", "4", "16", "32", "36", "48"]
)
def test_every_kind_of_true_answer_counts(status: str) -> None:
    found = read(with_cells("Status", {0: status}))
    assert len(found.sheets) == 12
    assert not any("Status" in warning for warning in found.warnings)


@pytest.mark.parametrize("status", ["Spam", "Possible Spam", "8", "12", "40"])
def test_possible_spam_counts_and_is_told(status: str) -> None:
    found = read(with_cells("Status", {0: status}))
    assert len(found.sheets) == 12
    assert any("1 row is marked as possible spam" in warning for warning in found.warnings)
    without = read(with_cells("Status", {0: status}), wheres={"Status": "0"})
    assert len(without.sheets) == 11


def test_unknown_words_for_a_row_are_told() -> None:
    told = read(with_cells("Status", {0: "Somehow"}))
    assert any("column Status holds words" in warning for warning in told.warnings)


@pytest.mark.parametrize("word", ["0", "False", "FALSE", "Falsch", "Faux", "Falso", "Onwaar"])
def test_unfinished_answers_are_left_out_in_every_language(word: str) -> None:
    found = read(with_cells("Finished", {0: word, 4: word}))
    assert dict(found.left_out) == {"not finished": 2}


def test_without_finished_the_progress_tells_who_came_to_the_end() -> None:
    rows = with_cells("Progress", {2: 57})
    place = QUALTRICS.index("Finished")
    without: Rows = [[*row[:place], *row[place + 1 :]] for row in rows]
    found = read(without)
    assert dict(found.left_out) == {"not finished": 1}
    assert [sheet.codes for sheet in found.sheets] == [*CODES[:2], *CODES[3:]]


def test_whoever_was_screened_out_is_listed() -> None:
    keys = [*(f"Q5_{at}" for at in range(1, 8)), "Q_TerminateFlag"]
    flags = ["Screened" if at in (1, 2) else "" for at in range(12)]
    rows = qualtrics(
        [[*codes, flag] for codes, flag in zip(CODES, flags, strict=True)], keys, [*ITEMS, "Flag"]
    )
    found = read(rows)
    assert dict(found.left_out) == {"screened out by the survey": 2}
    assert len(found.sheets) == 10


@pytest.mark.parametrize("texts", [GERMAN, ["開始日", "終了日", *GERMAN[2:]]])
def test_a_second_title_row_in_another_language_is_nobody(texts: list[str]) -> None:
    first, second, _, *body = qualtrics(WORDS)
    found = read([first, [*texts, *list(second)[len(texts) :]], *body])
    assert found.responses.rows_read == 12
    assert [sheet.codes for sheet in found.sheets] == CODES


@pytest.mark.parametrize("language", list(HEADINGS))
def test_limesurvey_with_headings_of_another_language(language: str) -> None:
    titles, *body = limesurvey(WORDS, [f"So? [{item}]" for item in ITEMS])
    rows: Rows = [[*HEADINGS[language], *list(titles)[7:]]]
    rows += [[*list(row)[:3], language, *list(row)[4:5], *list(row)[7:]] for row in body]
    rows[1] = [rows[1][0], "", *list(rows[1])[2:]]
    for row in rows[1:]:
        row[4] = 1_700_000 + int(str(row[0]))  # type: ignore[index]  # lists, made above
    found = read(rows)
    assert found.responses.recognised_as == "LimeSurvey export"
    assert dict(found.left_out) == {"not finished": 1}
    assert [sheet.codes for sheet in found.sheets] == CODES[1:]
    assert set(HEADINGS[language]) <= set(found.responses.dropped)
