"""The brief of a community: from its facts and the facilitator's choices to one page."""

from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from workbench.communities.queries import community_named, workspace_setting
from workbench.foundation.atomic_file import write_bytes
from workbench.foundation.endings import wrong_ending
from workbench.foundation.errors import BadInput
from workbench.reports.brief_checks import refuse_to_share
from workbench.reports.brief_contents import BriefContents, Paper
from workbench.reports.brief_draft import ASKS_SECTION, KEY_NUMBERS, BriefDraft, draft_from
from workbench.reports.brief_facts import BriefFacts
from workbench.reports.brief_page import brief_pdf
from workbench.reports.brief_sections import cells_of, chosen_sections
from workbench.reports.brief_words import certainty, key_figures, sources
from workbench.reports.claims import headline_for
from workbench.reports.queries import brief_facts
from workbench.storage.workspace import Workspace


def write_brief(
    workspace: Workspace,
    community_name: str,
    out: Path,
    start: date | None = None,
    end: date | None = None,
) -> None:
    """Write the one-page brief as a PDF; raises NotFound, CannotSave and BadInput.

    BadInput tells of another ending than .pdf, of a headline that says too much, and of a section
    that does not fit.
    """
    if out.suffix.lower() != ".pdf":
        raise wrong_ending(out, "A brief is written as .pdf", ".pdf")
    if start and end and end < start:
        raise BadInput("The period ends before it begins.", "Change one of the two days.")
    today = workspace.clock.today()
    facts, draft = workspace.read(facts_and_draft, community_name, start, end, today)
    if not facts.enough:
        raise BadInput(
            f"There is nothing to tell of {facts.community.name} yet: no session is marked, no "
            "survey is closed and no business figure is typed in.",
            "Mark a session or close a survey first, or choose another period.",
        )
    contents = brief_contents(facts, draft)
    refuse_to_share(contents, facts)
    write_bytes(out, brief_pdf(contents, draft.paper or Paper.A4))


def brief_contents(facts: BriefFacts, draft: BriefDraft) -> BriefContents:
    """Return what stands on the page, built from the facts alone where nothing was chosen."""
    chosen = chosen_sections(facts, draft)
    community = facts.community
    about = " · ".join(part for part in (community.strapline, community.organisation) if part)
    return BriefContents(
        community=community.name,
        about=about,
        start=facts.start,
        end=facts.end,
        headline=draft.headline or headline_for(facts),
        certainty=certainty(facts),
        prepared_on=facts.prepared_on,
        figures=key_figures(facts) if KEY_NUMBERS in chosen else (),
        cells=cells_of(facts, draft),
        asks=draft.asks if ASKS_SECTION in chosen else (),
        questions=facts.questions,
        sources=sources(facts),
        hidden_groups=facts.hidden_departments,
        prepared_by=facts.prepared_by,
        meeting_on=draft.meeting_on,
    )


def facts_and_draft(
    session: Session, community_name: str, start: date | None, end: date | None, today: date
) -> tuple[BriefFacts, BriefDraft]:
    """Return the facts of a period and the draft kept for the community; raises NotFound.

    A period asked for comes first, then the one kept in the draft.
    """
    found = community_named(session, community_name)
    draft = draft_from(workspace_setting(session, draft_name(found.id)))
    asked = (start, end) if start or end else (draft.start, draft.end)
    return brief_facts(session, found.id, *asked, today), draft


def draft_name(community_id: int) -> str:
    """Return the name of the workspace setting that keeps the draft of a community."""
    return f"brief:{community_id}"
