"""A short form taken in again with late answers is refused near in time; honest waves are not."""

import random
import time

import pytest

from workbench.surveys.ledger import TooMuchToTry
from workbench.surveys.same_people import found_out_beside
from workbench.surveys.shown_waves import LONG_AGO, Shown, by_people
from workbench.surveys.taken_again import told_if_taken_again

Sheets = list[tuple[int | None, ...]]
PARTS = "ABCDEFGH"


def people(many: int, items: int = 3, codes: int = 3, seed: int = 2) -> Sheets:
    draw = random.Random(seed)
    weights = [codes - at for at in range(codes)]
    return [tuple(draw.choices(range(1, codes + 1), weights, k=items)) for _ in range(many)]


def shown(
    sheets: Sheets, names: str = "", *, apart: int = 30, neighbour: bool = False, codes: int = 3
) -> Shown:
    """Return a wave with a cut for everybody and one for each department named."""
    cuts = [frozenset(range(len(sheets)))]
    cuts += [frozenset(at for at, own in enumerate(names) if own == one) for one in {*names}]
    scale = (1, codes)
    return Shown("May", tuple(sheets), tuple(cuts), scale, 5, neighbour, apart, tuple(names))


@pytest.mark.parametrize("more", [1, 2, 3, 4])
@pytest.mark.parametrize(("apart", "neighbour"), [(0, False), (60, False), (400, True)])
def test_nine_with_a_few_late_answers_are_refused(more: int, apart: int, neighbour: bool) -> None:
    everyone = people(9 + more)
    before = shown(everyone[:9], apart=apart, neighbour=neighbour)
    assert told_if_taken_again(shown(everyone[::-1]), [before]) == "May"
    before = shown(everyone, apart=apart, neighbour=neighbour)
    assert told_if_taken_again(shown(everyone[:9]), [before]) == "May"


def test_the_same_again_five_more_others_and_long_ago_are_taken() -> None:
    everyone = people(14)
    for before in (everyone, everyone[:9], people(12, seed=5)):
        assert not told_if_taken_again(shown(everyone), [shown(before)])
    assert not told_if_taken_again(shown(everyone), [shown(everyone[:12], apart=61)])
    assert not told_if_taken_again(shown(everyone), [shown(everyone[:12], codes=5)])


def test_one_question_counts_as_taken_again_within_a_week_only() -> None:
    everyone = people(12, items=1, codes=5)
    assert told_if_taken_again(shown(everyone), [shown(everyone[:8], apart=6)])
    assert not told_if_taken_again(shown(everyone), [shown(everyone[:8], apart=7, neighbour=True)])


def test_three_waves_that_tell_only_together_are_refused() -> None:
    everyone = people(24, items=6)
    waves = [shown(everyone), shown(everyone[:12]), shown(everyone[6:])]
    assert not any(told_if_taken_again(waves[at], waves[:at]) for at in range(3))
    assert told_if_taken_again(shown(everyone[6:13]), waves)


def test_a_department_with_one_more_is_told_and_one_with_five_more_is_not() -> None:
    everyone = people(20)
    before = shown(everyone[:15], "A" * 5 + "B" * 10)
    again = shown(everyone, "A" * 5 + "B" * 10 + "A" + "B" * 4)
    assert not told_if_taken_again(shown(everyone), [before])
    assert told_if_taken_again(again, [before])
    assert not told_if_taken_again(shown(everyone, "A" * 5 + "B" * 10 + "A" * 5), [before])


def test_those_who_answered_alike_are_taken_for_each_other_in_their_own_department() -> None:
    sheets: Sheets = [(1, 1, 1)] * 12
    first, second = shown(sheets, "A" * 6 + "B" * 6), shown(sheets, "B" * 6 + "A" * 6)
    cuts = by_people([first, second])
    assert set(cuts[0]) == set(cuts[1])


def test_departments_that_cannot_be_searched_to_the_end_are_told_and_whole_waves_are_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def endless(cuts: object, minimum: int) -> frozenset[frozenset[int]]:
        raise TooMuchToTry

    monkeypatch.setattr("workbench.surveys.taken_again.determined", endless)
    everyone, names = people(30, items=4), "A" * 13 + "B" * 17
    before = shown(everyone[:20])
    assert not told_if_taken_again(shown(everyone), [before])
    assert told_if_taken_again(shown(everyone, names), [before])


def honest(many: int, items: int, steady: float, seed: int) -> list[Shown]:
    """Return a year of monthly waves: most come, and each time some of their answers change."""
    draw = random.Random(seed)
    now = [list(sheet) for sheet in people(many, items, seed=seed)]
    waves = []
    for _ in range(12):
        for sheet in now:
            for at in range(items):
                if draw.random() > steady:
                    sheet[at] = draw.choice((1, 1, 2, 2, 3))
        came = [at for at in range(many) if draw.random() < 0.8]
        waves.append(shown([tuple(now[at]) for at in came]))
    return waves


@pytest.mark.parametrize("many", [12, 20, 40])
def test_a_year_of_honest_months_is_hardly_ever_refused(many: int) -> None:
    refused = 0
    for seed in range(20):
        waves = honest(many, 3, 0.7, seed)
        refused += sum(bool(told_if_taken_again(waves[at], waves[at - 2 : at])) for at in range(12))
    assert refused <= 5, "at most 2 % of 240 waves"


def test_weekly_waves_of_a_hundred_in_eight_departments_are_taken_within_a_second() -> None:
    draw = random.Random(5)
    now = [[draw.randint(1, 5) for _ in range(3)] for _ in range(100)]
    waves: list[Shown] = []
    for week in range(40):
        for sheet in now:
            for at in range(3):
                sheet[at] = max(1, min(5, sheet[at] + draw.choice((-1, 0, 0, 0, 1))))
        came = [at for at in range(100) if draw.random() < 0.8]
        names = "".join(PARTS[at % 8] for at in came)
        apart = (39 - week) * 7 if week < 39 else LONG_AGO
        sheets: Sheets = [tuple(now[at]) for at in came]
        waves.append(shown(sheets, names, apart=apart, neighbour=week == 38, codes=5))
    start = time.process_time()
    assert not found_out_beside(shown(list(waves[39].sheets), codes=5), waves[:39])
    assert time.process_time() - start < 1
