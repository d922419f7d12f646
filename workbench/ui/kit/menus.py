"""Menus: items with icon and key, a second line with the effect where one reaches outside."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

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


class KeyedMenu(QMenu):
    """A menu whose items answer to the keys that stand beside them, besides arrows and Enter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFont(look().font())
        self._keyed: list[tuple[QKeySequence, QAction]] = []

    def answer(self, keys: str, action: QAction) -> None:
        """Let keys such as "C", "Del" or "Ctrl E" do what an item does."""
        named = keys.replace("Enter", "Return").replace(" ", "+")
        self._keyed.append((QKeySequence(named), action))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key says; Enter is for the item under the cursor where there is one."""
        action = self._meant(event)
        if action is None:
            super().keyPressEvent(event)
            return
        self.close()
        action.trigger()

    def _meant(self, event: QKeyEvent) -> QAction | None:
        key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
        if key == Qt.Key.Key_Return and self.activeAction() is not None:
            return None
        keypad = Qt.KeyboardModifier.KeypadModifier
        typed = QKeySequence(event.keyCombination().keyboardModifiers() & ~keypad | key)
        usable = (each for each in self._keyed if each[1].isEnabled())
        return next((action for keys, action in usable if keys == typed), None)


def menu_of(items: list[Item], parent: QWidget) -> QMenu:
    """Return a menu; grave items come last, after a hairline, in danger colour."""
    menu = KeyedMenu(parent)
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


def close_menus() -> None:
    """Put away whatever is open beside its window: menus, lists of a choice, a tooltip."""
    QToolTip.hideText()
    while (opened := QApplication.activePopupWidget()) is not None:
        if not opened.close():
            return


def _add(menu: KeyedMenu, item: Item) -> None:
    label = item.label.replace("&", "&&")
    action = QAction(label if not item.effect else f"{label} ({item.effect})", menu)
    if item.icon:
        action.setIcon(icon(item.icon, "danger" if item.grave else "text_2"))
    if item.keys:
        action.setText(f"{action.text()}\t{item.keys}")
        menu.answer(item.keys, action)
    if item.checked is not None:
        action.setCheckable(True)
        action.setChecked(item.checked)
    action.setEnabled(item.enabled)
    action.triggered.connect(lambda _checked=False: item.pressed())
    menu.addAction(action)
