"""The doors by which answers come into a file, each with ten people in a known order."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.factories import CLOCK, make_community
from workbench.cli.root import run
from workbench.foundation.words import Means
from workbench.storage.workspace import Workspace, create_workspace
from workbench.surveys.answer_actions import add_answers
from workbench.surveys.answers import AnswerSheet, Form
from workbench.surveys.asking_actions import open_wave, plan_wave
from workbench.surveys.key_store import KeyStore
from workbench.surveys.queries import wave_row
from workbench.surveys.rounds import RoundEnd, end_round, keep_sealed
from workbench.surveys.wave_rules import WavePlan

INSTRUMENT = "ucla-20-v3"
ITEMS = [f"i{number}" for number in range(1, 21)]


def marked(number: int) -> AnswerSheet:
    """A sheet whose codes spell its number, so that it can be found in the file."""
    bits = [(number >> place) % 2 + 2 for place in range(7)]
    return AnswerSheet((*bits, 3, 2, 3, 3, 2, 2, 3, 2, 3, 3, 2, 2, 3))


def stored_text(sheet: AnswerSheet) -> bytes:
    return ("[" + ",".join(map(str, sheet.codes)) + "]").encode()


def comment(number: int) -> str:
    return f"spoken-{number:02}-marker"


def as_forms(sheets: Sequence[AnswerSheet]) -> list[Form]:
    return [Form((sheet.codes,), comment=comment(number)) for number, sheet in enumerate(sheets)]


@dataclass(frozen=True, slots=True)
class Place:
    """An open wave in a file of its own, and the folder of this computer's keys."""

    workspace: Workspace
    path: Path
    wave_id: int
    asking_id: int
    keys: KeyStore


def place_in(folder: Path) -> Place:
    """Make a file in a folder with the community Bridges and an open wave called May."""
    folder.mkdir()
    path = folder / "w.fwb"
    workspace = create_workspace(path, clock=CLOCK)
    community = workspace.perform(make_community).value
    wave_id = workspace.perform(plan_wave, community, INSTRUMENT, WavePlan("May")).value
    workspace.perform(open_wave, wave_id)
    asking_id = workspace.read(wave_row, wave_id).asking_id
    return Place(workspace, path, wave_id, asking_id, KeyStore(folder.parent / "keys"))


def by_rounds_added(place: Place, sheets: Sequence[AnswerSheet]) -> None:
    comments = [comment(number) for number in range(len(sheets))]
    place.workspace.perform(add_answers, place.wave_id, sheets, comments)


def by_laptop(place: Place, sheets: Sequence[AnswerSheet]) -> None:
    forms = as_forms(sheets)
    ended = end_round(place.workspace, place.asking_id, forms, Means.LAPTOP, place.keys)
    assert ended.what is RoundEnd.STORED


def by_sealing_first(place: Place, sheets: Sequence[AnswerSheet]) -> None:
    forms = as_forms(sheets)
    for start in (0, 2):
        few = forms[start : start + 2]
        keep_sealed(place.workspace, place.asking_id, few, Means.LAPTOP, place.keys)
    ended = end_round(place.workspace, place.asking_id, forms[4:], Means.PAPER, place.keys)
    assert ended.what is RoundEnd.STORED


def by_command_line(place: Place, sheets: Sequence[AnswerSheet]) -> None:
    """Write the answers beside their owners into a table and take it in."""
    source = place.path.parent / "answers.csv"
    with source.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["Timestamp", "Email address", "Name", "IP Address", *ITEMS])
        for number, sheet in enumerate(sheets):
            owner = [f"2026-05-0{number % 9 + 1} 10:{number:02}", f"p{number}@marker.example"]
            table.writerow([*owner, f"Person Marker{number}", f"10.9.8.{number}", *sheet.codes])
    place.workspace.close()
    what = ["--instrument", INSTRUMENT, "--wave", "May", "--closed-on", "2026-05-31"]
    where = ["--community", "Bridges", "--columns", ",".join(ITEMS)]
    code = run(["import", "responses", str(place.path), str(source), *what, *where])
    assert code == 0
    source.unlink()


DOORS: dict[str, Callable[[Place, Sequence[AnswerSheet]], None]] = {
    "rounds added": by_rounds_added,
    "laptop": by_laptop,
    "sealed first": by_sealing_first,
    "command line": by_command_line,
}
