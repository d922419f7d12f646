"""Templates as text: what is written is read back the same, and every mistake is told plainly."""

from datetime import time
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.errors import BadInput, UnreadableFile
from workbench.foundation.text import clean, fold, kept
from workbench.foundation.toml_lines import line_of, toml_lines
from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import AgendaBlock, TrackPlan, on_the_wall
from workbench.sessions.pre_work_rules import PreWorkItem
from workbench.sessions.template_parser import parse_template, template_from_bytes
from workbench.sessions.template_rules import (
    SessionPlan,
    blocks_of,
    checked_name,
    column_names,
    free_name,
    pre_work_of,
    template_of,
)
from workbench.sessions.template_writer import template_text

STARTS = time(14)
COLUMNS = {7: "Slide", 9: 'Who "films"'}
NUMBERS = {fold(name): number for number, name in COLUMNS.items()}
letters = st.characters(exclude_categories=["Cs"])
texts = st.text(letters, max_size=30).map(kept)
lines = st.text(letters, max_size=20).map(lambda text: clean(kept(text)))
titles = lines.filter(bool)
_KEYS = count(1)


def _blocks(tracks: st.SearchStrategy[Any]) -> st.SearchStrategy[AgendaBlock]:
    values = st.dictionaries(st.sampled_from(sorted(COLUMNS)), texts.filter(bool), max_size=2)
    return st.builds(
        AgendaBlock,
        key=st.builds(lambda: next(_KEYS)),
        title=titles,
        minutes=st.integers(1, 720),
        kind=st.sampled_from(BlockKind),
        locked_start=st.none() | st.integers(0, 720).map(lambda m: on_the_wall(STARTS, m)),
        method=texts, lead=texts, grouping=texts, to_say=texts, materials=texts, remote=texts,
        values=values.map(lambda said: tuple(sorted(said.items()))),
        tracks=tracks,
    )  # fmt: skip


_INNER = st.lists(_blocks(st.just(())), max_size=2).map(tuple)
_TRACKS = st.lists(st.tuples(lines, lines, lines, _INNER), max_size=3).map(
    lambda rows: tuple(TrackPlan(n, *row) for n, row in enumerate(rows, 1))
)
agendas = st.lists(_blocks(_TRACKS), min_size=1, max_size=4)
items = st.builds(
    PreWorkItem, st.just(0), titles, lines, st.none() | st.integers(1, 10_000),
    st.integers(0, 365), texts,
)  # fmt: skip


def without_keys(blocks: Any) -> list[Any]:
    return [
        (
            *(
                getattr(block, name)
                for name in AgendaBlock.__slots__
                if name not in ("key", "tracks")
            ),
            [(t.number, t.name, t.place, t.lead, without_keys(t.blocks)) for t in block.tracks],
        )
        for block in blocks
    ]


@settings(max_examples=60, deadline=None)
@given(agendas, st.lists(items, max_size=3), titles, st.integers(1, 1440))
def test_an_agenda_comes_back_from_its_text(
    blocks: list[AgendaBlock], pre_work: list[PreWorkItem], name: str, minutes: int
) -> None:
    plan = SessionPlan(
        starts=STARTS, minutes=minutes, kind="Deep dive", blocks=blocks, pre_work=pre_work,
        columns=COLUMNS,
    )  # fmt: skip
    template = template_of(plan, name, "Why not")
    again = parse_template(template_text(template), "it")
    assert again == template
    back = blocks_of(again, STARTS, NUMBERS)
    assert without_keys(back) == without_keys(blocks)
    keys = [b.key for each in back for b in (each, *(i for t in each.tracks for i in t.blocks))]
    assert len(set(keys)) == len(keys)
    assert max(keys) < 0
    assert pre_work_of(again) == pre_work
    assert (again.name, again.minutes, again.kind) == (name, minutes, "Deep dive")


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "ignore"))
)
def test_any_file_is_a_template_or_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"^odd\.toml"):
        template_from_bytes(content, "odd.toml")


