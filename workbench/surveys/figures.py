"""What a closed wave says, and nothing that could tell who said it: the frozen figures.

Everything is computed once, from the same set of scored sheets, so that no two figures give away
the few by which they would differ. See reference/confidentiality.md 3.2 and 4.
"""

import msgspec


class _Figures(msgspec.Struct, frozen=True, kw_only=True):
    """Figures as they are frozen: plain numbers, None where something is not shown."""


class ItemFigures(_Figures, frozen=True, kw_only=True):
    """One item over the scored sheets, turned round so that all items point the same way.

    A skipped answer stands as the person's own mean, as in the score. `distribution` counts the
    answers per code, lowest first. `reason` says why an item is not shown.
    """

    item: str
    mean: float | None = None
    sd: float | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    item_rest: float | None = None
    alpha_without: float | None = None
    distribution: tuple[int, ...] | None = None
    reason: str = ""


class GroupFigures(_Figures, frozen=True, kw_only=True):
    """One department (as chosen in the survey) or one part of the questionnaire."""

    name: str
    n: int | None = None
    mean: float | None = None
    sd: float | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    reason: str = ""

    @property
    def shown(self) -> bool:
        """Whether the group may be seen."""
        return self.mean is not None


class BandFigures(_Figures, frozen=True, kw_only=True):
    """How many people fall into a published band, with the Wilson interval of the share."""

    label: str
    count: int
    of: int
    share_low: float
    share_high: float


class KeyAlarm(_Figures, frozen=True, kw_only=True):
    """Items that clearly run against the others, or all of them together where `items` is empty.

    The key is in question then: nothing is reported until somebody looked into it.
    """

    sentence: str
    items: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name it is settled under: another alarm later needs another look."""
        return f"items {', '.join(self.items)}" if self.items else "all items"


class WaveFigures(_Figures, frozen=True, kw_only=True):
    """The figures of one closed wave; a suppressed one holds a reason and no figure at all.

    `n` people answered at least one item, `scored` of them enough for a score, `excluded` did not.
    The interval is the t interval for groups like this one; `community_low` and `community_high`
    describe exactly the invited people; `bootstrap_low` and `bootstrap_high` stand beside them
    from 12 scores on. `alpha_shown` is false below 30 complete sheets, and `omega` None.
    `attended` holds all three answers to how often people came, or none and `attended_reason`.
    `in_question` holds the alarms that keep a report back; `alarms` has their sentences too.
    """

    instrument: str
    version: int
    direction: str
    minimum_group: int
    suppressed: bool = False
    reason: str = ""
    invited: int | None = None
    n: int | None = None
    scored: int | None = None
    excluded: int | None = None
    mean: float | None = None
    sd: float | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    community_low: float | None = None
    community_high: float | None = None
    bootstrap_low: float | None = None
    bootstrap_high: float | None = None
    alpha: float | None = None
    alpha_low: float | None = None
    alpha_high: float | None = None
    alpha_shown: bool = False
    omega: float | None = None
    straight_lined: int | None = None
    mean_without_straight_lined: float | None = None
    items: tuple[ItemFigures, ...] = ()
    parts: tuple[GroupFigures, ...] = ()
    bands: tuple[BandFigures, ...] = ()
    score_counts: tuple[tuple[int, int], ...] = ()
    departments: tuple[GroupFigures, ...] = ()
    attended: tuple[GroupFigures, ...] = ()
    attended_reason: str = ""
    alarms: tuple[str, ...] = ()
    in_question: tuple[KeyAlarm, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def short_reason(self) -> str:
        """Why the wave is not shown, in a few words."""
        return self.reason.split(":", maxsplit=1)[0]
