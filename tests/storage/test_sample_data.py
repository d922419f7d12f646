"""The files in resources/sample hold every count that the pictures and the design state."""

import csv
import itertools
import tomllib
from collections import Counter
from datetime import date
from statistics import mean, stdev
from typing import Any

import pytest

from workbench.foundation.assets import asset
from workbench.foundation.words import BlockKind, ContributionKind, Role


def table(name: str) -> list[dict[str, str]]:
    with asset("sample", name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def document(name: str) -> dict[str, Any]:
    return tomllib.loads(asset("sample", name).read_text(encoding="utf-8"))


PEOPLE = {row["name"]: row for row in table("people.csv")}
SESSIONS = table("sessions.csv")
CONTRIBUTIONS = table("contributions.csv")
ATTENDANCE = {row["name"]: row for row in table("attendance.csv")}


def marks(session: int) -> Counter[str]:
    return Counter(row[str(session)] for row in ATTENDANCE.values())


def test_people_and_departments() -> None:
    departments = Counter(row["department"] for row in PEOPLE.values())
    assert len(PEOPLE) == 48
    assert departments == {
        "Support": 12, "Operations": 10, "Engineering": 9, "Sales": 7, "People": 6, "Finance": 4,
    }  # fmt: skip
    assert list(departments) == document("community.toml")["community"]["departments"]
    emails = {row["email"] for row in PEOPLE.values()}
    assert len(emails) == 48
    assert all(email.endswith("@halden.example") and email.isascii() for email in emails)


def test_everybody_joins_at_a_session_and_has_marks_from_then_on() -> None:
    days = [row["date"] for row in SESSIONS]
    for name, person in PEOPLE.items():
        first = days.index(person["joined"]) + 1
        cells = [ATTENDANCE[name][str(number)] for number in range(1, 17)]
        assert all(not cell for cell in cells[: first - 1]), name
        assert all(cell in {"P", "L", "E", "A"} for cell in cells[first - 1 :]), name


def test_sessions_held_and_planned() -> None:
    assert [row["held"] for row in SESSIONS] == ["1"] * 16 + ["0"] * 4
    assert (SESSIONS[0]["date"], SESSIONS[15]["date"]) == ("2026-01-22", "2026-10-01")
    assert all(date.fromisoformat(row["date"]).strftime("%A") == "Thursday" for row in SESSIONS)
    assert sum(not row["goal"] for row in SESSIONS) == 2
    goals = {goal["key"] for goal in document("community.toml")["goals"]}
    assert {row["goal"] for row in SESSIONS} - {""} == goals
    assert len(goals) == 4


def test_attendance_is_the_bottom_row_of_the_picture() -> None:
    here = [marks(number)["P"] + marks(number)["L"] for number in range(1, 17)]
    expected = [48 - marks(number)[""] for number in range(1, 17)]
    assert here == [27, 25, 26, 28, 28, 23, 26, 33, 26, 33, 35, 32, 20, 29, 34, 30]
    assert expected == [34] * 3 + [38] * 7 + [44] * 3 + [48] * 3
    assert round(100 * sum(here) / sum(expected)) == 71
    assert marks(17) == {"E": 3, "": 45}


def test_contributions() -> None:
    per_session = Counter(row["session"] for row in CONTRIBUTIONS)
    assert len(CONTRIBUTIONS) == 349
    assert (per_session["16"], per_session["15"], len(per_session)) == (23, 32, 16)
    assert {row["kind"] for row in CONTRIBUTIONS} <= set(ContributionKind)
    assert Counter(row["kind"] for row in CONTRIBUTIONS)["resource"] == 34
    texts = [row["text"] for row in CONTRIBUTIONS]
    assert len(set(texts)) == 349
    assert all(12 <= len(text) <= 80 and text.strip('"')[0].isupper() for text in texts)
    assert all(row["receiver"] in PEOPLE for row in CONTRIBUTIONS if row["kind"] == "help")
    since_may = {row["giver"] for row in CONTRIBUTIONS if int(row["session"]) >= 9}
    assert len(since_may) == 40


def test_who_gave_was_there_but_for_one_question_sent_by_chat() -> None:
    away = [
        (row["session"], name)
        for row in CONTRIBUTIONS
        for name in (row["giver"], row["receiver"])
        if name and ATTENDANCE[name][row["session"]] not in {"P", "L"}
    ]
    assert away == [("15", "Wren Harper")]


@pytest.mark.parametrize(
    ("sessions", "across"), [(range(1, 9), (12, 25)), (range(9, 17), (24, 34))]
)
def test_help_across_departments(sessions: range, across: tuple[int, int]) -> None:
    helped = [
        PEOPLE[row["giver"]]["department"] != PEOPLE[row["receiver"]]["department"]
        for row in CONTRIBUTIONS
        if row["kind"] == "help" and int(row["session"]) in sessions
    ]
    assert (sum(helped), len(helped)) == across


def test_hana_as_on_her_page() -> None:
    kinds = Counter(row["kind"] for row in CONTRIBUTIONS if row["giver"] == "Hana Novák")
    assert kinds == {
        "question": 5, "resource": 4, "help": 3, "feedback": 3,
        "answer": 2, "experiment": 2, "story": 2, "challenge": 2,
    }  # fmt: skip
    assert sum(row["receiver"] == "Hana Novák" for row in CONTRIBUTIONS) == 2
    hers = Counter(row["state"] for row in table("promises.csv") if row["person"] == "Hana Novák")
    assert hers == {"open": 2, "kept": 3}


def test_reasons_to_come() -> None:
    counts = {
        month: Counter(row["theme"] for row in table("reasons.csv") if row["asked_on"] >= day)
        for month, day in (("all", "2026-01-01"), ("june", "2026-06-01"))
    }
    january = Counter(
        row["theme"] for row in table("reasons.csv") if row["asked_on"] == "2026-01-22"
    )
    named = ["Know who to ask", "Stop doing work twice", "Not be alone with a problem"]
    named.append("Meet other teams")
    assert [counts["june"][theme] for theme in named] == [15, 11, 8, 7]
    assert [january[theme] for theme in named] == [6, 9, 4, 12]
    assert counts["june"].total() == 44
    assert january.total() == 34
    themes = document("community.toml")["themes"]
    assert set(counts["all"]) == {theme["name"] for theme in themes}
    assert [theme["in_purpose"] for theme in themes[:4]] == [True, True, True, False]


def test_promises_on_home() -> None:
    open_ones = [row for row in table("promises.csv") if row["state"] == "open"]
    due = sorted(row["due_on"] for row in open_ones if row["due_on"])
    assert len(open_ones) == 9
    assert due[:4] == ["2026-10-08", "2026-10-13", "2026-10-15", "2026-10-16"]
    assert all(row["person"] in {"", *PEOPLE} for row in table("promises.csv"))


def test_stories_by_furthest_value() -> None:
    values = Counter(row["value"] for row in table("stories.csv"))
    assert list(values.items()) == [
        ("immediate", 2), ("potential", 3), ("applied", 3), ("realised", 2), ("reframed", 1),
    ]  # fmt: skip
    assert sum(bool(row["ask_again_on"]) for row in table("stories.csv")) == 7


def test_business_figures() -> None:
    figures = {row.pop("figure"): row for row in table("figures.csv")}
    assert set(figures) == {figure["key"] for figure in document("community.toml")["figures"]}
    assert list(figures["tickets-passed-on"].values()) == [
        "14.2", "14.6", "13.9", "13.1", "12.8", "12.2", "12.5", "11.9", "10.8",
    ]  # fmt: skip
    gaps = [(key, month) for key, row in figures.items() for month in row if not row[month]]
    assert gaps == [("first-shift-alone", "2026-08"), ("first-shift-alone", "2026-09")]


def score(row: dict[str, str]) -> float:
    if "s1" in row:
        return mean(
            8 - int(row[f"s{n}"]) if n in {1, 3, 5} else int(row[f"s{n}"]) for n in range(1, 8)
        )
    return sum(int(row[f"l{n}"]) for n in range(1, 4))


@pytest.mark.parametrize(
    ("name", "n", "average", "spread"),
    [
        ("safety-january", 26, 4.7912, 0.4699),
        ("safety-march", 31, 4.9631, 0.6259),
        ("safety-june", 33, 5.0996, 0.5928),
        ("safety-september", 38, 5.3421, 0.6227),
        ("loneliness-january", 26, 5.5769, 1.5013),
        ("loneliness-march", 31, 5.0645, 1.4591),
        ("loneliness-june", 33, 5.1515, 1.4603),
        ("loneliness-september", 38, 4.7895, 1.6134),
    ],
)
def test_survey_answers(name: str, n: int, average: float, spread: float) -> None:
    scores = [score(row) for row in table(f"{name}.csv")]
    assert len(scores) == n
    assert mean(scores) == pytest.approx(average, abs=5e-5)
    assert stdev(scores) == pytest.approx(spread, abs=5e-5)


def test_waves_and_the_open_pulse() -> None:
    waves = table("waves.csv")
    for row in waves:
        assert len(table(row["answers"])) <= int(row["invited"])
    assert [row["invited"] for row in waves[:8:2]] == ["34", "38", "44", "48"]
    pulse = waves[-1]
    assert (pulse["invited"], pulse["closed_on"], pulse["closes_on"]) == ("30", "", "2026-10-16")
    assert len(table(pulse["answers"])) == 22
    chosen = Counter(row["department"] for row in table("safety-september.csv"))
    assert chosen == {
        "Support": 10, "Operations": 8, "Engineering": 7, "Sales": 5, "People": 5, "Finance": 3,
    }  # fmt: skip
    assert len(table("comments-september.csv")) == 11


def test_agendas() -> None:
    agendas = {agenda["number"]: agenda for agenda in document("agendas.toml")["sessions"]}
    minutes = {
        number: [block["minutes"] for block in agenda["blocks"]]
        for number, agenda in agendas.items()
    }
    assert sorted(agendas) == list(range(1, 19))
    assert all(sum(minutes[number]) == 90 for number in range(1, 17))
    assert minutes[17] == [8, 4, 10, 20, 5, 30, 8, 10]
    assert (len(minutes[18]), sum(minutes[18])) == (4, 40)
    blocks = list(itertools.chain.from_iterable(agenda["blocks"] for agenda in agendas.values()))
    assert {block["kind"] for block in blocks} == set(BlockKind)
    assert [number for number in range(1, 17) if not agendas[number].get("note")] == [16]


def test_roles() -> None:
    roles = Counter(row["role"] for row in PEOPLE.values())
    assert roles == {Role.MEMBER: 40, Role.CORE: 6, Role.CO_HOST: 2}
    core = [row["department"] for row in PEOPLE.values() if row["role"] == Role.CORE]
    assert len(set(core)) == 6
