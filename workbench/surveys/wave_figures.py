"""From the answer sheets of one wave to its frozen figures."""

import statistics
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from workbench.foundation.text import clean, fold
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.attended_band import attended_figures, attended_sides
from workbench.surveys.figures import BandFigures, GroupFigures, WaveFigures
from workbench.surveys.group_figures import group_figures, spread_tells_of
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.intervals import (
    bootstrap_interval,
    community_interval,
    share_interval,
    t_interval,
)
from workbench.surveys.item_figures import answered_alike, items_shown
from workbench.surveys.omega import omega
from workbench.surveys.reliability import (
    Consistency,
    consistency,
    in_question,
    key_alarms,
    not_judged,
)
from workbench.surveys.scoring import (
    Codes,
    checked,
    has_both_directions,
    item_scores,
    score,
    straight_lined,
    subscale_score,
)
from workbench.surveys.suppression import (
    ALIKE,
    alike_at_an_end,
    checked_minimum,
    cuts_tell_about_few,
    distribution_from,
    hidden_groups,
    tells_about_few,
    too_few,
)
from workbench.surveys.wave_notes import UNCHECKED_KEY, notes_on

ALPHA_FROM = 30
_MOST_SCORES_TO_COUNT = 13
_COARSE = 2  # decimals


@dataclass(frozen=True, slots=True)
class _Wave:
    """The sheets that got a score, in no order that matters, and how much may be shown of them."""

    instrument: Instrument
    sheets: tuple[AnswerSheet, ...]
    scores: tuple[float, ...]
    minimum: int

    @property
    def bars_allowed(self) -> bool:
        """Whether there are enough scores to show how they are spread."""
        return len(self.scores) >= distribution_from(self.minimum)

    @property
    def spread_tells(self) -> bool:
        """Whether mean and spread together would tell single scores."""
        return spread_tells_of(self.instrument, self.scores, len(self.instrument.items))


def wave_figures(
    instrument: Instrument,
    sheets: Sequence[AnswerSheet],
    *,
    minimum_group: int,
    invited: int | None = None,
) -> WaveFigures:
    """Return the figures of a wave; raises BadInput for codes off the scale or a minimum below 5.

    Sheets without any answer do not count. Nothing but a reason comes back for fewer scored sheets
    than the minimum, or where everyone gave the same answer at an end of the scale.
    """
    checked_minimum(minimum_group)
    answered = [sheet for sheet in sheets if _any_answer(instrument, sheet.codes)]
    wave = _scored(instrument, answered, minimum_group)
    reason = _reason_to_hide(wave)
    frame = WaveFigures(
        instrument=instrument.id,
        version=instrument.version,
        direction=instrument.direction,
        minimum_group=minimum_group,
        suppressed=bool(reason),
        reason=reason,
    )
    if reason:
        return frame
    counts = {
        "invited": invited,
        "n": len(answered),
        "scored": len(wave.scores),
        "excluded": len(answered) - len(wave.scores),
    }
    return msgspec.structs.replace(frame, **counts, **_centre(wave, invited), **_details(wave))


def _any_answer(instrument: Instrument, codes: Codes) -> bool:
    return any(code is not None for code in checked(instrument, codes))


def _scored(instrument: Instrument, sheets: Sequence[AnswerSheet], minimum: int) -> _Wave:
    pairs = [(sheet, score(instrument, sheet.codes)) for sheet in sheets]
    kept = [(sheet, value) for sheet, value in pairs if value is not None]
    return _Wave(
        instrument, tuple(sheet for sheet, _ in kept), tuple(value for _, value in kept), minimum
    )


def _reason_to_hide(wave: _Wave) -> str:
    if len(wave.scores) < wave.minimum:
        return f"{too_few(wave.minimum)}: not shown to protect people"
    if alike_at_an_end(wave.scores, *wave.instrument.range):
        return f"{ALIKE}: withheld to protect people"
    return ""


