"""The surveys of the sample: closed waves, frozen with their figures, and one that is open."""

from workbench.foundation.words import CommentDecision
from workbench.imports.sample_tables import WaveRow, answers, table
from workbench.storage.unit_of_work import Work
from workbench.surveys.actions import close_wave
from workbench.surveys.answer_actions import add_answers
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.asking_actions import open_wave, plan_wave
from workbench.surveys.comment_actions import settle_comment
from workbench.surveys.comment_queries import comments_read
from workbench.surveys.wave_rules import WavePlan


def add_waves(work: Work, community_id: int, rows: list[WaveRow]) -> None:
    """Plan, open and fill each wave on its days, and close those that have a closing date."""
    for row in rows:
        plan = WavePlan(row.label, row.invited, closes_on=row.closes_on)
        wave_id = plan_wave(work, community_id, row.instrument, plan)
        open_wave(work, wave_id, row.opened_on)
        sheets = [AnswerSheet(sheet.codes, sheet.department) for sheet in answers(row.answers)]
        comments = [line["text"] for line in table(row.comments)] if row.comments else []
        add_answers(work, wave_id, sheets, comments)
        if row.closed_on:
            close_wave(work, wave_id, row.closed_on)
            for one in comments_read(work.session, wave_id):
                settle_comment(work, wave_id, one.key, one.text, CommentDecision.SHOWN)
