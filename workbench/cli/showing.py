"""Commands that show: results of surveys, every page as a picture, a test of the installed copy."""

from pathlib import Path

import click

from workbench.cli.options import (
    FILE,
    as_json,
    community_option,
    json_option,
    opened,
    protected,
)


@click.command()
@click.argument("file", type=FILE)
@community_option
@click.option("--instrument", required=True, help="Key of the questionnaire, such as ucla-3.")
@protected
@json_option
def results(
    file: Path, community: str, instrument: str, passphrase_file: Path | None, json_: bool
) -> None:
    """Print the waves of an instrument, the changes between them and the trend."""
    from workbench.insights.queries import results as results_of

    with opened(file, passphrase_file) as workspace:
        found = workspace.read(results_of, community, instrument)
    if json_:
        as_json(found.as_json())
    else:
        for line in found.lines():
            click.echo(line)


@click.command()
@click.argument("folder", type=FILE)
@click.option("--themes", is_flag=True, help="Also dark, 200 % text and a small window.")
def tour(folder: Path, themes: bool) -> None:
    """Draw every page of the sample workspace into FOLDER, with its brief and roster."""
    from workbench.ui.tour import draw_tour

    for path in draw_tour(folder, themes=themes):
        click.echo(str(path))


@click.command("self-test")
def self_test() -> None:
    """Prove that this copy works: a sample workspace, its charts, brief, roster and pages."""
    import tempfile

    from workbench.ui.tour import draw_tour

    with tempfile.TemporaryDirectory() as folder:
        drawn = draw_tour(Path(folder))
    click.echo(f"All is well: {len(drawn)} files made and looked at.")


COMMANDS = (results, tour, self_test)
