"""How often people came, through a real file: stored as a word, frozen, forgotten if not shown."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.factories import CLOCK, make_community
from workbench.foundation.errors import BadInput
from workbench.foundation.words import Attended, Means
from workbench.storage.workspace import Workspace, create_workspace
from workbench.surveys.actions import delete_wave, take_wave
from workbench.surveys.answers import AnswerSheet, Form
from workbench.surveys.asking_actions import open_asking, plan_asking
from workbench.surveys.asking_queries import asking_row, form_of
from workbench.surveys.asking_rules import AskingPlan
from workbench.surveys.closing import close_asking_for_good
from workbench.surveys.key_store import KeyStore
from workbench.surveys.queries import wave_results
from workbench.surveys.rounds import end_round, keep_sealed

ONE, KEY = 1, "safety-pulse"
NONE, FEW, MORE = Attended


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Workspace]:
    with create_workspace(tmp_path / "w.fwb", clock=CLOCK) as opened:
        opened.perform(make_community)
        yield opened


def forms(counts: dict[Attended | None, int]) -> list[Form]:
    return [
        Form(((1 + (at + place) % 7, *(4,) * 6),), attended=band)
        for place, (band, many) in enumerate(counts.items())
        for at in range(many)
    ]


def asked(file: Workspace) -> int:
    plan = AskingPlan("September", (KEY,), asks_attendance=True, means=frozenset({Means.LAPTOP}))
    number = file.perform(plan_asking, ONE, plan).value
    file.perform(open_asking, number)
    return number


def stored(file: Workspace) -> list[str | None]:
    return file.read(
        lambda connection: list(
            connection.scalars(text("SELECT attended FROM answer_sheets ORDER BY attended"))
        )
    )


def test_the_plan_keeps_the_question_and_the_form_asks_it(file: Workspace) -> None:
    number = asked(file)
    assert file.read(asking_row, number).plan.asks_attendance
    assert file.read(form_of, number).asks_attendance


def test_a_round_is_stored_frozen_and_shown(file: Workspace, tmp_path: Path) -> None:
    number, keys = asked(file), KeyStore(tmp_path / "keys")
    end_round(file, number, forms({NONE: 5, FEW: 6, MORE: 7}), Means.LAPTOP, keys)
    assert stored(file) == ["0"] * 5 + ["1-2"] * 6 + ["3+"] * 7
    close_asking_for_good(file, number, date(2026, 9, 1))
    (result,) = file.read(wave_results, ONE, KEY)
    assert [(one.name, one.n) for one in result.figures.attended] == [
        ("0", 5), ("1-2", 6), ("3+", 7),
    ]  # fmt: skip
    assert len(stored(file)) == 18


def test_what_is_not_shown_is_forgotten_with_the_close(file: Workspace, tmp_path: Path) -> None:
    number, keys = asked(file), KeyStore(tmp_path / "keys")
    end_round(file, number, forms({NONE: 2, FEW: 6, MORE: 7}), Means.LAPTOP, keys)
    close_asking_for_good(file, number, date(2026, 9, 1))
    assert stored(file) == [None] * 15


def test_a_sealed_round_keeps_what_people_said(file: Workspace, tmp_path: Path) -> None:
    number, keys = asked(file), KeyStore(tmp_path / "keys")
    keep_sealed(file, number, forms({MORE: 3}), Means.LAPTOP, keys)
    end_round(file, number, forms({NONE: 5, FEW: 6, MORE: 2}), Means.LAPTOP, keys)
    assert stored(file) == ["0"] * 5 + ["1-2"] * 6 + ["3+"] * 5


def take(file: Workspace, label: str, on: date, counts: dict[Attended | None, int]) -> int:
    made = [AnswerSheet(form.answers[0], attended=form.attended) for form in forms(counts)]
    return file.perform(take_wave, ONE, KEY, label, on, made).value


def test_deleted_and_taken_again_with_one_more_tells_nobody(file: Workspace) -> None:
    wave = take(file, "May", date(2026, 5, 1), {NONE: 5, FEW: 6, MORE: 7})
    file.perform(delete_wave, wave)
    with pytest.raises(BadInput):
        take(file, "May again", date(2026, 5, 8), {NONE: 5, FEW: 6, MORE: 8})


def test_the_ledger_holds_each_answer_as_a_cut(file: Workspace) -> None:
    take(file, "May", date(2026, 5, 1), {NONE: 5, FEW: 6, MORE: 7})
    cuts = file.read(
        lambda connection: list(connection.scalars(text("SELECT cut FROM released_cuts")))
    )
    assert [sum(f'"attended {band}"' in cut for cut in cuts) for band in Attended] == [1, 1, 1]
