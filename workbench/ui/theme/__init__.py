"""Design tokens as palette, style sheet, fonts and icons."""

from workbench.ui.theme.fonts import load_fonts
from workbench.ui.theme.icons import icon, paint_icon, pixmap
from workbench.ui.theme.look import Look, look, look_for, looks, made_look
from workbench.ui.theme.style import apply_look

__all__ = [
    "Look",
    "apply_look",
    "icon",
    "load_fonts",
    "look",
    "look_for",
    "looks",
    "made_look",
    "paint_icon",
    "pixmap",
]
