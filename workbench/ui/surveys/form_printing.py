"""Printing the form of a wave through the system's print dialog."""

from collections.abc import Sequence

from workbench.surveys.asking_rules import AskedForm
from workbench.ui.desk import Desk
from workbench.ui.kit.page import Page


def print_form(page: Page, desk: Desk, asked: AskedForm, facilitator: str, paper: str) -> None:
    """Draw the form as sharp as a printer wants it, then ask for the printer."""
    from workbench.ui.kit.printing import PRINT_PPI, print_on_paper

    def drawn(pages: Sequence[bytes]) -> None:
        page.header.progress.end()
        if print_on_paper(page, pages, paper, f"{asked.community} {asked.label}"):
            desk.say("Sent to the printer.")

    def failed(problem: Exception) -> None:
        page.header.progress.end()
        desk.tell(problem)

    page.header.progress.begin("Making the form for the printer")
    desk.run(lambda: form_pages(asked, facilitator, paper, PRINT_PPI), drawn, failed)


def form_pages(asked: AskedForm, facilitator: str, paper: str, ppi: float) -> list[bytes]:
    """Return the pages of the form as PNG; raises BadInput where a questionnaire has no wording."""
    from workbench.reports.brief_contents import Paper
    from workbench.reports.prints.survey_form import survey_form_pictures

    return survey_form_pictures(asked, facilitator, Paper(paper), ppi)
