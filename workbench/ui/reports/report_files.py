"""Files of the Reports page: the brief as PDF, workbooks; written off the window's thread."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from workbench.ui.desk import Desk

if TYPE_CHECKING:
    from workbench.reports.brief_contents import BriefContents, Paper
    from workbench.reports.brief_facts import BriefFacts
    from workbench.reports.exports import Book as Written

Book = Literal["roster", "attendance", "contributions"]


def write_brief_page(
    desk: Desk, contents: "BriefContents", facts: "BriefFacts", paper: "Paper", out: Path
) -> None:
    """Write the brief as a PDF and say so; names and claims that say too much keep it back."""
    from workbench.foundation.atomic_file import write_bytes
    from workbench.reports.brief_checks import refuse_to_share
    from workbench.reports.brief_page import brief_pdf

    target = out.with_suffix(".pdf")

    def write() -> None:
        refuse_to_share(contents, facts)
        write_bytes(target, brief_pdf(contents, paper))

    desk.run(write, lambda _: desk.say(f"Written to {target.name}."))


def write_book_of(desk: Desk, book: Book, out: Path) -> None:
    """Read a workbook of the community, then write it on the second lane and say so."""
    from workbench.reports import exports

    reading = {
        "roster": exports.roster_book,
        "attendance": exports.attendance_book,
        "contributions": exports.contributions_book,
    }[book]
    target = out.with_suffix(".xlsx")
    name, today = desk.community_name, desk.clock.today()

    def write(made: "Written") -> None:
        desk.run(
            lambda: exports.write_book(target, made),
            lambda _: desk.say(f"Written to {target.name}."),
        )

    desk.read(lambda workspace: workspace.read(reading, name, today, None), write)
