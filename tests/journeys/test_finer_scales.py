"""A survey with more answers than the questionnaire is asked about, never quietly squeezed."""

from pathlib import Path

from tests.journeys.commands import command

SEVEN = (
    "Strongly disagree", "Disagree", "Somewhat disagree", "Neither agree nor disagree",
    "Somewhat agree", "Agree", "Strongly agree",
)  # fmt: skip
ASKED = ("--community", "Bridges", "--wave", "W", "--closed-on", "2026-03-31", "--json")


def seven_answers(path: Path) -> Path:
    titles = ",".join(["Timestamp", *(f"S{number}" for number in range(1, 8))])
    rows = [
        ",".join(
            [f"2026/03/2{day} 1:00:00 PM GMT+1", *(SEVEN[(day + item) % 7] for item in range(7))]
        )
        for day in range(8)
    ]
    path.write_text("\n".join([titles, *rows, ""]), encoding="utf-8")
    return path


def test_seven_answers_do_not_fit_five(empty: Path, tmp_path: Path) -> None:
    source = seven_answers(tmp_path / "answers.csv")
    five = ("--instrument", "edmondson-7-agree5")
    done = command("import", "responses", empty, source, *five, *ASKED)
    assert done.code == 2
    assert done.json["written"] is False
    assert "finer scale" in done.err
    said = done.err.partition('--codes "')[2].partition('"')[0]
    forced = command("import", "responses", empty, source, *five, "--codes", said, *ASKED)
    assert forced.json["written"] is True


def test_seven_answers_fit_seven(empty: Path, tmp_path: Path) -> None:
    source = seven_answers(tmp_path / "answers.csv")
    seven = ("--instrument", "edmondson-7-agree7")
    assert command("import", "responses", empty, source, *seven, *ASKED).json["written"] is True


def test_two_languages_are_no_finer_scale(empty: Path, tmp_path: Path) -> None:
    source = tmp_path / "answers.csv"
    rows = ["oft,often,oft", "manchmal,sometimes,often", "hardly ever,kaum jemals,often"] * 3
    source.write_text("\n".join(["Q1,Q2,Q3", *rows, ""]), encoding="utf-8")
    done = command("import", "responses", empty, source, "--instrument", "ucla-3", *ASKED)
    assert done.json["written"] is True
