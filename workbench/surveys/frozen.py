"""Figures sealed at the close of a wave: canonical JSON and its SHA-256, checked when read."""

import hashlib
from typing import TypeVar

import msgspec

from workbench.foundation.errors import UserFixable
from workbench.surveys.figures import WaveFigures
from workbench.surveys.growth import Growth
from workbench.surveys.linked_change import LinkedChange

_T = TypeVar("_T")


def seal(figures: WaveFigures | LinkedChange | Growth) -> tuple[str, str]:
    """Return the figures as canonical JSON and the SHA-256 of it in hexadecimal."""
    text = msgspec.json.encode(figures, order="deterministic").decode()
    return text, _digest(text)


def unseal(text: str, sha256: str, wave: str) -> WaveFigures:
    """Return sealed figures; raises UserFixable naming the wave where text and seal differ."""
    return _unsealed(text, sha256, wave, WaveFigures)


def unseal_change(text: str, sha256: str, wave: str) -> LinkedChange:
    """Return the sealed change since another wave; raises as `unseal` does."""
    return _unsealed(text, sha256, wave, LinkedChange)


def unseal_growth(text: str, sha256: str, wave: str) -> Growth:
    """Return the sealed growth of the same people; raises as `unseal` does."""
    return _unsealed(text, sha256, wave, Growth)


def _unsealed(text: str, sha256: str, wave: str, kind: type[_T]) -> _T:
    try:
        figures = msgspec.json.decode(text, type=kind)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise _broken(wave) from error
    if _digest(text) != sha256:
        raise _broken(wave)
    return figures


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _broken(wave: str) -> UserFixable:
    return UserFixable(
        "These figures cannot be trusted",
        f"The figures of the wave {wave} are not the ones that were frozen when it closed.",
        "Restore the workspace from a backup made before.",
    )
