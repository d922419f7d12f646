import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.contributions.capture import Capture, read_line
from workbench.contributions.completion import complete
from workbench.contributions.names import Somebody, told_apart
from workbench.foundation.words import ContributionKind as Kind

NAMES = (
    "Ama Boateng",
    "Jonas Weber",
    "Jide Okafor",
    "Ben Okafor",
    "Priya Raman",
    "Noor Jansen",
    "Hana Novák",
    "Tomasz Zieliński",
    "Anna Bergström",
    "Ann Lee",
    "Jean-Luc O'Neill",
    "Ines Holt",
    "王小明",
)
PEOPLE = [Somebody(number, name) for number, name in enumerate(NAMES, start=1)]


def read(line: str) -> Capture:
    return read_line(line, PEOPLE)


def said(line: str) -> tuple[str, str, list[str], str, tuple[str, ...]]:
    """Who, kind, receivers, text and tags of a line that may be logged."""
    found = read(line)
    assert found.problems == ()
    assert found.giver.person is not None
    assert found.kind is not None
    receivers = [one.person.name for one in found.receivers if one.person]
    assert len(receivers) == len(found.receivers)
    return found.giver.person.name, found.kind.value, receivers, found.text, found.tags


AMA_HELPS_JONAS = ("Ama Boateng", "help", ["Jonas Weber"], "two-line handover note")


@pytest.mark.parametrize(
    "line",
    [
        "Ama help> Jonas: two-line handover note",
        "Ama help > Jonas: two-line handover note",
        "Ama help>Jonas:two-line handover note",
        "Ama help -> Jonas: two-line handover note",
        "Ama help → Jonas two-line handover note",
        "Ama h> Jo W: two-line handover note",
        "Ama h Jonas two-line handover note",
        "Ama h Jonas Weber two-line handover note",
        "Ama h jon: two-line handover note",
        "ama helped to Jonas: two-line handover note",
        "ama helped Jonas: two-line handover note",
        "  AMA   BOATENG  h>  jonas :  two-line   handover note ",
        "Ama · help · Jonas · two-line handover note",
        "Ama Boateng\th\tJonas Weber\ttwo-line handover note",
        "Ama | h | jonas | two-line handover note",
        "Ama · h> Jonas · two-line handover note",
        "Ama · help to Jonas · two-line handover note",
        "Ama · h · Jonas: two-line handover note",
    ],
)
def test_one_gift_written_in_many_ways(line: str) -> None:
    assert said(line) == (*AMA_HELPS_JONAS, ())


@pytest.mark.parametrize(
    ("line", "understood"),
    [
        ("Priya q who owns Fridays?", ("Priya Raman", "question", [], "who owns Fridays?")),
        ("priya q: who owns it: us?", ("Priya Raman", "question", [], "who owns it: us?")),
        ("Ben Okafor a no: they do", ("Ben Okafor", "answer", [], "no: they do")),
        ("Ben O question who decides?", ("Ben Okafor", "question", [], "who decides?")),
        ("Hana Novak s Jonas showed me", ("Hana Novák", "story", [], "Jonas showed me")),
        ("zielinski e one pallet", ("Tomasz Zieliński", "experiment", [], "one pallet")),
        ("Ann r a list of lists", ("Ann Lee", "resource", [], "a list of lists")),
        ("Luc f to the point", ("Jean-Luc O'Neill", "feedback", [], "to the point")),
        ("jean-luc c 5 > 3?", ("Jean-Luc O'Neill", "challenge", [], "5 > 3?")),
        ("王 h> ines: 桌子", ("王小明", "help", ["Ines Holt"], "桌子")),
        ("Ama o", ("Ama Boateng", "hosting", [], "")),
        ("Ama h> Jonas", ("Ama Boateng", "help", ["Jonas Weber"], "")),
        ("Ama · h · jonas", ("Ama Boateng", "help", ["Jonas Weber"], "")),
        ("Ama h in the stock room", ("Ama Boateng", "help", [], "in the stock room")),
        ("Ama asked Jonas: who else?", ("Ama Boateng", "question", ["Jonas Weber"], "who else?")),
        ("Ama a> Priya: the lead", ("Ama Boateng", "answer", ["Priya Raman"], "the lead")),
        ("Ama · q · cost | benefit?", ("Ama Boateng", "question", [], "cost · benefit?")),
        ("Ama · q ·  · cost · benefit?", ("Ama Boateng", "question", [], "cost · benefit?")),
        ("Ama question cost|benefit?", ("Ama Boateng", "question", [], "cost|benefit?")),
    ],
)  # fmt: skip
def test_other_kinds(line: str, understood: tuple[str, str, list[str], str]) -> None:
    assert said(line) == (*understood, ())


@pytest.mark.parametrize(
    "line",
    [
        "Ama help> Jonas, Priya: the note",
        "Ama help> Jonas and Priya: the note",
        "Ama h Jonas & Priya the note",
        "Ama h> jonas, priya the note",
        "Ama · help · Jonas; Priya · the note",
        "Ama help> Jonas, Priya, Jonas Weber: the note",
    ],
)
def test_several_receivers(line: str) -> None:
    assert said(line) == ("Ama Boateng", "help", ["Jonas Weber", "Priya Raman"], "the note", ())


