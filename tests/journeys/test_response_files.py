"""Survey answers come in without their owners, and results go out as the science says."""

import csv
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.commands import CHECKOUT, command, refused, succeeded

BRIDGES = ("--community", "Bridges")
QUALTRICS = CHECKOUT.parent / "shared" / "data" / "qualtrics" / "ucla3_djg11_two_moments.csv"
SAMPLE = CHECKOUT / "resources" / "sample"


def take(path: Path, source: Path, wave: str, closed_on: str, *options: str) -> Any:
    return succeeded(
        "import", "responses", path, source, *BRIDGES, "--instrument", "ucla-3",
        "--wave", wave, "--closed-on", closed_on, *options, "--json",
    ).json  # fmt: skip


def results(path: Path, instrument: str) -> Any:
    return succeeded("results", path, *BRIDGES, "--instrument", instrument, "--json").json


@pytest.mark.skipif(not QUALTRICS.exists(), reason="the shared data are not here")
def test_the_real_qualtrics_file(empty: Path) -> None:
    finished = ("--where", "Finished=1", "--invited", "200")
    before = take(empty, QUALTRICS, "Before", "2021-01-01", "--columns", "Q13_{}", *finished)
    assert (before["rows_taken"], before["written"]) == (101, True)
    take(empty, QUALTRICS, "During", "2021-02-01", "--columns", "Q39_1,Q39_2,Q39_3", *finished)
    told = results(empty, "ucla-3")
    first, second = told["waves"]
    assert (first["label"], first["n"], first["scored"]) == ("Before", 101, 101)
    keys = ("mean", "sd", "ci_low", "ci_high", "alpha")
    assert [first[key] for key in keys] == pytest.approx(
        [5.8515, 1.9099, 5.4744, 6.2285, 0.7934], abs=5e-5
    )
    assert [second[key] for key in keys] == pytest.approx(
        [5.9604, 1.8489, 5.5954, 6.3254, 0.7726], abs=5e-5
    )
    (change,) = told["changes"]
    assert (change["from"], change["to"]) == ("Before", "During")
    assert change["ci_low"] < change["difference"] < change["ci_high"]
    assert change["sentence"]


def test_results_of_the_sample(bridges: Path) -> None:
    told = results(bridges, "safety-pulse")
    assert (told["community"], told["direction"], told["minimum_group"]) == (
        "Bridges", "higher is better", 5,
    )  # fmt: skip
    assert [wave["n"] for wave in told["waves"]] == [26, 31, 33, 38]
    means = [wave["mean"] for wave in told["waves"]]
    assert means == pytest.approx([4.7912, 4.9631, 5.0996, 5.3421], abs=5e-5)
    assert {"label", "closed_on", "invited", "n", "scored", "excluded", "mean", "sd", "ci_low",
            "ci_high", "alpha", "alpha_shown", "suppressed", "reason", "items",
            "alarms"} <= set(told["waves"][0])  # fmt: skip
    assert len(told["waves"][0]["items"]) == 7
    march = next(c for c in told["changes"] if (c["from"], c["to"]) == ("March", "September"))
    assert (march["difference"], march["ci_low"], march["ci_high"]) == pytest.approx(
        (0.379, 0.079, 0.680), abs=0.01
    )
    assert "likely a real change" in march["sentence"]
    assert "Pulse after session 16" not in str(told)
    loneliness = results(bridges, "loneliness-pulse")
    assert [wave["label"] for wave in loneliness["waves"]] == [
        "January", "March", "June", "September",
    ]  # fmt: skip


def test_results_as_words(bridges: Path) -> None:
    said = succeeded("results", bridges, *BRIDGES, "--instrument", "safety-pulse").out
    assert "September" in said
    assert "5.3" in said


def test_a_plain_csv_with_labels(empty: Path, tmp_path: Path) -> None:
    labels = {1: "rarely", 2: "now and then", 3: "often"}
    source = tmp_path / "form.csv"
    with (SAMPLE / "loneliness-january.csv").open(encoding="utf-8") as stream:
        sheets = list(csv.DictReader(stream))
    with source.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["Timestamp", "Email", "A", "B", "C"])
        for number, sheet in enumerate(sheets):
            codes = [labels[int(sheet[key])] for key in ("l1", "l2", "l3")]
            writer.writerow([f"2026-01-2{number % 8} 10:00", f"p{number}@x.example", *codes])
    told = succeeded(
        "import", "responses", empty, source, *BRIDGES, "--instrument", "loneliness-pulse",
        "--wave", "January", "--closed-on", "2026-01-27", "--invited", "34", "--columns", "A,B,C",
        "--json",
    ).json  # fmt: skip
    assert told["rows_taken"] == 26
    assert {"Timestamp", "Email"} <= set(told["dropped_columns"])
    raw = empty.read_bytes()
    assert b"x.example" not in raw
    (wave,) = results(empty, "loneliness-pulse")["waves"]
    assert (wave["mean"], wave["sd"]) == pytest.approx((5.5769, 1.5013), abs=5e-5)


