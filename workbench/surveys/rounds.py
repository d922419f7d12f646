"""Ending a round: its answers are stored together, kept sealed until there are more, or forgotten.

A round is stored only where every wave of the asking gets none or at least the smallest group of
sheets: otherwise two copies of the file, one from before and one from after, would tell about few.
"""

from collections.abc import Sequence
from enum import StrEnum

from workbench.foundation.words import Means
from workbench.storage.workspace import Workspace
from workbench.surveys.answer_actions import drop_sealed, seal_round, store_round
from workbench.surveys.answer_queries import sealed_box
from workbench.surveys.answers import Form, Round, as_round, joined
from workbench.surveys.asking_queries import form_of
from workbench.surveys.asking_rules import AskedForm
from workbench.surveys.key_store import KeyStore
from workbench.surveys.linking import hashed
from workbench.surveys.sealing import key_name, sealed, unsealed


class RoundEnd(StrEnum):
    """What came of a round."""

    STORED = "stored"
    TOO_FEW = "too few to be stored"
    EMPTY = "nobody answered"


def end_round(
    workspace: Workspace, asking_id: int, forms: Sequence[Form], means: Means, keys: KeyStore
) -> RoundEnd:
    """Store the forms with what waits sealed, or nothing at all where that is still too few.

    What waited for a wave that has closed or gone meanwhile is late, and left out.

    Raises BadInput as `store_round` does, UserFixable where the sealed box cannot be opened.
    """
    asked = workspace.read(form_of, asking_id)
    new = _round(asked, forms, means, keys)
    if not any(new.sizes()):
        return RoundEnd.EMPTY
    box = workspace.read(sealed_box, asking_id)
    answered = _with_sealed(box, new, keys).of_waves([block.wave_id for block in asked.blocks])
    if any(0 < size < asked.minimum_group for size in answered.sizes()):
        return RoundEnd.TOO_FEW
    workspace.perform(store_round, asking_id, answered)
    _destroy_key(box, keys)
    return RoundEnd.STORED


def keep_sealed(
    workspace: Workspace, asking_id: int, forms: Sequence[Form], means: Means, keys: KeyStore
) -> None:
    """Keep the forms with what waits sealed already, until a later round brings enough of them.

    Raises UserFixable where what waits cannot be opened here, CannotSave where no key can be kept.
    """
    asked = workspace.read(form_of, asking_id)
    waits = workspace.read(sealed_box, asking_id)
    answered = _with_sealed(waits, _round(asked, forms, means, keys), keys)
    workspace.perform(seal_round, asking_id, sealed(answered, keys))
    _destroy_key(waits, keys)


def forget_sealed(workspace: Workspace, asking_id: int, keys: KeyStore) -> None:
    """Discard what waits sealed for an asking, and the key that would open it."""
    box = workspace.read(sealed_box, asking_id)
    workspace.perform(drop_sealed, asking_id)
    _destroy_key(box, keys)


def _round(asked: AskedForm, forms: Sequence[Form], means: Means, keys: KeyStore) -> Round:
    kept = [form for form in forms if not form.empty]
    waves = [block.wave_id for block in asked.blocks]
    if not asked.code_parts:
        return as_round(kept, waves, means)
    key = keys.make(asked.key_name)
    links = [
        [hashed(form.code, key, block.instrument.id) for block in asked.blocks] for form in kept
    ]
    return as_round(kept, waves, means, links)


def _with_sealed(box: bytes | None, new: Round, keys: KeyStore) -> Round:
    return new if box is None else joined(unsealed(box, keys), new)


def _destroy_key(box: bytes | None, keys: KeyStore) -> None:
    if box is not None:
        keys.destroy(key_name(box))
