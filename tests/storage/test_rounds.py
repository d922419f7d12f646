"""Rounds of an asking on a real file: stored whole, kept sealed, or not kept at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.factories import CLOCK, make_community
from workbench.foundation.errors import NotFound, UserFixable
from workbench.foundation.words import Means
from workbench.models.surveys import Wave
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace, create_workspace
from workbench.surveys.actions import delete_wave, take_wave
from workbench.surveys.answer_queries import sealed_box, stored_comments, stored_sheets
from workbench.surveys.answers import AnswerSheet, Form
from workbench.surveys.asking_actions import open_asking, plan_asking
from workbench.surveys.asking_queries import asking_row, form_of
from workbench.surveys.asking_rules import AskingPlan
from workbench.surveys.closing import (
    close_asking_for_good,
    close_for_good,
    delete_asking_for_good,
    delete_for_good,
    rewritten,
)
from workbench.surveys.key_store import KeyStore
from workbench.surveys.rounds import (
    Decided,
    Ended,
    RoundEnd,
    TheFew,
    end_round,
    forget_sealed,
    keep_sealed,
)
from workbench.surveys.sealing import unsealed
from workbench.surveys.wave_rules import MoreThanInvited

PLAN = AskingPlan(
    "May", ("safety-pulse", "loneliness-pulse"), code_parts=("Street", "Pet", "Month", "Colour")
)


class Desk:
    """An open asking of two questionnaires, and the keys of this computer."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "w.fwb"
        self.workspace: Workspace = create_workspace(self.path, clock=CLOCK)
        self.key_folder = folder / "keys"
        self.keys = KeyStore(self.key_folder)
        community = self.workspace.perform(make_community).value
        self.asking = self.workspace.perform(plan_asking, community, PLAN).value
        self.workspace.perform(open_asking, self.asking)
        self.key_of_codes = self.workspace.read(form_of, self.asking).key_name

    def end(self, *codes: int, means: Means = Means.LAPTOP) -> RoundEnd:
        return end_round(self.workspace, self.asking, forms(*codes), means, self.keys).what

    def seal(self, *codes: int) -> None:
        keep_sealed(self.workspace, self.asking, forms(*codes), Means.LAPTOP, self.keys)

    def stored(self) -> list[int]:
        waves = self.workspace.read(asking_row, self.asking).waves
        return [len(self.workspace.read(stored_sheets, wave.id)) for wave in waves]

    def box(self) -> bytes | None:
        return self.workspace.read(sealed_box, self.asking)


def forms(*codes: int) -> list[Form]:
    return [
        Form(
            ((code,) * 7, (min(code, 3),) * 3),
            comment=f"marker-comment-{code}",
            code=("Elm Street", f"Pet {code}", "May", "Green"),
        )
        for code in codes
    ]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.workspace.close()


def test_enough_forms_are_stored_together(desk: Desk) -> None:
    assert desk.end(1, 2, 3, 4, 5) is RoundEnd.STORED
    assert desk.stored() == [5, 5]


def test_too_few_forms_leave_the_file_as_it_was(desk: Desk) -> None:
    before = desk.path.read_bytes()
    assert desk.end(1, 2, 3, 4) is RoundEnd.TOO_FEW
    assert desk.end() is RoundEnd.EMPTY
    assert desk.path.read_bytes() == before


def test_a_sealed_round_waits_until_there_are_enough(desk: Desk) -> None:
    desk.seal(1, 2)
    desk.seal(3)
    assert desk.stored() == [0, 0]
    assert desk.end(4) is RoundEnd.TOO_FEW
    assert desk.end(4, 5, means=Means.PAPER) is RoundEnd.STORED
    assert desk.stored() == [5, 5]
    assert desk.box() is None
    assert list(desk.key_folder.iterdir()) != [], "the key of the codes stays"
    wave = desk.workspace.read(asking_row, desk.asking).waves[0]
    assert wave.came_by == ((Means.LAPTOP, 3), (Means.PAPER, 2), (Means.FILE, 0))
    assert len(desk.workspace.read(stored_comments, wave.id)) == 5


def test_a_box_tells_neither_how_many_nor_what(desk: Desk) -> None:
    desk.seal(1)
    one = desk.box()
    desk.seal(2, 3, 4)
    four = desk.box()
    assert one is not None
    assert four is not None
    assert len(one) == len(four)
    for held in (desk.path.read_bytes(), four):
        assert b"marker-comment" not in held
        assert b"[1,1,1" not in held


def test_a_box_opens_with_its_key_alone(desk: Desk) -> None:
    desk.seal(1, 2, 3)
    desk.keys = KeyStore(desk.path.parent / "another computer")
    with pytest.raises(UserFixable, match="cannot be opened"):
        desk.end(1, 2, 3, 4, 5)
    assert desk.stored() == [0, 0]


