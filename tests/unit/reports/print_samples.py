"""Plans of sessions for tests of prints: usual, empty, long, with tracks, and with odd writing."""

import re
from datetime import date, datetime, time
from io import BytesIO

from pypdf import PdfReader

from workbench.foundation.words import BlockKind, SessionState
from workbench.reports.prints.plan import SessionPlan
from workbench.sessions.agenda import AgendaBlock, TrackPlan, place
from workbench.sessions.column_rules import OwnColumn
from workbench.sessions.materials import Material, Need
from workbench.sessions.pre_work_rules import PreWorkItem
from workbench.sessions.queries import SessionDetail
from workbench.sessions.sign_in_rules import SignInPerson, SignInRow, numbered

MADE = date(2026, 10, 13)
STARTS = datetime(2026, 10, 15, 14)
ARABIC = "جلسة التعارف مع الفريق"
HEBREW = "שיחה פתוחה על העבודה"
ODD = (
    f"{ARABIC} · {HEBREW} · 会议开始 🎉👩‍👩‍👧 "
    "#[*bold*] $x^2$ \\ <b> & \x00\x07 “q” \u202eflip\u202c ẞ ﬁ"
)
PRIVATE = "KEEPTHISTOYOURSELF"

USUAL = (
    AgendaBlock(1, "Check-in", 8, BlockKind.CONNECT, method="Round in threes", lead="Ruth"),
    AgendaBlock(
        2, "Where do handovers break?", 20, BlockKind.EXCHANGE, method="1-2-4-All", lead="Ravi",
        grouping="Fours", to_say=f"One minute alone. {PRIVATE} Then two.\nThen four.",
        materials="Cards, pens", remote="Three rooms", values=((7, f"amber {PRIVATE}"),),
    ),
    AgendaBlock(3, "Stretch", 5, BlockKind.BREAK, locked_start=time(14, 30)),
    AgendaBlock(4, "Close", 62, BlockKind.COMMIT, lead="Ruth, Ravi"),
)  # fmt: skip
TRACKS = (
    AgendaBlock(1, "Welcome", 10, BlockKind.FRAME, lead="Ruth"),
    AgendaBlock(
        2, "Two rooms", 40, BlockKind.PRACTISE,
        tracks=(
            TrackPlan(1, "New people", "Birch room", "Priya", (
                AgendaBlock(3, "Meet the norms", 25, BlockKind.FRAME, to_say=f"{PRIVATE} first"),
                AgendaBlock(4, "Ask anything", 20, BlockKind.EXCHANGE, materials="Bell"),
            )),
            TrackPlan(2, "", "Teams", "Ravi", (AgendaBlock(5, "Case clinic", 30),)),
        ),
    ),
    AgendaBlock(6, "Together again", 20, BlockKind.COMMIT, lead="Ruth"),
)  # fmt: skip


def plan_of(
    blocks: tuple[AgendaBlock, ...] = USUAL, title: str = "Handovers that hold", **changes: object
) -> SessionPlan:
    """A plan of session 17 with pre-work, an own column and a private note on the session."""
    detail = SessionDetail(
        id=17, community_id=1, number=17, title=title, kind="deep dive", starts=STARTS, minutes=90,
        zone="Europe/London", place="Birch room and Teams", note=f"{PRIVATE} in the note",
        state=SessionState.PLANNED, goal_id=1, marking_started=False, head_count=None,
        agenda=place(STARTS.time(), 90, blocks),
    )  # fmt: skip
    usual: dict[str, object] = {
        "goal": "Tickets reach the right person",
        "facilitator": "Ruth Adeyemi",
        "co_hosts": ("Ama Boateng", "Ravi Iyer"),
        "columns": (OwnColumn(7, "Energy"),),
        "pre_work": (
            PreWorkItem(1, "Bring one handover", "everyone", 10, 2, "Troika card"),
            PreWorkItem(2, f"Book the room {PRIVATE}", "Ruth", None, 7),
        ),
        "materials": (Material("Cards", (Need("14:08", "Where do handovers break?"),)),),
    }
    about = "Cross-department learning community · Halden Home"
    return SessionPlan(detail, "Bridges", about, MADE, **(usual | changes))  # type: ignore[arg-type] # fields by name


def odd_plan() -> SessionPlan:
    """A plan whose every text is odd, with a title of 200 letters without a blank."""
    block = AgendaBlock(
        1, ODD, 30, BlockKind.INPUT, None, ODD, ODD, ODD, ODD * 6, ODD, ODD, ((7, ODD),)
    )
    long = AgendaBlock(2, "x" * 200, 700, lead="y" * 200, to_say="long " * 2000)
    item = PreWorkItem(1, ODD, ODD, 5, 0, ODD)
    own = (OwnColumn(7, ODD),)
    need = (Material(ODD, (Need("14:00", ODD),)),)
    return plan_of((block, long), "W" * 200, pre_work=(item,), columns=own, materials=need)


def long_plan(blocks: int = 40) -> SessionPlan:
    """A plan of many blocks with words to each."""
    made = tuple(
        AgendaBlock(
            n, f"Block number {n}", 5, lead="Ruth" if n % 3 else "Ravi",
            to_say=f"Say this of {n}. " + "And more words to say. " * (n % 7),
            materials=f"Item {n}",
        )
        for n in range(1, blocks + 1)
    )  # fmt: skip
    return plan_of(made)


def many_people(number: int) -> tuple[SignInRow, ...]:
    """A numbered list of so many people."""
    return numbered(
        SignInPerson(n, f"First{n:03} Last{n:03}", f"First{n:03}", f"Last{n:03}", "Support")
        for n in range(1, number + 1)
    )


def words_of(pdf: bytes) -> list[str]:
    """Return the words of each page of a PDF, runs of white space as one blank."""
    reader = PdfReader(BytesIO(pdf))
    return [re.sub(r"\s+", " ", page.extract_text()) for page in reader.pages]


def letter_sizes(pdf: bytes) -> set[float]:
    """Return the sizes in points of everything written in a PDF."""
    sizes: set[float] = set()

    def visit(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        if text.strip():
            sizes.add(round(size, 2))

    for page in PdfReader(BytesIO(pdf)).pages:
        page.extract_text(visitor_text=visit)
    return sizes


def size_of(pdf: bytes) -> tuple[int, int]:
    """Return width and height of the first page in whole points."""
    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    return round(float(box.width)), round(float(box.height))
