"""A questionnaire as it is written in a form: lines for items and answers, the rest as fields."""

import re
from dataclasses import dataclass
from typing import Final, cast

import msgspec

from workbench.foundation.text import clean, fold
from workbench.foundation.words import Direction
from workbench.surveys.instrument_checks import faults_of, possible_range
from workbench.surveys.instrument_shape import (
    Anchor,
    Construct,
    Instrument,
    Item,
    MissingRule,
    Scoring,
)

TURNED: Final = "(-)"
_ANSWER: Final = re.compile(r"\s*(-?\d{1,4})\s*[=:.)]?\s*(\S.*)$")
_FIELD_OF: Final = {"missing": "at_least", "counts_from": "scoring", "id": "title"}


@dataclass(frozen=True, slots=True)
class InstrumentDraft:
    """What stands in the form; `items` and `answers` are a line each, `at_least` as typed.

    An item that is turned round ends in "(-)", an answer begins with its code.
    """

    title: str
    items: str
    answers: str
    at_least: str
    licence: str
    construct: str = "other"
    direction: str = Direction.HIGHER.value
    scoring: str = "mean"
    lead_in: str = ""
    notes: str = ""


def draft_of(instrument: Instrument) -> InstrumentDraft:
    """Return a questionnaire as its form shows it."""
    return InstrumentDraft(
        title=instrument.title,
        items="\n".join(
            f"{item.text} {TURNED}" if item.reversed else item.text for item in instrument.items
        ),
        answers="\n".join(f"{anchor.code} = {anchor.label}" for anchor in instrument.anchors),
        at_least=str(instrument.missing.at_least),
        licence=instrument.licence,
        construct=instrument.construct,
        direction=instrument.direction,
        scoring=instrument.scoring,
        lead_in=instrument.lead_in,
        notes=instrument.notes,
    )


def drafted(
    draft: InstrumentDraft, before: Instrument | None, version: int
) -> tuple[Instrument | None, dict[str, str]]:
    """Return the questionnaire of a draft, or None and what is wrong by field of the form.

    `before` is the version it changes: what the form does not show comes from there, but for bands
    and the word validated, which belong to the version they were published for.
    """
    wrong: dict[str, str] = {}
    anchors = _anchors(draft.answers, before, wrong)
    items = _items(draft.items, before)
    at_least = int(draft.at_least) if re.fullmatch(r"\d{1,4}", draft.at_least.strip()) else 0
    whole = Instrument(
        id=before.id if before else key_of(draft.title),
        version=version,
        language=before.language if before else "en",
        title=clean(draft.title),
        construct=cast("Construct", draft.construct),
        direction=Direction(draft.direction),
        scoring=cast("Scoring", draft.scoring),
        range=(0, 0),
        missing=MissingRule(
            at_least=at_least,
            note=f"Scored when at least {at_least} of the {len(items)} are answered.",
        ),
        items=items,
        anchors=anchors,
        licence=clean(draft.licence),
        recall=before.recall if before else "",
        lead_in=clean(draft.lead_in),
        counts_from=before.counts_from if before and draft.scoring == "count" else None,
        groups_only=before.groups_only if before else True,
        notes=clean(draft.notes),
    )
    if anchors and items:
        whole = msgspec.structs.replace(whole, range=possible_range(whole))
    for path, sentence in faults_of(whole, {"anchors", "range"} if wrong else {"range"}):
        root = re.split(r"[.\[]", path)[0]
        name = {"anchors": "answers"}.get(root, _FIELD_OF.get(root, root))
        wrong.setdefault(name, _said(path, sentence))
    return (None if wrong else whole), wrong


def key_of(title: str) -> str:
    """Return a key for a title: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-") or "own"


def _said(path: str, sentence: str) -> str:
    entry = re.search(r"\[(\d+)\]", path)
    told = f"line {int(entry[1]) + 1}: {sentence}" if entry else sentence
    return f"{told[:1].upper()}{told[1:]}."


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _items(text: str, before: Instrument | None) -> tuple[Item, ...]:
    lines = _lines(text)
    same = before is not None and len(before.items) == len(lines)
    subscales = [item.subscale for item in before.items] if before and same else [""] * len(lines)
    return tuple(
        Item(
            key=str(place),
            text=clean(line.removesuffix(TURNED)),
            reversed=line.endswith(TURNED),
            subscale=subscale,
        )
        for place, (line, subscale) in enumerate(zip(lines, subscales, strict=True), 1)
    )


def _anchors(text: str, before: Instrument | None, wrong: dict[str, str]) -> tuple[Anchor, ...]:
    kept = {anchor.label: anchor.aliases for anchor in before.anchors} if before else {}
    found = []
    for place, line in enumerate(_lines(text), 1):
        answer = _ANSWER.match(line)
        if answer is None:
            wrong["answers"] = f'Line {place}: begin with the code, as in "1 = never".'
            return ()
        label = clean(answer[2])
        found.append(Anchor(code=int(answer[1]), label=label, aliases=kept.get(label, {})))
    return tuple(found)
