"""Prints and the five-minute brief from a real file: the sample, private notes, odd sessions."""

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.factories import CLOCK, community_with
from tests.unit.reports.print_samples import size_of, words_of
from workbench.cli import run
from workbench.contributions.actions import log_contribution
from workbench.contributions.promise_actions import add_promise
from workbench.contributions.question_actions import mark_answered
from workbench.contributions.rules import Gift, PromiseDraft
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.words import ContributionKind as Kind
from workbench.foundation.words import Mark
from workbench.imports.sample import make_sample
from workbench.models.sessions import Debrief, KeepApart, PreWork
from workbench.reports.brief_contents import Paper
from workbench.reports.prints.choices import PrintChoice, Sheet
from workbench.reports.prints.five_minutes import FiveMinutes
from workbench.reports.prints.print_queries import five_minutes_of, read_print, session_to_print
from workbench.reports.prints.ready import print_file
from workbench.reports.prints.writing import write_print
from workbench.rosters.actions import add_people
from workbench.rosters.rules import PersonDraft
from workbench.sessions.actions import SessionDraft, add_session, cancel_session
from workbench.sessions.attendance_actions import mark_attendance, mark_many
from workbench.sessions.sign_in_queries import sign_in_rows
from workbench.sessions.sign_in_rules import NameOrder
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace, create_workspace, open_workspace

NEXT = 17
SECRET = "KEEPTHISTOYOURSELF"
VERDICTS = ("absentee", "inactive", "at risk", "lurker", "failed", "silent", "poor", "drop")


@action("Write privately")
def write_privately(work: Work, session_id: int, one: int, other: int) -> None:
    work.session.add(KeepApart(person_id=one, other_id=other, note=SECRET))
    work.session.add(PreWork(session_id=session_id, position=0, text=SECRET, who="facilitator"))


@action("Write debrief")
def write_debrief(work: Work, session_id: int, carry_over: str) -> None:
    work.session.add(
        Debrief(session_id=session_id, carry_over=carry_over, written_at=work.clock.now())
    )


@pytest.fixture(scope="module")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("prints") / "bridges.fwb"
    make_sample(path)
    return path


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(Path(shutil.copy(sample_file, tmp_path / "s.fwb")), clock=CLOCK) as opened:
        yield opened


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Workspace]:
    with create_workspace(tmp_path / "w.fwb", clock=CLOCK) as opened:
        yield opened


def made(workspace: Workspace, sheet: Sheet, session: int = NEXT, **options: object) -> bytes:
    choice = PrintChoice(sheet, **options)  # type: ignore[arg-type] # fields by name
    return print_file(workspace.read(read_print, session, choice, CLOCK.today()))


def session_on(workspace: Workspace, community: int, title: str, starts: datetime) -> int:
    draft = SessionDraft(title=title, starts=starts)
    return workspace.perform(add_session, community, draft).value


def part(brief: FiveMinutes, key: str) -> list[str]:
    (found,) = [one for one in brief.parts if one.key == key]
    return [f"{line.lead}: {line.rest}" for line in found.lines]


def brief_of(workspace: Workspace, session: int) -> FiveMinutes:
    return workspace.read(five_minutes_of, session, CLOCK.today())


# the sample


def test_every_print_of_the_sample(sample: Workspace) -> None:
    pages = {sheet: words_of(made(sample, sheet)) for sheet in Sheet}

    assert {sheet: len(found) for sheet, found in pages.items()} == {
        Sheet.RUN: 1, Sheet.AGENDA: 1, Sheet.CUE: 1, Sheet.SIGN_IN: 2, Sheet.FIVE_MINUTES: 1,
    }  # fmt: skip
    assert all("Handovers that hold" in found[0] for found in pages.values())
    assert "5 minutes over." in pages[Sheet.RUN][0]
    assert "Cue card: Ravi" in pages[Sheet.CUE][0]
    assert "31 Nilsen, Clara Sales" in pages[Sheet.SIGN_IN][1]
    assert "apologies" not in " ".join(pages[Sheet.SIGN_IN]), "the sheet goes round the room"
    assert "List " in pages[Sheet.SIGN_IN][0]
    assert ": 48 people by last name" in pages[Sheet.SIGN_IN][0]
    assert "For you only" in pages[Sheet.FIVE_MINUTES][0]
    assert all("For you only" not in pages[sheet][0] for sheet in list(Sheet)[:-1])


