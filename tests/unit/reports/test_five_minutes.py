"""The five-minute brief: always one side, whatever there is to say, and what is cut is said."""

from pathlib import Path

import pytest

from tests.unit.reports.print_samples import MADE, ODD, letter_sizes, plan_of, words_of
from workbench.reports.brief_contents import Paper
from workbench.reports.pdf import print_pdf
from workbench.reports.prints.fitting import fitted
from workbench.reports.prints.five_minutes import (
    FOR_YOU_ONLY,
    BriefLine,
    BriefPart,
    FiveMinutes,
    five_minutes_tries,
    shown_part,
)
from workbench.reports.prints.plan import head_of


def part(key: str, *lines: BriefLine, beyond: int = 0) -> BriefPart:
    return BriefPart(
        key, key.capitalize(), "A note.", lines, "Nothing here.", beyond, "from before"
    )


def brief(*parts: BriefPart, title: str = "Handovers", carried: str = "") -> FiveMinutes:
    return FiveMinutes(
        17,
        head_of(plan_of(title=title), "Five-minute brief", private=FOR_YOU_ONLY),
        (("Place", "Birch room"), ("People", "about 31 of 48 are likely to come")),
        ("From your debrief", carried) if carried else None,
        parts,
    )


def pages(contents: FiveMinutes, paper: Paper = Paper.A4) -> list[str]:
    tries = five_minutes_tries(contents, paper)
    return words_of(print_pdf("five-minutes.typ", fitted("five-minutes.typ", tries), MADE))


def lines(number: int, words: str = "Support · last here 3 Sep") -> tuple[BriefLine, ...]:
    return tuple(BriefLine(f"Person {n}", words) for n in range(number))


def test_short_lists_are_whole() -> None:
    (page,) = pages(brief(part("new", *lines(3)), part("promises"), carried="Pallets again"))

    assert all(f"Person {n} Support" in page for n in range(3))
    assert "Nothing here." in page
    assert "Pallets again" in page
    assert "For you only" in page
    assert "more" not in page


def test_no_export_and_no_brief_for_leaders_knows_of_it() -> None:
    package = Path(__file__).parents[3] / "workbench"
    own = (package / "reports" / "prints", package / "ui" / "reports")
    knowing = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if "prints.five_minutes" in path.read_text(encoding="utf-8") and path.parent not in own
    }

    assert knowing == set()
    pages = {path.name for path in own[1].glob("*.py") if "prints." in path.read_text("utf-8")}
    assert all(name.startswith(("five_minutes_", "prints_")) for name in pages), pages


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("words", ["Support", "many words " * 60, "W" * 400, ODD * 3])
def test_it_always_fits_one_side(paper: Paper, words: str) -> None:
    full = [part(key, *lines(200, words), beyond=9) for key in ("a", "b", "c", "d", "e", "f")]

    tightest = brief(*full, title="T" * 200, carried=words * 5)

    (page,) = pages(tightest, paper)

    assert page.count(" more") >= 6
    assert "Page 1 of 1" in page
    tries = five_minutes_tries(tightest, paper)
    assert min(letter_sizes(print_pdf("five-minutes.typ", next(tries), MADE))) >= 8


def test_what_is_cut_is_counted() -> None:
    long = part("questions", *lines(19), beyond=60)

    assert [len(shown_part(long, most)[0]) for most in (8, 19, 50)] == [8, 19, 19]
    assert shown_part(long, 8)[1] == "and 71 more"
    assert shown_part(long, 19)[1] == "and 60 more from before"
    assert shown_part(part("new", *lines(2)), 2)[1] == ""
