"""The surveys of the sample: closed waves, frozen with their figures, and one that is open.

Waves of one name are one asking: their questionnaires stood on the same form.
"""

from datetime import date
from itertools import groupby
from typing import Final

from workbench.communities.said_actions import add_said
from workbench.communities.said_rules import SaidDraft
from workbench.foundation.words import CommentDecision, Means
from workbench.imports.sample_tables import WaveRow, answers, table
from workbench.storage.unit_of_work import Work
from workbench.surveys.actions import close_asking
from workbench.surveys.answer_actions import store_round
from workbench.surveys.answers import AnswerSheet, Round
from workbench.surveys.asking_actions import open_asking, plan_asking
from workbench.surveys.asking_queries import asking_row
from workbench.surveys.asking_rules import AskingPlan
from workbench.surveys.comment_actions import settle_comment
from workbench.surveys.comment_queries import comments_read

_CAME_BY: Final = {"September": {Means.LAPTOP: 21, Means.PAPER: 9, Means.FILE: 8}}
_SAID: Final = {
    "September": (
        SaidDraft("More time in threes, less in the big round.",
                  "Each session has two rounds in threes.", date(2026, 10, 1)),
        SaidDraft("The screen hides who is about to speak.",
                  "A second screen stands beside the first.", date(2026, 10, 8)),
        SaidDraft("It is not clear who answers a request for help."),
    ),
}  # fmt: skip


def add_waves(work: Work, community_id: int, rows: list[WaveRow]) -> None:
    """Plan, open and fill each asking on its days, and close those that have a closing date."""
    for _, asked_together in groupby(rows, key=lambda row: row.label):
        _add_asking(work, community_id, list(asked_together))


def _add_asking(work: Work, community_id: int, rows: list[WaveRow]) -> None:
    first = rows[0]
    sheets = [_sheets(row) for row in rows]
    came_by = _CAME_BY.get(first.label, {Means.LAPTOP: len(sheets[0])})
    departments = sorted({sheet.department for sheet in sheets[0] if sheet.department})
    comments = [line["text"] for row in rows if row.comments for line in table(row.comments)]
    plan = AskingPlan(
        label=first.label,
        instruments=tuple(row.instrument for row in rows),
        invited=first.invited,
        closes_on=first.closes_on,
        departments=tuple(departments),
        asks_comment=bool(comments),
        means=frozenset({*came_by, Means.LAPTOP, Means.PAPER}),
    )
    asking = plan_asking(work, community_id, plan)
    open_asking(work, asking, first.opened_on)
    waves = [wave.id for wave in asking_row(work.session, asking).waves]
    filled = dict(zip(waves, sheets, strict=True))
    ways = dict.fromkeys(waves, came_by)
    store_round(work, asking, Round(filled, tuple(comments), ways))
    if first.closed_on:
        close_asking(work, asking, first.closed_on)
        for one in comments_read(work.session, waves[0]):
            settle_comment(work, waves[0], one.key, one.text, CommentDecision.SHOWN)
        for line in _SAID.get(first.label, ()):
            add_said(work, community_id, waves[0], line)


def _sheets(row: WaveRow) -> tuple[AnswerSheet, ...]:
    return tuple(AnswerSheet(sheet.codes, sheet.department) for sheet in answers(row.answers))
