"""Ending a round: its answers are stored together, kept sealed until there are more, or forgotten.

A wave of the asking takes in none or at least the smallest group of sheets: otherwise two copies of
the file, one from before and one from after, would tell about few. What reaches it is stored; what
does not is kept sealed or discarded, as the people decide.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
    SOME_TOO_FEW = "some questionnaires have too few to be stored"
    TOO_FEW = "too few to be stored"
    EMPTY = "nobody answered"


class TheFew(StrEnum):
    """What becomes of a questionnaire that too few answered, while others reach the minimum."""

    ASK = "ask"
    SEAL = "keep sealed"
    DISCARD = "discard"


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided for a round: the corrected number invited, and what becomes of the few."""

    invited: int | None = None
    the_few: TheFew = TheFew.ASK


_UNDECIDED = Decided()


@dataclass(frozen=True, slots=True)
class Ended:
    """What came of a round, and the titles of the questionnaires that too few answered."""

    what: RoundEnd
    too_few: tuple[str, ...] = ()


def end_round(
    workspace: Workspace,
    asking_id: int,
    forms: Sequence[Form],
    means: Means,
    keys: KeyStore,
    decided: Decided = _UNDECIDED,
) -> Ended:
    """Store the forms with what waits sealed, or nothing at all where somebody must decide first.

    What waited for a wave that has closed or gone meanwhile is late, and left out. Of a
    questionnaire that too few answered, what waited before stays sealed even where the new ones
    are discarded.

    Raises MoreThanInvited and BadInput as `store_round` does, UserFixable where the sealed box
    cannot be opened.
    """
    asked = workspace.read(form_of, asking_id)
    new = _round(asked, forms, means, keys)
    if not any(new.sizes()):
        return Ended(RoundEnd.EMPTY)
    box = workspace.read(sealed_box, asking_id)
    waits = Round({}) if box is None else unsealed(box, keys)
    answered = joined(waits, new).of_waves([block.wave_id for block in asked.blocks])
    few = [wave for wave, many in answered.many().items() if 0 < many < asked.minimum_group]
    titles = tuple(one.instrument.title for one in asked.blocks if one.wave_id in few)
    enough = answered.of_waves(answered.sheets.keys() - few)
    if not any(enough.sizes()):
        return Ended(RoundEnd.TOO_FEW, titles)
    if few and decided.the_few is TheFew.ASK:
        return Ended(RoundEnd.SOME_TOO_FEW, titles)
    left = (answered if decided.the_few is TheFew.SEAL else waits).of_waves(few)
    _store(workspace, asking_id, enough, replace(left, comments=()), decided.invited, keys)
    _destroy_key(box, keys)
    return Ended(RoundEnd.STORED, titles)


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


def _store(
    workspace: Workspace,
    asking_id: int,
    enough: Round,
    left: Round,
    invited: int | None,
    keys: KeyStore,
) -> None:
    """Store what is enough and seal what is left in one step, or leave everything as it was."""
    box = sealed(left, keys) if any(left.sizes()) else b""
    try:
        workspace.perform(store_round, asking_id, enough, invited=invited, box=box)
    except BaseException:
        _destroy_key(box or None, keys)  # no key outlives its box
        raise


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
