"""`workbench wave ...`: planning, opening and closing a wave of questionnaires."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.options import (
    FILE,
    Whole,
    as_json,
    community_option,
    day,
    json_option,
    opened,
    pairs,
    protected,
)
from workbench.foundation.errors import BadInput, DecisionNeeded, NotFound
from workbench.foundation.text import fold, listed
from workbench.foundation.words import Means, WaveState
from workbench.storage.workspace import Workspace

if TYPE_CHECKING:
    from workbench.surveys.asking_queries import AskingRow

WAVE = click.option("--wave", required=True, help="Name of the wave, such as March.")


@click.group()
def wave() -> None:
    """Plan, open and close waves of questionnaires; settle an alarm; destroy the key of codes."""


@wave.command("list")
@click.argument("file", type=FILE)
@community_option
@protected
@json_option
def list_(file: Path, community: str, passphrase_file: Path | None, json_: bool) -> None:
    """List the waves of a community with how they stand."""
    with opened(file, passphrase_file) as workspace:
        _, rows = _askings(workspace, community)
    if json_:
        as_json({"community": community, "waves": [_as_json(row) for row in rows]})
        return
    for row in rows:
        click.echo(f"{row.label}: {row.state}, {_titles(row)}{_invited(row)}")
    if not rows:
        click.echo(f"{community} has no wave yet.")


@wave.command()
@click.argument("file", type=FILE)
@community_option
@WAVE
@click.option("--instrument", "instruments", multiple=True, required=True,
              help="Key of a questionnaire; once for each, in the order asked.")  # fmt: skip
@click.option("--invited", type=Whole(1), default=None, help="How many are asked.")
@click.option("--minimum", type=Whole(1), default=None, help="Smallest group shown, 5 or more.")
@click.option("--closes-on", default=None, callback=day, help="Day on which it is to close.")
@click.option("--expect", type=Whole(1), default=None, help="How many answers to expect.")
@click.option("--matters", multiple=True, metavar="KEY=POINTS",
              help="Smallest change of a score that matters.")  # fmt: skip
@click.option("--departments", default=None, help='Choices offered, as "Support,Sales".')
@click.option("--comment", is_flag=True, help="Ask for own words as well.")
@click.option(
    "--how-often", is_flag=True, help="Ask how often people came, on this laptop and on paper."
)
@click.option(
    "--code", is_flag=True, help="Ask for a code that links waves, on paper and in files."
)
@click.option("--by", "means", multiple=True, type=click.Choice([each.value for each in Means]),
              help="How people answer; once for each way.")  # fmt: skip
@protected
def plan(
    file: Path,
    community: str,
    wave: str,
    instruments: tuple[str, ...],
    invited: int | None,
    minimum: int | None,
    closes_on: date | None,
    expect: int | None,
    matters: tuple[str, ...],
    departments: str | None,
    comment: bool,
    how_often: bool,
    code: bool,
    means: tuple[str, ...],
    passphrase_file: Path | None,
) -> None:
    """Plan a wave, and say what it can find before anybody is asked."""
    from workbench.communities.queries import community_named
    from workbench.surveys.asking_actions import plan_asking
    from workbench.surveys.asking_rules import AskingPlan
    from workbench.surveys.promise import CODE_QUESTIONS
    from workbench.surveys.usual_queries import usual_minimum

    with opened(file, passphrase_file) as workspace:
        community_id = workspace.read(community_named, community).id
        planned = AskingPlan(
            label=wave,
            instruments=instruments,
            invited=invited,
            minimum_group=minimum or workspace.read(usual_minimum),
            closes_on=closes_on,
            change_that_matters=_points(pairs(matters, "--matters"), instruments),
            expected_answers=expect,
            departments=tuple((departments or "").split(",")) if departments else (),
            asks_comment=comment,
            asks_attendance=how_often,
            code_parts=CODE_QUESTIONS if code else (),
            means=frozenset(map(Means, means)) or frozenset({Means.FILE}),
        )
        workspace.perform(plan_asking, community_id, planned)
        said = _can_find(workspace, community_id, instruments, expect)
    click.echo(f"Planned {wave}. Nobody is asked before it is opened.")
    for sentence in said:
        click.echo(sentence)


@wave.command("open")
@click.argument("file", type=FILE)
@community_option
@WAVE
@protected
def open_(file: Path, community: str, wave: str, passphrase_file: Path | None) -> None:
    """Open a planned wave: its questionnaires, limit and promise are fixed from now on."""
    from workbench.surveys.asking_actions import open_asking

    with opened(file, passphrase_file) as workspace:
        row = _named(workspace, community, wave, WaveState.PLANNED)
        workspace.perform(open_asking, row.id)
    click.echo(f"{row.label} is open. No result can be seen before it is closed.")


@wave.command()
@click.argument("file", type=FILE)
@community_option
@WAVE
@click.option("--on", default=None, callback=day, help="Day of closing; otherwise today.")
@click.option("--discard-sealed", is_flag=True, help="Let go a small round that waits sealed.")
@protected
def close(
    file: Path,
    community: str,
    wave: str,
    on: date | None,
    discard_sealed: bool,
    passphrase_file: Path | None,
) -> None:
    """Close an open wave for good: its figures are worked out once and frozen."""
    from workbench.surveys.closing import close_asking_for_good

    with opened(file, passphrase_file) as workspace:
        row = _named(workspace, community, wave, WaveState.OPEN)
        if row.sealed and not discard_sealed:
            raise DecisionNeeded(
                [f"A small round waits sealed for {row.label} and would be lost. Is that right?"],
                "Wait for more answers, or add --discard-sealed.",
            )
        close_asking_for_good(workspace, row.id, on)
        _, rows = _askings(workspace, community)
        row = next(each for each in rows if each.id == row.id)
        hidden = _hidden(workspace, row)
    click.echo(f"{row.label} is closed and frozen: {_titles(row)}.")
    for sentence in hidden:
        click.echo(sentence)


def _askings(workspace: Workspace, community: str) -> "tuple[int, list[AskingRow]]":
    from workbench.communities.queries import community_named
    from workbench.surveys.asking_queries import askings

    community_id = workspace.read(community_named, community).id
    return community_id, workspace.read(askings, community_id)


def _named(workspace: Workspace, community: str, wave: str, state: WaveState) -> "AskingRow":
    """Return the wave of that name that stands so; raises NotFound, BadInput."""
    _, rows = _askings(workspace, community)
    same = [row for row in rows if fold(row.label) == fold(wave)]
    found = [row for row in same if row.state is state]
    if len(found) == 1:
        return found[0]
    if len(found) > 1:
        raise BadInput(f"{community} has several waves {wave} that are {state}.",
                       "Rename or delete one of them in the window.")  # fmt: skip
    if same:
        raise BadInput(f"The wave {same[-1].label} is {same[-1].state}, not {state}.",
                       "See them with: workbench wave list.")  # fmt: skip
    names = listed([row.label for row in rows]) or "none yet"
    raise NotFound(f"{community} has no wave {wave}.", f"Its waves: {names}.")


def _titles(row: "AskingRow") -> str:
    return listed([each.instrument_title for each in row.waves])


def _invited(row: "AskingRow") -> str:
    return f", {row.plan.invited} invited" if row.plan.invited else ""


def _as_json(row: "AskingRow") -> dict[str, object]:
    closed = [each.closed_on for each in row.waves if each.closed_on]
    return {
        "label": row.label,
        "state": row.state.value,
        "instruments": list(row.plan.instruments),
        "invited": row.plan.invited,
        "minimum_group": row.plan.minimum_group,
        "closes_on": row.plan.closes_on,
        "closed_on": max(closed) if closed else None,
        "sealed": row.sealed,
    }


def _points(given: dict[str, str], instruments: Sequence[str]) -> dict[str, float]:
    for key in given:
        if key not in instruments:
            raise BadInput(f"--matters names {key}, which is not asked.", "Add --instrument too.")
    try:
        return {key: float(points) for key, points in given.items()}
    except ValueError as error:
        raise BadInput(
            "--matters needs a number of points.", "Write it as safety-pulse=0.3."
        ) from error


def _can_find(
    workspace: Workspace, community_id: int, instruments: Sequence[str], expect: int | None
) -> list[str]:
    """Return for each questionnaire asked here before what so many answers can find."""
    from workbench.surveys.asking_power import found_with
    from workbench.surveys.asking_power_queries import spread_of
    from workbench.surveys.queries import instrument_named

    said = []
    for key in instruments if expect else ():
        instrument = workspace.read(instrument_named, key)
        spread = workspace.read(spread_of, community_id, instrument)
        found = found_with(expect or 0, spread) if spread else None
        if found is not None:
            said.append(f"{instrument.title}: {found.said}")
    return said


def _hidden(workspace: Workspace, row: "AskingRow") -> list[str]:
    """Return which questionnaires of a wave that is closed show nothing, and why."""
    from workbench.surveys.queries import wave_result

    results = [workspace.read(wave_result, each.id) for each in row.waves]
    return [
        f"{one.wave.instrument_title} shows nothing: {one.figures.reason}."
        for one in results
        if one.figures.suppressed
    ]
