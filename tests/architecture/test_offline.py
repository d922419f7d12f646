"""The program opens no socket to anywhere: Python's own audit hook watches every one."""

import os
import subprocess
import sys
from pathlib import Path

_WATCH = """
import sys
seen = []
def hook(event, args):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname",
                 "socket.sendto", "urllib.Request", "http.client.connect"):
        seen.append((event, args))
sys.addaudithook(hook)
from workbench.cli import run
code = run(sys.argv[1:])
internet = [s for s in seen if not (s[0] == "socket.connect" and isinstance(s[1][1], (str, bytes)))]
print("SOCKETS", internet)
sys.exit(code or bool(internet))
"""


def test_the_whole_tour_asks_the_network_for_nothing(tmp_path: Path) -> None:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "WORKBENCH_HOME": str(tmp_path / "home"),
    }
    done = subprocess.run(
        [sys.executable, "-c", _WATCH, "tour", str(tmp_path / "tour")],
        capture_output=True,
        text=True,
        env=environment,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "SOCKETS []" in done.stdout
    assert list((tmp_path / "tour").glob("*.png"))
