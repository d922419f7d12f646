"""The typeface that comes with the program."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase


def load_fonts() -> None:
    """Make Inter known to Qt; without it the system's DejaVu Sans or sans-serif stands in."""
    import fontpkg_inter

    folder = Path(fontpkg_inter.__file__).parent / "files"
    for file in sorted(folder.glob("Inter[[]*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
