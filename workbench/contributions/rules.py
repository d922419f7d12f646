"""What a gift and a promise need to make sense, and which gifts a filter lets through."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, fold, kept
from workbench.foundation.words import ContributionKind, PromiseState

FARTHEST_AHEAD: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gift:
    """Something given: by whom, of what kind, to whom, when, and in which session if in one.

    A kind of the facilitator's own stands in `own_kind_id`; `kind` is what it counts as.
    """

    giver_id: int
    kind: ContributionKind
    text: str = ""
    receiver_ids: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    given_on: date | None = None
    session_id: int | None = None
    own_kind_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseDraft:
    """What somebody will try or bring by a date; nobody named means the facilitator."""

    text: str
    person_id: int | None = None
    about_person_id: int | None = None
    session_id: int | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedFilter:
    """Which gifts to show; what is not said lets all through. `words` must all be found.

    A kind lets through what counts as it; an own kind only what was logged as that.
    """

    kind: ContributionKind | None = None
    own_kind_id: int | None = None
    session_id: int | None = None
    person_id: int | None = None
    tag: str = ""
    words: str = ""
    since: date | None = None
    until: date | None = None

    def finds(self, *texts: str) -> bool:
        """Whether every word stands in one of the texts, accents and case ignored."""
        haystack = fold(" ".join(texts))
        return all(word in haystack for word in fold(self.words).split())


def checked_gift(gift: Gift, today: date) -> Gift:
    """Return the gift tidied; raises BadInput for a day to come or a gift to oneself."""
    if gift.given_on and gift.given_on > today + FARTHEST_AHEAD:
        raise BadInput(
            f"{gift.given_on.isoformat()} is still to come.",
            "Log what was given on the day it was given.",
            field="given_on",
        )
    if gift.giver_id in gift.receiver_ids:
        raise BadInput(
            "The same person is named as giver and as receiver.",
            "Take one of the two out.",
            field="receivers",
        )
    return replace(
        gift,
        text=kept(gift.text),
        receiver_ids=tuple(dict.fromkeys(gift.receiver_ids)),
        tags=tidy_tags(gift.tags),
    )


def tidy_tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tags without their sign, each once whatever its case, in the order given."""
    seen: dict[str, str] = {}
    for tag in tags:
        text = clean(kept(tag)).lstrip("#").strip()
        if text:
            seen.setdefault(fold(text), text)
    return tuple(seen.values())


def checked_promise(draft: PromiseDraft) -> PromiseDraft:
    """Return the promise tidied; raises BadInput where it says nothing."""
    text = clean(kept(draft.text))
    if not text:
        raise BadInput("A promise needs words.", "Say what will be tried or brought.", field="text")
    return replace(draft, text=text)


def days_late(due_on: date | None, state: PromiseState, today: date) -> int:
    """Return by how many days an open promise is late, or 0."""
    if due_on is None or state is not PromiseState.OPEN:
        return 0
    return max(0, (today - due_on).days)
