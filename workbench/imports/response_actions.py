"""Taking answers from a file into a closed wave; like every answer, this cannot be undone."""

from collections.abc import Sequence
from dataclasses import replace

from workbench.communities.actions import create_community
from workbench.imports.response_import import ResponseChoices, ResponsesImport
from workbench.imports.response_queries import waiting_asking
from workbench.imports.roster_queries import community_number
from workbench.storage.unit_of_work import Work, action
from workbench.surveys.actions import take_wave
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.asking_actions import plan_wave
from workbench.surveys.asking_queries import form_of
from workbench.surveys.key_store import KeyStore
from workbench.surveys.linking import HASH_BYTES, hashed
from workbench.surveys.queries import instrument_named, wave_row
from workbench.surveys.wave_rules import WavePlan


@action("Import answers", "surveys")
def take_responses(
    work: Work, found: ResponsesImport, choices: ResponseChoices, keys: KeyStore
) -> int:
    """Store, close and freeze a wave; the community is made if it is new. Cannot be undone.

    Linking codes become keyed hashes here, with the community's key that lies outside the file.
    """
    community_id = community_number(work.session, found.community)
    if community_id is None:
        community_id = create_community(work, found.community)
    sheets: Sequence[AnswerSheet] = found.sheets
    if found.codes:
        asking_id = _asking(work, community_id, choices)
        key = keys.make(form_of(work.session, asking_id).key_name)
        sheets = _linked(found, key, instrument_named(work.session, choices.instrument).id)
    return take_wave(
        work,
        community_id,
        choices.instrument,
        choices.wave,
        choices.closed_on,
        sheets,
        invited=choices.invited,
        minimum_group=choices.minimum_group,
        comments=found.comments,
    )


def _linked(found: ResponsesImport, key: bytes, instrument: str) -> list[AnswerSheet]:
    pairs = zip(found.sheets, found.codes, strict=True)
    return [replace(sheet, link=_link(parts, key, instrument)) for sheet, parts in pairs]


def _link(parts: Sequence[str], key: bytes, instrument: str) -> bytes:
    """Return the hash of a code; one part has no smaller ones, and none typed has none at all."""
    if not any(part.strip() for part in parts):
        return b""
    whole = hashed(parts, key, instrument)
    return whole[:HASH_BYTES] if len(parts) == 1 else whole


def _asking(work: Work, community_id: int, choices: ResponseChoices) -> int:
    """Return the asking of the wave to be filled, planned here where there is none yet."""
    instrument = instrument_named(work.session, choices.instrument)
    there = waiting_asking(work.session, community_id, instrument.id, choices.wave)
    if there is not None:
        return there
    plan = WavePlan(choices.wave, choices.invited, choices.minimum_group)
    wave_id = plan_wave(work, community_id, instrument.id, plan)
    return wave_row(work.session, wave_id).asking_id
