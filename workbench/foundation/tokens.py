"""The design tokens of resources/themes/tokens.toml: one source for screens, charts and prints."""

from functools import cache
from typing import Literal

import msgspec

from workbench.foundation.assets import asset

ThemeName = Literal["light", "dark"]


class ChartColours(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The colours of charts in one theme, as #RRGGBB; each measure keeps its own."""

    bg: str
    grid: str
    axis: str
    tick: str
    safety: str
    safety_band: str
    loneliness: str
    loneliness_band: str
    attendance: str
    contributions: str
    business: str
    limit: str
    signal: str
    event: str
    previous: str


class Palette(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The colours of one theme as #RRGGBB; `category` and `category_tint` go from c1 to c6."""

    window: str
    surface: str
    sunken: str
    raised: str
    hover: str
    selected: str
    border: str
    border_strong: str
    border_control: str
    text: str
    text_2: str
    text_3: str
    text_disabled: str
    accent: str
    accent_hover: str
    accent_text: str
    on_accent: str
    focus: str
    info: str
    info_bg: str
    warn: str
    warn_bg: str
    warn_mark: str
    danger: str
    danger_bg: str
    good: str
    good_bg: str
    scrim: str
    scrim_alpha: float
    chart: ChartColours
    category: dict[str, str]
    category_tint: dict[str, str]


class TextRole(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One role of type: size and line height in pixels at 100 %, weight from 400 to 600."""

    size: int
    line: int
    weight: int


class FontTokens(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Typefaces in order of preference, and the features that are always on."""

    ui: list[str]
    mono: list[str]
    features: list[str]


class MotionTokens(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How long things move, in milliseconds, and along which curve."""

    fast_ms: int
    base_ms: int
    slow_ms: int
    toast_ms: int
    easing: str


class Tokens(msgspec.Struct, frozen=True):
    """Everything the design fixes in numbers; sizes, spaces and radii in pixels at 100 %."""

    font: FontTokens
    type: dict[str, TextRole]
    space: dict[str, int]
    size: dict[str, int]
    radius: dict[str, int]
    motion: MotionTokens
    light: Palette
    dark: Palette

    def palette(self, theme: ThemeName) -> Palette:
        """Return the colours of the theme asked for."""
        return self.dark if theme == "dark" else self.light


@cache
def tokens() -> Tokens:
    """Return the design tokens, read once; a damaged file raises msgspec.ValidationError."""
    return msgspec.toml.decode(asset("themes", "tokens.toml").read_bytes(), type=Tokens)
