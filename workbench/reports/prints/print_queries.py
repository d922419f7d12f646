"""Reading what a print of a session is made of, all at once."""

from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.text import clean
from workbench.models.sessions import Session
from workbench.reports.prints.choices import SHEET_NAMES, PrintChoice, Sheet
from workbench.reports.prints.cue_card import STEPS, cue_card, cue_card_data, leads_of
from workbench.reports.prints.five_minutes import FiveMinutes, five_minutes_tries
from workbench.reports.prints.five_minutes_parts import five_minutes
from workbench.reports.prints.five_minutes_queries import brief_facts_of
from workbench.reports.prints.handout import handout, handout_data
from workbench.reports.prints.plan import SessionPlan, when_words
from workbench.reports.prints.plan_queries import session_plan
from workbench.reports.prints.ready import Print
from workbench.reports.prints.run_sheet import run_sheet, run_sheet_data
from workbench.reports.prints.sign_in import sign_in, sign_in_data
from workbench.sessions.queries import next_session
from workbench.sessions.sign_in_queries import sign_in_rows

_NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys('\\/:*?"<>|\n\r\t', " "))
_LONGEST_NAME: Final = 80
Tries = tuple[dict[str, Any], ...]


def read_print(connection: Connection, session_id: int, choice: PrintChoice, today: date) -> Print:
    """Return what a print of a session is made of; raises NotFound and BadInput."""
    plan = session_plan(connection, session_id, today)
    tries, cue_for = _tries(connection, plan, choice, today)
    words = f"{plan.detail.starts.date().isoformat()} {SHEET_NAMES[choice.sheet]}"
    return Print(
        sheet=choice.sheet,
        tries=tries,
        made_on=today,
        title=plan.detail.title,
        when=when_words(plan),
        file_name=_file_name(f"{words}, {plan.detail.title}"),
        leads=tuple(leads_of(plan)),
        cue_for=cue_for,
    )


def session_to_print(connection: Connection, community_id: int, now: datetime) -> int | None:
    """Return the session that runs at `now` or comes next, or else the last one."""
    coming = next_session(connection, community_id, now)
    if coming is not None:
        return coming
    newest = select(Session.id).where(Session.community_id == community_id)
    return connection.scalar(newest.order_by(Session.starts_at.desc(), Session.id.desc()).limit(1))


def five_minutes_of(connection: Connection, session_id: int, today: date) -> FiveMinutes:
    """Return the five-minute brief of a session; raises NotFound."""
    return five_minutes(brief_facts_of(connection, session_id, today))


def _tries(
    connection: Connection, plan: SessionPlan, choice: PrintChoice, today: date
) -> tuple[Tries, str]:
    """Return the data of a print, the roomiest first, and whose cue card it is."""
    paper, session_id = choice.paper, plan.detail.id
    if choice.sheet is Sheet.RUN:
        return (run_sheet_data(run_sheet(plan), paper),), ""
    if choice.sheet is Sheet.AGENDA:
        return (handout_data(handout(plan), paper),), ""
    if choice.sheet is Sheet.CUE:
        card = cue_card(plan, choice.cue_for)
        return tuple(cue_card_data(card, paper, step) for step in STEPS), card.who
    if choice.sheet is Sheet.SIGN_IN:
        rows = sign_in_rows(connection, session_id, choice.order)
        return (sign_in_data(sign_in(plan, rows, choice.order, choice.blank_lines), paper),), ""
    return tuple(five_minutes_tries(five_minutes_of(connection, session_id, today), paper)), ""


def _file_name(words: str) -> str:
    name = clean(words.translate(_NOT_IN_NAMES))
    stem = "".join(letter for letter in name if letter.isprintable())[:_LONGEST_NAME]
    return f"{stem.strip(' .')}.pdf"
