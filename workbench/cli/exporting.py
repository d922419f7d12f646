"""`workbench export ...` and `brief`: what leaves the house."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from workbench.cli.options import FILE, community_option, day, opened, protected
from workbench.storage.workspace import Workspace


@click.group()
def export() -> None:
    """Write Excel workbooks: roster, attendance, contributions."""


def _export_command(
    name: str, write: Callable[[Workspace, str, Path, date | None], None], says: str
) -> None:
    @export.command(name, help=says)
    @click.argument("file", type=FILE)
    @click.argument("out", type=FILE)
    @community_option
    @click.option("--as-of", default=None, callback=day, help="As it was on this day.")
    @protected
    def command(
        file: Path, out: Path, community: str, as_of: date | None, passphrase_file: Path | None
    ) -> None:
        with opened(file, passphrase_file) as workspace:
            write(workspace, community, out, as_of)
        click.echo(f"Wrote {out}.")


def _roster(workspace: Workspace, community: str, out: Path, as_of: date | None) -> None:
    from workbench.reports.exports import export_roster

    export_roster(workspace, community, out, as_of)


def _attendance(workspace: Workspace, community: str, out: Path, as_of: date | None) -> None:
    from workbench.reports.exports import export_attendance

    export_attendance(workspace, community, out, as_of)


def _contributions(workspace: Workspace, community: str, out: Path, as_of: date | None) -> None:
    from workbench.reports.exports import export_contributions

    export_contributions(workspace, community, out, as_of)


_export_command("roster", _roster, "Write the roster of a community to OUT (.xlsx).")
_export_command("attendance", _attendance, "Write the attendance of a community to OUT (.xlsx).")
_export_command("contributions", _contributions, "Write the contributions to OUT (.xlsx).")


@click.command()
@click.argument("file", type=FILE)
@click.argument("out", type=FILE)
@community_option
@click.option("--from", "start", default=None, callback=day, help="First day of the period.")
@click.option("--to", "end", default=None, callback=day, help="Last day of the period.")
@protected
def brief(
    file: Path,
    out: Path,
    community: str,
    start: date | None,
    end: date | None,
    passphrase_file: Path | None,
) -> None:
    """Write the one-page brief for leaders to OUT (.pdf)."""
    from workbench.reports.brief import write_brief

    with opened(file, passphrase_file) as workspace:
        write_brief(workspace, community, out, start, end)
    click.echo(f"Wrote {out}.")


COMMANDS = (export, brief)
