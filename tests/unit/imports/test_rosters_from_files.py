"""Lists of people: columns guessed in many languages, rows planned one by one."""

from datetime import date
from pathlib import Path

import pytest

from workbench.foundation.errors import BadInput, DecisionNeeded, UnreadableFile
from workbench.foundation.words import Role
from workbench.imports.mapping import as_mapping, guess_columns
from workbench.imports.rejected_file import write_rejected
from workbench.imports.roster_entries import RosterEntry, read_entries
from workbench.imports.roster_plan import Elsewhere, KnownPeople, RosterPlan, plan_roster
from workbench.imports.roster_table import PeopleTable, people_table
from workbench.imports.tables import read_source, source_from_text
from workbench.rosters.queries import DepartmentRow, RosterRow

TODAY = date(2026, 10, 13)


def table(text: str, *named: str) -> PeopleTable:
    return people_table(source_from_text(text), named)


def mapping(text: str, **told: str) -> dict[str, str]:
    found = table(text)
    return as_mapping(guess_columns(found, None, told))


def entries(text: str) -> list[RosterEntry]:
    found = table(text)
    return read_entries(found, guess_columns(found), TODAY)


@pytest.mark.parametrize(
    "titles",
    [
        "Name;E-mail;Department;Joined on;Role",
        "Full name;Email address;Team;Member since;Membership type",
        "Vollständiger Name;E-Mail-Adresse;Abteilung;Eintrittsdatum;Rolle",
        "Nom complet;Courriel;Département;Date d’entrée;Rôle",
        "Nombre completo;Correo electrónico;Departamento;Fecha de ingreso;Rol",
        "Nome completo;E-mail;Departamento;Data de entrada;Papel",
        "Nome e cognome;Indirizzo e-mail;Reparto;Data di ingresso;Ruolo",
        "Volledige naam;E-mailadres;Afdeling;Startdatum;Rol",
        "Imię i nazwisko;Adres e-mail;Dział;Data dołączenia;Rola",
        "Namn;E-postadress;Avdelning;Medlem sedan;Roll",
        "Navn;E-mail;Afdeling;Medlem siden;Rolle",
        "Nome completo;E-mail;Departamento;Data de admissão;Papel",
        "Imię i nazwisko;Adres e-mail;Dział;Data zatrudnienia;Rola",
        "Nimi;Sähköposti;Osasto;Liittymispäivä;Rooli",
        "Jméno a příjmení;E-mail;Oddělení;Datum vstupu;Role",
        "Név;E-mail cím;Részleg;Csatlakozás;Szerep",
        "Nume și prenume;Adresa de e-mail;Departament;Data înscrierii;Rol",
        "Ad Soyad;E-posta;Bölüm;Katılma tarihi;Rol",
    ],
)
def test_titles_in_many_languages(titles: str) -> None:
    found = mapping(f"{titles}\nAna Berg;ana@x.example;IT;2024-01-31;member\n")
    assert list(found.values()) == ["name", "email", "department", "joined_on", "role"]


@pytest.mark.parametrize(
    ("titles", "fields"),
    [
        ("Vorname;Nachname", ["first_name", "last_name"]),
        ("Apellidos;Nombre", ["last_name", "first_name"]),
        ("Nom;Prénom", ["last_name", "first_name"]),
        ("Nazwisko;Imię", ["last_name", "first_name"]),
        ("Surname;Given name", ["last_name", "first_name"]),
        ("Soyadı;Adı", ["last_name", "first_name"]),
    ],
)
def test_first_and_last_names_in_their_order(titles: str, fields: list[str]) -> None:
    assert list(mapping(f"{titles}\nBerg;Ana\n").values()) == fields


def test_other_columns_are_kept_as_own_fields_and_empty_ones_ignored() -> None:
    found = mapping("Name;Staff no;Shoe size;Empty\nAna Berg;007;38;\n")
    assert found == {"Name": "name", "Staff no": "own", "Shoe size": "own", "Empty": "ignored"}
    (entry,) = entries("Name;Staff no;Shoe size;Empty\nAna Berg;007;38;\n")
    assert entry.draft.own == {"Staff no": "007", "Shoe size": "38"}


def test_a_list_without_titles_is_told_by_its_cells() -> None:
    text = "\n".join(
        f"{first};{last};{first}.{last}@x.example;{place};2024-0{number}-15"
        for number, (first, last, place) in enumerate(
            [("Ana", "Berg", "IT"), ("Bo", "Li", "HR"), ("Cy", "Dahl", "IT"), ("Di", "Ek", "HR")], 1
        )
    )
    found = table(text)
    assert not found.titled
    guesses = guess_columns(found)
    assert [guess.field.value for guess in guesses] == [
        "first_name", "last_name", "email", "department", "joined_on",
    ]  # fmt: skip
    assert all(guess.why and guess.samples for guess in guesses)
    turned = "\n".join(";".join([cells[1], cells[0], *cells[2:]]) for cells in
                       (line.split(";") for line in text.splitlines()))  # fmt: skip
    assert [guess.field.value for guess in guess_columns(table(turned))][:2] == [
        "last_name",
        "first_name",
    ]


