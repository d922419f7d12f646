"""What was said in a survey and what was done about it, in the facilitator's words."""

from dataclasses import dataclass
from datetime import date

from workbench.communities.rules import needed
from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, kept


@dataclass(frozen=True, slots=True)
class SaidDraft:
    """One line: what was said, what was done (empty: nothing yet), and the day it was done."""

    said: str
    did: str = ""
    done_on: date | None = None


def checked_said(draft: SaidDraft) -> SaidDraft:
    """Return the draft tidied; raises BadInput where it says nothing or is done by nothing."""
    said = needed(draft.said, "What was said?", "Put it in your own words.", "said")
    did = clean(kept(draft.did))
    if draft.done_on is not None and not did:
        raise BadInput(
            "There is a day, but nothing that was done on it.", "Say what was done.", field="did"
        )
    return SaidDraft(said, did, draft.done_on)
