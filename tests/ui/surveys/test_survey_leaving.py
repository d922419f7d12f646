"""A solver with everything that left the program: no few people's figures follow from all of it.

Random communities with waves, departments, skipped items and people who tick one column. All of the
workbook, the JSON, the brief, the pages, the chart as a table and the clipboard, with who answered
which wave in which department, is given to linear algebra and to linear programming.
"""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import linprog

from tests.ui.desks import BenchDesk
from tests.ui.surveys.leaving_doors import (
    VARIED,
    WHOLE,
    Left,
    Released,
    all_that_leaves,
    exact,
    rounded,
)
from workbench.foundation.errors import BadInput
from workbench.surveys import actions, wave_figures
from workbench.surveys.actions import take_wave
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.instruments import Instrument, load_instrument
from workbench.surveys.scoring import score, straight_lined

PEOPLE = 26
MINIMUM = 5
NAMES = ("Alder", "Birch", "Cedar", "Dogwood", "")
LABELS = ("Spring", "Summer", "Autumn", "Winter")
Key = tuple[str, int]  # a wave, or "" where answers stay the same, and a person


@dataclass
class World:
    """Who answered which wave with what, and in which department they are."""

    instrument: Instrument
    stays: bool
    departments: list[str]
    sheets: dict[str, dict[int, AnswerSheet]] = field(default_factory=dict)
    waves: list[int] = field(default_factory=list)

    def cut(self, one: Released) -> frozenset[Key]:
        """Return the answers that a released mean is over."""
        given = self.sheets[one.wave]
        inside = {who for who in given if score(self.instrument, given[who].codes) is not None}
        if one.part == VARIED:
            inside = {w for w in inside if not straight_lined(self.instrument, given[w].codes)}
        elif one.part != WHOLE:
            inside = {who for who in inside if self.departments[who] == one.part}
        return frozenset(("" if self.stays else one.wave, who) for who in inside)

    def value(self, key: Key) -> float:
        wave = key[0] or next(label for label, given in self.sheets.items() if key[1] in given)
        return score(self.instrument, self.sheets[wave][key[1]].codes) or 0.0


def answers_of(draw: random.Random, instrument: Instrument) -> AnswerSheet:
    """Return one person's answers: a mood with some noise, at times one column or a gap."""
    low, high = instrument.codes[0], instrument.codes[-1]
    mood = draw.uniform(low, high)
    codes: list[int | None] = []
    for item in instrument.items:
        felt = low + high - mood if item.reversed else mood
        codes.append(min(high, max(low, round(felt + draw.gauss(0, 0.6)))))
    if draw.random() < 0.3:
        codes = [codes[0]] * len(codes)
    elif draw.random() < 0.1:
        codes[draw.randrange(len(codes))] = None
    return AnswerSheet(tuple(codes))


def make_world(desk: BenchDesk, seed: int, key: str, *, stays: bool) -> World:
    """Take up to four waves in; those that would tell are refused, as anywhere."""
    draw = random.Random(seed)
    instrument = load_instrument(key)
    world = World(instrument, stays, draw.choices(NAMES, [6, 5, 3, 2, 2], k=PEOPLE))
    same = [answers_of(draw, instrument) for _ in range(PEOPLE)]
    for number, label in enumerate(LABELS):
        start = draw.randrange(12)
        people = list(range(start, min(PEOPLE, start + draw.randint(6, PEOPLE))))
        given = {who: same[who] if stays else answers_of(draw, instrument) for who in people}
        sheets = [AnswerSheet(each.codes, world.departments[who]) for who, each in given.items()]
        day = date(2026, 1, 20) + timedelta(days=60 * number)
        try:
            done = desk.workspace.perform(
                take_wave, desk.community, key, label, day, sheets, invited=40
            )
        except BadInput:
            continue
        world.sheets[label] = given
        world.waves.append(done.value)
    return world


def small_cells(cuts: Sequence[frozenset[Key]]) -> list[frozenset[Key]]:
    """Return every union of up to three cells where all cuts cross that is below the minimum."""
    by_sides: dict[tuple[bool, ...], set[Key]] = {}
    for one in sorted(frozenset().union(*cuts)):
        by_sides.setdefault(tuple(one in cut for cut in cuts), set()).add(one)
    cells = [frozenset(cell) for cell in by_sides.values() if len(cell) < MINIMUM]
    unions = {frozenset().union(*some) for many in (1, 2, 3) for some in combinations(cells, many)}
    return sorted((cell for cell in unions if len(cell) < MINIMUM), key=sorted)


def told_exactly(world: World, means: Sequence[Released]) -> list[frozenset[Key]]:
    """Return the small sets whose sum is a combination of sums that left exactly."""
    cuts = sorted({world.cut(one) for one in means if one.low == one.high}, key=sorted)
    if not cuts:
        return []
    people = sorted(frozenset().union(*cuts))
    table = np.array([[one in cut for one in people] for cut in cuts], dtype=float)
    told = []
    for cell in small_cells(cuts):
        wanted = np.array([one in cell for one in people], dtype=float)
        found = np.linalg.lstsq(table.T, wanted, rcond=None)[0]
        if np.allclose(table.T @ found, wanted, atol=1e-8):
            told.append(cell)
    return told