def test_tags_leave_the_end_and_stay_as_words_inside() -> None:
    line = "Ama help> Jonas: her #two-line note for ticket #123 #Handover #in_use #handover"

    assert said(line) == (
        "Ama Boateng",
        "help",
        ["Jonas Weber"],
        "her two-line note for ticket #123",
        ("two-line", "handover", "in_use"),
    )


NO_ZORA = 'Nobody here is called "Zora". Check the spelling or add them on People.'
MORE = "Type more letters."
NO_KIND = (
    "Say what kind it was: question, answer, story, resource, challenge, experiment, feedback, "
    "help, hosting."
)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("", "Type who gave something, then what kind it was, then what."),
        ("  \t ", "Type who gave something, then what kind it was, then what."),
        ("Zora q who?", NO_ZORA),
        ("Ama h> Zora: tea", NO_ZORA),
        ("Ama h> Zora tea", NO_ZORA),
        ("J q w", '"J" may be Jonas Weber, Jide Okafor, Noor Jansen or Jean-Luc O\'Neill. ' + MORE),
        ("A h> Ines: tea", f'"A" may be Ama Boateng, Anna Bergström or Ann Lee. {MORE}'),
        ("Ama h> Okafor: tea", f'"Okafor" may be Jide Okafor or Ben Okafor. {MORE}'),
        ("Ama h> Ama: tea", "Ama Boateng is named as giver and as receiver."),
        ("Ama q", "Say in a few words what it was."),
        ("Ama · h · ", "Say in a few words what it was."),
        ("Ama", NO_KIND),
        ("Ama · ", NO_KIND),
    ],
)  # fmt: skip
def test_what_is_in_doubt_is_said(line: str, problem: str) -> None:
    found = read(line)

    assert not found.ready
    assert problem in found.problems


def test_two_people_of_one_name_stay_in_doubt() -> None:
    twins = [Somebody(1, "Ann Lee"), Somebody(2, "Ann Lee")]

    found = read_line("ann lee q who?", twins)

    assert found.giver.person is None
    assert found.problems == ('"ann lee" may be Ann Lee or Ann Lee. Type more letters.',)


def test_an_exact_name_beats_a_longer_one() -> None:
    people = [Somebody(1, "Ben Okafor-Smith"), Somebody(2, "Ben Okafor")]

    assert read_line("ben okafor q who?", people).giver.person == people[1]
    assert read_line("smith q who?", people).giver.person == people[0]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_any_line_is_read_or_has_its_problems(line: str) -> None:
    found = read(line)

    assert found.ready != bool(found.problems)
    if found.ready:
        assert found.giver.person in PEOPLE
        assert found.kind is not None


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(PEOPLE),
    st.sampled_from(list(Kind)),
    st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True),
    st.from_regex(r"[a-z]{2,8}( [a-z]{2,8}){0,4}", fullmatch=True),
)
def test_what_is_written_in_fields_comes_back(
    giver: Somebody, kind: Kind, receivers: list[Somebody], text: str
) -> None:
    named = [one for one in receivers if one != giver]
    line = " · ".join((giver.name, kind.value, ", ".join(one.name for one in named), text))

    found = read(line)

    assert found.problems == ()
    assert (found.giver.person, found.kind, found.text) == (giver, kind, text)
    assert [one.person for one in found.receivers] == named


DEPARTMENTS = {1: "Support", 2: "Research and Development, North", 3: "Support"}
TWINS = told_apart(
    [
        *(Somebody(number, name) for number, name in enumerate(("Ola Berg", "Ola Berg"), 1)),
        *(Somebody(3, "Óla Berg"), Somebody(4, "ola berg"), Somebody(5, "Ama Roe")),
    ],
    DEPARTMENTS,
)


def test_people_of_one_name_are_told_apart_by_department() -> None:
    assert [one.name for one in TWINS] == [
        "Ola Berg (Support)",
        "Ola Berg (Research Development North)",
        "Óla Berg (Support 2)",
        "ola berg (no department)",
        "Ama Roe",
    ]


@pytest.mark.parametrize("one", TWINS[:4])
def test_each_of_one_name_may_be_named_as_giver_and_as_receiver(one: Somebody) -> None:
    for line in (f"{one.name} h> Ama: the note", f"{one.name} · h · Ama Roe · the note"):
        found = read_line(line, TWINS)
        assert (found.problems, found.giver.person) == ((), one)
    for line in (f"Ama h> {one.name}: the note", f"Ama · help · {one.name} · the note"):
        found = read_line(line, TWINS)
        assert (found.problems, found.receivers[0].person) == ((), one)
    assert f"{one.name} · " in [offer.line for offer in complete("ola b", TWINS).offers]


def test_a_name_of_several_is_never_chosen_for_you() -> None:
    assert read_line("ola berg h> ama: x", TWINS).giver.person is None


def test_an_arrow_to_nobody_asks_to_whom() -> None:
    assert read("Ama h>").problems == ("Say to whom.",)
