"""The agendas that come with the program fill their slots and hold no empty titles."""

from datetime import time

from workbench.sessions.agenda import place
from workbench.sessions.agenda_edits import checked
from workbench.sessions.starter_agendas import starter_agendas
from workbench.sessions.template_parser import parse_template
from workbench.sessions.template_rules import blocks_of
from workbench.sessions.template_writer import template_text


def test_each_starter_fills_its_slot_exactly() -> None:
    starters = starter_agendas()
    assert {name: starter.minutes for name, starter in starters.items()} == {
        "half-hour-online": 30,
        "ask-me-anything": 60,
        "onboarding-circle": 60,
        "deep-dive": 90,
        "peer-coaching": 120,
        "workshop": 180,
    }
    for starter in starters.values():
        blocks = checked(time(14), blocks_of(starter, time(14), {}))
        agenda = place(time(14), starter.minutes, blocks)
        assert (agenda.over, agenda.open) == (0, 0), starter.name
        tracks = [track for placed in agenda.blocks for track in placed.tracks]
        assert all(track.over == track.open == 0 for track in tracks), starter.name
        assert starter.pre_work
        assert starter.why


def test_each_starter_is_written_as_it_is_read() -> None:
    for starter in starter_agendas().values():
        assert parse_template(template_text(starter), starter.name) == starter
