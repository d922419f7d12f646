"""Starts a window, waits until it is painted, and ends: `bare`, or `home FILE` for the program."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTableWidget, QWidget


def painted(window: QWidget) -> None:
    window.grab()
    QApplication.exit(0)


def bare() -> int:
    app = QApplication(sys.argv[:1])
    table = QTableWidget(48, 7)
    table.resize(1440, 900)
    table.show()
    QTimer.singleShot(0, lambda: painted(table))
    return app.exec()


def home(path: Path) -> int:
    from workbench.foundation.collector import search_rarely, spare_what_stays

    search_rarely()
    from workbench.foundation.settings import load_settings
    from workbench.ui.app import make_program
    from workbench.ui.theme import apply_look, load_fonts, look_for

    app = QApplication(sys.argv[:1])
    settings = load_settings()
    load_fonts()
    apply_look(app, look_for(settings))
    program, lanes = make_program(app, settings)
    program.shell.resize(1440, 900)
    program.shell.show()
    program.entrance.start(path)
    deadline = time.monotonic() + 30

    def look() -> None:
        page = program.shell.page
        if page is not None and page.name == "home" and page.settled():
            watch.stop()
            painted(program.shell)
        elif time.monotonic() > deadline:
            QApplication.exit(1)

    watch = QTimer()
    watch.timeout.connect(look)
    watch.start(4)
    code = app.exec()
    for lane in lanes:
        lane.close()
    spare_what_stays()
    return code


if __name__ == "__main__":
    sys.exit(bare() if sys.argv[1] == "bare" else home(Path(sys.argv[2])))
