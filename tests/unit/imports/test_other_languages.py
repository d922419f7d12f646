"""Reports in other languages and with odd marks in them: who came is the same."""

import pytest

from tests.unit.imports.reports import minutes, report
from workbench.imports.meeting_words import Part, part_named
from workbench.imports.names import read_name

POLISH = """1. Podsumowanie
Tytuł spotkania\tKrąg
Godzina rozpoczęcia\t13.10.2026, 14:00:00
Godzina zakończenia\t13.10.2026, 15:30:00

2. Uczestnicy
Imię i nazwisko\tPierwsze dołączenie\tOstatnie opuszczenie\tCzas trwania w spotkaniu\tE-mail\tRola
Łukasz Żak\t13.10.2026, 14:00:00\t13.10.2026, 15:00:00\t1 godz. 0 min\tl@x.example\tUczestnik
"""
ZOOM = """Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest
Ana Berg,a@x.example,10/13/2026 02:00:00 PM,10/13/2026 03:00:00 PM,60,No
"""


def test_a_polish_report_gives_the_name_without_the_role() -> None:
    assert minutes(report(POLISH)) == {"Łukasz Żak": 60.0}


@pytest.mark.parametrize(
    "title",
    [
        "First and last name", "Vor- und Nachname", "Imię i nazwisko", "Jméno a příjmení",
        "Nom et prénom", "Nombre y apellidos", "Nome e cognome", "Ime i prezime",
        "Voor- en achternaam",
    ],
)  # fmt: skip
def test_a_column_of_both_names_is_a_column_of_names(title: str) -> None:
    assert part_named(title) is Part.NAME


@pytest.mark.parametrize("role", ["Rola", "Roll", "Rooli", "Szerep", "Función", "役割", "Роль"])
def test_a_role_is_no_name(role: str) -> None:
    assert part_named(role) is Part.OTHER


def test_marks_of_direction_are_no_part_of_names_addresses_and_times() -> None:
    turned = ZOOM.replace("Ana", "\u202eAna\u202c").replace("a@x", "\u200ea@x")
    found = report(turned.replace("10/13", "\u200e10/13"))
    assert [(each.name, each.email) for each in found.people] == [("Ana Berg", "a@x.example")]
    assert minutes(found) == {"Ana Berg": 60.0}


def test_arabic_halves_of_the_day() -> None:
    arabic = ZOOM.replace("02:00:00 PM", "٠٢:٠٠ م").replace("03:00:00 PM", "٠٣:٠٠ م")
    (person,) = report(arabic).people
    assert person.first_in is not None
    assert (person.first_in.hour, person.minutes) == (14, 60.0)


@pytest.mark.parametrize(
    "line",
    ["Average duration,,,,60,", "Total participants,,,,2,", "Mean of attendance,,,,60,",
     "Gesamtdauer: 60,,,,,", "Total minutes,,,,120,"],
)  # fmt: skip
def test_a_row_that_sums_up_is_nobody(line: str) -> None:
    assert minutes(report(ZOOM + line + "\n")) == {"Ana Berg": 60.0}


@pytest.mark.parametrize(
    "name",
    ["Otter.ai", "Ana Berg's Notetaker (Otter.ai)", "Fireflies.ai Notetaker", "Anonymous",
     "Read.ai meeting notes"],
)  # fmt: skip
def test_a_program_that_takes_notes_is_nobody_even_with_somebodys_name(name: str) -> None:
    found = read_name(name)
    assert (found.kind, found.readings) == ("device", ())
