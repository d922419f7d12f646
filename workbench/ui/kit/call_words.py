"""What the private note of a call says, on Home and on the page of a person."""

from datetime import date

from workbench.foundation.dates import short_day, weekday_and_day
from workbench.foundation.words import CallState
from workbench.rosters.call_queries import CallNoteRow


def call_said(note: CallNoteRow, today: date | None = None) -> tuple[str, str]:
    """Return what was done and when, and what was written or the reason it answered.

    With `today` a day of another year carries its year.
    """
    if note.state is CallState.CALLED:
        return f"Called {_day(note.noted_on, today)}", note.note or note.reason
    until = _day(note.until, today) if note.until else ""
    put_off = f"{note.reason} (put off {short_day(note.noted_on)})"
    return f"Ask again {until}", note.note or put_off.strip()


def _day(day: date, today: date | None) -> str:
    same_year = today is None or day.year == today.year
    return weekday_and_day(day) if same_year else f"{weekday_and_day(day)} {day.year}"
