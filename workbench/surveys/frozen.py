"""Figures sealed at the close of a wave: canonical JSON and its SHA-256, checked when read."""

import hashlib

import msgspec

from workbench.foundation.errors import UserFixable
from workbench.surveys.figures import WaveFigures


def seal(figures: WaveFigures) -> tuple[str, str]:
    """Return the figures as canonical JSON and the SHA-256 of it in hexadecimal."""
    text = msgspec.json.encode(figures, order="deterministic").decode()
    return text, _digest(text)


def unseal(text: str, sha256: str, wave: str) -> WaveFigures:
    """Return sealed figures; raises UserFixable naming the wave where text and seal differ."""
    try:
        figures = msgspec.json.decode(text, type=WaveFigures)
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
