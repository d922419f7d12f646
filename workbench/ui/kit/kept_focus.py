"""Keeping the keys where they were while a part of a page is built again."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_TAB = Qt.FocusPolicy.TabFocus
_HIDDEN_ON_PURPOSE = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


@dataclass(frozen=True, slots=True)
class FocusPlace:
    """The kind of the control that has the keys, and which one of its kind it is."""

    kind: type[QWidget]
    number: int


def place_of_focus(inside: QWidget) -> FocusPlace | None:
    """Return where the keys are inside a widget, None where they are elsewhere."""
    focused: QWidget | None = inside.window().focusWidget()
    if focused is None or not inside.isAncestorOf(focused):
        return None
    same = _of_kind(inside, type(focused))
    return FocusPlace(type(focused), same.index(focused)) if focused in same else None


def give_focus(inside: QWidget, place: FocusPlace | None) -> None:
    """Give the keys to what took a place; where it was the last of its kind to the one before.

    Where none of its kind is left they go to the first control there is.
    """
    if place is None:
        return
    found = _of_kind(inside, place.kind)
    if found:
        found[min(place.number, len(found) - 1)].setFocus()
        return
    rest = [one for one in _of_kind(inside, QWidget) if one.focusPolicy() & _TAB]
    if rest:
        rest[0].setFocus()


def _of_kind(inside: QWidget, kind: type[QWidget]) -> list[QWidget]:
    """Return the usable controls of exactly this kind, those let go left out."""
    return [
        one
        for one in inside.findChildren(kind)
        if (kind is QWidget or type(one) is kind) and one.isEnabled() and not _gone(one, inside)
    ]


def _gone(one: QWidget, inside: QWidget) -> bool:
    """Whether a control or what it is in was hidden; what is new is shown only by its layout."""
    above: QWidget | None = one
    while above is not None and above is not inside:
        if above.isHidden() and above.testAttribute(_HIDDEN_ON_PURPOSE):
            return True
        above = above.parentWidget()
    return False