def test_an_older_box_never_opens_again(desk: Desk) -> None:
    desk.seal(1)
    older = desk.box()
    assert older is not None
    assert unsealed(older, desk.keys).sizes() == (1, 1)
    desk.seal(2)
    with pytest.raises(UserFixable, match="cannot be opened"):
        unsealed(older, desk.keys)
    newer = desk.box()
    assert newer is not None
    assert unsealed(newer, desk.keys).sizes() == (2, 2)
    assert len(sealing_keys(desk)) == 1


@pytest.mark.parametrize("end", ["close", "close one by one", "delete", "discard"])
def test_no_key_outlives_its_box(desk: Desk, end: str) -> None:
    desk.end(1, 2, 3, 4, 5)
    desk.seal(1)
    assert len(sealing_keys(desk)) == 1
    if end == "close":
        close_asking_for_good(desk.workspace, desk.asking, keys=desk.keys)
    elif end == "close one by one":
        for wave in desk.workspace.read(asking_row, desk.asking).waves:
            assert desk.box() is not None
            close_for_good(desk.workspace, wave.id, keys=desk.keys)
    elif end == "delete":
        for wave in desk.workspace.read(asking_row, desk.asking).waves:
            delete_for_good(desk.workspace, wave.id, keys=desk.keys)
    else:
        forget_sealed(desk.workspace, desk.asking, desk.keys)
    assert desk.box() is None
    assert sealing_keys(desk) == set()


def sealing_keys(desk: Desk) -> set[str]:
    """The names of all keys but the one of the codes, which stays."""
    return {path.stem for path in desk.key_folder.iterdir()} - {desk.key_of_codes}


def test_going_on_without_what_cannot_be_opened(desk: Desk) -> None:
    desk.seal(1, 2, 3)
    desk.keys = KeyStore(desk.path.parent / "another computer")
    forget_sealed(desk.workspace, desk.asking, desk.keys)
    assert desk.end(1, 2, 3, 4, 5) is RoundEnd.STORED
    assert desk.stored() == [5, 5]


def test_long_comments_do_not_make_the_box_grow(desk: Desk) -> None:
    desk.seal(1)
    one = desk.box()
    long = [Form(((4,) * 7, (2,) * 3), comment="word " * 8000)]
    keep_sealed(desk.workspace, desk.asking, long, Means.LAPTOP, desk.keys)
    two = desk.box()
    assert one is not None
    assert two is not None
    assert len(one) == len(two)


def test_a_key_that_cannot_be_read_is_never_replaced(tmp_path: Path) -> None:
    keys, name = KeyStore(tmp_path), "ab" * 16
    (tmp_path / f"{name}.key").mkdir()
    with pytest.raises(UserFixable, match="cannot be read"):
        keys.make(name)
    other = "cd" * 16
    (tmp_path / f"{other}.key").write_bytes(bytes(32))
    assert keys.key(other) is None, "a key that was being destroyed is no key"
    made = keys.make(other)
    assert any(made)
    keys.destroy(other)
    keys.destroy(other)
    assert keys.key(other) is None


def test_taking_in_a_file_takes_the_key_of_what_was_sealed_along(desk: Desk) -> None:
    """Without it no backup that still holds the box can be opened."""
    desk.seal(1, 2)
    assert any(desk.key_folder.iterdir())
    asking = desk.workspace.read(asking_row, desk.asking)
    for wave in asking.waves:
        width = 7 if wave.instrument_key == "safety-pulse" else 3
        sheets = [AnswerSheet((code % 3 + 1,) * width) for code in range(6)]
        rewritten(
            desk.workspace,
            lambda key=wave.instrument_key, sheets=sheets: desk.workspace.perform(  # type: ignore[misc]
                take_wave, asking.community_id, key, "May", CLOCK.today(), sheets
            ),
            desk.keys,
        )
    assert desk.box() is None
    kept = {path.stem for path in desk.key_folder.iterdir()}
    assert kept <= {desk.workspace.read(form_of, desk.asking).key_name}


def test_an_asking_goes_whole_and_its_key_too(desk: Desk) -> None:
    desk.seal(1, 2)
    delete_asking_for_good(desk.workspace, desk.asking, desk.keys)
    with pytest.raises(NotFound):
        desk.workspace.read(asking_row, desk.asking)
    assert desk.box() is None
    assert len(list(desk.key_folder.iterdir())) == 1, "the key of the codes stays"


@pytest.mark.parametrize("gone", ["closed by a file", "deleted"])
def test_a_round_is_not_lost_to_a_wave_that_went_meanwhile(desk: Desk, gone: str) -> None:
    desk.seal(1, 2)
    lonely = desk.workspace.read(asking_row, desk.asking).waves[1]
    if gone == "deleted":
        desk.workspace.perform(delete_wave, lonely.id)
    else:
        sheets = [AnswerSheet((code % 3 + 1,) * 3) for code in range(6)]
        community = lonely.community_id
        desk.workspace.perform(
            take_wave, community, lonely.instrument_key, "May", CLOCK.today(), sheets
        )
    asked = desk.workspace.read(form_of, desk.asking)
    assert [block.instrument.id for block in asked.blocks] == ["safety-pulse"]
    late = [Form((form.answers[0],)) for form in forms(3, 4, 5)]
    end = end_round(desk.workspace, desk.asking, late, Means.LAPTOP, desk.keys)
    assert end.what is RoundEnd.STORED
    assert desk.stored()[0] == 5


