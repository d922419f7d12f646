"""Presenting the brief: facts and choices in, page and checks out, files written; without Qt."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from workbench.foundation.errors import BadInput
from workbench.ui.desk import Desk
from workbench.ui.kit.usual_paper import keep_paper, usual_paper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.reports.brief_contents import BriefContents, Paper, Statement
    from workbench.reports.brief_draft import BriefDraft
    from workbench.reports.brief_facts import BriefFacts
    from workbench.reports.brief_page import Overflow
    from workbench.ui.reports.brief_shown import BriefShown, Checked, Preview

ENOUGH_SESSIONS = 3


class BriefView(Protocol):
    """What the presenter asks of the page."""

    def show_brief(self, shown: "BriefShown") -> None:
        """Show period, sections and headline."""

    def show_checks(self, checked: "Checked") -> None:
        """Show the checks before sharing."""

    def show_preview(self, preview: "Preview") -> None:
        """Show the pages as they will be printed."""

    def show_too_little(self, sessions: int) -> None:
        """Show the empty state: neither a wave nor enough sessions yet."""


class ReportsPresenter:
    """Keeps the facts and the draft of the community's brief."""

    def __init__(self, desk: Desk, view: BriefView) -> None:
        self._desk = desk
        self._view = view
        self._facts: BriefFacts | None = None
        self._draft: BriefDraft | None = None
        self._overflow: Overflow | None = None
        self._ppi = 96.0
        self._asked = 0
        self._drawn = 0
        self.loaded = False

    @property
    def settled(self) -> bool:
        """Whether the page shows what was last asked for."""
        return self.loaded and self._drawn == self._asked

    def load(self) -> None:
        """Read facts and draft, then show them."""
        from workbench.reports.brief import facts_and_draft

        name, today = self._desk.community_name, self._desk.clock.today()

        def failed(error: Exception) -> None:
            self.loaded = True
            self._desk.tell(error)

        self._desk.read(
            lambda workspace: workspace.read(facts_and_draft, name, None, None, today),
            lambda found: self._show(*found),
            failed,
        )

    def sharpen(self, ppi: float) -> None:
        """Draw the preview with that many pixels per inch from now on."""
        if ppi != self._ppi:
            self._ppi = ppi
            self._draw()

    def try_headline(self, text: str) -> None:
        """Check a headline while it is typed, without keeping it."""
        if self._facts is not None and self._draft is not None:
            self._check(_with(self._draft, headline=text.strip() or None))

    def keep_headline(self, text: str) -> None:
        """Keep a headline; an empty one and the proposed one mean what the facts propose."""
        from workbench.reports.claims import headline_for

        if self._facts is None or self._draft is None:
            return
        text = " ".join(text.split())
        kept = None if text in ("", headline_for(self._facts)) else text
        if kept != self._draft.headline:
            self._keep(_with(self._draft, headline=kept))

    def set_period(self, start: date, end: date) -> None:
        """Tell of another period; raises nothing: a period that ends before it begins is told."""
        if self._facts is None or self._draft is None:
            return
        if end < start:
            self._desk.tell(
                BadInput("The period ends before it begins.", "Change one of the days.")
            )
            self._show(self._facts, self._draft)
        elif (start, end) != (self._facts.start, self._facts.end):
            self._keep(_with(self._draft, start=start, end=end))

    def set_meeting(self, day: date | None) -> None:
        """Name the day of the meeting, or none."""
        if self._draft is not None and day != self._draft.meeting_on:
            self._keep(_with(self._draft, meeting_on=day))

    def set_paper(self, paper: "Paper") -> None:
        """Choose the sheet."""
        if self._draft is not None and paper is not self._paper():
            keep_paper(self._desk, paper.value)
            self._keep(_with(self._draft, paper=paper))

    def choose_section(self, key: str, *, wanted: bool) -> None:
        """Put a section into the brief or leave it out."""
        from workbench.reports.brief_sections import with_section

        if self._draft is not None:
            self._keep(
                _with(self._draft, sections=with_section(self._chosen(), key, wanted=wanted))
            )

    def move_section(self, key: str, by: int) -> None:
        """Move a chosen section up (negative) or down among those that move."""
        from workbench.reports.brief_sections import movable, moved_section

        moving = [one for one in self._chosen() if movable(one)]
        if self._draft is None or key not in moving:
            return
        sections = moved_section(self._chosen(), key, max(moving.index(key) + by, 0))
        if sections != self._chosen():
            self._keep(_with(self._draft, sections=sections))

    def set_asks(self, asks: "Sequence[Statement]") -> None:
        """Keep what is asked of the readers, and put it into the brief."""
        from workbench.reports.brief_draft import ASKS_SECTION
        from workbench.reports.brief_sections import with_section

        if self._draft is not None:
            sections = with_section(self._chosen(), ASKS_SECTION, wanted=True)
            self._keep(_with(self._draft, asks=tuple(asks), sections=sections))

    def set_changes(self, changes: "Sequence[Statement] | None") -> None:
        """Keep what members changed in own words; None tells it from the stories again."""
        if self._draft is not None:
            kept = None if changes is None else tuple(changes)
            self._keep(_with(self._draft, changes=kept))

    def changes(self) -> "tuple[Statement, ...]":
        """Return what members changed as the brief tells it now."""
        from workbench.reports.brief_sections import changes_of

        if self._facts is None or self._draft is None:
            return ()
        return changes_of(self._facts) if self._draft.changes is None else self._draft.changes

    def asks(self) -> "tuple[Statement, ...]":
        """Return what is asked of the readers."""
        return self._draft.asks if self._draft is not None else ()

    def export_pdf(self, out: Path) -> None:
        """Write the brief; what keeps it from going is told, as is a folder that refuses it."""
        from workbench.ui.reports.report_files import write_brief_page

        contents, facts, draft = self._contents(), self._facts, self._draft
        if contents is not None and facts is not None and draft is not None:
            write_brief_page(self._desk, contents, facts, self._paper(), out)

    def _chosen(self) -> tuple[str, ...]:
        from workbench.reports.brief_sections import sections_of

        if self._facts is None or self._draft is None:
            return ()
        found = sections_of(self._facts, self._draft)
        return tuple(section.key for section in found if section.chosen)

    def _show(self, facts: "BriefFacts", draft: "BriefDraft") -> None:
        from workbench.reports.brief_sections import sections_of
        from workbench.reports.claims import headline_for
        from workbench.ui.reports.brief_shown import BriefShown

        self._facts, self._draft, self.loaded = facts, draft, True
        if not facts.measures and facts.sessions < ENOUGH_SESSIONS:
            self._view.show_too_little(facts.sessions)
            return
        contents = self._contents()
        if contents is not None:
            sections = tuple(sections_of(facts, draft))
            self._view.show_brief(BriefShown(draft, contents, sections, headline_for(facts)))
            self._check(draft)
            self._draw()

    def _contents(self, draft: "BriefDraft | None" = None) -> "BriefContents | None":
        from workbench.reports.brief import brief_contents

        used = draft or self._draft
        if self._facts is None or used is None:
            return None
        return brief_contents(self._facts, used)

    def _check(self, draft: "BriefDraft") -> None:
        from workbench.reports.brief_checks import Verdict, brief_checks
        from workbench.ui.reports.brief_shown import Checked

        contents = self._contents(draft)
        if contents is None or self._facts is None:
            return
        checks = tuple(brief_checks(contents, self._facts, self._overflow))
        may_go = all(check.verdict is not Verdict.STOP for check in checks)
        self._view.show_checks(Checked(checks, may_go))

    def _draw(self) -> None:
        from workbench.reports.brief_page import brief_overflow, brief_pictures
        from workbench.ui.reports.brief_shown import Preview

        contents, draft, ppi = self._contents(), self._draft, self._ppi
        paper = self._paper()
        if contents is None or draft is None:
            return
        self._asked += 1
        number = self._asked

        def draw() -> "tuple[Preview, Overflow | None]":
            pages = brief_pictures(contents, paper, ppi)
            overflow = brief_overflow(contents, paper) if len(pages) > 1 else None
            return Preview(tuple(pages), ppi, paper), overflow

        def failed(error: Exception) -> None:
            self._drawn = max(self._drawn, number)
            self._desk.tell(error)

        self._desk.run(draw, lambda drawn: self._drawn_now(number, *drawn), failed)

    def _drawn_now(self, number: int, preview: "Preview", overflow: "Overflow | None") -> None:
        self._drawn = max(self._drawn, number)
        if number != self._asked or self._draft is None:
            return
        self._view.show_preview(preview)
        if overflow != self._overflow:
            self._overflow = overflow
            self._check(self._draft)

    def _paper(self) -> "Paper":
        """Return the sheet chosen for this brief, else the usual one of this computer."""
        from workbench.reports.brief_contents import Paper

        kept = self._draft.paper if self._draft is not None else None
        return kept or Paper(usual_paper(self._desk.settings))

    def _keep(self, draft: "BriefDraft") -> None:
        """Keep the draft as one step; the change comes back to the page as any other does."""
        from workbench.reports.actions import save_brief_draft

        community = self._desk.community
        self._desk.do(lambda workspace: workspace.perform(save_brief_draft, community, draft))


def _with(draft: "BriefDraft", **changes: object) -> "BriefDraft":
    from msgspec.structs import replace

    return replace(draft, **changes)
