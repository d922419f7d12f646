"""A questionnaire as it is written in a form: lines for items and answers, the rest as fields."""

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, TypeVar, cast

import msgspec

from workbench.foundation.text import clean, fold, kept
from workbench.foundation.words import Direction
from workbench.surveys.instrument_checks import LONGEST, faults_of, possible_range
from workbench.surveys.instrument_draft_lines import (
    TURNED,
    OddLineError,
    anchor_line,
    anchors_of,
    band_line,
    bands_of,
    item_line,
    items_of,
    one_line,
)
from workbench.surveys.instrument_shape import Construct, Instrument, MissingRule, Scoring

__all__ = ["TURNED", "InstrumentDraft", "draft_of", "drafted", "key_of", "without_published"]

T = TypeVar("T")
_FIELD_OF: Final = {"id": "title", "version": "title", "anchors": "answers", "missing": "at_least"}


@dataclass(frozen=True, slots=True)
class InstrumentDraft:
    """What stands in the form; `items`, `answers` and `bands` are a line each, numbers as typed.

    `note` says why so many items must be answered; empty for the usual sentence.
    """

    title: str
    items: str
    answers: str
    at_least: str
    licence: str
    construct: str = "other"
    direction: str = Direction.HIGHER.value
    scoring: str = "mean"
    counts_from: str = ""
    lead_in: str = ""
    notes: str = ""
    language: str = "en"
    recall: str = ""
    note: str = ""
    bands: str = ""
    groups_only: bool = True
    validated: bool = False
    key_checked: bool = True
    codes_ambiguous: bool = False


def draft_of(instrument: Instrument) -> InstrumentDraft:
    """Return a questionnaire as its form shows it; `drafted` gives the same one back."""
    one = instrument
    usual = _usual_note(one.missing.at_least, len(one.items))
    return InstrumentDraft(
        title=one_line(one.title),
        items="\n".join(map(item_line, one.items)),
        answers="\n".join(map(anchor_line, one.anchors)),
        at_least=str(one.missing.at_least),
        licence=one_line(one.licence),
        construct=one.construct,
        direction=one.direction.value,
        scoring=one.scoring,
        counts_from="" if one.counts_from is None else str(one.counts_from),
        lead_in=one_line(one.lead_in),
        notes="\n".join(one.notes.splitlines()),
        language=one.language,
        recall=one_line(one.recall),
        note="" if one.missing.note == usual else one_line(one.missing.note),
        bands="\n".join(map(band_line, one.bands)),
        groups_only=one.groups_only,
        validated=one.validated,
        key_checked=one.key_checked,
        codes_ambiguous=one.codes_ambiguous,
    )


def without_published(draft: InstrumentDraft) -> InstrumentDraft:
    """Return a draft less what was published for other wording: bands, and the word validated."""
    return replace(draft, bands="", validated=False)


def drafted(
    draft: InstrumentDraft, before: Instrument | None, version: int
) -> tuple[Instrument | None, dict[str, str]]:
    """Return the questionnaire of a draft, or None and what is wrong by field of the form.

    `before` is the version it changes: what is not touched stays as it was there to the letter.
    """
    wrong: dict[str, str] = {}
    whole = _whole(draft, before, version, wrong)
    broken: set[str | int] = {{"answers": "anchors"}.get(name, name) for name in wrong}
    if whole.anchors and whole.items:
        whole = msgspec.structs.replace(whole, range=possible_range(whole))
    else:
        broken.add("range")
    for path, sentence in faults_of(whole, broken):
        wrong.setdefault(_field(path, draft), _said(path, sentence))
    return (None if wrong else whole), wrong


def key_of(title: str) -> str:
    """Return a key for a title: small letters, digits and hyphens; for other letters a number."""
    key = re.sub(r"[^a-z0-9]+", "-", fold(title))[: LONGEST["id"]].strip("-")
    return key or f"own-{zlib.crc32(clean(title).encode('utf-8', 'replace')):08x}"


def _whole(
    draft: InstrumentDraft, before: Instrument | None, version: int, wrong: dict[str, str]
) -> Instrument:
    old = before or _NOTHING
    items = items_of(draft.items, before)
    return Instrument(
        id=before.id if before else key_of(draft.title),
        version=version,
        language=clean(draft.language),
        title=_text(draft.title, old.title),
        construct=cast("Construct", draft.construct),
        direction=Direction(draft.direction),
        scoring=cast("Scoring", draft.scoring),
        range=(0, 0),
        missing=_missing(draft, before, len(items)),
        items=items,
        anchors=_read("answers", lambda: anchors_of(draft.answers, before), (), wrong),
        licence=_text(draft.licence, old.licence),
        recall=_text(draft.recall, old.recall),
        lead_in=_text(draft.lead_in, old.lead_in),
        counts_from=_counts(draft, wrong),
        bands=_read("bands", lambda: bands_of(draft.bands, before), (), wrong),
        groups_only=draft.groups_only,
        validated=draft.validated,
        key_checked=draft.key_checked,
        codes_ambiguous=draft.codes_ambiguous,
        notes=old.notes if draft.notes == "\n".join(old.notes.splitlines()) else kept(draft.notes),
    )


def _read(name: str, read: Callable[[], T], nothing: T, wrong: dict[str, str]) -> T:
    try:
        return read()
    except OddLineError as odd:
        wrong[name] = str(odd)
        return nothing


def _text(typed: str, old: str) -> str:
    """Return a line as typed, or as it was where it was not touched."""
    return old if typed == one_line(old) else clean(typed)


def _missing(draft: InstrumentDraft, before: Instrument | None, many: int) -> MissingRule:
    """Return the rule; a reason for other numbers gives way to the usual sentence."""
    typed = draft.at_least.strip()
    at_least = int(typed) if re.fullmatch(r"\d{1,4}", typed) else 0
    note = clean(draft.note)
    if before is not None and draft.note == draft_of(before).note:
        same = (before.missing.at_least, len(before.items)) == (at_least, many)
        if same:
            return before.missing
        note = ""
    return MissingRule(at_least=at_least, note=note or _usual_note(at_least, many))


def _usual_note(at_least: int, many: int) -> str:
    return f"Scored when at least {at_least} of the {many} are answered."


def _counts(draft: InstrumentDraft, wrong: dict[str, str]) -> int | None:
    typed = draft.counts_from.strip()
    if draft.scoring != "count" or not typed:
        return None
    if not re.fullmatch(r"-?\d{1,4}", typed):
        wrong["counts_from"] = "Write the lowest code that counts, as in 3."
        return None
    return int(typed)


def _field(path: str, draft: InstrumentDraft) -> str:
    """Return the field of the form that a fault of the questionnaire is about."""
    if path == "missing.note":
        return "note"
    if path == "scoring" and draft.scoring == "count":
        return "counts_from"
    root = re.split(r"[.\[]", path)[0]
    return _FIELD_OF.get(root, root)


def _said(path: str, sentence: str) -> str:
    entry = re.search(r"\[(\d+)\]", path)
    told = f"line {int(entry[1]) + 1}: {sentence}" if entry else sentence
    return f"{told[:1].upper()}{told[1:]}."


_NOTHING: Final = Instrument(
    id="x", version=1, language="en", title="", construct="other", direction=Direction.HIGHER,
    scoring="mean", range=(0, 0), missing=MissingRule(at_least=1, note=""), items=(), anchors=(),
    licence="",
)  # fmt: skip
