"""What a file is for is told by its content, whatever it is called."""

from pathlib import Path

import pytest

from workbench.foundation.errors import UnreadableFile
from workbench.imports.recognise import recognise, recognise_source
from workbench.imports.tables import source_from_text

DATA = Path(__file__).parents[3].parent / "shared" / "data"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Name (Original Name),User Email,Total Duration (Minutes)\nAna,,5\n", "attendance"),
        ("Full Name\tUser Action\tTimestamp\nAna\tJoined\t11/26/2020, 4:17:00 PM\n", "attendance"),
        ("First name,Last name,Email,Duration,Time joined,Time exited\nA,B,,5m,10:00,10:05\n",
         "attendance"),
        ("Participant;Join time;Leave time\nAna Berg;2026-01-02 10:00;2026-01-02 11:00\n",
         "attendance"),
        ("Name;E-mail;Department\nAna;a@x.example;IT\n", "roster"),
        ("Name;E-mail;Joined on;Left on\nAna;a@x.example;2026-01-02;2026-03-02\n", "roster"),
        ("month,percent\n2026-01,14.2\n2026-02,13.1\n", "figures"),
        ("l1,l2,l3\n1,2,3\n2,2,1\n", "responses"),
        ('"id","submitdate","lastpage","seed","Q1"\n"1","2026-01-01","3","9","A2"\n', "responses"),
    ],
)  # fmt: skip
def test_kinds_of_files(text: str, kind: str) -> None:
    assert recognise_source(source_from_text(text)).kind == kind


def test_prose_is_for_no_import() -> None:
    with pytest.raises(UnreadableFile):
        recognise_source(source_from_text("Hello there\nthis is a letter\n"))


@pytest.mark.skipif(not DATA.exists(), reason="the real files lie beside the checkout only")
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("teams/IDL-14-11-22.csv", "attendance"),
        ("zoom/participants_heroes_full.csv", "attendance"),
        ("qualtrics/ucla3_djg11_two_moments.csv", "responses"),
    ],
)
def test_real_files(name: str, kind: str) -> None:
    assert recognise(DATA / name).kind == kind