def test_both_papers(sample: Workspace) -> None:
    assert size_of(made(sample, Sheet.RUN)) == (595, 842)
    assert size_of(made(sample, Sheet.RUN, paper=Paper.LETTER)) == (612, 792)
    assert len(words_of(made(sample, Sheet.FIVE_MINUTES, paper=Paper.LETTER))) == 1


def test_the_sign_in_numbers_are_those_that_can_be_typed(sample: Workspace) -> None:
    rows = sample.read(sign_in_rows, NEXT)
    page = " ".join(words_of(made(sample, Sheet.SIGN_IN)))

    assert len(rows) == 48
    assert all(f"{row.number} {row.shown} {row.department}" in page for row in rows)
    assert sum(row.apologies for row in rows) == 3
    by_first = " ".join(words_of(made(sample, Sheet.SIGN_IN, order=NameOrder.FIRST)))
    assert "1 Ama Boateng Support" in by_first


def test_nothing_private_leaves_the_facilitators_own_prints(sample: Workspace) -> None:
    sample.perform(write_privately, NEXT, 3, 4)

    for sheet in (Sheet.AGENDA, Sheet.CUE, Sheet.SIGN_IN):
        pdf = made(sample, sheet)
        assert SECRET not in " ".join(words_of(pdf))
        assert SECRET.encode() not in pdf
    assert SECRET in words_of(made(sample, Sheet.RUN))[0]  # the host's own pre-work
    assert SECRET not in repr([line for p in brief_of(sample, NEXT).parts for line in p.lines])
    said = " ".join(words_of(made(sample, Sheet.AGENDA)))
    for to_say in ("handed over three times", "turns away and listens", "Three Teams rooms"):
        assert to_say not in said
        assert to_say in words_of(made(sample, Sheet.RUN))[0]


def test_the_brief_of_the_sample(sample: Workspace) -> None:
    brief = brief_of(sample, NEXT)

    facts = dict(brief.facts)
    assert facts["People"] == "about 31 of 48 are likely to come"
    assert facts["Apologies"] == "Bea Almeida, Clara Nilsen and Leila Haddad"
    assert facts["Goal"] == "Tickets reach the right person"
    assert "Tomasz Zieliński: Operations · last here 20 Aug" in part(brief, "returning")
    assert "Wren Harper: Engineering · here 2 times so far" in part(brief, "new")
    assert part(brief, "promises")[-1].startswith("Kofi Mensah: Share the packing-bay checklist")
    said = " ".join(f"{one.title} {one.note} {one.nothing}" for one in brief.parts).lower()
    assert not [word for word in VERDICTS if word in said]
    away = {"Bea Almeida", "Clara Nilsen", "Leila Haddad"}
    named = {one.lead for p in brief.parts if p.key != "questions" for one in p.lines}
    assert not away & named  # who sent apologies is not waited for
    (questions,) = [one for one in brief.parts if one.key == "questions"]
    assert (len(questions.lines), questions.beyond) == (19, 0)
    assert questions.lines[0].question_id is not None
    sample.perform(mark_answered, questions.lines[0].question_id)
    (now,) = [one for one in brief_of(sample, NEXT).parts if one.key == "questions"]
    assert now.lines == questions.lines[1:]


# a small community


def test_who_returns_who_is_new_and_who_was_not_heard(small: Workspace) -> None:
    number, ama, jonas, priya = community_with(
        small, "Ama Boateng", "Jonas Weber", "Priya Raman", joined_on=date(2026, 1, 1)
    )
    sessions = [
        session_on(small, number, f"S{day}", datetime(2026, 9, day, 14)) for day in (1, 8, 15, 22)
    ]
    coming = session_on(small, number, "Next", datetime(2026, 10, 20, 14))
    here, missed = Mark.PRESENT, Mark.ABSENT
    for place, session in enumerate(sessions):
        marks = {ama: here, jonas: here if place < 2 else missed, priya: here}
        small.perform(mark_many, session, marks)
    gift = Gift(giver_id=ama, kind=Kind.STORY, text="A story", given_on=date(2026, 9, 1))
    small.perform(log_contribution, number, gift)
    joined = PersonDraft(
        name="Zoe Martin", joined_on=date(2026, 10, 1), reason_to_join="to meet Support"
    )
    small.perform(add_people, number, [joined])
    small.perform(add_promise, number, PromiseDraft(text="Bring tea", due_on=date(2026, 10, 20)))
    small.perform(add_promise, number, PromiseDraft(text="Later", due_on=date(2026, 10, 21)))
    small.perform(write_debrief, sessions[-1], "Ask about the pallets again")

    brief = brief_of(small, coming)

    assert part(brief, "returning") == ["Jonas Weber: last here 8 Sep"]
    assert part(brief, "new") == ["Zoe Martin: first session · hopes for: to meet Support"]
    assert part(brief, "not-heard") == ["Jonas Weber: ", "Priya Raman: "]
    assert part(brief, "promises") == ["You: Bring tea (due 20\u00a0Oct)"]
    assert brief.carried == ("From your debrief of 22 Sep, S22", "Ask about the pallets again")
    small.perform(mark_attendance, coming, jonas, Mark.EXCUSED)
    again = brief_of(small, coming)
    assert part(again, "returning") == []
    assert dict(again.facts)["Apologies"] == "Jonas Weber"


