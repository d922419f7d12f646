"""The agendas that come with the program fill their slots and hold no empty titles."""

from datetime import time

from workbench.sessions.agenda import place
from workbench.sessions.agenda_edits import checked
from workbench.sessions.starter_agendas import starter_agendas
from workbench.sessions.template_rules import blocks_of


def test_each_starter_fills_its_slot_exactly() -> None:
    starters = starter_agendas()
    assert list(starters) == ["ask-me-anything", "deep-dive", "workshop"]
    for starter in starters.values():
        blocks = checked(time(14), blocks_of(starter, time(14), {}))
        agenda = place(time(14), starter.minutes, blocks)
        assert (agenda.over, agenda.open) == (0, 0), starter.name
        assert len({block.key for block in blocks}) == len(blocks)