def test_pasted_names_alone() -> None:
    text = "Ana Berg\nBo Li\nDoe, Jane\n"
    assert [entry.draft.name for entry in entries(text)] == ["Ana Berg", "Bo Li", "Doe, Jane"]


def test_lines_above_the_titles_and_an_unknown_language() -> None:
    found = table("Members of Bridges\nas of today\n\nName;E-mail\nAna;ana@x.example\n")
    assert found.titles == ("Name", "E-mail")
    assert found.body[0][0] == 5
    strange = mapping("Vardas;Paštas\nJonas Petraitis;j@x.example\nOna Kazlienė;o@x.example\n")
    assert strange == {"Vardas": "name", "Paštas": "email"}


def test_what_a_person_says_wins_and_what_was_remembered_comes_next() -> None:
    text = "Who;Where;X\nAna Berg;IT;1\n"
    assert mapping(text, Where="title", X="ignored")["Where"] == "job_title"
    again = guess_columns(table(text), {"Who": "name", "Where": "job_title", "X": "own"})
    assert [guess.why for guess in again] == ["as last time"] * 3
    with pytest.raises(BadInput, match="no column"):
        mapping(text, Nowhere="name")
    with pytest.raises(BadInput, match="no field"):
        mapping(text, Who="blood type")


def test_a_named_column_makes_its_row_the_title_row() -> None:
    assert table("Kolonne;X\nAna Berg;IT\n", "Kolonne").titles == ("Kolonne", "X")


def test_equal_titles_are_numbered_and_the_second_address_is_kept() -> None:
    found = mapping("Name;E-mail;E-mail\nAna;a@x.example;b@x.example\n")
    assert found == {"Name": "name", "E-mail": "email", "E-mail (2)": "own"}


def test_a_role_column_without_roles_is_the_job() -> None:
    assert mapping("Name;Role\nAna;Engineer\n")["Role"] == "job_title"
    (entry,) = entries("Name;Rolle\nAna;Kernteam\n")
    assert entry.draft.role is Role.CORE


def test_rows_that_cannot_be_read_say_why() -> None:
    text = (
        "Name;E-mail;Joined on;Left on\n"
        ";x@x.example;;\n"
        "Ana;ana@x.example;31.02.2026;\n"
        "Bo;bo@x.example;13.06.2026;01.01.2026\n"
        "Cy;not an address;01.12.2026;\n"
    )
    nobody, bad_date, too_early, odd = entries(text)
    assert nobody.reason == "no name"
    assert bad_date.reason == 'Joined on: "31.02.2026" is no date'
    assert "before joining" in too_early.reason
    assert not odd.reason
    assert len(odd.remarks) == 2


def test_dates_of_two_readings_are_asked_about() -> None:
    with pytest.raises(DecisionNeeded, match="day-first"):
        entries("Name;Joined on\nAna;05/06/2024\n")


@pytest.mark.parametrize("name", ["=SUM(1)", "+Bob", "@Cy", "-Di", "007", 'O\'Neil "Al"'])
def test_text_that_looks_like_a_formula_stays_text(name: str) -> None:
    (entry,) = entries(f"Name\tTeam\n{name}\tIT\n")
    assert entry.draft.name == name


def row(person: int, name: str, email: str = "", **known: object) -> RosterRow:
    department = DepartmentRow(1, str(known.pop("department", "IT")), 0)
    facts: dict[str, object] = {
        "first_name": "", "last_name": "", "job_title": "", "role": Role.MEMBER,
        "joined_on": date(2024, 1, 1), "left_on": None, "reason_to_join": "",
        "reason_to_leave": "", "tags": (), "own": (),
    }  # fmt: skip
    return RosterRow(
        person_id=person, membership_id=person * 10 + int(str(known.pop("time", 0))), name=name,
        email=email, department=department, **(facts | known),  # type: ignore[arg-type]
    )  # fmt: skip


def plan(text: str, *rows: RosterRow, export: bool = False, **known: object) -> RosterPlan:
    people = KnownPeople(rows, **known)  # type: ignore[arg-type]  # notes and elsewhere
    return plan_roster(entries(text), people, is_our_export=export)


def kinds(found: RosterPlan) -> list[str]:
    return [each.kind for each in found.rows]


def test_new_changed_and_unchanged_people() -> None:
    text = (
        "Name;E-mail;Department\nAna Berg;ana@x.example;HR\nBo Li;bo@x.example;IT\n"
        "Cy Dahl;cy@x.example;IT\n"
    )
    found = plan(text, row(1, "Ana Berg", "ANA@x.example"), row(2, "Bo Li", "bo@x.example"))
    assert kinds(found) == ["changed", "unchanged", "added"]
    (change,) = found.rows[0].changes
    assert (change.field, change.before, change.after) == ("department", "IT", "HR")
    assert found.rows[0].draft.email is None


