"""The program opens no socket to anywhere: watched by Python's audit hook and by the kernel."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

_WATCH = """
import sys
asked = []
def hook(event, arguments):
    if event.startswith(("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethost",
                         "socket.sendto", "urllib.", "http.client.", "ftplib.", "smtplib.")):
        asked.append((event, arguments))
sys.addaudithook(hook)
from workbench.cli import run
code = run(sys.argv[1:])
outside = [a for a in asked if not (a[0] == "socket.connect" and isinstance(a[1][1], (str, bytes)))]
print("ASKED", outside)
sys.exit(code or bool(outside))
"""


def _environment(home: Path) -> dict[str, str]:
    return os.environ | {"QT_QPA_PLATFORM": "offscreen", "WORKBENCH_HOME": str(home)}


def _traced(trace: Path) -> list[str]:
    """What a command begins with to be watched by the kernel; nothing where that is not let."""
    watched = ["strace", "-f", "-qq", "-e", "trace=socket,connect,sendto", "-o", str(trace)]
    if shutil.which("strace") is None:
        return []
    tried = subprocess.run([*watched, "true"], capture_output=True, check=False)
    return watched if tried.returncode == 0 else []


def test_the_whole_tour_asks_the_network_for_nothing(tmp_path: Path) -> None:
    """Watched by the audit hook, and at the same time by the kernel where it lets itself be asked.

    The tour is long, so it is made once for both.
    """
    trace = tmp_path / "trace"
    done = subprocess.run(
        [*_traced(trace), sys.executable, "-c", _WATCH, "tour", str(tmp_path / "tour")],
        capture_output=True,
        text=True,
        env=_environment(tmp_path / "home"),
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "ASKED []" in done.stdout
    assert list((tmp_path / "tour").glob("*.png"))
    seen = trace.read_text(encoding="utf-8", errors="replace") if trace.exists() else ""
    assert not re.findall(r".*AF_INET.*", seen)