GOOD = """name = "Circle"
minutes = 60

[[pre_work]]
text = "Read"

[[blocks]]
title = "Arrive"
minutes = 10

[[blocks]]
title = "Rooms"
kind = "practise"
minutes = 50
to_say = \"\"\"
[[blocks]]
minutes = 3
\"\"\"

[[blocks.tracks]]
name = "A"

[[blocks.tracks.blocks]]
title = "Inside"
minutes = 20
[blocks.tracks.blocks.columns]
"Slide" = "3"
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("minutes = 10", "minutes = 0", "it, line 9: A block cannot last 0 minutes."),
        ("minutes = 50", "minutes = 10000", "it, line 14: A block cannot last 10,000 minutes."),
        ("minutes = 20", "minutes = -1", "it, line 25: A block cannot last -1 minutes."),
        ("minutes = 20", 'minutes = "20"', 'it, line 25: "minutes" needs a whole number.'),
        ("minutes = 60", "minutes = 1.5", 'it, line 2: "minutes" needs a whole number.'),
        ("minutes = 10\n", "", 'it, line 7: the field "minutes" is missing.'),
        ('"practise"', '"dance"', 'it, line 13: "dance" is no kind of block'),
        ('title = "Arrive"', 'titel = "Arrive"', 'it, line 8: a template has no field "titel"'),
        ('title = "Inside"', 'title = " "', "it, line 24: the block has no title."),
        ('name = "Circle"', 'name = ""', "it, line 1: the template has no name."),
        ('text = "Read"', 'text = ""', "it, line 5: Pre-work needs to say what to do."),
        ('text = "Read"', 'text = "R"\nminutes = 0', "it, line 6: Pre-work cannot take 0 minutes."),
        ('name = "A"', 'name = "A', "it, line 21: this line is not written"),
        ("minutes = 60", "minutes = 60\nminutes = 5", "it, line 3: this stands there twice."),
        ("[[pre_work]]", "[name]", "it, line 4: this stands there twice."),
        ("minutes = 60", "minutes = ", "it, line 2: this line is not written"),
        ("minutes = 10", "minutes = 10\nstarts_after = 721", "it, line 10: a block cannot be"),
        ('"Slide" = "3"', '"Slide" = "3"\n"slide " = "4"', "it, line 28: There is a column Slide"),
        ('"Slide" = "3"', '"Slide" = 3', 'it, line 26: "columns" needs text in quotes.'),
        (
            '"Slide" = "3"', '"Slide" = "3"\n[[blocks.tracks.blocks.tracks]]\nname = "x"',
            "it, line 28: a block in a track cannot have tracks",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(old: str, new: str, said: str) -> None:
    assert old in GOOD
    with pytest.raises(UnreadableFile) as refused:
        parse_template(GOOD.replace(old, new, 1), "it")
    assert refused.value.sentence.startswith(said), refused.value.sentence
    assert refused.value.next_step


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "circle.toml: it is empty."),
        (b" \n\n", "circle.toml: it is empty."),
        (b"\xef\xbb\xbf", "circle.toml: it is empty."),
        (b"\x89PNG\r\n\x1a\n\xff\x00", "circle.toml: it is not a text file."),
        (b'name = "x"\nminutes = 5', "circle.toml: it holds no blocks."),
        (b"a = " + b"[" * 90_000, "circle.toml: its lists stand too deep inside each other."),
        (b"a = " + b"9" * 5000, "circle.toml: this line is not written as a template's lines are."),
        (b"[[blocks]]\ntitle = ", "circle.toml, line 2: it ends in the middle"),
        (b'name = """open', "circle.toml, line 1: it ends in the middle of something."),
        (b"x" * 1_000_001, "circle.toml: it is too large for an agenda."),
    ],
)
def test_a_damaged_file_is_refused_by_its_name(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        template_from_bytes(content, "circle.toml")
    assert refused.value.sentence.startswith(said), refused.value.sentence
    assert refused.value.next_step


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_files_of_common_editors_are_read(encoding: str) -> None:
    text = GOOD.replace("Arrive", "Zoë kommt an").replace("\n", "\r\n")
    assert template_from_bytes(text.encode(encoding), "x").blocks[0].title == "Zoë kommt an"


def test_what_no_file_may_hold_is_left_out() -> None:
    text = GOOD.replace("Arrive", "Ar\\u0000rive\\u001b\\n now").replace("Circle", "Cir\\u0000cle")
    template = parse_template(text, "it")
    assert blocks_of(template, STARTS, {})[0].title == "Arrive now"
    assert checked_name(template.name) == "Circle"
    with pytest.raises(UnreadableFile, match="the block has no title"):
        parse_template(GOOD.replace("Arrive", "\\u0000"), "it")


def test_own_columns_are_found_by_name_and_others_left_out() -> None:
    template = parse_template(GOOD.replace('"Slide"', '"SLIDE "'), "it")
    assert column_names(template) == ["SLIDE"]
    inner = blocks_of(template, STARTS, {"slide": 4})[1].tracks[0].blocks[0]
    assert inner.values == ((4, "3"),)
    assert blocks_of(template, STARTS, {})[1].tracks[0].blocks[0].values == ()


def test_locked_starts_keep_their_distance_from_the_start() -> None:
    plan = SessionPlan(
        starts=time(22), minutes=180, kind="", pre_work=[], columns={},
        blocks=[AgendaBlock(1, "Late", 20, locked_start=time(0, 30))],
    )  # fmt: skip
    template = template_of(plan, "Night")
    assert template.blocks[0].starts_after == 150
    assert blocks_of(template, time(9), {})[0].locked_start == time(11, 30)


def test_names_are_needed_and_made_free() -> None:
    plan = SessionPlan(starts=STARTS, minutes=5, kind="", blocks=[], pre_work=[], columns={})
    with pytest.raises(BadInput, match="no blocks"):
        template_of(plan, "x")
    assert free_name("Circle", ["Other"]) == "Circle"
    assert free_name("Circle", ["circle", "CIRCLE 2"]) == "Circle 3"


def test_lines_are_found_by_path() -> None:
    found = toml_lines(GOOD)
    assert found["blocks[1].tracks[0].blocks[0].minutes"] == 25
    assert line_of("blocks[1].tracks[0].blocks[0].columns.Slide", found) == 27
    assert line_of("blocks[1].nothing.at.all", found) == 11
    assert line_of("nowhere", found) is None
