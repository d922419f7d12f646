"""`workbench check-instrument` and `keep-instrument`: questionnaires of one's own from files."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.options import FILE, as_json, json_option, opened, protected
from workbench.foundation.errors import BadInput, UnreadableFile
from workbench.foundation.text import counted

if TYPE_CHECKING:
    from workbench.surveys.instrument_lines import Problem


@click.command("check-instrument")
@click.argument("source", type=FILE)
@json_option
def check_instrument(source: Path, json_: bool) -> None:
    """Check the questionnaire in SOURCE (.toml) and name every problem with its line."""
    from workbench.surveys.instrument_lines import read_instrument

    instrument, problems = read_instrument(_text(source))
    if json_:
        as_json({"file": source.name, "problems": problems})
    if problems:
        raise BadInput(_told(source, problems))
    if instrument is not None and not json_:
        items = counted(len(instrument.items), "item", "items")
        wording = "with wording" if instrument.has_wording else "a key without wording"
        click.echo(f"{source.name} is right: {instrument.title}, {items}, {wording}.")


@click.command("keep-instrument")
@click.argument("file", type=FILE)
@click.argument("source", type=FILE)
@protected
def keep_instrument(file: Path, source: Path, passphrase_file: Path | None) -> None:
    """Take the questionnaire in SOURCE (.toml) into FILE."""
    from workbench.surveys.instrument_actions import keep_own

    text = _text(source)
    with opened(file, passphrase_file) as workspace:
        kept = workspace.perform(keep_own, text, f"the file {source.name}").value
    key, _at, version = kept.partition("@")
    click.echo(f"Kept {key}, version {version}.")


def _text(source: Path) -> str:
    from workbench.surveys.instrument_parser import text_of_file

    try:
        return text_of_file(source.read_bytes(), source.name)
    except OSError as error:
        raise UnreadableFile(
            f"{source} cannot be read.", "Check the name, and that it is a file."
        ) from error


def _told(source: Path, problems: "tuple[Problem, ...]") -> str:
    many = counted(len(problems), "problem", "problems")
    lines = "\n".join(f"  {one.told}" for one in problems)
    return f"{source.name} has {many}:\n{lines}"


COMMANDS = (check_instrument, keep_instrument)
