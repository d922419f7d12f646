"""From the start of the process to Home painted, beside a bare Qt window with a table."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from workbench.imports.sample import make_sample

SCRIPT = Path(__file__).with_name("start_window.py")
ROOT = Path(__file__).parents[2]


def run(home: Path, *arguments: str) -> None:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "WORKBENCH_HOME": str(home),
        "PYTHONPATH": str(ROOT),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody compiles at every start
    subprocess.run([sys.executable, str(SCRIPT), *arguments], check=True, env=environment)


@pytest.mark.benchmark(group="start to painted window")
def test_floor_bare_window(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    benchmark.pedantic(run, (tmp_path, "bare"), rounds=5, warmup_rounds=1)


@pytest.mark.benchmark(group="start to painted window")
def test_home(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    path = tmp_path / "bridges.fwb"
    make_sample(path)
    benchmark.pedantic(run, (tmp_path, "home", str(path)), rounds=5, warmup_rounds=1)
