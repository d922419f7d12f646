"""Dates with the month as a word, in the languages that meeting and office programs speak."""

import re

from workbench.foundation.text import fold

# A line begins with the month: names, and abbreviations that are no beginning of a name.
_NAMES = """
1 january januar jänner janvier enero gennaio janeiro januari stycznia styczeń leden ledna
1 ianuarie ocak tammikuuta ene gen sty tam
2 february februar feber février febrero febbraio fevereiro februari luty lutego únor února
2 februarie šubat şubat helmikuuta fév fev lut sub
3 march märz mars marzo março maart marts marzec marca březen března március martie mart
3 maaliskuuta mar mrz mär
4 april avril abril aprile kwiecień kwietnia duben dubna április aprilie nisan huhtikuuta abr
4 avr apr
5 may mai mayo maggio maio mei maj květen května május mayıs toukokuuta mag
6 june juni juin junio giugno junho czerwiec czerwca červen června június iunie haziran
6 kesäkuuta giu cze jun
7 july juli juillet julio luglio julho lipiec lipca červenec července július iulie temmuz
7 heinäkuuta lug lip jul juil
8 august août agosto augustus augusti sierpień sierpnia srpen srpna augusztus ağustos elokuuta
8 ago aou aug
9 september septembre septiembre settembre setembro wrzesień września září szeptember septembrie
9 eylül syyskuuta set sept
10 october oktober octobre octubre ottobre outubro październik października říjen října október
10 octombrie ekim lokakuuta ott out
11 november novembre noviembre novembro listopad listopada listopadu noiembrie kasım marraskuuta
11 lis kas
12 december dezember décembre diciembre dicembre dezembro desember grudzień grudnia prosinec
12 prosince decembrie aralık joulukuuta dez dic déc des gru
"""
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<![\d:])(\d{1,4})(?![\d:])")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|ème|ª|º)\b")
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?!\d)")


def _months() -> dict[str, int]:
    """Return each folded name, and each beginning of three letters or more that is of one month."""
    lines = [line.split() for line in _NAMES.strip().splitlines()]
    whole = {fold(name): int(month) for month, *names in lines for name in names}
    beginnings: dict[str, set[int]] = {}
    for name, month in whole.items():
        for length in range(3, len(name)):
            beginnings.setdefault(name[:length], set()).add(month)
    clear = {start: months.pop() for start, months in beginnings.items() if len(months) == 1}
    return clear | whole


_MONTHS = _months()


def month_of(word: str) -> int | None:
    """Return the number of the month a word names, 1 to 12, or None."""
    return _MONTHS.get(fold(word))


def date_in_words(text: str) -> tuple[str, int, str, str] | None:
    """Return (year, month, day, the rest of the text) of a date with a month in words, or None.

    Weekday names that begin like a month ("mar." is also Tuesday) lose against a later month word.
    """
    text = _ORDINAL.sub("", text)
    words = [found for found in _WORD.finditer(text) if month_of(found.group(0))]
    if not words:
        return None
    word = words[-1]
    month = month_of(word.group(0))
    clock = _clock_after(text, word.end())
    numbers = [found for found in _NUMBER.finditer(text) if not clock or not _inside(found, clock)]
    before = [found for found in numbers if found.end() <= word.start()]
    after = [found for found in numbers if found.start() >= word.end()]
    chosen = _year_and_day([*before[-2:], *after[:2]], len(before[-2:]))
    if chosen is None or month is None:
        return None
    year, day = chosen
    last = max(word.end(), year.end(), day.end())
    return year.group(1), month, day.group(1), text[last:]


def _clock_after(text: str, start: int) -> re.Match[str] | None:
    return _TIME.search(text, start)


def _inside(found: re.Match[str], clock: re.Match[str]) -> bool:
    return clock.start() <= found.start() < clock.end()


def _year_and_day(
    numbers: list[re.Match[str]], before: int
) -> tuple[re.Match[str], re.Match[str]] | None:
    """Return which two of the numbers round the month are the year and the day."""
    if len(numbers) < 2:
        return None
    years = [found for found in numbers if len(found.group(1)) == 4]
    if years:
        days = [found for found in numbers if len(found.group(1)) < 3]
        near = days[before - 1 : before] if 0 < before <= len(days) else days[:1]
        return (years[0], (near or days[:1])[0]) if days else None
    first, second = numbers[:2]
    return second, first
