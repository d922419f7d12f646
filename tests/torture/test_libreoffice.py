"""LibreOffice opens an exported roster and shows the same text, formula-like names included."""

import csv
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.reports.test_roster_workbook import ODD, ROW, written


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_with_the_same_text(tmp_path: Path) -> None:
    names = [name for name in ODD if "\n" not in name and "\t" not in name]
    path = written(tmp_path, [replace(ROW, name=name) for name in names])
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to",
         "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1",
         "--outdir", str(tmp_path), str(path)],
        check=True, timeout=180, capture_output=True,
    )  # fmt: skip
    found = next(tmp_path.glob("*.csv"))
    with found.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    assert [row[0] for row in rows[1:]] == names
    assert rows[1][7] == "2026-01-22"