def _centre(wave: _Wave, invited: int | None) -> dict[str, Any]:
    """Return mean, spread and the three intervals."""
    scores = sorted(wave.scores)  # the bootstrap must not depend on the order of the sheets
    low, high = t_interval(scores) or (None, None)
    here = community_interval(scores, invited) if invited else None
    drawn = bootstrap_interval(scores)
    if wave.spread_tells:
        return {"mean": statistics.fmean(scores)}
    return {
        "mean": statistics.fmean(scores),
        "sd": statistics.stdev(scores),
        "ci_low": low,
        "ci_high": high,
        "community_low": here[0] if here else None,
        "community_high": here[1] if here else None,
        "bootstrap_low": drawn[0] if drawn else None,
        "bootstrap_high": drawn[1] if drawn else None,
    }


def _details(wave: _Wave) -> dict[str, Any]:
    instrument, minimum = wave.instrument, wave.minimum
    codes = [sheet.codes for sheet in wave.sheets]
    alike = answered_alike(instrument, codes)
    found = _consistency(wave)
    shown = _without_telling(wave, found)
    items = items_shown(instrument, codes, shown, minimum)
    departments = _departments(wave)
    cuts: list[Sequence[Hashable]] = [_chosen(wave, departments)]
    attended = attended_figures(instrument, wave.sheets, wave.scores, cuts, minimum)
    if attended.groups:
        cuts.append(attended_sides(wave.sheets))
    straight = _straight_lines(wave, cuts)
    if straight:
        cuts.append(_straight(wave))
    keys = [item.key for item in instrument.items]
    alarms = key_alarms(found, keys)
    return {
        **_alpha(wave, shown),
        **straight,
        "items": items,
        "parts": _parts(wave, cuts),
        "bands": _bands(wave),
        "score_counts": _score_counts(wave),
        "departments": departments,
        "attended": attended.groups,
        "attended_reason": attended.reason,
        "alarms": (*alarms, *(() if instrument.key_checked else (UNCHECKED_KEY,))),
        "in_question": in_question(found, keys),
        "notes": notes_on(
            instrument, wave.scores, items, alike, minimum, spread=not wave.spread_tells
        ),
    }


def _consistency(wave: _Wave) -> Consistency:
    """Return how the items hang together over the complete sheets, which are a group like any."""
    found = consistency([item_scores(wave.instrument, sheet.codes) for sheet in wave.sheets])
    return found if found.sheets >= wave.minimum else not_judged(len(wave.instrument.items))


def _without_telling(wave: _Wave, found: Consistency) -> Consistency:
    """Leave figures of the items together out where they would tell what a few answered.

    Below 10 sheets all of them: each is one more equation over few whole numbers. Where few skipped
    something, so is each exact figure over the others: beside the means over all, only answers that
    the few may have given fit. Alpha is rounded then, so that no single sheet shows in it.
    """
    many = len(wave.instrument.items)
    if found.sheets < distribution_from(wave.minimum):
        return not_judged(many)
    if not tells_about_few(len(wave.sheets), found.sheets, wave.minimum):
        return found
    low, high = found.interval or (None, None)
    return replace(
        found,
        alpha=None if found.alpha is None else round(found.alpha, _COARSE),
        interval=None
        if low is None or high is None
        else (round(low, _COARSE), round(high, _COARSE)),
        item_rest=(None,) * many,
        alpha_without=(None,) * many,
    )


def _alpha(wave: _Wave, found: Consistency) -> dict[str, Any]:
    low, high = found.interval or (None, None)
    shown = found.sheets >= ALPHA_FROM and found.alpha is not None and found.alpha >= 0
    return {
        "alpha": found.alpha,
        "alpha_low": low,
        "alpha_high": high,
        "alpha_shown": shown,
        "omega": _omega(wave) if shown else None,
    }


def _omega(wave: _Wave) -> float | None:
    scores = [item_scores(wave.instrument, sheet.codes) for sheet in wave.sheets]
    whole = [[value for value in row if value is not None] for row in scores if None not in row]
    found = omega(sorted(whole))  # its last digits must not depend on the order of the sheets
    few_skipped = tells_about_few(len(wave.sheets), len(whole), wave.minimum)
    return round(found, _COARSE) if found is not None and few_skipped else found


