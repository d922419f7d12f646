"""Exports of survey tools made up by the tests: twelve people, seven items, one of each oddity."""

import csv
import io
from collections.abc import Sequence
from datetime import date

from workbench.imports.response_import import ResponseChoices, ResponsesImport
from workbench.imports.response_sheets import read_responses
from workbench.imports.survey_tools import read_survey
from workbench.imports.tables import source_from_bytes
from workbench.surveys.instruments import load_instrument

PULSE = load_instrument("safety-pulse")
ITEMS = [item.text for item in PULSE.items]
LABELS = [anchor.label for anchor in PULSE.anchors]
CODES = [tuple(1 + (person * 5 + item * 3) % 7 for item in range(7)) for person in range(12)]
WORDS = [[LABELS[code - 1] for code in codes] for codes in CODES]
DAY = "2026-03-01 10:{:02}:00"
Rows = list[Sequence[object]]

QUALTRICS = [
    "StartDate", "EndDate", "Status", "IPAddress", "Progress", "Finished", "ResponseId",
    "RecipientLastName", "RecipientEmail", "UserLanguage",
]  # fmt: skip
LIME = ["id", "submitdate", "lastpage", "startlanguage", "seed", "token", "ipaddr"]
MONKEY = ["Respondent ID", "Collector ID", "Start Date", "IP Address", "Email Address", "Last Name"]
MICROSOFT = ["ID", "Start time", "Completion time", "Email", "Name"]


def as_csv(rows: Rows, *, encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue().encode(encoding)


def google(answers: Sequence[Sequence[object]], titles: Sequence[str] = tuple(ITEMS)) -> Rows:
    moments = [f"2026/03/20 1:{24 + at}:45 PM GMT+2" for at in range(len(answers))]
    rows: Rows = [["Časová pečiatka", *titles]]
    return rows + [[moment, *row] for moment, row in zip(moments, answers, strict=True)]


def microsoft(
    answers: Sequence[Sequence[object]],
    titles: Sequence[str] = tuple(ITEMS),
    leading: Sequence[str] = tuple(MICROSOFT),
    name: str = "Ana Novak",
) -> Rows:
    rows: Rows = [[*leading, *titles]]
    return rows + [
        [at + 1, "9/9/26 18:01:22", "9/9/26 18:02:33", f"p{at}@x.example", name, *row]
        for at, row in enumerate(answers)
    ]


def qualtrics(
    answers: Sequence[Sequence[object]], keys: Sequence[str] = (), texts: Sequence[str] = ()
) -> Rows:
    keys = keys or [f"Q5_{item + 1}" for item in range(7)]
    texts = texts or [f"<b>How far?</b> - {text}" for text in ITEMS]
    imports = ['{"ImportId":"QID"}'] * (len(QUALTRICS) + len(keys))
    rows: Rows = [[*QUALTRICS, *keys], [*QUALTRICS, *texts], imports]
    return rows + [
        [DAY.format(at), DAY.format(at), "0", f"10.0.0.{at}", 100, 1, f"R_{at:011}", "Novak",
         "", "EN", *row]
        for at, row in enumerate(answers)
    ]  # fmt: skip


def limesurvey(
    answers: Sequence[Sequence[object]], titles: Sequence[str] = (), day: str = DAY
) -> Rows:
    titles = titles or [f"Q01[SQ00{item + 1}]" for item in range(7)]
    rows: Rows = [[*LIME, *titles]]
    return rows + [
        [at + 1, day.format(at), 3, "en", 99 + at, f"tok{at}", "10.0.0.1", *row]
        for at, row in enumerate(answers)
    ]


def surveymonkey(
    answers: Sequence[Sequence[object]], questions: Sequence[str], labels: Sequence[str]
) -> Rows:
    rows: Rows = [[*MONKEY, *questions], [*[""] * len(MONKEY), *labels]]
    return rows + [
        [118_000_000_000 + at, "4", f"01/02/2026 10:{at:02}:00 AM", "10.0.0.1", "", "Novak", *row]
        for at, row in enumerate(answers)
    ]


def read(content: bytes | Rows, key: str = "safety-pulse", **said: object) -> ResponsesImport:
    data = content if isinstance(content, bytes) else as_csv(content)
    choices = ResponseChoices(key, "March", date(2026, 4, 1), **said)  # type: ignore[arg-type]  # named parts
    raw = read_survey(source_from_bytes(data, "answers.csv"))
    return read_responses("C", load_instrument(key), raw, choices, new_community=False)


def abouts(found: ResponsesImport) -> list[str]:
    return [question.about for question in found.asked]
