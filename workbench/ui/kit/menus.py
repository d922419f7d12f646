"""Menus: items with icon and key, a second line with the effect where one reaches outside."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from workbench.ui.theme import icon, look


@dataclass(frozen=True, slots=True)
class Item:
    """One thing a menu offers; `effect` says what happens outside or cannot be undone."""

    label: str
    pressed: Callable[[], object]
    icon: str = ""
    keys: str = ""
    effect: str = ""
    checked: bool | None = None
    enabled: bool = True
    grave: bool = False


def menu_of(items: list[Item], parent: QWidget) -> QMenu:
    """Return a menu; grave items come last, after a hairline, in danger colour."""
    menu = QMenu(parent)
    menu.setFont(look().font())
    for item in [each for each in items if not each.grave]:
        _add(menu, item)
    grave = [each for each in items if each.grave]
    if grave and len(grave) < len(items):
        menu.addSeparator()
    for item in grave:
        _add(menu, item)
    return menu


def pop_up(items: list[Item], below: QWidget, *, right: bool = False) -> None:
    """Show a menu below a widget, its right edges together if `right`; it is gone afterwards."""
    menu = menu_of(items, below)
    left = below.width() - menu.sizeHint().width() if right else 0
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(below.mapToGlobal(QPoint(left, below.height() + 4)))


def _add(menu: QMenu, item: Item) -> None:
    label = item.label.replace("&", "&&")
    action = QAction(label if not item.effect else f"{label} ({item.effect})", menu)
    if item.icon:
        action.setIcon(icon(item.icon, "danger" if item.grave else "text_2"))
    if item.keys:
        action.setText(f"{action.text()}\t{item.keys}")
    if item.checked is not None:
        action.setCheckable(True)
        action.setChecked(item.checked)
    action.setEnabled(item.enabled)
    action.triggered.connect(lambda _checked=False: item.pressed())
    menu.addAction(action)