def _chosen(wave: _Wave, departments: Sequence[GroupFigures]) -> list[str]:
    """Return the shown department each sheet is in; all others are one group."""
    shown = {fold(group.name) for group in departments if group.shown}
    names = [fold(clean(sheet.department)) for sheet in wave.sheets]
    return [name if name in shown else "" for name in names]


def _straight(wave: _Wave) -> list[bool]:
    return [straight_lined(wave.instrument, sheet.codes) for sheet in wave.sheets]


def _straight_lines(wave: _Wave, cuts: Sequence[Sequence[Hashable]]) -> dict[str, Any]:
    """Return how many ticked one column all the way, where nobody can be worked out from it."""
    if not has_both_directions(wave.instrument):
        return {}
    straight = _straight(wave)
    if not any(straight):
        return {"straight_lined": 0}
    others = [value for value, line in zip(wave.scores, straight, strict=True) if not line]
    if not others or cuts_tell_about_few([*cuts, straight], wave.minimum):
        return {}
    mean = statistics.fmean(others)
    return {"straight_lined": sum(straight), "mean_without_straight_lined": mean}


def _parts(wave: _Wave, cuts: Sequence[Sequence[Hashable]]) -> tuple[GroupFigures, ...]:
    """Return the parts of the questionnaire, over the sheets that have all of their items."""
    complete = [None not in sheet.codes for sheet in wave.sheets]
    whole = [sheet.codes for sheet in wave.sheets if None not in sheet.codes]
    if not whole or cuts_tell_about_few([*cuts, complete], wave.minimum):
        return ()
    rows = []
    for name in wave.instrument.subscales:
        found = (subscale_score(wave.instrument, codes, name) for codes in whole)
        values = [value for value in found if value is not None]
        if min(values) == max(values):
            return ()
        parts = sum(item.subscale == name for item in wave.instrument.items)
        rows.append(group_figures(wave.instrument, name, values, parts))
    return tuple(rows)


def _bands(wave: _Wave) -> tuple[BandFigures, ...]:
    if not wave.bars_allowed:
        return ()
    return tuple(
        _band(band.label, sum(band.low <= s <= band.high for s in wave.scores), len(wave.scores))
        for band in wave.instrument.bands
    )


def _band(label: str, count: int, of: int) -> BandFigures:
    low, high = share_interval(count, of) or (0.0, 1.0)
    return BandFigures(label=label, count=count, of=of, share_low=low, share_high=high)


def _score_counts(wave: _Wave) -> tuple[tuple[int, int], ...]:
    """Return how many people have each score, for short scales of whole numbers."""
    low, high = map(int, wave.instrument.range)
    whole = wave.instrument.scoring != "mean" and high - low < _MOST_SCORES_TO_COUNT
    if not (whole and wave.bars_allowed):
        return ()
    counts = Counter(wave.scores)
    return tuple((value, counts[value]) for value in range(low, high + 1))


def _departments(wave: _Wave) -> tuple[GroupFigures, ...]:
    """Return the departments people chose, largest first, hidden ones last by name."""
    groups, unsaid = _by_department(wave)
    hidden = hidden_groups(groups, unsaid, wave.minimum, wave.instrument.range)
    many = len(wave.instrument.items)
    shown = [
        group_figures(wave.instrument, name, groups[name], many)
        for name in sorted(groups)
        if name not in hidden
    ]
    shown.sort(key=lambda group: -(group.n or 0))
    return (
        *shown,
        *(GroupFigures(name=name, reason=hidden[name]) for name in sorted(hidden)),
    )


def _by_department(wave: _Wave) -> tuple[dict[str, list[float]], list[float]]:
    """Split the scores by department, spellings folded together, and those who named none."""
    spellings: dict[str, Counter[str]] = {}
    scores: dict[str, list[float]] = {}
    for sheet, value in zip(wave.sheets, wave.scores, strict=True):
        name = clean(sheet.department)
        spellings.setdefault(fold(name), Counter())[name] += 1
        scores.setdefault(fold(name), []).append(value)
    unsaid = scores.pop("", [])
    best = {
        key: min(counts, key=lambda name: (-counts[name], name))
        for key, counts in spellings.items()
        if key
    }
    return {best[key]: values for key, values in scores.items()}, unsaid
