"""The next session: when, where, who is likely to come, how the agenda fills its slot."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.foundation.text import counted
from workbench.foundation.words import BlockKind
from workbench.ui.home.home_reads import Coming
from workbench.ui.home.home_words import coming_words, days_to_go
from workbench.ui.home.parts import DayTile, detail
from workbench.ui.kit.agenda_bar import AgendaBar
from workbench.ui.kit.buttons import Button, Kind
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.page import card
from workbench.ui.kit.text import Span, Text

Go = Callable[..., None]


def session_card(coming: Coming, today: date, go: Go, *, primary: bool) -> QWidget:
    """Return the card of the next session; `primary` gives its planner the primary button."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(20, 18, 20, 18)
    row.setSpacing(20)
    row.addWidget(DayTile(coming.session.on), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(8)
    words.addWidget(_title(coming, today))
    words.addWidget(_details(coming))
    words.addWidget(_agenda(coming))
    words.addSpacing(4)
    words.addWidget(_actions(coming, go, primary=primary))
    row.addLayout(words, 1)
    return holder


def no_session_card(go: Go, *, primary: bool) -> QWidget:
    """Return what stands there while nothing is planned."""
    kind: Kind = "primary" if primary else "secondary"
    plan = Button("Plan a session", lambda: go("sessions", new=True), kind=kind, icon="plus")
    return card(
        Text("No session is planned", "section"),
        Text("A date and a title are enough; the agenda can wait.", tone="text_2", wrap=True),
        flow_of(plan),
        margin=20,
    )


def _title(coming: Coming, today: date) -> Text:
    title = Text(role="section")
    when = days_to_go(coming.session.on, today)
    title.say_spans(
        Span(coming.session.title),
        Span(f"   {when} · session {coming.session.number}", "body", "text_3"),
    )
    return title


def _details(coming: Coming) -> QWidget:
    session = coming.session
    ends = session.starts + timedelta(minutes=session.minutes)
    parts = [detail("clock", f"{session.starts:%H:%M} to {ends:%H:%M}")]
    if session.place:
        parts.append(detail("place", session.place))
    parts.append(detail("people", coming_words(coming)))
    return flow_of(*parts, gap=24, row_gap=4)


def _agenda(coming: Coming) -> QWidget:
    session = coming.session
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 4, 0, 4)
    row.setSpacing(12)
    if not session.kinds:
        row.addWidget(Text("No agenda yet", tone="text_3"))
        return holder
    bar = AgendaBar()
    bar.show_blocks(
        [(BlockKind(kind), minutes) for kind, minutes in session.kinds], session.minutes
    )
    row.addWidget(bar, 1)
    if session.agenda.over:
        row.addWidget(Icon("warning", "warn", 16))
        told = f"{session.agenda.end} min in a {session.minutes} min slot"
        row.addWidget(Text(told, "label", "warn"))
    else:
        row.addWidget(Text(f"{session.agenda.words} planned", tone="text_2"))
    return holder


def _actions(coming: Coming, go: Go, *, primary: bool) -> QWidget:
    session = coming.session
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    kind: Kind = "primary" if primary else "secondary"
    planner = Button(
        "Open planner", lambda: go("planner", session=session.id), kind=kind, icon="list"
    )
    live = Button("Start live", lambda: go("live", session=session.id), icon="play")
    brief = Button(
        "Five-minute brief", lambda: go("five-minutes", session=session.id), icon="clock"
    )
    row.addWidget(flow_of(planner, live, brief), 1)
    told = counted(session.agenda.blocks, "block", "blocks") if session.agenda.blocks else ""
    row.addWidget(Text(told, "caption", "text_3"))
    return holder
