"""`workbench print`: a print of a session, such as its run sheet, or one of a survey wave."""

from pathlib import Path

import click

from workbench.cli.options import FILE, Whole, community_option, opened, protected

_PAPERS = ("A4", "Letter")
_OF_WAVES = ("survey", "said")
_SHEETS = ("run", "agenda", "cue", "sign-in", "five-minutes", *_OF_WAVES)


@click.command("print")
@click.argument("file", type=FILE)
@click.argument("out", type=FILE)
@community_option
@click.option("--session", default=None, type=Whole(1), help="Number of the session in the file.")
@click.option("--wave", default=None, help="Name of the wave, for survey and said.")
@click.option("--sheet", required=True, type=click.Choice(_SHEETS), help="What to print.")
@click.option("--paper", default="A4", type=click.Choice(_PAPERS, case_sensitive=False))
@click.option("--cue-for", default=None, help="Whose cue card; empty for every block.")
@click.option("--by", "order", default="last", type=click.Choice(("last", "first")),
              help="Sign-in sheet by last or first name.")  # fmt: skip
@click.option(
    "--blank-lines", default=None, type=Whole(0), help="Blank lines on the sign-in sheet."
)
@protected
def print_(
    file: Path,
    out: Path,
    community: str,
    session: int | None,
    wave: str | None,
    sheet: str,
    paper: str,
    cue_for: str | None,
    order: str,
    blank_lines: int | None,
    passphrase_file: Path | None,
) -> None:
    """Write a print of a session, or one of a survey wave (its form, what was said), as .pdf."""
    if sheet in _OF_WAVES:
        if wave is None:
            raise click.UsageError("This print needs --wave with the name of the wave.")
        _print_of_wave(file, out, community, wave, sheet, paper, passphrase_file)
        return
    if session is None:
        raise click.UsageError("This print needs --session with the number of the session.")
    from workbench.reports.brief_contents import Paper
    from workbench.reports.prints.choices import BLANK_LINES, PrintChoice, Sheet
    from workbench.reports.prints.writing import write_print
    from workbench.sessions.sign_in_rules import NameOrder

    choice = PrintChoice(
        Sheet(sheet),
        Paper[paper.upper()],
        NameOrder(order),
        BLANK_LINES if blank_lines is None else blank_lines,
        cue_for,
    )
    with opened(file, passphrase_file) as workspace:
        write_print(workspace, community, session, choice, out)
    click.echo(f"Wrote {out}.")


def _print_of_wave(
    file: Path,
    out: Path,
    community: str,
    wave: str,
    sheet: str,
    paper: str,
    passphrase_file: Path | None,
) -> None:
    from workbench.reports.brief_contents import Paper
    from workbench.reports.prints.wave_prints import write_said_sheet, write_survey_form

    write = write_said_sheet if sheet == "said" else write_survey_form
    with opened(file, passphrase_file) as workspace:
        write(workspace, community, wave, Paper[paper.upper()], out)
    click.echo(f"Wrote {out}.")
