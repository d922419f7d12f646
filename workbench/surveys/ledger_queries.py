"""Reading what was shown so far: the cuts of closed waves, and those of waves that are gone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.foundation.text import clean, fold
from workbench.models.surveys import FrozenChange, FrozenFigures, ReleasedCut, Wave
from workbench.surveys.answer_queries import stored_sheets
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.figures import WaveFigures
from workbench.surveys.gone_waves import Gone
from workbench.surveys.instruments import Instrument
from workbench.surveys.ledger import Cut
from workbench.surveys.linking import matched
from workbench.surveys.queries import WaveResult, WaveRow, wave_results, waves
from workbench.surveys.scoring import score, straight_lined
from workbench.surveys.shown_waves import LONG_AGO, Shown

WHOLE = ""
COMPLETE = "complete sheets"
VARIED = "sheets that are not straight-lined"
DEPARTMENT = "department "
ATTENDED = "attended "


class ReleasedDefinition(msgspec.Struct, frozen=True, kw_only=True):
    """How a released cut is defined: the part of the wave, and the seal of the wave's figures."""

    part: str
    items_asked: int
    figures: str


class ReleasedSums(msgspec.Struct, frozen=True, kw_only=True):
    """What was shown of a cut, as sums: of the scores, and of each item that was shown."""

    scores: float
    items: tuple[float | None, ...] = ()


def cuts_shown(
    instrument: Instrument, sheets: Sequence[AnswerSheet], figures: WaveFigures
) -> dict[str, Cut]:
    """Return the cuts of scored sheets that the figures show, by name; none where hidden."""
    if figures.suppressed:
        return {}
    places = range(len(sheets))
    found = {WHOLE: frozenset(places)}
    for group in figures.departments:
        if group.shown:
            chosen = (fold(clean(sheet.department)) for sheet in sheets)
            members = (at for at, name in enumerate(chosen) if name == fold(group.name))
            found[DEPARTMENT + fold(group.name)] = frozenset(members)
    for group in figures.attended:
        members = (at for at in places if sheets[at].attended == group.name)
        found[ATTENDED + group.name] = frozenset(members)
    if figures.parts:
        found[COMPLETE] = frozenset(at for at in places if None not in sheets[at].codes)
    if figures.mean_without_straight_lined is not None:
        varied = (at for at in places if not straight_lined(instrument, sheets[at].codes))
        found[VARIED] = frozenset(varied)
    return found


def scored_sheets(instrument: Instrument, sheets: Sequence[AnswerSheet]) -> list[AnswerSheet]:
    """Return the sheets that got a score."""
    return [sheet for sheet in sheets if score(instrument, sheet.codes) is not None]


def shown_before(session: Session, wave: WaveRow, closed_on: date) -> list[Shown]:
    """Return every closed wave that is shown, of any community and any questionnaire."""
    found = []
    for community_id in sorted(session.scalars(select(Wave.community_id).distinct())):
        rows = waves(session, community_id)
        for key in sorted({row.instrument_key for row in rows}):
            results = [
                one
                for one in wave_results(session, community_id, key)
                if not one.figures.suppressed
            ]
            own = (community_id, key) == (wave.community_id, wave.instrument_key)
            near = _neighbours(results, closed_on) if own else set()
            scored = {one.wave.id: _scored(session, one) for one in results}
            linked = linked_cuts(session, scored)
            for one in results:
                number = one.wave.id
                shown = _shown(one, scored[number], linked[number])
                apart = _days_apart(one.wave.closed_on, closed_on)
                found.append(replace(shown, neighbour=number in near, apart=apart))
    return [one for one in found if one.sheets]


def gone_before(session: Session, *, deleted: bool = True) -> list[Gone]:
    """Return the cuts shown of waves that are deleted, or of those that are still there."""
    there = set(session.scalars(select(FrozenFigures.sha256)))
    found = []
    for row in session.scalars(select(ReleasedCut)):
        cut = msgspec.json.decode(row.cut, type=ReleasedDefinition)
        if (cut.figures not in there) == deleted:
            sums = msgspec.json.decode(row.sums, type=ReleasedSums)
            key = row.instrument_id.partition("@")[0]
            found.append(
                Gone(
                    instrument=key,
                    items_asked=cut.items_asked,
                    part=cut.part,
                    answers=row.answers,
                    scores=sums.scores,
                    items=sums.items,
                    closed_on=row.closed_on,
                )
            )
    return found


def as_shown(
    wave: WaveRow, instrument: Instrument, sheets: Sequence[AnswerSheet], cuts: Iterable[Cut]
) -> Shown:
    """Return scored sheets with their cuts, to be held against those of other waves."""
    return Shown(
        label=wave.label,
        sheets=tuple(sheet.codes for sheet in sheets),
        cuts=tuple(cuts),
        scale=(instrument.codes[0], instrument.codes[-1]),
        minimum=wave.minimum_group,
        departments=tuple(fold(clean(sheet.department)) for sheet in sheets),
    )


def linked_cuts(
    session: Session, scored: Mapping[int, Sequence[AnswerSheet]]
) -> dict[int, list[Cut]]:
    """Return the people of each wave in each linked change that is frozen, by places.

    The change is a sum over the later wave less one over the earlier; both are taken as known.
    """
    found: dict[int, list[Cut]] = {number: [] for number in scored}
    for earlier, later in session.execute(select(FrozenChange.earlier_id, FrozenChange.later_id)):
        if earlier in scored and later in scored:
            links = [tuple(sheet.link for sheet in scored[one]) for one in (earlier, later)]
            pairs = matched(*links).pairs
            for side, number in enumerate((earlier, later)):
                found[number].append(frozenset(pair[side] for pair in pairs))
    return found


def _scored(session: Session, one: WaveResult) -> list[AnswerSheet]:
    return scored_sheets(one.instrument, stored_sheets(session, one.wave.id))


def _shown(one: WaveResult, sheets: Sequence[AnswerSheet], linked: Iterable[Cut]) -> Shown:
    cuts = cuts_shown(one.instrument, sheets, one.figures)
    return as_shown(one.wave, one.instrument, sheets, (*cuts.values(), *linked))


def _days_apart(first: date | None, second: date) -> int:
    return LONG_AGO if first is None else abs((second - first).days)


def _neighbours(shown: Sequence[WaveResult], closed_on: date) -> set[int]:
    """Return the shown waves just before and just after a day; `shown` is oldest first."""
    before = [one for one in shown if (one.wave.closed_on or date.min) < closed_on]
    near = [*before[-1:], *shown[len(before) : len(before) + 1]]
    return {one.wave.id for one in near}