def test_an_empty_cell_says_nothing_except_in_our_own_export() -> None:
    text = "Name;E-mail;Job title\nAna Berg;ana@x.example;\nBo Li;bo@x.example;Coach\n"
    known = row(1, "Ana Berg", "ana@x.example", job_title="Coach")
    other = row(2, "Bo Li", "bo@x.example", job_title="Coach")
    assert kinds(plan(text, known, other)) == ["unchanged", "unchanged"]
    emptied = plan(text, known, other, export=True).rows[0]
    assert [(change.before, change.after) for change in emptied.changes] == [("Coach", "")]


def test_an_address_finds_somebody_who_was_renamed() -> None:
    found = plan("Name;E-mail\nAna Dahl;ana@x.example\n", row(1, "Ana Berg", "ana@x.example"))
    assert found.rows[0].person_id == 1
    assert found.rows[0].changes[0].after == "Ana Dahl"


def test_the_same_name_in_another_order_changes_nothing() -> None:
    assert kinds(plan("Name;Department\nBERG, ANA;IT\n", row(1, "Ana Berg"))) == ["unchanged"]


def test_a_namesake_elsewhere_is_somebody_else_and_says_so() -> None:
    text = "Name;E-mail;Department\nAna Berg;other@x.example;Sales\n"
    found = plan(text, row(1, "Ana Berg", "ana@x.example"))
    assert kinds(found) == ["added"]
    assert "another address" in found.warnings[0]


def test_of_two_namesakes_none_is_changed() -> None:
    found = plan("Name;Job title\nAna Berg;Coach\n", row(1, "Ana Berg"), row(2, "Ana Berg"))
    assert kinds(found) == ["rejected"]


def test_twins_in_an_export_are_both_found_again() -> None:
    text = "Name;Department\nAna Berg;IT\nAna Berg;IT\n"
    found = plan(text, row(1, "Ana Berg"), row(2, "Ana Berg"), export=True)
    assert kinds(found) == ["unchanged", "unchanged"]
    assert {each.person_id for each in found.rows} == {1, 2}


def test_the_same_person_twice_in_a_list() -> None:
    text = "Name;E-mail\nAna Berg;ana@x.example\nBERG Ana;ana@x.example\n"
    found = plan(text)
    assert kinds(found) == ["added", "rejected"]
    assert found.rows[1].reason == "the same person as row 2"
    assert kinds(plan(text, row(1, "Ana Berg", "ana@x.example"))) == ["unchanged", "rejected"]


def test_two_times_in_the_community_are_two_memberships() -> None:
    text = (
        "Name;E-mail;Joined on;Left on\nAna;ana@x.example;2020-01-01;2021-01-01\n"
        "Ana;ana@x.example;2023-01-01;\n"
    )
    found = plan(text)
    assert kinds(found) == ["added", "added"]
    assert found.rows[1].same_as == found.rows[0].number
    left = row(1, "Ana", "ana@x.example", joined_on=date(2020, 1, 1), left_on=date(2021, 1, 1))
    again = plan(text, left)
    assert kinds(again) == ["unchanged", "changed"]
    assert again.rows[1].membership_id is None


def test_warnings_for_equal_names_and_equal_addresses() -> None:
    found = plan("Name;E-mail\nAna;a@x.example\nAna;b@x.example\nBo;a@x.example\n")
    assert kinds(found) == ["added"] * 3
    assert "same name as row 2" in found.warnings[0]
    assert "also stands in row 2" in found.warnings[1]


def test_somebody_of_another_community_joins_with_what_is_known() -> None:
    known = [Elsewhere(7, "Ana Berg", "ana@x.example")]
    found = plan("Name;E-mail\nA. Berg;ana@x.example\n", elsewhere=known)
    assert (found.rows[0].kind, found.rows[0].person_id) == ("added", 7)


def test_who_is_missing_from_an_export_stays_and_is_named() -> None:
    found = plan("Name\nAna Berg\n", row(1, "Ana Berg"), row(2, "Bo Li"), export=True)
    assert found.warnings == (
        "1 person on the roster, but not in the list, stay as they are: Bo Li.",
    )


def test_rejected_rows_are_saved_with_the_reason_last_and_come_back(tmp_path: Path) -> None:
    text = "Name;Staff no;Joined on\n=Ana;007;31.02.2026\n;008;2024-01-01\n"
    people = table(text)
    planned = plan_roster(entries(text), KnownPeople(()))
    rejected = [each for each in planned.rows if each.kind == "rejected"]
    write_rejected(people, rejected, tmp_path / "left.xlsx")
    sheet = read_source(tmp_path / "left.xlsx").sheets[0]
    assert sheet.rows[0] == ("Name", "Staff no", "Joined on", "Why it was left aside")
    assert sheet.rows[1][:3] == ("=Ana", "007", "31.02.2026")
    again = people_table(read_source(tmp_path / "left.xlsx"))
    assert as_mapping(guess_columns(again))["Why it was left aside"] == "ignored"


def test_titles_with_nothing_below_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="nothing below"):
        table("Name;E-mail\n")
