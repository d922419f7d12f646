"""The real files beside the checkout: each person once, with the minutes the file says."""

from pathlib import Path

import pytest

from workbench.imports.meeting import read_meeting
from workbench.imports.tables import read_source

DATA = Path(__file__).parents[3].parent / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the files lie beside the checkout only")


def test_teams_each_of_seven_once_with_the_minutes_it_says() -> None:
    found = read_meeting(read_source(DATA / "teams" / "IDL-14-11-22.csv"))
    assert len(found.people) == 7
    for person in found.people:
        assert person.joins == 1
        assert person.seconds == pytest.approx(person.stated_seconds, abs=2)
    assert not found.questions


def test_zoom_each_of_27_once_and_rejoins_united() -> None:
    found = read_meeting(read_source(DATA / "zoom" / "participants_heroes_full.csv"))
    assert len(found.people) == len({person.email for person in found.people}) == 27
    again = {person.name: person for person in found.people if person.joins > 1}
    assert len(again) == 4
    both = again["003_Power Girl (Kara Zor-L)"]
    assert both.minutes == pytest.approx(113.53, abs=0.01)
    assert both.stated_seconds == 225 * 60
