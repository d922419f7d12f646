"""Commands about the workspace file itself: open, new, check, backup, restore."""

from pathlib import Path

import click

from workbench.cli.options import FILE, as_json, json_option, opened, passphrase, protected
from workbench.foundation.errors import UserFixable
from workbench.storage.workspace import create_workspace


@click.command("open")
@click.argument("file", type=FILE)
def open_(file: Path) -> int:
    """Open FILE in the window."""
    from workbench.ui.app import run_window

    return run_window(file)


@click.command()
@click.argument("file", type=FILE)
@click.option("--sample", is_flag=True, help="Fill it with the sample community Bridges.")
@protected
@json_option
def new(file: Path, sample: bool, passphrase_file: Path | None, json_: bool) -> None:
    """Make a new workspace FILE, protected if a passphrase is given."""
    secret = passphrase(passphrase_file)
    if sample:
        from workbench.imports.sample import make_sample

        make_sample(file, secret)
    else:
        create_workspace(file, secret).close()
    if json_:
        as_json({"file": str(file), "protected": secret is not None, "sample": sample})
    else:
        click.echo(f"Made {file}{' with the sample community' if sample else ''}.")


@click.command()
@click.argument("file", type=FILE)
@protected
@json_option
def check(file: Path, passphrase_file: Path | None, json_: bool) -> int:
    """Look whether FILE is whole; exit 2 if it is not."""
    from workbench.storage.check import check_file

    health = check_file(file, passphrase(passphrase_file))
    if json_:
        as_json({"whole": health.whole, "problems": health.problems, "rows": health.rows})
    else:
        rows = sum(health.rows.values())
        click.echo(f"{file.name} is whole: {len(health.rows)} tables, {rows:,} rows.")
    if not health.whole:
        raise UserFixable(
            "This file is damaged",
            f"{file.name} is damaged: {'; '.join(health.problems[:3])}.",
            "Restore the newest backup with: workbench restore BACKUP FILE",
        )
    return 0


@click.command()
@click.argument("file", type=FILE)
@click.argument("folder", type=FILE, required=False)
@protected
@json_option
def backup(file: Path, folder: Path | None, passphrase_file: Path | None, json_: bool) -> None:
    """Write a checked copy of FILE into FOLDER, or beside the file."""
    from workbench.storage.backups import Why, back_up

    with opened(file, passphrase_file) as workspace:
        copy = back_up(workspace, Why.BY_HAND, folder)
    if json_:
        as_json({"backup": str(copy.path), "size": copy.size, "checked": copy.checked})
    else:
        click.echo(f"Backed up to {copy.path}, opened and checked.")


@click.command()
@click.argument("backup_file", metavar="BACKUP", type=FILE)
@click.argument("file", type=FILE)
@protected
@json_option
def restore(backup_file: Path, file: Path, passphrase_file: Path | None, json_: bool) -> None:
    """Put BACKUP in the place of FILE; what lies there now is set aside first."""
    from workbench.storage.restore import restore as put_back

    restored = put_back(backup_file, file, passphrase(passphrase_file))
    if json_:
        aside = restored.set_aside
        as_json({"file": str(restored.path), "set_aside": str(aside) if aside else None})
    else:
        click.echo(restored.sentence)


COMMANDS = (open_, new, check, backup, restore)
