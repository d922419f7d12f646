import pytest

from workbench.contributions.capture import read_line
from workbench.contributions.completion import Wanted, complete
from workbench.contributions.names import Somebody

PEOPLE = [
    Somebody(number, name)
    for number, name in enumerate(
        ("Ama Boateng", "Jonas Weber", "Jide Okafor", "Anna Bergström", "Priya Raman"), start=1
    )
]


def offered(line: str) -> list[str]:
    return [offer.label for offer in complete(line, PEOPLE).offers]


@pytest.mark.parametrize(
    ("line", "wanted", "labels"),
    [
        ("", Wanted.WHO, []),
        ("j", Wanted.WHO, ["Jonas Weber", "Jide Okafor"]),
        ("bergstrom", Wanted.WHO, ["Anna Bergström"]),
        ("Ama Boateng · ", Wanted.KIND, ["question", "answer", "story", "resource", "challenge",
                                         "experiment", "feedback", "help", "hosting"]),
        ("Ama Boateng · h", Wanted.KIND, ["help", "hosting"]),
        ("Ama Boateng · o", Wanted.KIND, ["hosting"]),
        ("Ama Boateng · help · ", Wanted.RECEIVER, []),
        ("Ama Boateng · help · j", Wanted.RECEIVER, ["Jonas Weber", "Jide Okafor"]),
        ("Ama Boateng · help · Jonas Weber, j", Wanted.RECEIVER, ["Jide Okafor"]),
        ("Ama Boateng · help · a", Wanted.RECEIVER, ["Anna Bergström"]),
        ("Ama Boateng · question · wh", Wanted.WHAT, []),
        ("Ama Boateng · help · Jonas Weber · he", Wanted.WHAT, []),
        ("Ama q who", Wanted.WHAT, []),
        ("xyz", Wanted.WHO, []),
    ],
)  # fmt: skip
def test_what_is_offered(line: str, wanted: Wanted, labels: list[str]) -> None:
    assert complete(line, PEOPLE).wanted is wanted
    assert offered(line) == labels


def test_taking_the_first_offer_each_time_writes_a_line_that_is_understood() -> None:
    line = ""
    for typed in ("am", "h", "jo", "her two-line note"):
        line += typed
        offers = complete(line, PEOPLE).offers
        line = offers[0].line if offers else line

    assert line == "Ama Boateng · help · Jonas Weber · her two-line note"
    assert read_line(line, PEOPLE).ready
    second = complete("Ama Boateng · help · Jonas Weber, pri", PEOPLE).offers[0].line
    assert second == "Ama Boateng · help · Jonas Weber, Priya Raman · "
