"""Which column of a people list fills which field: guesses with their reasons, to be corrected."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, fold, listed
from workbench.imports.cells import column, is_dated, is_email
from workbench.imports.names import words_of
from workbench.imports.roster_table import PeopleTable
from workbench.imports.roster_words import Field, field_named, role_named
from workbench.imports.tables import as_text
from workbench.imports.workbooks import Cell, Row

AS_TOLD = "as you said"
REASON = "Why it was left aside"
_SAMPLE = 200
_ONCE = frozenset(Field) - {Field.OWN, Field.IGNORED}
_OTHER_WORDS = {
    "title": Field.JOB_TITLE,
    "joined": Field.JOINED_ON,
    "left": Field.LEFT_ON,
    "reason": Field.REASON_TO_JOIN,
    "mail": Field.EMAIL,
    "own field": Field.OWN,
    "ignore": Field.IGNORED,
    "-": Field.IGNORED,
    "": Field.IGNORED,
}


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """What one column is taken for, why, and three of its cells to judge by."""

    index: int
    title: str
    field: Field
    why: str
    samples: tuple[str, ...]


def guess_columns(
    table: PeopleTable,
    remembered: Mapping[str, str] | None = None,
    told: Mapping[str, str] | None = None,
) -> tuple[ColumnGuess, ...]:
    """Return a guess for each column of a list.

    What is `told` (column title or number to field) wins, then what is `remembered` from the same
    kind of file, then the titles' words, then what the cells look like. Raises BadInput for a
    column or field that is told and does not exist.
    """
    rows = [row for _, row in table.body[:_SAMPLE]]
    cells = [column(rows, index) for index in range(len(table.titles))]
    found: dict[int, tuple[Field, str]] = {}
    _take(found, _told(table, told or {}), AS_TOLD)
    _take(found, _remembered(table, remembered or {}), "as last time")
    reasons = {index: Field.IGNORED for index, title in enumerate(table.titles) if title == REASON}
    _take(found, reasons, "written here to say why rows were left aside")
    _by_title(found, table, cells)
    _by_shape(found, table, rows, cells)
    return tuple(
        ColumnGuess(
            index,
            title,
            *found.get(index, _rest(cells[index])),
            tuple(clean(as_text(cell))[:60] for cell in cells[index][:3]),
        )
        for index, title in enumerate(table.titles)
    )


def as_mapping(guesses: Sequence[ColumnGuess]) -> dict[str, str]:
    """Return column title to field name."""
    return {guess.title: guess.field.value for guess in guesses}


def worth_remembering(guesses: Sequence[ColumnGuess]) -> dict[str, str]:
    """Return the mapping without columns that were empty: they may hold something next time."""
    return as_mapping([guess for guess in guesses if guess.samples])


def own_name(title: str) -> str:
    """Return the name of an own field: an export marks one that is called like a field of ours."""
    return title.removesuffix(" (own column)")


def read_field(text: str) -> Field:
    """Return the field a person names in any spelling; raises BadInput listing the names."""
    plain = fold(text).replace("-", "_").replace(" ", "_")
    for field in Field:
        if plain.replace("e_mail", "email") == field.value:
            return field
    known = _OTHER_WORDS.get(fold(text).replace("_", " ")) or field_named(text)
    if known is None:
        names = listed([field.value for field in Field])
        raise BadInput(f"{text!r} is no field of a roster.", f"The fields are {names}.")
    return known


def _told(table: PeopleTable, told: Mapping[str, str]) -> dict[int, Field]:
    titles = {fold(title): index for index, title in enumerate(table.titles)}
    fields: dict[int, Field] = {}
    for name, field in told.items():
        index = titles.get(fold(name), titles.get(fold(f"Column {name}")))
        if index is None and name.isdigit() and 1 <= int(name) <= len(table.titles):
            index = int(name) - 1
        if index is None:
            raise BadInput(
                f"The list has no column {name!r}.", f"Its columns are {listed(table.titles)}."
            )
        fields[index] = read_field(field)
    return fields


def _remembered(table: PeopleTable, remembered: Mapping[str, str]) -> dict[int, Field]:
    known = {fold(title): field for title, field in remembered.items()}
    return {
        index: Field(known[fold(title)])
        for index, title in enumerate(table.titles)
        if known.get(fold(title)) in set(Field)
    }


def _take(found: dict[int, tuple[Field, str]], fields: Mapping[int, Field], why: str) -> None:
    """Keep fields for columns that have none yet; a field that fills one place is given once."""
    for index, field in fields.items():
        given = {kept for kept, _ in found.values()}
        if index not in found and (field not in _ONCE or field not in given):
            found[index] = (field, why)


def _by_title(
    found: dict[int, tuple[Field, str]], table: PeopleTable, cells: Sequence[Sequence[Cell]]
) -> None:
    if not table.titled:
        return
    fields = {
        index: field
        for index, title in enumerate(table.titles)
        if cells[index] and (field := _fitting(field_named(title), cells[index]))
        if own_name(title) == title
    }
    named = set(fields.values())
    for index, field in fields.items():
        if field is Field.NAME and Field.LAST_NAME in named and Field.FIRST_NAME not in named:
            fields[index] = Field.FIRST_NAME  # "Nombre, Apellidos": the name is the first name
        elif field is Field.NAME and Field.FIRST_NAME in named and Field.LAST_NAME not in named:
            fields[index] = Field.LAST_NAME  # "Prénom, Nom": the name is the last name
        elif field is Field.LAST_NAME and not {Field.NAME, Field.FIRST_NAME} & named:
            fields[index] = Field.NAME
    for index, field in fields.items():
        _take(found, {index: field}, f'its title "{table.titles[index]}"')


def _fitting(field: Field | None, cells: Sequence[Cell]) -> Field | None:
    """Return the field a title names, corrected by cells that cannot be it."""
    if field is Field.ROLE and not any(role_named(as_text(cell)) for cell in cells):
        return Field.JOB_TITLE
    if field in (Field.JOINED_ON, Field.LEFT_ON) and _mostly_words(cells):
        return None
    if field is Field.EMAIL and not any("@" in as_text(cell) for cell in cells):
        return None
    if field in (Field.NAME, Field.FIRST_NAME, Field.LAST_NAME) and all(map(is_email, cells)):
        return Field.EMAIL
    return field


def _mostly_words(cells: Sequence[Cell]) -> bool:
    words = [cell for cell in cells if isinstance(cell, str) and not any(map(str.isdigit, cell))]
    return len(words) * 2 > len(cells)


def _by_shape(
    found: dict[int, tuple[Field, str]],
    table: PeopleTable,
    rows: Sequence[Row],
    cells: Sequence[Sequence[Cell]],
) -> None:
    given = {field for field, _ in found.values()}
    free = [index for index in range(len(cells)) if index not in found and cells[index]]
    if Field.EMAIL not in given:
        addresses = [index for index in free if _share(cells[index], is_email) >= 0.6]
        _take(found, dict.fromkeys(addresses[:1], Field.EMAIL), "its cells are e-mail addresses")
    if not given & {Field.NAME, Field.FIRST_NAME, Field.LAST_NAME}:
        _names_by_shape(found, rows, cells, [index for index in free if index not in found])
    if not table.titled:
        _rest_by_shape(found, cells, [index for index in free if index not in found])


def _names_by_shape(
    found: dict[int, tuple[Field, str]],
    rows: Sequence[Row],
    cells: Sequence[Sequence[Cell]],
    free: Sequence[int],
) -> None:
    whole = [index for index in free if _share(cells[index], _like_whole_name) >= 0.6]
    whole.sort(key=lambda index: -len(set(cells[index])))
    if whole:
        _take(found, {whole[0]: Field.NAME}, "its cells look like names")
        return
    single = [index for index in free if _share(cells[index], _like_one_name) >= 0.8]
    single = [index for index in single if len(set(cells[index])) * 3 > len(cells[index])]
    if len(single) == 1:
        _take(found, {single[0]: Field.NAME}, "its cells look like names")
    elif len(single) > 1:
        first, last = single[:2]
        if _last_name_first(rows, first, last, found):
            first, last = last, first
        why = "two columns of single names side by side"
        _take(found, {first: Field.FIRST_NAME, last: Field.LAST_NAME}, why)


def _last_name_first(
    rows: Sequence[Row], first: int, last: int, found: Mapping[int, tuple[Field, str]]
) -> bool:
    """Return whether the addresses spell the second column's names before the first's."""
    emails = [index for index, (field, _) in found.items() if field is Field.EMAIL]
    if not emails:
        return False
    votes = 0
    for row in rows:
        address = as_text(row[emails[0]]).casefold() if emails[0] < len(row) else ""
        one, other = (_place(address, row, index) for index in (first, last))
        if one >= 0 and other >= 0 and one != other:
            votes += 1 if other < one else -1
    return votes > 0


def _place(address: str, row: Row, index: int) -> int:
    words = words_of(as_text(row[index])) if index < len(row) else ()
    return address.partition("@")[0].find(words[0]) if words else -1


def _rest_by_shape(
    found: dict[int, tuple[Field, str]], cells: Sequence[Sequence[Cell]], free: Sequence[int]
) -> None:
    """Guess role, dates and department of a list without titles."""
    for index in free:
        texts = [as_text(cell) for cell in cells[index]]
        different = len({fold(text) for text in texts})
        if _share(cells[index], lambda cell: role_named(as_text(cell)) is not None) >= 0.8:
            _take(found, {index: Field.ROLE}, "its cells name roles")
        elif _share(cells[index], is_dated) >= 0.8:
            _take(found, {index: Field.JOINED_ON}, "its cells are dates")
        elif different * 2 <= len(texts) and not all(text.isdigit() for text in texts):
            _take(found, {index: Field.DEPARTMENT}, "a few words come back again and again")


def _rest(cells: Sequence[Cell]) -> tuple[Field, str]:
    if not cells:
        return Field.IGNORED, "it is empty"
    return Field.OWN, "kept as a column of your own"


def _share(cells: Sequence[Cell], fits: Callable[[Cell], bool]) -> float:
    return sum(map(fits, cells)) / len(cells) if cells else 0.0


def _like_whole_name(cell: Cell) -> bool:
    words = clean(cell).split(" ") if isinstance(cell, str) else []
    return 2 <= len(words) <= 5 and all(_like_one_name(word.strip(",")) for word in words)


def _like_one_name(cell: Cell) -> bool:
    if not isinstance(cell, str) or not clean(cell) or "@" in cell:
        return False
    text = clean(cell)
    return len(text) <= 30 and not any(sign.isdigit() for sign in text) and not text.islower()
