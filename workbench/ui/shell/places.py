"""Where a new workspace may lie: a free name in Documents, and folders that copy files away."""

from pathlib import Path

from workbench.foundation.errors import BadInput
from workbench.foundation.paths import documents_folder

SUFFIX = ".fwb"
_SYNCHRONISERS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box sync": "Box",
    "syncthing": "Syncthing",
    "pcloud": "pCloud",
}


def proposed_file() -> Path:
    """Return a name in Documents that no file has yet."""
    folder = documents_folder()
    for number in range(1, 1000):
        path = folder / f"my communities{f' {number}' if number > 1 else ''}{SUFFIX}"
        if not path.exists():
            break
    return path


def checked_target(text: str) -> Path:
    """Return the file that was typed, ending in .fwb; raises BadInput for none."""
    name = text.strip()
    if not name:
        raise BadInput("The workspace needs a name.", "Type one.", field="file")
    path = Path(name).expanduser()
    if not path.is_absolute():
        path = documents_folder() / path
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def synchronised_by(path: Path) -> str:
    """Return the name of the service that copies this folder elsewhere, or nothing."""
    for part in path.parts[:-1]:
        folded = part.casefold()
        for sign, name in _SYNCHRONISERS.items():
            if folded == sign or folded.startswith((f"{sign} -", f"{sign} (", f"{sign}-")):
                return name
    return ""
