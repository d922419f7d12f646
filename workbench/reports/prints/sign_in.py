"""The numbered sign-in sheet: a box and a line for everybody expected, blank lines for others."""

from dataclasses import asdict, dataclass
from typing import Any, Final

from workbench.foundation.text import counted
from workbench.reports.brief_contents import Paper
from workbench.reports.paper import Letterhead, paper_data, printable
from workbench.reports.prints.choices import BLANK_LINES, checked_blank_lines
from workbench.reports.prints.plan import SessionPlan, head_of
from workbench.sessions.sign_in_rules import NameOrder, SignInRow, list_code

_ORDERS: Final = {NameOrder.LAST: "by last name", NameOrder.FIRST: "by first name"}


@dataclass(frozen=True, slots=True)
class SignIn:
    """The whole sheet; `note` tells which list this is, so that numbers can be typed back."""

    head: Letterhead
    rows: tuple[SignInRow, ...]
    blank_lines: int
    note: str


def sign_in(
    plan: SessionPlan,
    rows: tuple[SignInRow, ...],
    order: NameOrder = NameOrder.LAST,
    blank_lines: int = BLANK_LINES,
) -> SignIn:
    """Return the sign-in sheet of a session; raises BadInput for too many blank lines."""
    expected = counted(len(rows), "person", "people")
    return SignIn(
        head=head_of(plan, "Sign-in sheet", line=plan.detail.place),
        rows=rows,
        blank_lines=checked_blank_lines(blank_lines),
        note=f"List {list_code(rows)}: {expected} {_ORDERS[order]}",
    )


def sign_in_data(contents: SignIn, paper: Paper) -> dict[str, Any]:
    """Return what resources/reports/sign-in.typ asks for."""
    base = paper_data(contents.head, paper)
    found: dict[str, Any] = printable(
        base
        | {
            "rows": [asdict(row) for row in contents.rows],
            "blank": [f"+{number}" for number in range(1, contents.blank_lines + 1)],
            "departments": any(row.department for row in contents.rows),
            "footer": f"{base['footer']} · {contents.note}",
        }
    )
    return found
