"""Why a stroke marks nothing, in words with the next step: the session, or the person's time."""

from datetime import date

from workbench.foundation.dates import short_day, weekday_and_day
from workbench.foundation.words import Mark, SessionState
from workbench.sessions.attendance_rules import may_mark
from workbench.sessions.grid_rules import Grid, GridColumn, why_blank


def session_refusal(head: GridColumn, mark: Mark, today: date) -> str:
    """Return why a session takes no such mark, empty where it does."""
    if head.state is SessionState.CANCELLED:
        return f"{head.title} was cancelled, so nobody was expected."
    if not may_mark(head.on, mark, today):
        day = weekday_and_day(head.on)
        return f"{day} is still to come: only apologies (E) can be entered yet."
    return ""


def place_refusal(grid: Grid, row: int, column: int, today: date) -> str:
    """Return why somebody takes no mark at a session and what to do instead, or nothing."""
    why = why_blank(grid, row, column)
    if not why:
        return ""
    on = grid.columns[column].on
    step = f"If they visited on {short_day(on)}, add them as a guest (Ctrl+N)."
    if on > today:
        step = "Correct their dates on their page if they belong then."
    return f"{grid.rows[row].name} {why}. {step}"
