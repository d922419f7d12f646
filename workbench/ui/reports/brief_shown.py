"""What the Reports page shows, as plain data."""

from dataclasses import dataclass

from workbench.reports.brief_checks import Check
from workbench.reports.brief_contents import BriefContents, Paper
from workbench.reports.brief_draft import BriefDraft
from workbench.reports.brief_sections import Section


@dataclass(frozen=True, slots=True)
class BriefShown:
    """The draft with what it makes: sections, contents, and the headline the facts propose."""

    draft: BriefDraft
    contents: BriefContents
    sections: tuple[Section, ...]
    proposed_headline: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The checks before sharing, and whether they let the brief go."""

    checks: tuple[Check, ...]
    may_go: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages as they will be printed, PNG at `ppi` pixels per inch."""

    pages: tuple[bytes, ...]
    ppi: float
    paper: Paper
