"""Keys of the Live page: what a key means there, whether a field for text has the focus or not."""

from PySide6.QtCore import Qt

_ANYWHERE = {
    Qt.Key.Key_F5: "pause",
    Qt.Key.Key_F6: "more",
    Qt.Key.Key_F7: "go_on",
    Qt.Key.Key_PageDown: "onward",
    Qt.Key.Key_PageUp: "back",
    Qt.Key.Key_F2: "find",
    Qt.Key.Key_F3: "capture",
}
_OUTSIDE_TEXT = {
    Qt.Key.Key_Space: "pause",
    Qt.Key.Key_M: "more",
    Qt.Key.Key_N: "onward",
    Qt.Key.Key_Right: "onward",
    Qt.Key.Key_Left: "back",
    Qt.Key.Key_B: "blank",
    Qt.Key.Key_Period: "blank",  # what some clickers send for it
}
_DIGITS = tuple(Qt.Key(Qt.Key.Key_0 + number) for number in range(10))
OWN = frozenset({*_ANYWHERE, *_OUTSIDE_TEXT, *_DIGITS})
"""The keys that lists and buttons leave to the page."""


def meant(key: Qt.Key, *, in_text: bool, plain: bool) -> str:
    """Return what a key asks for: "pause", "more", "go_on", "onward", "back", "blank", or nothing.

    A digit asks for that track; F2 and F3 for "find" and "capture". Letters, digits, Space and
    arrows count only outside text and where `plain` holds: without Ctrl, Alt or Meta.
    """
    if key in _ANYWHERE:
        return _ANYWHERE[key]
    if in_text or not plain:
        return ""
    if key in _DIGITS:
        return str(_DIGITS.index(key))
    return _OUTSIDE_TEXT.get(key, "")
