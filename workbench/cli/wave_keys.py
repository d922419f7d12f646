"""`workbench wave settle` and `destroy-key`: alarms about a key of scoring, the key of codes."""

from collections.abc import Sequence
from pathlib import Path

import click

from workbench.cli.options import FILE, community_option, opened, protected
from workbench.cli.waves import WAVE, wave
from workbench.foundation.errors import DecisionNeeded, NotFound
from workbench.foundation.text import counted, fold, listed

_LOST_LINKS = (
    "No answer of {} could be linked to another wave any more; changes that are frozen stay. "
    "Is that right?"
)


@wave.command()
@click.argument("file", type=FILE)
@community_option
@WAVE
@click.option("--instrument", required=True, help="Key of the questionnaire, such as ucla-3.")
@click.option("--alarm", default=None, help="Name of the alarm, where a wave has more than one.")
@click.option("--reason", required=True, help="What you found when you looked into it.")
@protected
def settle(
    file: Path,
    community: str,
    wave: str,
    instrument: str,
    alarm: str | None,
    reason: str,
    passphrase_file: Path | None,
) -> None:
    """Settle an alarm about the key of a questionnaire, so that a brief can be written."""
    from workbench.communities.queries import community_named
    from workbench.surveys.key_alarm_actions import settle_alarm
    from workbench.surveys.queries import instrument_named, wave_results

    with opened(file, passphrase_file) as workspace:
        community_id = workspace.read(community_named, community).id
        key = workspace.read(instrument_named, instrument).id
        results = workspace.read(wave_results, community_id, key)
        found = next((one for one in results if fold(one.wave.label) == fold(wave)), None)
        if found is None:
            raise NotFound(f"{community} has no closed wave {wave} of {key}.",
                           "See them with: workbench wave list.")  # fmt: skip
        name = alarm or _only_alarm([one.name for one in found.open_alarms], found.wave.label)
        workspace.perform(settle_alarm, found.wave.id, name, reason)
    click.echo(f"Settled in {found.wave.label}: {name}.")


@wave.command("destroy-key")
@click.argument("file", type=FILE)
@community_option
@click.option("--for-good", is_flag=True, help="Yes: no answer can ever be linked again.")
@protected
def destroy_key(file: Path, community: str, for_good: bool, passphrase_file: Path | None) -> None:
    """Destroy the key behind people's own codes, and forget every link between their answers."""
    from workbench.communities.queries import community_named
    from workbench.surveys.unlinking import destroy_links_for_good

    with opened(file, passphrase_file) as workspace:
        found = workspace.read(community_named, community)
        if not for_good:
            raise DecisionNeeded([_LOST_LINKS.format(found.name)], "Say so with --for-good.")
        destroy_links_for_good(workspace, found.id)
    click.echo("The key is destroyed. No answers can be linked by it.")


def _only_alarm(names: Sequence[str], label: str) -> str:
    if not names:
        raise NotFound(f"{label} has no alarm that is open.", "There is nothing to settle.")
    if len(names) > 1:
        many = counted(len(names), "alarm", "alarms")
        options = listed([f'--alarm "{name}"' for name in names], last="or")
        raise DecisionNeeded([f"{label} has {many}: which one?"], f"Say so with {options}.")
    return names[0]


COMMANDS = (wave,)
