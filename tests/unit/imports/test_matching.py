"""Names in files find their people; what is not sure is left to a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.imports.matching import Asked, Heard, Known, Match, match_people
from workbench.imports.names import loose_key, name_key, read_name, split_name

ROSTER = [
    Known(1, "Jan Janssens"),
    Known(2, "Pedro García Simón"),
    Known(3, "Sofia Lindqvist"),
    Known(4, "Ben Okafor"),
    Known(5, "Jide Okafor"),
    Known(6, "Noor Jansen"),
    Known(7, "Zoe Martin"),
    Known(8, "Hana Novák"),
    Known(9, "Jonas Weber", ("jonas.weber@halden.example",)),
    Known(10, "Brian Smith"),
    Known(11, "Anna Schmidt"),
    Known(12, "Anna Schmidt"),
    Known(13, "Mei Chen", (), (Heard("陈美"),)),
    Known(14, "Katja Müller"),
]


def match(shown: str, email: str = "") -> Match:
    (found,) = match_people([Asked(shown, email)], ROSTER)
    return found


@pytest.mark.parametrize(
    ("shown", "person", "how"),
    [
        ("JANSSENS JAN (EXT)", 1, "Same name, turned around"),
        ("García Simón, Pedro", 2, "Same name, turned around"),
        ("Simón Pedro García", 2, "Same name, turned around"),
        ("Hana Novak", 8, "Same name without the accent"),
        ("iPhone (Brian Smith)", 10, "Same name"),
        ("Brian Smith (he/him)", 10, "Same name"),
        ("[Contoso] Brian Smith | HR", 10, "Same name"),
        ("Dr. Brian Smith (Guest)", 10, "Same name"),
        ("015_Brian Smith", 10, "Same name"),
        ("陈美", 13, "Known by this name from earlier"),
        ("Jonas.Weber@Halden.example", 9, "Same e-mail address"),
    ],
)
def test_sure_matches(shown: str, person: int, how: str) -> None:
    found = match(shown)
    assert (found.person, found.how) == (person, how)


def test_an_address_wins_over_a_name() -> None:
    assert match("Brian Smith", "JONAS.WEBER@halden.example").person == 9


@pytest.mark.parametrize(
    ("shown", "person", "reason"),
    [
        ("Sofia L. (Guest)", 3, "Name and initial; nobody else fits"),
        ("Okafor, B", 4, "Name and initial; nobody else fits"),
        ("Noor Jansen-de Wit", 6, "Longer name than on the roster; nobody else fits"),
        ("ZoeM", 7, "Name and initial; nobody else fits"),
        ("Katja Mueller", 14, "Same name, umlaut written out"),
        ("Sofia Lindquist", 3, "93 % alike"),
    ],
)
def test_likely_people_are_proposed_with_a_reason_and_not_chosen(
    shown: str, person: int, reason: str
) -> None:
    found = match(shown)
    assert found.person is None
    assert (found.proposals[0].person, found.proposals[0].reason) == (person, reason)


@pytest.mark.parametrize(
    ("shown", "how"),
    [
        ("Birch Room", "A meeting room, not a person"),
        ("iPhone", "A device, not a person"),
        ("Galaxy S21", "A device, not a person"),
        ("+49 170 1*****7", "A telephone number, not a name"),
        ("Marek Dvořák", "Nobody close on the roster"),
        ("", "A device, not a person"),
    ],
)
def test_what_is_nobody_says_why(shown: str, how: str) -> None:
    found = match(shown)
    assert (found.person, found.proposals, found.how) == (None, (), how)


def test_of_two_equal_names_on_the_roster_none_is_chosen() -> None:
    found = match("Schmidt, Anna")
    assert found.person is None
    assert [proposal.person for proposal in found.proposals] == [11, 12]


def test_of_two_equal_names_in_the_file_none_is_chosen() -> None:
    found = match_people([Asked("Jan Janssens", "a@x"), Asked("Janssens, Jan", "b@x")], ROSTER)
    assert [each.person for each in found] == [None, None]
    assert all(each.proposals for each in found)


def test_a_person_gets_one_line_only() -> None:
    asked = [Asked("Jonas Weber", "jonas.weber@halden.example"), Asked("Weber Jonas")]
    first, second = match_people(asked, ROSTER)
    assert first.person == 9
    assert second.person is None


def test_a_line_that_may_be_two_people_is_left_open() -> None:
    (found,) = match_people([Asked("Jan Janssens", doubtful=True)], ROSTER)
    assert found.person is None
    assert found.to_check


NAMES = st.lists(
    st.sampled_from(["Jan Janssens", "Janssens, Jan", "Anna Schmidt", "Zoe", "Okafor", "Bo Li"]),
    max_size=8,
)


@given(NAMES)
def test_nobody_is_matched_twice_and_every_line_is_answered(names: list[str]) -> None:
    found = match_people([Asked(name) for name in names], ROSTER)
    sure = [each.person for each in found if each.person is not None]
    assert len(sure) == len(set(sure))
    assert [each.asked.shown for each in found] == names
    assert all(each.how for each in found)


def test_what_another_tool_calls_somebody_is_proposed_and_not_chosen() -> None:
    elsewhere = Heard("hnovak (Test bench)", "Known by this name in Zoom (12 Mar)", sure=False)
    (found,) = match_people(
        [Asked("HNovak (Test bench)")], [Known(1, "Hana Novák", (), (elsewhere,))]
    )
    assert found.person is None
    assert [each.person for each in found.proposals] == [1]
    assert found.how == "Known by this name in Zoom (12 Mar)"


def test_a_learned_name_stands_against_one_namesake_only_where_a_person_said_so() -> None:
    roster = [Known(1, "Bo Li", (), (Heard("Bo Lee", "You said so on 3 May"),)), Known(2, "Bo Lee")]
    (found,) = match_people([Asked("Bo Lee")], roster)
    assert (found.person, found.how) == (1, "You said so on 3 May")
    taught = Heard("Bo Lee", "Same e-mail, since 3 May", decided=False)
    (found,) = match_people([Asked("Bo Lee")], [Known(1, "Bo Li", (), (taught,)), roster[1]])
    assert found.person is None
    assert found.to_check


def test_a_name_that_is_ignored_is_no_question_unless_its_address_is_known() -> None:
    ignored = {"birch room": "Ignored: you said so on 3 May"}
    found = match_people(
        [Asked("Birch Room"), Asked("Birch room", "jonas.weber@halden.example")], ROSTER, ignored
    )
    assert [(each.person, each.ignored) for each in found] == [(None, True), (9, False)]
    assert found[0].how == "Ignored: you said so on 3 May"


def test_equals_are_tied() -> None:
    assert match("Schmidt, Anna").tied
    assert match("Okafor").tied
    assert not match("Sofia L.").tied


PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["Bo Li", "Li, Bo", "BO LI", "Ana Berg", "Ana Bérg", "Cy"]),
        st.sampled_from(["", "a@x.example", "b@x.example"]),
        st.sampled_from(["", "Bo Li", "Ana Berg", "iPhone"]),
        st.booleans(),
    ),
    max_size=5,
)
LINES = st.lists(
    st.tuples(
        st.sampled_from(["Bo Li", "Ana Berg", "Berg Ana", "iPhone", "Cy"]),
        st.sampled_from(["", "a@x.example", "b@x.example", "c@x.example"]),
    ),
    max_size=6,
)


@given(PEOPLE, LINES)
def test_matching_never_joins_two_people_of_the_roster(
    people: list[tuple[str, str, str, bool]], lines: list[tuple[str, str]]
) -> None:
    """A sure match rests on what is one person's alone; of equals nobody is chosen."""
    roster = [
        Known(
            number,
            name,
            (email,) if email else (),
            (Heard(heard, decided=decided),) if heard else (),
        )
        for number, (name, email, heard, decided) in enumerate(people)
    ]
    found = match_people([Asked(*line) for line in lines], roster)
    sure = [each.person for each in found if each.person is not None]
    assert len(sure) == len(set(sure))
    for each in found:
        key = name_key(each.asked.shown)
        namesakes = [known for known in roster if name_key(known.name) == key]
        owners = [known for known in roster if each.asked.email in known.emails]
        if len(owners) == 1:
            assert each.person in (None, owners[0].person)
        elif len(namesakes) > 1:
            assert each.person is None


@given(st.permutations(["Ángela", "O'Neil", "de", "Vries-Smit"]))
def test_the_key_of_a_name_knows_no_order_case_or_accent(words: list[str]) -> None:
    assert name_key(" ".join(words)) == name_key("ANGELA ONEIL DE VRIES SMIT")


def test_readings_and_parts_of_names() -> None:
    assert read_name("003_Power Girl (Kara Zor-L)").readings[0] == "Kara Zor-L"
    assert read_name("Diego Gomez (TA)").readings == ("Diego Gomez",)
    assert "Ann" in read_name("Ann's iPhone").readings
    assert split_name("Lee, Ann") == ("Ann", "Lee")
    assert split_name("Ann VAN DYK") == ("Ann", "VAN DYK")
    assert split_name("Cher") == ("Cher", "")
    assert loose_key("Mueller") == loose_key("Müller")
