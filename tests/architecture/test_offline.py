"""The program opens no socket to anywhere: watched by Python's audit hook and by the kernel."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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


def test_the_whole_tour_asks_the_network_for_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WATCH, "tour", str(tmp_path / "tour")],
        capture_output=True,
        text=True,
        env=_environment(tmp_path / "home"),
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "ASKED []" in done.stdout
    assert list((tmp_path / "tour").glob("*.png"))


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_the_kernel_sees_no_internet_socket(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    watched = ["strace", "-f", "-qq", "-e", "trace=socket,connect,sendto", "-o", str(trace)]
    try:
        subprocess.run([*watched, "true"], check=True, capture_output=True)
    except subprocess.CalledProcessError:
        pytest.skip("this machine does not let a process be traced")
    done = subprocess.run(
        [*watched, sys.executable, "-m", "workbench", "tour", str(tmp_path / "tour")],
        capture_output=True,
        text=True,
        env=_environment(tmp_path / "home"),
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not re.findall(r".*AF_INET.*", trace.read_text(encoding="utf-8", errors="replace"))
