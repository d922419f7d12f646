"""Where the program keeps what is not the workspace: settings, logs, caches of this computer."""

import os
from pathlib import Path

import platformdirs

_NAME = "facilitator-workbench"


def _folder(kind: str, default: Path) -> Path:
    home = os.environ.get("WORKBENCH_HOME")
    return Path(home) / kind if home else default


def settings_folder() -> Path:
    """Return the folder of this computer's settings (WORKBENCH_HOME moves it, for tests)."""
    return _folder("settings", platformdirs.user_config_path(_NAME, appauthor=False))


def log_folder() -> Path:
    """Return the folder of logs and crash reports, which never leave this computer."""
    return _folder("logs", platformdirs.user_log_path(_NAME, appauthor=False))


def cache_folder() -> Path:
    """Return the folder for what can be made again, such as the chart library's font list."""
    return _folder("cache", platformdirs.user_cache_path(_NAME, appauthor=False))


def keys_folder() -> Path:
    """Return the folder of keys that must never lie in a workspace or in its backups."""
    return _folder("keys", platformdirs.user_data_path(_NAME, appauthor=False) / "keys")


def documents_folder() -> Path:
    """Return where new workspaces are proposed."""
    return _folder("documents", platformdirs.user_documents_path())
