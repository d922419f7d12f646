"""F1: the shortcuts of the page that is shown."""

from PySide6.QtWidgets import QApplication, QWidget

from workbench.ui.app import PAGES
from workbench.ui.kit.text import Text
from workbench.ui.shell.help import open_help


def test_a_page_with_keys_of_its_own_shows_them_and_not_those_of_the_page_above(
    qapp: QApplication,
) -> None:
    over = QWidget()
    specs = {spec.name: spec for spec in PAGES}
    for name, there, elsewhere in (
        ("rooms", "Draw again", "Duplicate the block"),
        ("planner", "Duplicate the block", "Draw again"),
        ("sessions", "Season: paste a list of themes", "Duplicate the block"),
    ):
        dialog = open_help(over, specs[name])
        words = {text.text() for text in dialog.findChildren(Text)}
        assert there in words
        assert elsewhere not in words
        dialog.finish()
