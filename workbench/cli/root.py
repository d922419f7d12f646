"""The command line: thin, over the same actions and queries as the pages.

Exit 0 on success; 2 with one plain sentence on standard error for what the user can mend; 1, with
the place of a local report, for a fault of the program. Never a traceback.
"""

import os
import sys
from datetime import datetime

import click

from workbench import __version__
from workbench.cli import (
    exporting,
    files,
    importing,
    instruments,
    planning,
    printing,
    rooms,
    showing,
    wave_keys,
)
from workbench.foundation.errors import UserFixable
from workbench.foundation.text import listed


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code; without a command, open the window."""
    try:
        result = workbench.main(arguments, prog_name="workbench", standalone_mode=False)
    except UserFixable as error:
        click.echo(f"{error}", err=True)
        return 2
    except click.exceptions.NoArgsIsHelpError as error:
        names = listed(sorted(error.ctx.command.commands), last="or")  # type: ignore[attr-defined]
        click.echo(f"Say what: {error.ctx.command_path} {names}.", err=True)
        return 2
    except click.UsageError as error:
        hint = f" See: {error.ctx.command_path} --help" if error.ctx else ""
        said = " ".join(error.format_message().split())  # choices come one to a line
        stop = "" if said.endswith((".", "?")) else "."
        click.echo(f"{said}{stop}{hint}", err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. Nothing more was changed.", err=True)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader is gone
        return 0
    except OSError as error:
        click.echo(
            f"Writing stopped: {error.strerror or error}. Free some space, or write elsewhere.",
            err=True,
        )
        return 2
    except Exception as error:  # noqa: BLE001 - the last line between a fault and a traceback
        return _own_fault(error)
    return int(result or 0)


def _own_fault(error: Exception) -> int:
    from workbench.foundation.crash_report import keep_report

    try:
        place = f"A report was kept in {keep_report(error, datetime.now().astimezone())}."
    except OSError:
        place = "A report could not be kept."
    click.echo(f"The program made a mistake ({type(error).__name__}). {place}", err=True)
    return 1


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="Facilitator Workbench")
@click.pass_context
def workbench(context: click.Context) -> int:
    """Facilitator Workbench: alone, it opens the window."""
    if context.invoked_subcommand is not None:
        return 0
    from workbench.ui.app import run_window

    code: int = run_window(None)
    return code


for command in (
    *files.COMMANDS,
    importing.import_,
    *instruments.COMMANDS,
    *showing.COMMANDS,
    *wave_keys.COMMANDS,
    *exporting.COMMANDS,
    *planning.COMMANDS,
    *rooms.COMMANDS,
    printing.print_,
):
    workbench.add_command(command)
