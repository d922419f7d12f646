"""How the program looks right now: colours, type and sizes of one theme at one text size."""

from dataclasses import dataclass, field
from functools import cached_property

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication

from workbench.foundation.settings import Settings
from workbench.foundation.tokens import Palette, TextRole, tokens

SMALLEST_SCALE = 0.9
LARGEST_SCALE = 2.0

_OWN_ROLES = {
    "label": TextRole(size=13, line=20, weight=500),
    "caption_label": TextRole(size=12, line=16, weight=500),
    "caption_strong": TextRole(size=12, line=16, weight=600),
    "figure": TextRole(size=22, line=28, weight=600),
    "intro": TextRole(size=17, line=26, weight=400),
    "brand": TextRole(size=17, line=24, weight=600),
    "lead_strong": TextRole(size=15, line=22, weight=600),
    "large_title": TextRole(size=32, line=40, weight=600),
    "hero": TextRole(size=40, line=48, weight=600),
}
_TINTS = ("hover", "selected", "good_bg", "warn_bg", "danger_bg", "info_bg", "sunken", "window")
_LINES = ("border", "border_strong", "border_control")
_GREYS = ("text_2", "text_3")


@dataclass(frozen=True)
class Look:
    """One theme at one text size; `px` gives whole pixels for sizes that grow with the text."""

    palette: Palette
    dark: bool = False
    contrast: bool = False
    scale: float = 1.0
    still: bool = False
    _fonts: dict[str, QFont] = field(default_factory=dict, compare=False, repr=False)

    def px(self, size: float) -> int:
        """Return `size` pixels at 100 % as pixels at this text size."""
        return round(size * self.scale)

    def colour(self, token: str) -> QColor:
        """Return the colour of a token such as "text_2"; an unknown one raises AttributeError."""
        return QColor(getattr(self.palette, token))

    def chart(self, token: str) -> QColor:
        """Return a colour of the charts such as "safety"."""
        return QColor(getattr(self.palette.chart, token))

    def category(self, place: int | None) -> QColor:
        """Return the fill of category `place` from 0; None and from the seventh on, neutral."""
        key = self._category_key(place)
        return QColor(self.palette.category[key]) if key else self.colour("border_control")

    def tint(self, place: int | None) -> QColor:
        """Return the background tint of category `place` from 0, neutral from the seventh on."""
        key = self._category_key(place)
        if self.contrast or not key:
            return self.colour("hover")
        return QColor(self.palette.category_tint[key])

    def font(self, role: str = "body") -> QFont:
        """Return the font of a role of type, at this text size, with figures that line up."""
        if role not in self._fonts:
            self._fonts[role] = self._made_font(role)
        return QFont(self._fonts[role])

    def line(self, role: str = "body") -> int:
        """Return the line height of a role of type in pixels."""
        return self.px(self.role(role).line)

    @staticmethod
    def role(name: str) -> TextRole:
        """Return size, line and weight of a role of type at 100 %."""
        return _OWN_ROLES.get(name) or tokens().type[name]

    @cached_property
    def motion(self) -> dict[str, int]:
        """Durations in milliseconds by name: fast, base, slow; all 0 where motion is unwanted."""
        times = tokens().motion
        moving = {"fast": times.fast_ms, "base": times.base_ms, "slow": times.slow_ms}
        return dict.fromkeys(moving, 0) if self.still else moving

    @staticmethod
    def _category_key(place: int | None) -> str:
        return f"c{place + 1}" if place is not None and 0 <= place < 6 else ""

    def _made_font(self, role: str) -> QFont:
        wanted = self.role(role)
        font = QFont(tokens().font.ui)
        font.setPixelSize(max(1, self.px(wanted.size)))
        font.setWeight(QFont.Weight(min(wanted.weight, 600)))
        font.setVariableAxis(QFont.Tag("wght"), wanted.weight)
        font.setVariableAxis(QFont.Tag("opsz"), min(32, max(14, wanted.size * self.scale)))
        for feature in tokens().font.features:
            font.setFeature(QFont.Tag(feature), 1)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


class _Holder(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.now = Look(tokens().light)


_holder: list[_Holder] = []


def looks() -> _Holder:
    """Return the one object whose signal `changed` tells that theme or text size changed."""
    if not _holder:
        _holder.append(_Holder())
    return _holder[0]


def look() -> Look:
    """Return how the program looks right now."""
    return looks().now


def made_look(
    *, dark: bool = False, contrast: bool = False, scale: float = 1.0, still: bool = False
) -> Look:
    """Return a look from the tokens; `scale` is held between 90 and 200 %."""
    palette = tokens().dark if dark else tokens().light
    if contrast:
        palette = _in_high_contrast(palette)
    held = min(LARGEST_SCALE, max(SMALLEST_SCALE, scale))
    return Look(palette, dark=dark, contrast=contrast, scale=held, still=still)


def look_for(settings: Settings) -> Look:
    """Return the look this computer asks for; "system" follows its light, dark and contrast."""
    hints = QGuiApplication.styleHints()
    dark = settings.theme == "dark" or (
        settings.theme == "system" and hints.colorScheme() == Qt.ColorScheme.Dark
    )
    return made_look(
        dark=dark,
        contrast=hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast,
        scale=settings.text_scale,
        still=settings.less_motion,
    )


def _in_high_contrast(palette: Palette) -> Palette:
    """Return the palette with lines as strong as text and without tints."""
    changes = dict.fromkeys(_TINTS, palette.surface)
    changes |= dict.fromkeys(_LINES + _GREYS, palette.text)
    return msgspec.structs.replace(palette, **changes)
