"""Running `workbench` as people do, and what every refusal must look like."""

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from workbench.cli import run

CHECKOUT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return msgspec.json.decode(self.out)


def command(*arguments: object) -> Outcome:
    """Run a command inside this process, for speed."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run([str(argument) for argument in arguments])
    return Outcome(code, out.getvalue(), err.getvalue())


def program(*arguments: object, **environment: str) -> Outcome:
    """Run a command as a program of its own."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "workbench", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        cwd=CHECKOUT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        timeout=120,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def succeeded(*arguments: object) -> Outcome:
    """Run a command that must do its work without a word on standard error."""
    outcome = command(*arguments)
    assert (outcome.code, outcome.err) == (0, ""), outcome
    return outcome


def refused(outcome: Outcome) -> str:
    """Return the one plain sentence of a refusal, after looking at its form."""
    assert outcome.code == 2, outcome
    sentence = outcome.err.rstrip("\n")
    assert sentence, outcome
    assert "\n" not in sentence, sentence
    assert sentence.endswith((".", "?", "FILE", "--help")), sentence
    for foreign in ("Traceback", "Error", "sqlite", "None", "Exception", "0x", "<"):
        assert foreign not in sentence, sentence
    return sentence
