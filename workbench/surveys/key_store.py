"""Keys that must never lie in a workspace: one small file for each, on this computer alone.

Backups, copies and whoever gets the workspace file get none of them. Destroying a key makes what
was hashed or sealed with it useless for good.
"""

import os
import re
import secrets
from pathlib import Path

from workbench.foundation.atomic_file import cannot_save, replacing
from workbench.foundation.errors import NotFound, UnreadableFile
from workbench.foundation.paths import keys_folder

KEY_BYTES = 32
_NAME = re.compile(r"[0-9a-f]{32}")


class KeyStore:
    """The keys of this computer; `folder` is for tests."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def key(self, name: str) -> bytes | None:
        """Return the key of this name (32 hexadecimal digits), None where it is not here.

        Raises UnreadableFile where it is here and cannot be read: a new one must not replace it.
        """
        path = self._path(name)
        try:
            kept = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise UnreadableFile(
                "A key on this computer cannot be read.", "Allow reading the folder of keys."
            ) from error
        return kept if len(kept) == KEY_BYTES and any(kept) else None

    def make(self, name: str) -> bytes:
        """Return the key of this name, a new one where there is none; raises CannotSave."""
        kept = self.key(name)
        if kept is not None:
            return kept
        made = secrets.token_bytes(KEY_BYTES)
        path = self._path(name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise cannot_save(path, error) from error
        with replacing(path, private=True) as beside:
            beside.write_bytes(made)
        return made

    def destroy(self, name: str) -> None:
        """Overwrite and remove the key of this name, if it is here; raises CannotSave."""
        path = self._path(name)
        try:
            with path.open("r+b") as file:
                file.write(bytes(KEY_BYTES))
                file.flush()
                os.fsync(file.fileno())
            path.unlink()
        except FileNotFoundError:
            return
        except OSError as error:
            raise cannot_save(path, error) from error

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise NotFound("This key has no proper name.", "Open the workspace again.")
        return (self._folder or keys_folder()) / f"{name}.key"
