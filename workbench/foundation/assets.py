"""Where the files that come with the program lie: instruments, templates, themes, the sample."""

import sys
from pathlib import Path


def resources() -> Path:
    """Return the folder `resources`, beside the package or inside a packaged program."""
    frozen = getattr(sys, "_MEIPASS", None)
    base = Path(frozen) if frozen else Path(__file__).resolve().parents[2]
    return base / "resources"


def asset(*parts: str) -> Path:
    """Return the path of one resource, such as asset("themes", "tokens.toml")."""
    return resources().joinpath(*parts)
