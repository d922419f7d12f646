"""The library of methods: whole, ours, readable; files that are not are said and left out."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.assets import asset
from workbench.foundation.errors import BadInput
from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.method_rules import (
    block_of,
    fits,
    free_name,
    groups_for,
    method_of,
    minutes_words,
    people_words,
    usual_minutes,
)
from workbench.sessions.method_text import file_name, method_text, steps_of, steps_text
from workbench.sessions.method_typing import (
    lines_of,
    read_minutes,
    read_people,
    typed_minutes,
    typed_people,
)
from workbench.sessions.methods import (
    Hybrid,
    Method,
    Minutes,
    People,
    Step,
    checked_method,
    load_shelves,
    parse_method,
    read_method_file,
    shelves,
)

METHODS = shelves().methods
PLAIN = 'name = "Round"\nkind = "commit"\nminutes = { low = 5, high = 8 }\n'
letters = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)
counts = st.integers(1, 60)
minutes = st.tuples(st.integers(1, 720), st.integers(1, 720)).map(lambda p: Minutes(*sorted(p)))
people = st.builds(
    lambda low, more, beside: People(low, None if more is None else low + more, beside),
    st.integers(1, 200), st.none() | st.integers(0, 300), st.booleans(),
)  # fmt: skip
steps = st.lists(st.builds(Step, letters, st.none() | st.integers(1, 720), counts), max_size=4)
methods = st.builds(
    Method,
    name=letters, kind=st.sampled_from(BlockKind), minutes=minutes, line=letters, purpose=letters,
    good_for=st.lists(letters, max_size=3).map(tuple), people=people, say=letters,
    steps=steps.map(tuple), materials=st.lists(letters, max_size=3).map(tuple), remote=letters,
    hybrid=st.sampled_from(Hybrid), source=letters, shelf=st.integers(0, 200),
)  # fmt: skip


def test_the_library_is_large_and_every_file_of_it_can_be_read() -> None:
    assert len(METHODS) >= 48
    assert shelves().troubles == ()
    assert len(METHODS) == len(list(asset("methods").glob("*.toml")))


@pytest.mark.parametrize("key", METHODS)
def test_a_method_says_all_that_is_needed_tonight(key: str) -> None:
    method = METHODS[key]
    assert key == key.lower()
    assert method.purpose.endswith(".")
    assert 0 < len(method.line) <= 60
    assert method.good_for
    assert method.grouping
    assert method.say
    assert method.remote
    assert method.source.endswith(".")
    assert method.materials
    assert method.hybrid_how
    assert method.variations
    assert method.tips
    assert len(method.steps) >= 2
    timed = [step.minutes * step.times for step in method.steps if step.minutes]
    assert method.minutes.low <= sum(timed) <= method.minutes.high


def test_the_methods_of_the_picture_stand_first_with_their_figures() -> None:
    first = sorted(METHODS.values(), key=lambda method: (method.shelf, method.folded))[:8]
    told = [(m.name, m.kind, minutes_words(m.minutes), people_words(m.people)) for m in first]
    assert told == [
        ("Impromptu pairs", BlockKind.CONNECT, "6 to 12 min", "any size"),
        ("1-2-4-All", BlockKind.EXCHANGE, "12 to 20 min", "8+ people"),
        ("Troika consulting", BlockKind.PRACTISE, "20 to 30 min", "3+ people"),
        ("Case clinic", BlockKind.PRACTISE, "45 to 70 min", "5 to 8 people"),
        ("Fishbowl", BlockKind.EXCHANGE, "25 to 40 min", "12+ people"),
        ("Show your workaround", BlockKind.INPUT, "15 to 20 min", "any size"),
        ("Silent wall", BlockKind.EXCHANGE, "15 to 25 min", "6+ people"),
        ("What, so what, now what", BlockKind.COMMIT, "15 to 30 min", "any size"),
    ]
    assert all(m.hybrid is Hybrid.WELL and fits(m.people, 31) for m in first)


def test_an_empty_or_corrupt_file_leaves_a_sentence_and_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("", "utf-8")
    (tmp_path / "b.toml").write_text(PLAIN + 'steps = "none"\n', "utf-8")
    (tmp_path / "c.toml").write_bytes(b"name = \xff\xfe")
    (tmp_path / "d.toml").write_text(PLAIN, "utf-8")
    (tmp_path / "e.toml").write_text(PLAIN.replace("Round", "ROUND"), "utf-8")
    (tmp_path / "f.toml").mkdir()
    read = load_shelves(tmp_path)
    assert list(read.methods) == ["d"]
    assert len(read.troubles) == 5
    said = " ".join(read.troubles)
    assert "The file a.toml cannot be used: it is empty. The other methods are here" in said
    assert "b.toml cannot be used: steps: a list is needed here, but text was found" in said
    assert "c.toml cannot be used: it is not a text file" in said
    assert "d.toml and e.toml both describe ROUND" in said
    assert "correct b.toml in the folder methods" in said


def test_a_library_that_is_gone_is_said(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "gone"):
        read = load_shelves(folder)
        assert read.methods == {}
        assert read.troubles[0].startswith("The methods that come with the program are missing")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("minutes = { low = 0, high = 8 }", "minutes: they go from 1 to 720"),
        ("minutes = { low = 5, high = 10_000 }", "minutes: they go from 1 to 720"),
        ("minutes = { low = 9, high = 8 }", "the shortest, 9, is longer than the longest, 8"),
        ("people = { low = 0 }", "people: they go from 1 to 10,000"),
        ("people = { low = 8, high = 5 }", "at least 8 and at most 5 cannot both hold"),
        ('kind = "dance"', "kind: 'dance' is not one of the words allowed here"),
        ('name = "  "', "name: a method needs a name"),
        (f'name = "{"x" * 81}"', "name: 80 letters are the most"),
        (f'say = "{"x" * 4001}"', "say: 4,000 letters are the most"),
        ('[[steps]]\ndo = "a"\nminutes = 0', "steps: entry 1: minutes go from 1 to 720"),
        ('[[steps]]\ndo = "a"\ntimes = 0', "steps: entry 1: a step happens 1 to 60 times"),
    ],
)
def test_a_wrong_figure_names_its_field(line: str, said: str) -> None:
    rows = {row.split(" = ")[0]: row for row in (*PLAIN.splitlines(), line)}
    with pytest.raises(BadInput) as caught:
        parse_method("\n".join(rows.values()), "the file x.toml")
    assert said in caught.value.sentence
    assert caught.value.sentence.startswith("The file x.toml cannot be used: ")


def test_a_huge_file_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "huge.toml"
    path.write_text(PLAIN + "# " + "x" * 500_000, "utf-8")
    with pytest.raises(BadInput, match=r"huge\.toml cannot be used: it is too large"):
        read_method_file(path)
    with pytest.raises(BadInput, match="longer than 100,000 letters"):
        parse_method(PLAIN + "# " + "x" * 100_001)
    with pytest.raises(BadInput, match="does not let it be read"):
        read_method_file(tmp_path / "gone.toml")


def test_a_file_from_another_editor_may_begin_with_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "bom.toml"
    for encoding in ("utf-8-sig", "utf-16"):
        path.write_text(PLAIN, encoding)
        assert read_method_file(path).name == "Round"


@given(methods)
@settings(max_examples=120, deadline=None)
def test_written_and_read_a_method_is_the_same(method: Method) -> None:
    try:
        whole = checked_method(method)
    except BadInput:
        return
    assert parse_method(method_text(whole)) == whole


@given(people, st.integers(1, 400))
@settings(max_examples=200, deadline=None)
def test_people_fit_when_some_number_of_groups_holds_them(size: People, present: int) -> None:
    most = present if size.side_by_side else 1
    high = size.high if size.high is not None else present
    possible = any(k * size.low <= present <= k * max(high, 0) for k in range(1, most + 1))
    assert fits(size, present) == possible
    if fits(size, present) and size.side_by_side and size.high:
        groups = groups_for(size, present)
        assert groups * size.low <= present <= groups * size.high


@given(minutes)
def test_usual_minutes_lie_in_the_range(span: Minutes) -> None:
    assert span.low <= usual_minutes(span) <= span.high


@pytest.mark.parametrize(
    ("low", "high", "usual"), [(6, 12, 9), (20, 30, 25), (45, 70, 60), (12, 20, 15), (17, 18, 18)]
)
def test_usual_minutes_are_a_round_middle(low: int, high: int, usual: int) -> None:
    assert usual_minutes(Minutes(low, high)) == usual


@given(minutes, people)
def test_minutes_and_people_can_be_typed_as_they_are_shown(span: Minutes, size: People) -> None:
    assert read_minutes(typed_minutes(span)) == span
    assert read_minutes(minutes_words(span)) == span
    assert read_people(typed_people(size), side_by_side=size.side_by_side) == size
    read_people(people_words(size))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("3+", People(3)), ("5 to 8", People(5, 8)), ("5-8 people", People(5, 8)), ("", People()),
        ("up to 12", People(1, 12)), ("at least 4", People(4)), ("4 or more", People(4)),
        ("Any size", People()), ("4", People(4, 4)),
    ],
)  # fmt: skip
def test_people_are_read_as_people_write_them(typed: str, read: People) -> None:
    assert read_people(typed) == read


@pytest.mark.parametrize("typed", ["many", "-3", "3 or 5 or 8", "1e9", "9999999+"])
def test_what_is_no_number_of_people_is_said_at_the_field(typed: str) -> None:
    with pytest.raises(BadInput, match="is not a number of people") as caught:
        read_people(typed)
    assert caught.value.field == "people"


@pytest.mark.parametrize("typed", ["", "soon", "-5", "1:30", "5 to"])
def test_what_is_no_number_of_minutes_is_said_at_the_field(typed: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_minutes(typed)
    assert caught.value.field == "minutes"


def test_steps_are_written_one_to_a_line() -> None:
    text = "5 min: Think alone.\n3 x 9 min: One asks.\n\nThen all together.\n10 minutes of rest"
    read = steps_of(text)
    assert read == (
        Step("Think alone.", 5),
        Step("One asks.", 9, 3),
        Step("Then all together."),
        Step("10 minutes of rest"),
    )
    assert steps_of(steps_text(read)) == read
    assert lines_of("- one\n* two\n\n three ") == ("one", "two", "three")


def test_a_block_of_a_method_brings_all_it_needs() -> None:
    block = block_of(METHODS["troika-consulting"], 24)
    assert (block.method, block.minutes, block.grouping) == ("Troika consulting", 24, "Threes")
    assert block.kind is BlockKind.PRACTISE
    assert block.title == "Bring one thing that bothers you"
    assert "turns away" in block.to_say
    assert "Card with the steps" in block.materials
    assert block.remote.startswith("Rooms of three")


def test_a_block_becomes_a_method_of_about_its_length() -> None:
    block = AgendaBlock(1, "Show and tell", 20, BlockKind.INPUT, to_say="Show.", materials="A\n\nB")
    method = checked_method(method_of(block))
    assert (method.name, method.minutes) == ("Show and tell", Minutes(16, 24))
    assert method.materials == ("A", "B")
    assert checked_method(method_of(AgendaBlock(1, "x", 0))).minutes == Minutes(1, 2)


def test_a_name_that_is_taken_gives_way() -> None:
    assert free_name("Round", frozenset()) == "Round"
    assert free_name("Round", frozenset({"round"})) == "Round, my way"
    assert free_name("Round", frozenset({"round", "round, my way"})) == "Round, my way 2"


def test_the_name_of_a_file_is_plain() -> None:
    assert file_name(METHODS["world-cafe"]) == "world-cafe.toml"
    assert file_name(Method("../../日本", BlockKind.BREAK, Minutes(1, 2))) == "method.toml"