def test_a_first_session_with_nobody_and_nothing(small: Workspace) -> None:
    (number,) = community_with(small)
    first = session_on(small, number, "First", datetime(2026, 10, 20, 14))

    for sheet in Sheet:
        assert len(words_of(made(small, sheet, first))) == 1
    assert all(not one.lines for one in brief_of(small, first).parts)
    small.perform(cancel_session, first)
    assert "(cancelled)" in words_of(made(small, Sheet.AGENDA, first))[0]


def test_which_session_is_printed_without_a_choice(small: Workspace) -> None:
    (number,) = community_with(small)
    assert small.read(session_to_print, number, CLOCK.local()) is None
    past = session_on(small, number, "Past", datetime(2026, 9, 1, 14))
    assert small.read(session_to_print, number, CLOCK.local()) == past
    coming = session_on(small, number, "To come", datetime(2026, 10, 20, 14))
    assert small.read(session_to_print, number, CLOCK.local()) == coming


# writing


def test_a_print_is_written_or_refused_in_a_sentence(small: Workspace, tmp_path: Path) -> None:
    (number,) = community_with(small)
    other = session_on(small, number, "One", datetime(2026, 10, 20, 14))
    choice = PrintChoice(Sheet.RUN)

    write_print(small, "Bridges", other, choice, tmp_path / "run.PDF")
    assert (tmp_path / "run.PDF").read_bytes().startswith(b"%PDF")
    with pytest.raises(BadInput, match=r"run\.txt is not a name"):
        write_print(small, "Bridges", other, choice, tmp_path / "run.txt")
    with pytest.raises(NotFound):
        write_print(small, "Bridges", 99, choice, tmp_path / "run.pdf")
    with pytest.raises(NotFound):
        write_print(small, "Nowhere", other, choice, tmp_path / "run.pdf")
    assert not (tmp_path / "run.pdf").exists()


@pytest.mark.parametrize("sheet", ["run", "agenda", "cue", "sign-in", "five-minutes"])
def test_every_print_from_the_command_line(sample_file: Path, tmp_path: Path, sheet: str) -> None:
    out = tmp_path / f"{sheet}.pdf"
    asked = ["--community", "Bridges", "--session", str(NEXT), "--sheet", sheet]

    assert run(["print", str(sample_file), str(out), *asked, "--paper", "letter"]) == 0
    assert size_of(out.read_bytes()) == ((396, 612) if sheet == "cue" else (612, 792))
    asked[3] = "99"
    assert run(["print", str(sample_file), str(out), *asked]) == 2


@pytest.mark.parametrize(
    ("out", "more", "said"),
    [
        ("", [], "it is empty. Write the name of a file."),
        (".", [], "Write a name before .pdf."),
        (".pdf", [], "Write a name before .pdf."),
        ("x.pdf", ["--blank-lines", "-3"], "write a whole number from 0"),
        ("x.pdf", ["--sheet", "cue", "--cue-for", "Nobody"], "Nobody leads no block of Handovers"),
        ("x.pdf", ["--sheet", "poster"], "'poster' is not one of"),
    ],
)
def test_a_bad_print_is_refused_in_one_line(
    sample_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    out: str,
    more: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = ["--community", "Bridges", "--session", str(NEXT), "--sheet", "run", *more]
    assert run(["print", str(sample_file), out, *asked]) == 2
    words = capsys.readouterr().err
    assert said in words
    assert words.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_a_print_without_its_sheet_is_told_the_choices_in_one_line(
    sample_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["print", str(sample_file), "x.pdf", "--community", "B", "--session", "1"]) == 2
    words = capsys.readouterr().err
    assert "Choose from: run, agenda, cue, sign-in, five-minutes, survey, said. See:" in words
    assert words.count("\n") == 1
