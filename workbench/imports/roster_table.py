"""Where the list of people begins in a file: its sheet, its title row if it has one, its body."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.foundation.errors import UnreadableFile
from workbench.foundation.text import clean, fold
from workbench.imports.cells import is_dated, is_email, is_value
from workbench.imports.roster_words import Field, field_named
from workbench.imports.tables import Sheet, SourceFile, as_text, filled, is_empty
from workbench.imports.workbooks import Row

_LOOK_AT = 25
_WHO = frozenset((Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.EMAIL))


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """A list of people: unique column titles, whether the file gave them, numbered rows below."""

    titles: tuple[str, ...]
    titled: bool
    body: tuple[tuple[int, Row], ...]
    sheet: str

    @property
    def signature(self) -> str:
        """What this kind of file is known by the next time: its titles, or its width."""
        if not self.titled:
            return f"untitled, {len(self.titles)} columns"
        return "|".join(sorted(fold(title) for title in self.titles))


def people_table(source: SourceFile, named: Iterable[str] = ()) -> PeopleTable:
    """Return the list of people in a file; raises UnreadableFile where there is nothing below it.

    A row that holds every title of `named` is the title row. Of several sheets, the one whose
    titles say most about people.
    """
    wanted = {fold(title) for title in named}
    table = next(
        (found for sheet in source.sheets if wanted and (found := _table_named(sheet, wanted))),
        None,
    ) or _table(max(source.sheets, key=lambda sheet: (_people_score(sheet), len(sheet.rows))))
    if not table.body:
        raise UnreadableFile(
            f"{source.name} holds no people: there is nothing below its title row.",
            "Choose the list that has names in it.",
        )
    return table


def _people_score(sheet: Sheet) -> int:
    return max((_known(row) for row in sheet.rows[:_LOOK_AT]), default=0)


def _known(row: Row) -> int:
    """Return how many fields a row's cells name, 0 where it holds an address or a date."""
    texts = [cell for cell in row if not is_empty(cell)]
    if any(is_email(cell) or is_dated(cell) for cell in texts):
        return 0
    return len({field_named(as_text(cell)) for cell in texts} - {None})


def _table_named(sheet: Sheet, wanted: set[str]) -> PeopleTable | None:
    for at, row in enumerate(sheet.rows[:_LOOK_AT]):
        if wanted <= {fold(as_text(cell)) for cell in row}:
            return _titled_table(sheet, at)
    return None


def _table(sheet: Sheet) -> PeopleTable:
    rows = sheet.rows
    at = _title_row(rows)
    if at is None:
        start = _first_of_body(rows)
        width = max((_width(row) for row in rows[start:]), default=0)
        titles = tuple(f"Column {_letter(index)}" for index in range(width))
        return PeopleTable(titles, titled=False, body=_body(rows, start), sheet=sheet.name)
    return _titled_table(sheet, at)


def _titled_table(sheet: Sheet, at: int) -> PeopleTable:
    width = max(_width(row) for row in sheet.rows[at:])
    titles = _unique(sheet.rows[at], width)
    return PeopleTable(titles, titled=True, body=_body(sheet.rows, at + 1), sheet=sheet.name)


def _title_row(rows: Sequence[Row]) -> int | None:
    """Return the place of the title row, or None for a list that begins with people at once."""
    known = [_known(row) for row in rows[:_LOOK_AT]]
    best = max(known, default=0)
    first = next((index for index, row in enumerate(rows[:_LOOK_AT]) if filled(row)), None)
    if best > 1 or (best == 1 and known.index(1) == first):
        return known.index(best)
    if best == 1 and field_named(as_text(_only(rows[known.index(1)]))) in _WHO:
        return known.index(1)
    start = _first_of_body(rows)
    return start if _titles_in_another_language(rows, start) else None


def _only(row: Row) -> str:
    texts = [as_text(cell) for cell in row if not is_empty(cell)]
    return texts[0] if len(texts) == 1 else ""


def _first_of_body(rows: Sequence[Row]) -> int:
    """Return the place of the first row about as wide as the widest: above it stands a heading."""
    counts = [filled(row) for row in rows[:_LOOK_AT]]
    widest = max(counts, default=0)
    return next((index for index, count in enumerate(counts) if count * 2 > widest), 0)


def _titles_in_another_language(rows: Sequence[Row], at: int) -> bool:
    """Return whether a row of mere words stands over columns of addresses, dates or numbers."""
    if at >= len(rows) or any(is_value(cell) for cell in rows[at] if not is_empty(cell)):
        return False
    below = [row for row in rows[at + 1 : at + 40] if filled(row)]
    for index, title in enumerate(rows[at]):
        cells = [row[index] for row in below if index < len(row) and not is_empty(row[index])]
        valued = sum(is_value(cell) for cell in cells)
        if not is_empty(title) and cells and valued * 5 >= len(cells) * 4:
            return True
    return False


def _body(rows: Sequence[Row], start: int) -> tuple[tuple[int, Row], ...]:
    return tuple((number, row) for number, row in enumerate(rows[start:], start + 1) if filled(row))


def _width(row: Row) -> int:
    used = [index for index, cell in enumerate(row) if not is_empty(cell)]
    return used[-1] + 1 if used else 0


def _unique(row: Row, width: int) -> tuple[str, ...]:
    """Return a title for each column: untitled ones by letter, equal ones numbered."""
    titles: list[str] = []
    for index in range(width):
        text = clean(as_text(row[index])) if index < len(row) else ""
        title = text or f"Column {_letter(index)}"
        times = sum(fold(other) == fold(title) for other in titles)
        number = 2
        while times and any(fold(other) == fold(f"{title} ({number})") for other in titles):
            number += 1
        titles.append(f"{title} ({number})" if times else title)
    return tuple(titles)


def _letter(index: int) -> str:
    """Return a column's letters as Excel names it: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def has_people(source: SourceFile) -> bool:
    """Return whether some sheet's titles or addresses say that it lists people."""
    if any(_people_score(sheet) >= 2 for sheet in source.sheets):
        return True
    return any(
        is_email(cell) for sheet in source.sheets for row in sheet.rows[:_LOOK_AT] for cell in row
    )