def told_nearly(world: World, means: Sequence[Released], step: float) -> list[Key]:
    """Return the people whose score can have one value only, rounded figures being stretches."""
    low, high = world.instrument.range
    rows: dict[frozenset[Key], list[float]] = {}
    for one in means:
        cut = world.cut(one)
        ends = rows.setdefault(cut, [low, high])
        ends[:] = [max(ends[0], one.low), min(ends[1], one.high)]
    people = sorted(frozenset().union(*rows))
    table = np.array([[one in cut for one in people] for cut in rows], dtype=float)
    sizes = table.sum(axis=1)
    bounds = np.array(list(rows.values()))
    above, below = sizes * bounds[:, 1] + 1e-6, -sizes * bounds[:, 0] + 1e-6
    held, ends_of = np.vstack([table, -table]), np.append(above, below)
    told = []
    for place, who in enumerate(people):
        aim = np.zeros(len(people))
        aim[place] = 1
        least, most = (
            sign * float(linprog(sign * aim, held, ends_of, bounds=(low, high)).fun or 0.0)
            for sign in (1, -1)
        )
        if most - least < step * 0.99:
            told.append(who)
    return told


def step_of(instrument: Instrument) -> float:
    return 1 / len(instrument.items) if instrument.scoring == "mean" else 1.0


def checked(world: World, means: Sequence[Released]) -> list[Released]:
    """Return the means of scores; each must be the truth, or the solver solves something else."""
    scores = [one for one in means if one.what == "score"]
    for one in scores:
        inside = world.cut(one)
        true = sum(world.value(key) for key in inside) / len(inside)
        assert one.low - 1e-9 <= true <= one.high + 1e-9, one
        assert one.n in (None, len(inside)), one
    return scores


def hidden_names(world: World, left: Left) -> Mapping[str, set[str]]:
    """Return the departments of each wave that no door shows a mean of."""
    shown: dict[str, set[str]] = {}
    for one in left.means:
        shown.setdefault(one.wave, set()).add(one.part)
    named = {name for name in world.departments if name}
    return {wave: named - parts for wave, parts in shown.items()}


@pytest.mark.parametrize(
    ("key", "stays"),
    [
        ("safety-pulse", False),
        ("safety-pulse", True),  # sheets of seven answers are known again, those of three hardly
        ("loneliness-pulse", False),
        ("djg-6", False),
    ],
)
@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_that_left_tells_of_few(
    desk: BenchDesk,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    seed: int,
    stays: bool,
    key: str,
) -> None:
    world = make_world(desk, seed, key, stays=stays)
    left = all_that_leaves(desk, key, world.waves, tmp_path, lambda: capsys.readouterr().out)
    scores = checked(world, left.means)
    assert {one.door for one in scores} >= {"json", "page"}
    assert not told_exactly(world, scores)
    assert not told_nearly(world, scores, step_of(world.instrument))
    assert not [count for count in left.counts if 0 < count < MINIMUM]
    never = set.intersection(*hidden_names(world, left).values())
    for text in left.texts:
        if any(name in text for name in never):
            heads = text.replace("95% interval", "")
            assert set(re.findall(r"\d+", heads)) <= {str(MINIMUM)}, text


def test_the_solver_finds_small_departments_where_none_are_hidden(
    desk: BenchDesk,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(wave_figures, "hidden_groups", lambda *_given: {})
    world = make_world(desk, 1, "safety-pulse", stays=False)
    left = all_that_leaves(
        desk, "safety-pulse", world.waves, tmp_path, lambda: capsys.readouterr().out
    )
    assert told_exactly(world, checked(world, left.means))
    assert [count for count in left.counts if 0 < count < MINIMUM]


def test_the_solver_finds_few_where_waves_are_not_held_together(
    desk: BenchDesk,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(actions, "checked_beside_others", lambda *given: given[4])
    world = make_world(desk, 2, "safety-pulse", stays=True)
    left = all_that_leaves(
        desk, "safety-pulse", world.waves, tmp_path, lambda: capsys.readouterr().out
    )
    assert told_exactly(world, checked(world, left.means))


def test_a_rounded_mean_beside_an_exact_one_tells_the_one_left_out() -> None:
    instrument = load_instrument("loneliness-pulse")
    world = World(instrument, False, ["Alder"] * 5 + [""])
    world.sheets["Spring"] = {who: AnswerSheet((1 + who % 3, 2, 3)) for who in range(6)}
    whole = exact("json", "Spring", WHOLE, "score", 7.0, 6)
    some = rounded("page", "Spring", "Alder", "score", "6.8", 5)
    assert not told_nearly(world, [whole], 1.0)
    assert told_nearly(world, checked(world, [whole, some]), 1.0) == [("Spring", 5)]
