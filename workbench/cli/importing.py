"""`workbench import ...`: rosters, attendance, responses, figures."""

from datetime import date
from pathlib import Path
from typing import Any, Literal

import click

from workbench.cli.options import (
    FILE,
    Minutes,
    Whole,
    as_json,
    day,
    into_community,
    json_option,
    opened_for,
    pairs,
    protected,
)
from workbench.foundation.errors import BadInput, DecisionNeeded


@click.group("import")
def import_() -> None:
    """Bring files in: roster, attendance, responses, figures."""


def _report(result: Any, json_: bool) -> int:  # noqa: ANN401 - each import has its own shape
    """Print what came of an import; 2 where a person must decide first."""
    if json_:
        as_json(result.as_json())
    else:
        for line in result.lines():
            click.echo(line)
    questions = list(getattr(result, "questions", ()))
    if questions and not result.written:
        raise DecisionNeeded(questions)
    return 0


@import_.command("roster")
@click.argument("file", type=FILE)
@click.argument("source", type=FILE)
@into_community
@click.option("--preview", is_flag=True, help="Say what would happen; write nothing.")
@click.option("--map", "maps", multiple=True, metavar="COLUMN=FIELD", help="Say what a column is.")
@protected
@json_option
def import_roster(
    file: Path,
    source: Path,
    community: str,
    new_community: bool,
    preview: bool,
    maps: tuple[str, ...],
    passphrase_file: Path | None,
    json_: bool,
) -> int:
    """Bring people from SOURCE (xlsx, xls, ods, csv) into a community."""
    from workbench.imports.roster import apply_roster, preview_roster

    with opened_for(file, passphrase_file, community, new_community=new_community) as workspace:
        step = preview_roster if preview else apply_roster
        result = step(workspace, community, source, pairs(maps, "--map"))
        code = _report(result, json_)
    taken = any(row.kind != "rejected" for row in result.plan.rows)
    if result.rejected and not (taken or preview):
        raise BadInput(
            f"No row of {source.name} could be taken: {result.rejected[0].reason}.",
            "Mend the list, or say what its columns are with --map COLUMN=FIELD.",
        )
    return code


@import_.command("attendance")
@click.argument("file", type=FILE)
@click.argument("source", type=FILE)
@into_community
@click.option("--session", type=Whole(1), default=None, help="Number of the session.")
@click.option("--create", is_flag=True, help="Make the session from the file's title and times.")
@click.option(
    "--min-minutes",
    type=Minutes(),
    default=None,
    help="Here from N minutes; usually half of them.",
)
@click.option("--who-not-when", is_flag=True, help="Keep who came; drop all times.")
@click.option("--guests", is_flag=True, help="Add people whom nobody on the roster is like.")
@click.option("--dates", type=click.Choice(["day-first", "month-first"]), default=None)
@click.option("--preview", is_flag=True, help="Say what would happen; write nothing.")
@protected
@json_option
def import_attendance(
    file: Path,
    source: Path,
    community: str,
    new_community: bool,
    session: int | None,
    create: bool,
    min_minutes: float | None,
    who_not_when: bool,
    guests: bool,
    dates: str | None,
    preview: bool,
    passphrase_file: Path | None,
    json_: bool,
) -> int:
    """Bring a Teams, Zoom or Meet attendance report SOURCE into a session."""
    from workbench.imports.attendance_choices import AttendanceChoices
    from workbench.imports.attendance_command import apply_attendance, preview_attendance

    if session is not None and create:
        raise BadInput("--session and --create exclude each other.", "Give one of them.")
    if session is None and not create and not preview:
        raise BadInput(
            "The file needs a session.", "Give --session with its number, or --create to make one."
        )
    choices = AttendanceChoices(session, create, min_minutes, who_not_when, dates)
    with opened_for(file, passphrase_file, community, new_community=new_community) as workspace:
        step = preview_attendance if preview else apply_attendance
        return _report(step(workspace, community, source, choices, guests=guests), json_)


@import_.command("responses")
@click.argument("file", type=FILE)
@click.argument("source", type=FILE)
@into_community
@click.option("--instrument", required=True, help="Key of the questionnaire, such as ucla-3.")
@click.option("--wave", required=True, help="Label of the wave, such as March.")
@click.option("--closed-on", required=True, callback=day, help="Day the wave closed.")
@click.option("--invited", type=Whole(0), default=None, help="How many were asked.")
@click.option("--columns", default=None, help='"A,B,C" or "PREFIX_{}": where the items stand.')
@click.option("--codes", default=None, help='"LABEL=NUMBER,...": what the labels mean.')
@click.option("--link", default=None, help='Column of a linking code, or its parts "A,B,C,D".')
@click.option("--comment", default=None, metavar="COLUMN", help="Column of people's own words.")
@click.option("--department", default=None, metavar="COLUMN", help="Column of a chosen department.")
@click.option("--sheet", default="", help="Name of the sheet that holds the answers.")
@click.option(
    "--duplicates",
    type=click.Choice(["all", "last"]),
    default=None,
    help="Which rows count where somebody answered twice.",
)
@click.option("--where", "wheres", multiple=True, metavar="COLUMN=VALUE", help="Take these rows.")
@click.option("--preview", is_flag=True, help="Say what would happen; write nothing.")
@protected
@json_option
def import_responses(
    file: Path,
    source: Path,
    community: str,
    new_community: bool,
    instrument: str,
    wave: str,
    closed_on: date,
    invited: int | None,
    columns: str | None,
    codes: str | None,
    link: str | None,
    comment: str | None,
    department: str | None,
    sheet: str,
    duplicates: Literal["all", "last"] | None,
    wheres: tuple[str, ...],
    preview: bool,
    passphrase_file: Path | None,
    json_: bool,
) -> int:
    """Bring survey answers from SOURCE into a closed wave; who answered is dropped on reading."""
    from workbench.imports.responses import ResponseChoices, apply_responses, preview_responses
    from workbench.surveys.wave_rules import MoreThanInvited

    choices = ResponseChoices(
        instrument,
        wave,
        closed_on,
        invited,
        columns,
        codes,
        pairs(wheres, "--where"),
        department=department,
        comment=comment,
        link=link,
        duplicates=duplicates or "",
        sheet=sheet,
    )
    with opened_for(file, passphrase_file, community, new_community=new_community) as workspace:
        step = preview_responses if preview else apply_responses
        try:
            return _report(step(workspace, community, source, choices), json_)
        except MoreThanInvited as problem:
            raise DecisionNeeded(
                [f"{problem.sentence} Was the number wrong?"],
                f"Say so with --invited {problem.answered}.",
            ) from problem


@import_.command("figures")
@click.argument("file", type=FILE)
@click.argument("source", type=FILE)
@into_community
@click.option(
    "--decimal",
    type=click.Choice(["point", "comma"]),
    default=None,
    help="How to read 12.000 where the file leaves it open.",
)
@click.option("--preview", is_flag=True, help="Say what would happen; write nothing.")
@protected
@json_option
def import_figures(
    file: Path,
    source: Path,
    community: str,
    new_community: bool,
    decimal: str | None,
    preview: bool,
    passphrase_file: Path | None,
    json_: bool,
) -> int:
    """Bring monthly business figures from SOURCE: a column of months, a column for each figure."""
    from workbench.imports.figures import apply_figures, preview_figures

    with opened_for(file, passphrase_file, community, new_community=new_community) as workspace:
        step = preview_figures if preview else apply_figures
        return _report(step(workspace, community, source, decimal), json_)