def test_few_answers_show_nothing(empty: Path, tmp_path: Path) -> None:
    source = tmp_path / "few.csv"
    source.write_text("a,b,c\n1,2,3\n2,2,2\n3,1,1\n1,1,2\n", encoding="utf-8")
    succeeded(
        "import", "responses", empty, source, *BRIDGES, "--instrument", "loneliness-pulse",
        "--wave", "W", "--closed-on", "2026-01-27", "--columns", "a,b,c",
    )  # fmt: skip
    (wave,) = results(empty, "loneliness-pulse")["waves"]
    assert wave["suppressed"] is True
    assert wave["reason"]
    for figure in ("n", "scored", "mean", "sd", "ci_low", "ci_high", "alpha"):
        assert wave.get(figure) is None, figure


def test_a_wave_is_taken_in_once(empty: Path, tmp_path: Path) -> None:
    source = tmp_path / "form.csv"
    source.write_text("a,b,c\n" + "1,2,3\n2,1,1\n3,2,2\n" * 4, encoding="utf-8")
    into = ("import", "responses", empty, source, *BRIDGES, "--instrument", "loneliness-pulse",
            "--wave", "W", "--closed-on", "2026-01-27", "--columns", "a,b,c")  # fmt: skip
    succeeded(*into)
    before = results(empty, "loneliness-pulse")
    refused(command(*into))
    assert results(empty, "loneliness-pulse") == before


def test_preview_of_answers_writes_nothing(empty: Path) -> None:
    before = empty.read_bytes()
    told = succeeded(
        "import", "responses", empty, SAMPLE / "loneliness-june.csv", *BRIDGES, "--instrument",
        "loneliness-pulse", "--wave", "June", "--closed-on", "2026-06-16", "--columns", "l{}",
        "--preview", "--json",
    ).json  # fmt: skip
    assert (told["rows_read"], told["written"]) == (33, False)
    assert empty.read_bytes() == before


@pytest.mark.parametrize(
    "options",
    [
        ["--instrument", "no-such-key", "--columns", "l{}"],
        ["--instrument", "loneliness-pulse", "--columns", "x1,x2,x3"],
        ["--instrument", "loneliness-pulse", "--columns", "l1,l2"],
        ["--instrument", "loneliness-pulse", "--columns", "l{}", "--where", "Nowhere=1"],
        ["--instrument", "loneliness-pulse", "--columns", "l{}", "--where", "l1=77"],
        ["--instrument", "loneliness-pulse", "--columns", "l{}", "--invited", "3"],
        ["--instrument", "loneliness-pulse", "--columns", "l{}", "--link", "l1"],
        ["--instrument", "djg-6", "--columns", "l1,l2,l3,l1,l2,l3"],
    ],
)
def test_what_cannot_be_taken_in_is_said(empty: Path, options: list[str]) -> None:
    fixed = ("--wave", "W", "--closed-on", "2026-06-16")
    source = SAMPLE / "loneliness-june.csv"
    refused(command("import", "responses", empty, source, *BRIDGES, *fixed, *options))
    assert succeeded("check", empty, "--json").json["rows"]["answer_sheets"] == 0


def test_more_than_invited_is_asked_and_answered_by_an_option(empty: Path) -> None:
    told = ("--instrument", "loneliness-pulse", "--columns", "l{}", "--wave", "W")
    source = SAMPLE / "loneliness-june.csv"
    line = ("import", "responses", empty, source, *BRIDGES, *told, "--closed-on", "2026-06-16")
    asked = refused(command(*line, "--invited", "3"))
    assert "answered, but only 3 were invited. Was the number wrong?" in asked
    many = asked.rstrip(".").rpartition("--invited ")[2]
    assert succeeded(*line, "--invited", many, "--json").json["rows_taken"] == int(many)


def test_no_wave_no_results(empty: Path, bridges: Path) -> None:
    refused(command("results", empty, *BRIDGES, "--instrument", "ucla-3"))
    refused(command("results", bridges, *BRIDGES, "--instrument", "no-such-key"))
    assert succeeded(
        "results", bridges, *BRIDGES, "--instrument", "ucla-3", "--json"
    ).json["waves"] == []  # fmt: skip


def test_comments_departments_codes_and_second_answers_from_the_command_line(
    empty: Path, tmp_path: Path
) -> None:
    rows = [
        f"p{at}@x.example,{at % 3 + 1},2,{at % 2 + 1},{'Sales' if at % 2 else 'Support'},Ours {at},"
        f"Elm {at},7,May,Rex"
        for at in range(12)
    ]
    source = tmp_path / "form.csv"
    source.write_text(
        "Email,a,b,c,Team,Why,s,n,m,p\n" + "\n".join([*rows, rows[0]]) + "\n", encoding="utf-8"
    )
    into = ("import", "responses", empty, source, *BRIDGES, "--instrument", "loneliness-pulse",
            "--wave", "W", "--closed-on", "2026-01-27", "--columns", "a,b,c", "--comment", "Why",
            "--department", "Team", "--link", "s,n,m,p")  # fmt: skip
    asked = refused(command(*into))
    assert "--duplicates" in str(asked)
    told = succeeded(*into, "--duplicates", "last", "--json").json
    assert (told["rows_read"], told["rows_taken"], told["written"]) == (13, 12, True)
    assert told["dropped_columns"] == ["Email", "s", "n", "m", "p"]
    raw = empty.read_bytes()
    assert b"Elm 3" not in raw
    assert b"x.example" not in raw
