"""About: versions, licence, where this computer keeps what is not the workspace."""

import platform

from PySide6 import __version__ as binding_version

from workbench import __version__
from workbench.foundation.paths import log_folder, settings_folder
from workbench.ui.kit.text import Text
from workbench.ui.settings.rows import SettingCard, SettingRow


class AboutCard(SettingCard):
    """Facts for a question to somebody who helps."""

    def __init__(self) -> None:
        super().__init__("about", "info", "About")
        self.add(SettingRow("Facilitator Workbench", "Free software under the MIT licence.",
                            Text(__version__)))  # fmt: skip
        parts = f"Python {platform.python_version()} · Qt for Python {binding_version}"
        self.add(
            SettingRow("Made with", f"{parts} · SQLCipher · Inter, under the Open Font License")
        )
        self.add(SettingRow("Settings of this computer", str(settings_folder())))
        self.add(SettingRow("Reports of faults", f"{log_folder()}. They are never sent."))
