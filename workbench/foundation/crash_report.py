"""What is kept on this computer when the program itself is at fault; it is never sent."""

import platform
import traceback
from datetime import datetime
from pathlib import Path

from workbench import __version__
from workbench.foundation.paths import log_folder

_KEPT = 20


def keep_report(error: BaseException, at: datetime) -> Path:
    """Write a report of the fault into the log folder and return its path; old ones are thinned.

    Only the places in the code are written, never the values: they could be answers or names.
    """
    folder = log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    report = folder / f"fault {at:%Y-%m-%d %H-%M-%S}.txt"
    report.write_text(report_text(error), encoding="utf-8")
    for old in sorted(folder.glob("fault *.txt"))[:-_KEPT]:
        old.unlink(missing_ok=True)
    return report


def report_text(error: BaseException) -> str:
    """Return the fault as text: versions, kind of error, and the chain of places in the code."""
    lines = [
        f"Facilitator Workbench {__version__}",
        f"Python {platform.python_version()} on {platform.system()} {platform.release()}",
    ]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(seen.__traceback__)
        ]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines) + "\n"
