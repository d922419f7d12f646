"""Privacy and protection: what protects the file, when it locks, what is never done."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.foundation.settings import Settings
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Chip
from workbench.ui.kit.inputs import Choice, LineInput
from workbench.ui.settings.passphrase_dialog import Wish
from workbench.ui.settings.rows import SettingCard, SettingRow

_MINUTES = ((5, "5 min"), (10, "10 min"), (20, "20 min"), (30, "30 min"), (0, "only on sleep"))


class PrivacyCard(SettingCard):
    """The switches have an effect each; what has none is said as a fact."""

    def __init__(
        self,
        settings: Settings,
        smallest: SettingRow,
        *,
        protected: bool,
        keep: Callable[[], None],
        ask: Callable[[Wish], None],
    ) -> None:
        super().__init__("privacy", "shield", "Privacy and protection")
        self._settings, self._keep = settings, keep
        if protected:
            self.add(SettingRow(
                "Encrypted with your passphrase",
                "Without it this file is unreadable, also on a stolen laptop.",
                Chip("on", "good", "check"),
            ))  # fmt: skip
            self.add(SettingRow(
                "Passphrase",
                "It is asked for first, and a backup is made before anything changes.",
                _beside(
                    Button("Change", partial(ask, Wish.CHANGE), size="small"),
                    Button("Remove", partial(ask, Wish.REMOVE), kind="ghost", size="small"),
                ),
            ))  # fmt: skip
            self._add_lock()
        else:
            self.add(SettingRow(
                "Not protected",
                "Whoever has this file can read it.",
                Chip("off", "warn", "warning"),
            ))  # fmt: skip
            self.add(SettingRow(
                "Passphrase",
                "With one the file is encrypted, and opens only for who knows it.",
                Button("Add a passphrase", partial(ask, Wish.ADD), icon="lock", size="small"),
            ))  # fmt: skip
        self.add(smallest)
        self.add(SettingRow(
            "Use the network", "There is no such switch: this program never connects.",
            Chip("never", "good", "check"),
        ))  # fmt: skip

    def _add_lock(self) -> None:
        minutes = Choice([(str(number), words) for number, words in _MINUTES],
                         str(self._settings.lock_after_minutes))  # fmt: skip
        minutes.picked.connect(self._set_minutes)
        self.add(SettingRow(
            "Lock when I leave", "After these idle minutes, on sleep and when the lid closes.",
            minutes,
        ))  # fmt: skip

    def _set_minutes(self, key: str) -> None:
        self._settings.lock_after_minutes = int(key or 0)
        self._keep()


def _beside(*buttons: Button) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    return holder


class YouCard(SettingCard):
    """Who runs the communities of this file; `keep(name)` writes it."""

    def __init__(self, name: str, keep: Callable[[str], None]) -> None:
        super().__init__("you", "person", "You")
        self._kept = name
        self._keep = keep
        self.name = LineInput(name, "Your name")
        self.name.setFixedWidth(220)
        self.name.editingFinished.connect(self._finished)
        self.add(SettingRow(
            "Your name", "Greets you, and stands on the brief as who prepared it.", self.name
        ))  # fmt: skip

    def _finished(self) -> None:
        typed = self.name.text().strip()
        if typed != self._kept:
            self._kept = typed
            self._keep(typed)
