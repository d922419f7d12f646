"""Rows such as "Sales" alone between people: the title of a section, and nobody's name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.foundation.text import clean, fold
from workbench.imports.cells import column, is_email, is_value
from workbench.imports.mapping import ColumnGuess
from workbench.imports.roster_table import PeopleTable
from workbench.imports.roster_words import Field
from workbench.imports.tables import as_text, filled, is_empty
from workbench.imports.totals import is_total
from workbench.imports.workbooks import Row

_NAMES = (Field.NAME, Field.FIRST_NAME, Field.LAST_NAME)
_DECORATION = " :#*=-–—_>•"
_COUNT = re.compile(r"\s*\(\d+\)$")
_DEPARTMENT = re.compile(
    r"(?:department|dept|division|team|unit|section|group|abteilung|bereich|service|equipe|equipo"
    r"|departamento|area|reparto|afdeling|avdelning|dzial|oddeleni)\b.+"
)
_USUAL = frozenset(
    ("sales", "marketing", "finance", "accounting", "controlling", "engineering", "operations",
     "production", "logistics", "purchasing", "procurement", "legal", "it", "hr", "r&d",
     "human resources", "people", "support", "customer service", "customer support",
     "customer success", "customer care", "service", "administration", "management", "research",
     "development", "research and development", "product", "design", "quality", "facilities",
     "communications", "public relations", "verkauf", "vertrieb", "einkauf", "personal",
     "buchhaltung", "finanzen", "produktion", "entwicklung", "forschung", "verwaltung", "logistik",
     "ventes", "achats", "comptabilite", "ressources humaines", "ventas", "compras",
     "recursos humanos", "vendite", "acquisti", "risorse umane", "vendas", "verkoop", "inkoop",
     "guests", "external", "interns", "trainees")
)  # fmt: skip
_WIDE = 2


@dataclass(frozen=True, slots=True)
class _Alone:
    """A row with one filled cell, and whether it stands before people."""

    number: int
    text: str
    leads: bool


def sections_of(table: PeopleTable, guesses: Sequence[ColumnGuess]) -> dict[int, str]:
    """Return the titles of sections by row number, empty where no row is surely one.

    A row is one where a single cell stands before filled rows and says a department, or where the
    list begins with such a row, others come, and they are written as no name of the list is. All
    others stay people.
    """
    places = [guess.index for guess in guesses if guess.field in _NAMES]
    departments = [guess.index for guess in guesses if guess.field is Field.DEPARTMENT]
    rows = [row for _, row in table.body]
    wide = [row for row in rows if filled(row) >= _WIDE]
    if not places or len(wide) * 3 < len(rows):
        return {}
    allowed = {*range(min(places) + 1), *places, *departments}
    alone = [each for each in _alone(table, allowed) if each.leads]
    known = {fold(as_text(cell)) for place in departments for cell in column(wide, place)}
    sure = {each.number: each.text for each in alone if _says_department(each.text, known)}
    names = [_name(row, places) for row in wide]
    unlike = {each.number: each.text for each in alone if _unlike(each.text, names)}
    begins = bool(table.body) and table.body[0][0] in sure | unlike
    found = sure | unlike if begins and len(sure | unlike) > 1 else sure
    return {number: _bare(text) for number, text in sorted(found.items())}


def _alone(table: PeopleTable, allowed: set[int]) -> Iterator[_Alone]:
    """Yield the rows with one filled cell that may be a title."""
    for at, (number, row) in enumerate(table.body):
        places = [place for place, cell in enumerate(row) if not is_empty(cell)]
        if len(places) != 1 or places[0] not in allowed or is_value(row[places[0]]):
            continue
        following = [later for _, later in table.body[at + 1 : at + 3]]
        leads = any(filled(later) >= _WIDE and not is_total(later) for later in following)
        yield _Alone(number, clean(as_text(row[places[0]])), leads)


def _says_department(text: str, known: set[str]) -> bool:
    bare = fold(_bare(text))
    return bool(
        bare in known or bare in _USUAL or _DEPARTMENT.fullmatch(bare) or text.endswith(":")
    )


def _unlike(text: str, names: Sequence[str]) -> bool:
    """Return whether a text is written as hardly any name of the list: one word, or capitals."""
    words = _bare(text).split(" ")
    several = sum(len(name.split(" ")) > 1 for name in names)
    capitals = sum(name.isupper() for name in names)
    one = len(words) == 1 and several * 10 >= len(names) * 9
    return one or (text.isupper() and capitals * 10 <= len(names))


def _name(row: Row, places: Sequence[int]) -> str:
    cells = [as_text(row[place]) for place in places if place < len(row)]
    return clean(" ".join(cell for cell in cells if not is_email(cell)))


def _bare(text: str) -> str:
    """Return a title without a count in brackets, a colon, dashes round it."""
    return clean(_COUNT.sub("", text.strip(_DECORATION)).strip(_DECORATION)) or clean(text)
