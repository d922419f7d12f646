"""Where the keyboard stood before a page was filled again, and how to go back there."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workbench.ui.communities.parts import Pressable
from workbench.ui.kit.buttons import Button

_EXPLICIT = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


def key_of(widget: QWidget | None) -> str:
    """Return what tells a row or a button from the others of its page; "" for anything else."""
    if isinstance(widget, Pressable):
        return widget.key
    return f"button {widget.label}" if isinstance(widget, Button) else ""


def widget_of(page: QWidget, key: str) -> QWidget | None:
    """Return the row or button with this key, ready to take the focus; None where it is gone.

    Widgets that were hidden, as those are that will be deleted next, do not count.
    """
    candidates = [*page.findChildren(Pressable), *page.findChildren(Button)] if key else []
    for one in candidates:
        chain = [one, *_above(one, page)]
        if key_of(one) == key and not any(map(_put_away, chain)):
            return _shown_now(chain)
    return None


def _above(widget: QWidget, page: QWidget) -> Iterator[QWidget]:
    now = widget.parentWidget()
    while now is not None and now is not page:
        yield now
        now = now.parentWidget()


def _put_away(widget: QWidget) -> bool:
    """Return whether a widget was hidden on purpose, unlike one that was never shown yet."""
    return widget.isHidden() and widget.testAttribute(_EXPLICIT)


def _shown_now(chain: list[QWidget]) -> QWidget:
    """Show from the outside in what Qt would show a moment later: only then focus is taken."""
    for widget in reversed(chain):
        widget.show()
    return chain[0]
