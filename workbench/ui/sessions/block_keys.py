"""The keys of the agenda in the planner, by what they do; menus name the same keys."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from workbench.ui.sessions.block_commands import BlockCommands
from workbench.ui.sessions.pre_work_cards import PreWorkCards
from workbench.ui.sessions.track_commands import TrackCommands

Press = tuple[Qt.Key, Qt.KeyboardModifier]
Keys = Mapping[Press, Callable[[], object]]
_PLAIN = Qt.KeyboardModifier.NoModifier
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def list_keys(blocks: BlockCommands) -> Keys:
    """Return what arrows, Enter, Delete and Ctrl+D do."""
    key = Qt.Key
    return {
        (key.Key_Up, _PLAIN): lambda: blocks.step(-1),
        (key.Key_Down, _PLAIN): lambda: blocks.step(1),
        (key.Key_Left, _PLAIN): lambda: blocks.step_beside(-1),
        (key.Key_Right, _PLAIN): lambda: blocks.step_beside(1),
        (key.Key_Home, _PLAIN): lambda: blocks.select_end(last=False),
        (key.Key_End, _PLAIN): lambda: blocks.select_end(last=True),
        (key.Key_Up, _ALT): lambda: blocks.move(-1),
        (key.Key_Down, _ALT): lambda: blocks.move(1),
        (key.Key_Left, _ALT): lambda: blocks.move_beside(-1),
        (key.Key_Right, _ALT): lambda: blocks.move_beside(1),
        (key.Key_D, _CTRL): blocks.duplicate,
        (key.Key_Return, _PLAIN): blocks.edit,
        (key.Key_Enter, _PLAIN): blocks.edit,
        (key.Key_F2, _PLAIN): blocks.edit,
        (key.Key_Delete, _PLAIN): blocks.delete,
    }


def sign_keys(blocks: BlockCommands, tracks: TrackCommands, before: PreWorkCards) -> Keys:
    """Return what signs and letters do; they hold only while the list has the focus."""
    key = Qt.Key
    return {
        **dict.fromkeys(_either(key.Key_Plus, key.Key_Equal), lambda: blocks.longer(1)),
        **dict.fromkeys(_either(key.Key_Minus, key.Key_Underscore), lambda: blocks.longer(-1)),
        (key.Key_B, _PLAIN): blocks.add,
        (key.Key_L, _PLAIN): blocks.lock,
        (key.Key_S, _PLAIN): blocks.split,
        (key.Key_S, _SHIFT): blocks.ask_split,
        (key.Key_J, _PLAIN): blocks.merge,
        (key.Key_T, _PLAIN): tracks.begin_or_add,
        (key.Key_P, _PLAIN): before.add_wanted.emit,
    }


def pressed(event: QKeyEvent) -> Press:
    """Return the key and what is held with it; the number pad counts like the other keys."""
    return Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def _either(*keys: Qt.Key) -> list[Press]:
    return [(key, held) for key in keys for held in (_PLAIN, _SHIFT)]
