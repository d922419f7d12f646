"""Waves for the tests of the survey pages."""

from datetime import date

from tests.ui.desks import BenchDesk
from workbench.surveys.actions import take_wave
from workbench.surveys.answer_actions import add_answers
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.asking_actions import open_wave, plan_wave
from workbench.surveys.wave_rules import WavePlan


def sheets(many: int, shift: int = 0, department: str = "") -> list[AnswerSheet]:
    """Answers to three questions of 1 to 3 that hang together a little."""
    rows = []
    for number in range(many):
        mood = (number * 7 + shift) % 3 + 1
        rows.append(AnswerSheet((mood, (mood + number) % 3 + 1, mood), department))
    return rows


def closed_wave(desk: BenchDesk, label: str, day: date, answers: list[AnswerSheet]) -> int:
    """Take in a closed wave of the loneliness pulse."""
    return desk.workspace.perform(
        take_wave, desk.community, "loneliness-pulse", label, day, answers, invited=40
    ).value


def waiting_wave(desk: BenchDesk, label: str = "October", answered: int = 0) -> int:
    """Open a wave of the loneliness pulse and fill it."""
    plan = WavePlan(label, invited=30)
    made = desk.workspace.perform(plan_wave, desk.community, "loneliness-pulse", plan).value
    desk.workspace.perform(open_wave, made)
    if answered:
        desk.workspace.perform(add_answers, made, sheets(answered))
    return made
