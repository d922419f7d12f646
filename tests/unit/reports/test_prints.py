"""Prints of a session, reopened: what stands on them, what must not, how many pages they take."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.reports.print_samples import (
    MADE,
    ODD,
    PRIVATE,
    TRACKS,
    USUAL,
    letter_sizes,
    long_plan,
    many_people,
    odd_plan,
    plan_of,
    size_of,
    words_of,
)
from workbench.foundation.errors import BadInput
from workbench.reports.brief_contents import Paper
from workbench.reports.paper import cut, printable
from workbench.reports.pdf import print_pdf
from workbench.reports.prints.cue_card import STEPS, CueCard, cue_card, cue_card_data, leads_of
from workbench.reports.prints.fitting import fitted
from workbench.reports.prints.handout import handout, handout_data
from workbench.reports.prints.plan import SessionPlan
from workbench.reports.prints.run_sheet import run_sheet, run_sheet_data
from workbench.reports.prints.sign_in import sign_in, sign_in_data
from workbench.sessions.agenda import AgendaBlock, TrackPlan
from workbench.sessions.sign_in_rules import NameOrder, list_code


def run_pdf(plan: SessionPlan, paper: Paper = Paper.A4) -> bytes:
    return print_pdf("run.typ", run_sheet_data(run_sheet(plan), paper), MADE)


def agenda_pdf(plan: SessionPlan, paper: Paper = Paper.A4) -> bytes:
    return print_pdf("agenda.typ", handout_data(handout(plan), paper), MADE)


def cue_pdf(card: CueCard, paper: Paper = Paper.A4) -> bytes:
    tries = (cue_card_data(card, paper, step) for step in STEPS)
    return print_pdf("cue.typ", fitted("cue.typ", tries), MADE)


def sign_in_pdf(people: int, paper: Paper = Paper.A4, blank_lines: int = 8) -> bytes:
    rows = many_people(people)
    contents = sign_in(plan_of(), rows, NameOrder.LAST, blank_lines)
    return print_pdf("sign-in.typ", sign_in_data(contents, paper), MADE)


# the run sheet


def test_the_run_sheet_holds_the_whole_plan() -> None:
    (page,) = words_of(run_pdf(plan_of()))

    for words in (
        "Handovers that hold", "Thu 15 October 2026, 14:00 to 15:30", "Birch room and Teams",
        "Goal: Tickets reach the right person", "14:00 to 14:08 8 min", "Round in threes",
        "Exchange · 1-2-4-All · Fours · Ravi", f"One minute alone. {PRIVATE} Then two.",
        f"Energy amber {PRIVATE}", "Bring Cards, pens", "Remote Three rooms", "fixed start",
        "2 min without a block before this", "Bring one handover", "by Tue 13 Oct", "Page 1 of 1",
        "The last block ends at 15:37, the slot at 15:30.", "15:37 End", "To bring", "Real",
        f"{PRIVATE} in the note",
    ):  # fmt: skip
        assert words in page, words


def test_an_overlap_and_what_is_left_are_said() -> None:
    blocks = (USUAL[0], *(b for b in USUAL if b.locked_start))
    early = AgendaBlock(1, "Long one", 40)
    assert (
        "Starts 10 min before the block above ends"
        in words_of(run_pdf(plan_of((early, USUAL[2]))))[0]
    )
    assert "55 minutes of the slot left" in words_of(run_pdf(plan_of(blocks)))[0]


def test_short_tracks_stand_side_by_side_and_long_ones_below_each_other() -> None:
    sheet = run_sheet(plan_of(TRACKS))
    first, second = sheet.lines[1].tracks

    assert sheet.lines[1].side_by_side
    assert (first.name, first.place, first.remark) == (
        "New people", "Birch room", "5 min longer than the block",
    )  # fmt: skip
    assert (second.name, second.remark) == ("Track 2", "10 min left at its end")
    assert [line.start for line in first.lines] == ["14:10", "14:35"]
    wordy = AgendaBlock(9, "Wordy", 10, to_say="Many words. " * 300)
    track = TRACKS[1].tracks[0]
    long = AgendaBlock(2, "Rooms", 40, tracks=(track, type(track)(2, blocks=(wordy,))))
    plan = plan_of((long,))
    assert not run_sheet(plan).lines[0].side_by_side
    assert "At the same time: Track 2" in " ".join(words_of(run_pdf(plan)))


def test_forty_blocks_take_pages_with_repeated_heads() -> None:
    pages = words_of(run_pdf(long_plan(40), Paper.LETTER))

    assert 3 <= len(pages) <= 6
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "What, and what to say" in page or "To bring" in page
    assert all("Bridges · Handovers that hold" in page for page in pages[1:])
    everything = " ".join(pages)
    assert all(f"Block number {number} " in everything for number in range(1, 41))


@pytest.mark.parametrize("many_lines", ["word " * 3000, "a line\n" * 300])
def test_a_block_longer_than_a_page_goes_on_over_the_next(many_lines: str) -> None:
    pages = words_of(
        run_pdf(plan_of((AgendaBlock(1, "Long", 30, to_say=f"{many_lines}LASTWORD"),)))
    )

    assert len(pages) >= 2
    assert "LASTWORD" in pages[-1]
    assert "Page 2 of" in pages[1]


def test_an_empty_session_leaves_lines_for_notes() -> None:
    assert "no blocks yet" in words_of(run_pdf(plan_of(())))[0]
    assert "still being made" in words_of(agenda_pdf(plan_of(())))[0]
    assert "no blocks yet" in words_of(cue_pdf(cue_card(plan_of(()))))[0]


# the agenda for participants


@pytest.mark.parametrize("blocks", [USUAL, TRACKS])
def test_participants_see_nothing_private(blocks: tuple[AgendaBlock, ...]) -> None:
    plan = plan_of(blocks)
    pdf = agenda_pdf(plan)

    assert PRIVATE in " ".join(words_of(run_pdf(plan)))  # the marker is there to be kept back
    assert PRIVATE not in repr(handout(plan))
    assert PRIVATE not in repr(handout_data(handout(plan), Paper.A4))
    assert PRIVATE not in " ".join(words_of(pdf))
    assert PRIVATE.encode() not in pdf


def test_participants_see_times_titles_leads_and_what_to_bring() -> None:
    (page,) = words_of(agenda_pdf(plan_of(TRACKS)))

    for words in (
        "14:00 Welcome · Ruth", "New people · Birch room · Priya", "14:35 Ask anything",
        "Track 2 · Teams · Ravi", "15:10 End", "Before you come",
        "Bring one handover · everyone · 10 min · by Tue 13 Oct · bring Troika card",
    ):  # fmt: skip
        assert words in page, words
    assert "Bell" not in page
    assert "Goal" not in page
    assert "Book the room" not in page  # what the host does before


private = st.text("abcdefgh", min_size=3, max_size=20).map(lambda text: f"ZQ{text.upper()}")
blocks_with_secrets = st.lists(
    st.builds(
        AgendaBlock, st.just(0), st.text("abc", min_size=1), st.integers(1, 60),
        method=private, grouping=private, to_say=private, materials=private, remote=private,
        values=private.map(lambda text: ((7, text),)),
    ),
    max_size=4,
)  # fmt: skip


@given(blocks_with_secrets, blocks_with_secrets)
@settings(max_examples=40)
def test_no_private_field_ever_reaches_participants(
    blocks: list[AgendaBlock], inside: list[AgendaBlock]
) -> None:
    tracks = TRACKS[1].tracks
    room = AgendaBlock(
        9, "Rooms", 30, to_say="ZQROOM", tracks=(*tracks, TrackPlan(3, blocks=tuple(inside)))
    )
    data = handout_data(handout(plan_of((*blocks, room))), Paper.A4)

    assert "ZQ" not in repr(data["lines"])


# the cue card


def test_the_cue_card_is_one_half_sheet_for_who_leads() -> None:
    pdf = cue_pdf(cue_card(plan_of(), "Ravi"))
    (page,) = words_of(pdf)

    assert size_of(pdf) == (420, 595)
    assert size_of(cue_pdf(cue_card(plan_of()), Paper.LETTER)) == (396, 612)
    assert "Cue card: Ravi" in page
    assert "14:08 Where do handovers break? · 20 min One minute alone. At hand: Cards and pens" in (
        page
    )
    assert PRIVATE not in page  # the first words are the first sentence
    assert "14:00 Check-in · Ruth" in page


def test_the_cue_card_finds_the_co_host() -> None:
    assert cue_card(plan_of()).who == "Ravi"  # Ravi Iyer is a co-host
    assert cue_card(plan_of(co_hosts=())).who == "Ravi"  # the lead beside the facilitator
    assert cue_card(plan_of(co_hosts=(), facilitator="")).who == ""
    assert leads_of(plan_of()) == ["Ruth", "Ravi"]
    everyone = cue_card(plan_of(), "")
    assert all(cue.mine for cue in everyone.cues)
    assert everyone.cues[0].then == "14:08 Ravi"


def test_a_lead_of_a_track_is_that_of_its_blocks() -> None:
    cues = cue_card(plan_of(TRACKS), "Priya").cues

    assert [cue.title for cue in cues if cue.mine] == ["Meet the norms", "Ask anything"]
    assert [cue.start for cue in cues] == sorted(cue.start for cue in cues)


@pytest.mark.parametrize("who", ["Ravi", "Ruth", ""])
def test_a_cue_card_always_fits_one_side(who: str) -> None:
    (page,) = words_of(cue_pdf(cue_card(long_plan(60), who)))

    assert "see the run sheet" in page
    assert "Page 1 of 1" in page
    assert len(words_of(cue_pdf(cue_card(odd_plan(), who)))) == 1


# the sign-in sheet


@pytest.mark.parametrize(("people", "pages"), [(0, 1), (5, 1), (48, 2), (500, 15)])
def test_everybody_has_a_line(people: int, pages: int) -> None:
    found = words_of(sign_in_pdf(people))
    everything = " ".join(found)

    assert len(found) == pages
    for number in range(1, people + 1):
        assert f"{number} Last{number:03}, First{number:03}" in everything
    assert all(f"+{line}" in everything for line in range(1, 9))
    assert "People in the room" in found[0]
    assert f"List {list_code(many_people(people))}" in found[0]
    assert all("No. Name" in page for page in found)


def test_blank_lines_are_chosen_and_bounded() -> None:
    assert "+20" in words_of(sign_in_pdf(5, Paper.LETTER, 20))[0]
    assert "+1" not in words_of(sign_in_pdf(5, blank_lines=0))[0]
    with pytest.raises(BadInput, match="cannot have 9,999 blank lines"):
        sign_in_pdf(5, blank_lines=9999)


def test_the_sign_in_sheet_is_not_private() -> None:
    assert PRIVATE not in " ".join(words_of(sign_in_pdf(5)))
    assert PRIVATE.encode() not in sign_in_pdf(5)


# all of them


@pytest.mark.parametrize("paper", list(Paper))
def test_odd_writing_is_printed_as_written(paper: Paper) -> None:
    plan = odd_plan()

    for pdf in (run_pdf(plan, paper), agenda_pdf(plan, paper), cue_pdf(cue_card(plan), paper)):
        everything = " ".join(words_of(pdf))
        assert "#[*bold*] $x^2$" in everything
        assert "W" * 12 in everything.replace("\u200b", "").replace(" ", "")
        assert "flip" in everything  # nothing turns the letters round
        assert "\x00" not in everything


@pytest.mark.parametrize("plan", [plan_of(TRACKS), long_plan(60), odd_plan()])
def test_nothing_is_smaller_than_8_points(plan: SessionPlan) -> None:
    pdfs = [run_pdf(plan), agenda_pdf(plan), cue_pdf(cue_card(plan)), sign_in_pdf(50)]

    assert all(min(letter_sizes(pdf)) >= 8 for pdf in pdfs)
    assert max(letter_sizes(pdfs[0])) >= 12


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert run_pdf(plan_of()) == run_pdf(plan_of())


def test_words_are_made_fit_for_paper() -> None:
    assert printable({"a": ["x\x00y", 3, ("b" * 30,)]}) == {
        "a": ["xy", 3, ["\u200b".join(("b" * 12, "b" * 12, "b" * 6))]]
    }
    assert printable(ODD).count("\x07") == 0
    assert (cut("short", 9), cut("rather long", 8)) == ("short", "rather…")