def mixed(both: int, safety_only: int) -> list[Form]:
    """Return forms of which so many answer both questionnaires, and so many the first alone."""
    whole = forms(*(code % 3 + 1 for code in range(both)))
    return whole + [Form(((3,) * 7, (None,) * 3), code=("a", "b", "c", "d"))] * safety_only


def ended(desk: Desk, given: list[Form], decided: Decided | None = None) -> Ended:
    return end_round(
        desk.workspace, desk.asking, given, Means.LAPTOP, desk.keys, decided or Decided()
    )


def test_somebody_decides_about_a_questionnaire_that_too_few_answered(desk: Desk) -> None:
    before = desk.path.read_bytes()
    end = ended(desk, mixed(3, 4))
    assert end.what is RoundEnd.SOME_TOO_FEW
    assert [title.lower() for title in end.too_few] == ["loneliness pulse"]
    assert desk.path.read_bytes() == before


def test_what_is_enough_is_stored_and_the_few_wait_sealed(desk: Desk) -> None:
    sealing = Decided(the_few=TheFew.SEAL)
    assert ended(desk, mixed(3, 4), sealing).what is RoundEnd.STORED
    assert desk.stored() == [7, 0]
    box = desk.box()
    assert box is not None
    waits = unsealed(box, desk.keys)
    assert (sum(waits.sizes()), waits.comments) == (3, ())
    assert len(sealing_keys(desk)) == 1
    # a later round of five: its two answers to the second questionnaire open the box
    assert ended(desk, mixed(2, 3), sealing).what is RoundEnd.STORED
    assert desk.stored() == [12, 5]
    assert desk.box() is None
    assert not sealing_keys(desk)
    wave = desk.workspace.read(asking_row, desk.asking).waves[0]
    assert len(desk.workspace.read(stored_comments, wave.id)) == 5


def test_the_few_of_this_round_are_discarded_and_those_before_stay_sealed(desk: Desk) -> None:
    discarding = Decided(the_few=TheFew.DISCARD)
    ended(desk, mixed(1, 6), Decided(the_few=TheFew.SEAL))
    assert ended(desk, mixed(2, 5), discarding).what is RoundEnd.STORED
    assert desk.stored() == [14, 0]
    box = desk.box()
    assert box is not None
    assert sum(unsealed(box, desk.keys).sizes()) == 1
    assert len(sealing_keys(desk)) == 1


def test_the_number_invited_is_corrected_with_the_round_or_nothing_is_stored(desk: Desk) -> None:
    set_invited(desk, 6)
    with pytest.raises(MoreThanInvited, match="7 people answered, but only 6") as told:
        ended(desk, mixed(5, 2))
    assert told.value.answered == 7
    assert desk.stored() == [0, 0]
    for too_low in (1, 6):
        with pytest.raises(MoreThanInvited):
            ended(desk, mixed(5, 2), Decided(invited=too_low))
    assert invited(desk) == [6, 6]
    assert ended(desk, mixed(5, 2), Decided(invited=7)).what is RoundEnd.STORED
    assert (desk.stored(), invited(desk)) == ([7, 5], [7, 7])
    ended(desk, mixed(5, 0), Decided(invited=20))
    ended(desk, mixed(5, 0), Decided(invited=2))
    assert invited(desk) == [20, 20]
    assert not sealing_keys(desk)


def test_no_key_is_left_where_a_round_is_refused(desk: Desk) -> None:
    set_invited(desk, 6)
    with pytest.raises(MoreThanInvited):
        ended(desk, mixed(3, 4), Decided(the_few=TheFew.SEAL))
    assert (desk.stored(), desk.box()) == ([0, 0], None)
    assert not sealing_keys(desk)


def set_invited(desk: Desk, many: int) -> None:
    def write(work: Work) -> None:
        for wave in work.session.scalars(select(Wave)):
            wave.invited = many

    desk.workspace.perform(action("Invite")(write))


def invited(desk: Desk) -> list[int | None]:
    return [wave.invited for wave in desk.workspace.read(asking_row, desk.asking).waves]


def test_codes_become_keyed_hashes_that_differ_by_questionnaire(desk: Desk) -> None:
    desk.end(1, 2, 3, 4, 5)
    waves = desk.workspace.read(asking_row, desk.asking).waves
    links = [
        {sheet.link for sheet in desk.workspace.read(stored_sheets, wave.id)} for wave in waves
    ]
    assert [len(one) for one in links] == [5, 5]
    assert not links[0] & links[1]
    assert b"Elm" not in desk.path.read_bytes()
    kept = b"".join(path.read_bytes() for path in desk.key_folder.iterdir())
    assert len(kept) == 32
    assert kept not in desk.path.read_bytes()
