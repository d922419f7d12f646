"""How this computer likes the program: theme, text size, recent files; nothing of a workspace."""

from pathlib import Path
from typing import Literal

import msgspec

from workbench.foundation.atomic_file import write_bytes
from workbench.foundation.paths import settings_folder

Theme = Literal["system", "light", "dark"]


class Settings(msgspec.Struct, kw_only=True, forbid_unknown_fields=False):
    """The settings of one computer, with what a first start begins with."""

    theme: Theme = "system"
    text_scale: float = 1.0
    less_motion: bool = False
    single_letter_keys: bool = True
    lock_after_minutes: int = 10
    last_workspace: str = ""
    recent_workspaces: list[str] = []
    second_backup_folder: str = ""
    paper: str = ""


def settings_file() -> Path:
    """Return the path of the settings file."""
    return settings_folder() / "settings.toml"


def load_settings() -> Settings:
    """Return this computer's settings; a missing or damaged file gives those of a first start."""
    try:
        return msgspec.toml.decode(settings_file().read_bytes(), type=Settings)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return Settings()


def save_settings(settings: Settings) -> None:
    """Keep the settings; raises CannotSave."""
    settings_folder().mkdir(parents=True, exist_ok=True)
    write_bytes(settings_file(), _as_toml(settings))


def _as_toml(settings: Settings) -> bytes:
    lines = [
        f"{name} = {msgspec.json.encode(value).decode()}"
        for name, value in msgspec.to_builtins(settings).items()
    ]
    return ("\n".join(lines) + "\n").encode()
