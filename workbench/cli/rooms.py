"""`workbench rooms`: breakout rooms of a session, drawn or as they are in use."""

from pathlib import Path

import click

from workbench.cli.options import FILE, Whole, as_json, json_option, opened, protected


@click.command()
@click.argument("file", type=FILE)
@click.option(
    "--session", "session_id", type=Whole(1), required=True, help="Number of the session."
)
@click.option("--block", type=Whole(0), default=None, help="Number of the block; 0 is all of it.")
@click.option("--size", type=Whole(0), default=None, help="People in a room; draws anew.")
@click.option(
    "--seed", type=Whole(0), default=None, help="Draws anew; each number gives another draw."
)
@click.option("--everybody", is_flag=True, help="Seat all who could come, not only the likely.")
@click.option("--use", is_flag=True, help="Put the rooms to use, in place of those before.")
@click.option("--out", type=FILE, default=None, help="Room list (.pdf) or Zoom's file (.csv).")
@click.option("--paper", default="A4", type=click.Choice(["A4", "Letter"], case_sensitive=False))
@protected
@json_option
def rooms(
    file: Path,
    session_id: int,
    block: int | None,
    size: int | None,
    seed: int | None,
    everybody: bool,
    use: bool,
    out: Path | None,
    paper: str,
    passphrase_file: Path | None,
    json_: bool,
) -> None:
    """Draw breakout rooms, or show those in use; nothing is kept without --use."""
    from workbench.reports.brief_contents import Paper
    from workbench.reports.room_draw import RoomsWanted, make_rooms, use_made, write_made

    said = []
    with opened(file, passphrase_file) as workspace:
        made = make_rooms(workspace, session_id, RoomsWanted(block, size, seed, everybody))
        if out is not None:
            left_out = write_made(made, out, Paper[paper.upper()])
            said = [f"Wrote {out}.", *([left_out] if left_out else [])]
        if use:
            said.append(use_made(workspace, made))
    if json_:
        as_json(made.as_json() | {"used": made.used or use})
        return
    for line in [*made.lines(), *said]:
        click.echo(line)


COMMANDS = (rooms,)
