"""Rows that sum up the rows above them: spreadsheets end with them, and they are nobody."""

import re

from workbench.foundation.text import fold
from workbench.imports.cells import is_number
from workbench.imports.tables import as_text, is_empty
from workbench.imports.workbooks import Row

_WORDS = re.compile(
    r"(?:(?:grand|sub|overall)[ -]?)?total(?:s|e|en|t)?(?: (?:general\w*|geral|complessivo))?"
    r"|totaal|sum|summe|zwischensumme|gesamt(?:summe|zahl|ergebnis|dauer)?|insgesamt|anzahl|somme|suma|soma"
    r"|summa|somma|razem|ogolem|celkem|spolu|osszesen|yhteensa|i alt|totalt|toplam|итого|всего"
    r"|count|average|mean|mittelwert|durchschnitt|moyenne|promedio|gemiddelde|srednia"
    r"|合計|总计|合计"
)
_OF_WHAT = re.compile(
    r"(?: (?:of|in|duration|minutes|time|participants?|attendees?|attendance|users|people|meeting"
    r"|der|dauer|teilnehmer|minuten|duree|duracion|duracao|tiempo|de|participantes))+$"
)


_SPREAD = re.compile(
    r"median\w*|mediana?|mediane|zentralwert|mode|modus|sd|std\.?|stdev|st\.? ?abw\.?"
    r"|(?:std|standard)\.? ?(?:dev|deviation|abweichung|error|fehler)\.?|standardabweichung"
    r"|ecart[ -]?type|desviacion(?: estandar| tipica)?|desvio padrao|deviazione standard"
    r"|variance|varianz|varianza|percent|prozent"
)
_BESIDE_A_TOTAL = re.compile(r"n|n ?=|max|min|maximum|minimum|maximo|minimo|massimo|base|responses")


def is_summary(row: Row, *, sure: bool = False) -> bool:
    """Return whether a row sums up answers: Median, SD; unless it must be `sure`, Max and Min.

    Some people are called Max.
    """
    filled = [cell for cell in row if not is_empty(cell)]
    if len(filled) < 2 or not all(is_number(cell) for cell in filled[1:]):
        return False
    word = fold(as_text(filled[0])).rstrip(" :=")
    return bool(_SPREAD.fullmatch(word) or (not sure and _BESIDE_A_TOTAL.fullmatch(word)))


def is_total(row: Row) -> bool:
    """Return whether a row begins with a word such as Total and holds only numbers besides.

    Some of the words are also names, so that they count only with a number.
    """
    filled = [cell for cell in row if not is_empty(cell)]
    if not filled or not all(is_number(cell) for cell in filled[1:]):
        return False
    word = re.sub(r"[\s:=(]*\d*[\s:)]*$", "", fold(as_text(filled[0])))
    if not _WORDS.fullmatch(_OF_WHAT.sub("", word)):
        return False
    return len(filled) > 1 or "total" in word or any(sign.isdigit() for sign in as_text(filled[0]))
