"""`workbench season` and `calendar`: planning many sessions, and handing their dates out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from workbench.cli.options import (
    FILE,
    Whole,
    as_json,
    community_option,
    day,
    json_option,
    opened,
    protected,
)
from workbench.foundation.errors import BadInput, UnreadableFile
from workbench.foundation.words import OnDayOff
from workbench.sessions.days_off import DaysShut, read_country
from workbench.sessions.recurrence import checked_rule
from workbench.sessions.rules import read_time
from workbench.sessions.season import Preview, Proposal, Rhythm, SeasonPlan
from workbench.storage.workspace import Workspace

_RHYTHM = re.compile(r"(?P<name>[^=]+)=(?P<rule>[^@]+)@(?P<at>[^/]+)/(?P<minutes>\d{1,5})")
_CLOSED = re.compile(r"(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?(?:=(.*))?")
_ON_DAY_OFF: Final = {
    "skip": OnDayOff.SKIP, "move": OnDayOff.NEXT_WORKING_DAY, "keep": OnDayOff.KEEP,
}  # fmt: skip


@click.command()
@click.argument("file", type=FILE)
@community_option
@click.option("--from", "first", default=None, callback=day, help="First day of the season.")
@click.option("--to", "last", default=None, callback=day, help="Last day of the season.")
@click.option(
    "--rhythm",
    "rhythms",
    multiple=True,
    metavar="NAME=RULE@14:00/90",
    help="What repeats, by an RFC 5545 rule; without it, the rhythms of last time.",
)
@click.option(
    "--template",
    "templates",
    multiple=True,
    metavar="NAME=KEY",
    help="Agenda of a rhythm, such as starter:deep-dive.",
)
@click.option("--country", default=None, metavar="GB-ENG", help="Whose holidays are days off.")
@click.option(
    "--closed",
    "closures",
    multiple=True,
    metavar="FIRST..LAST=NAME",
    help="Days on which the house is closed.",
)
@click.option("--on-day-off", type=click.Choice(list(_ON_DAY_OFF)), default=None)
@click.option("--themes", type=FILE, default=None, help="Text file with a theme on each line.")
@click.option("--extend", is_flag=True, help="Add to the latest season instead of a new one.")
@click.option("--preview", is_flag=True, help="Say what would be created; write nothing.")
@protected
@json_option
def season(
    file: Path,
    community: str,
    first: date | None,
    last: date | None,
    rhythms: tuple[str, ...],
    templates: tuple[str, ...],
    country: str | None,
    closures: tuple[str, ...],
    on_day_off: str | None,
    themes: Path | None,
    extend: bool,
    preview: bool,
    passphrase_file: Path | None,
    json_: bool,
) -> None:  # fmt: skip
    """Plan a season of sessions from rhythms, with days off skipped or moved."""
    from workbench.sessions.season_actions import create_season
    from workbench.sessions.season_queries import season_preview

    changes: dict[str, Any] = {}
    if rhythms:
        changes["rhythms"] = tuple(_rhythm(text, templates) for text in rhythms)
    if country is not None:
        changes["country"], changes["region"] = read_country(country)
    if on_day_off is not None:
        changes["on_day_off"] = _ON_DAY_OFF[on_day_off]
    changes |= {name: value for name, value in (("first", first), ("last", last)) if value}
    with opened(file, passphrase_file) as workspace:
        community_id, plan, zone = _begun(workspace, community, extend=extend)
        plan = replace(
            plan,
            closures=(*plan.closures, *map(_closure, closures)),
            themes=_themes(themes),
            **changes,
        )
        found = workspace.read(season_preview, community_id, plan)
        if not preview:
            workspace.perform(create_season, community_id, plan)
    _report(plan, found, zone, written=not preview, json_=json_)


@click.command()
@click.argument("file", type=FILE)
@click.argument("out", type=FILE)
@community_option
@click.option("--session", type=Whole(1), default=None, help="Number of one session; else all.")
@protected
def calendar(
    file: Path, out: Path, community: str, session: int | None, passphrase_file: Path | None
) -> None:
    """Write the sessions of a community as a calendar file OUT (.ics)."""
    from workbench.communities.queries import community_named
    from workbench.foundation.atomic_file import write_bytes
    from workbench.sessions.calendar_file import calendar_file
    from workbench.sessions.queries import calendar_entries, calendar_entry, session_rows

    with opened(file, passphrase_file) as workspace:
        community_id = workspace.read(community_named, community).id
        if session is None:
            name, entries = workspace.read(calendar_entries, community_id, date.min)
        else:
            numbers = {row.number: row.id for row in workspace.read(session_rows, community_id)}
            if session not in numbers:
                raise BadInput(f"{community} has no session {session}.", "See the list for one.")
            name, entries = workspace.read(calendar_entry, numbers[session])
    write_bytes(out, calendar_file(name, entries))
    click.echo(f"Wrote {out}.")


def _begun(workspace: Workspace, community: str, *, extend: bool) -> tuple[int, SeasonPlan, str]:
    from workbench.communities.queries import community_named
    from workbench.sessions.season_queries import season_start

    community_id = workspace.read(community_named, community).id
    start = workspace.read(season_start, community_id, workspace.clock.today())
    if extend and start.more is None:
        raise BadInput(f"{community} has no season to extend.", "Leave --extend out.")
    plan = start.more if extend and start.more is not None else start.new
    return community_id, plan, start.zone


def _rhythm(text: str, templates: Sequence[str]) -> Rhythm:
    found = _RHYTHM.fullmatch(text.strip())
    if found is None:
        raise BadInput(
            f'--rhythm "{text}" cannot be read.',
            'Write it as "Deep dive=FREQ=WEEKLY;INTERVAL=2;BYDAY=TH@14:00/90".',
        )
    name = found["name"].strip()
    keys = dict(pair.partition("=")[::2] for pair in templates)
    rule = checked_rule(found["rule"])
    return Rhythm(
        name, rule, read_time(found["at"]), int(found["minutes"]), keys.get(name, "").strip()
    )


def _closure(text: str) -> DaysShut:
    found = _CLOSED.fullmatch(text.strip())
    first, last, name = found.groups() if found else ("", None, None)
    try:
        return DaysShut(date.fromisoformat(first), date.fromisoformat(last or first), name or "")
    except ValueError as error:
        raise BadInput(
            f'--closed "{text}" cannot be read.', "Write it as 2026-12-24..2027-01-03=Christmas."
        ) from error


def _themes(path: Path | None) -> tuple[str, ...]:
    if path is None:
        return ()
    try:
        return tuple(path.read_text(encoding="utf-8-sig").rstrip("\r\n").splitlines())
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(
            f"The file of themes {path} cannot be read.", "Save it as text in UTF-8."
        ) from error


def _report(plan: SeasonPlan, found: Preview, zone: str, *, written: bool, json_: bool) -> None:
    from workbench.foundation.dates import weekday_and_day
    from workbench.foundation.text import counted
    from workbench.sessions.recurrence_words import time_words
    from workbench.sessions.season_words import remarks

    said = [f"{each.strong} {each.rest}" for each in remarks(plan, found, zone)]
    if json_:
        as_json(
            {
                "sessions": [_as_json(each, zone) for each in found.proposals],
                "left_out": [
                    {"on": each.on, "kind": each.rhythm.name, "reason": each.reason,
                     "there": each.there}
                    for each in found.left_out
                ],
                "remarks": said,
                "written": written,
            }
        )  # fmt: skip
        return
    for each in found.proposals:
        when = f"{weekday_and_day(each.on)} {each.on.year}, {time_words(each.starts.time())}"
        click.echo(f"{each.number}  {when}  {each.rhythm.name}: {each.theme or 'theme open'}")
    for line in said:
        click.echo(line)
    count = counted(len(found.proposals), "session", "sessions")
    click.echo(f"Created {count}." if written else f"Would create {count}. Nothing is written.")


def _as_json(each: Proposal, zone: str) -> dict[str, object]:
    return {
        "number": each.number,
        "starts": each.starts,
        "zone": zone,
        "minutes": each.rhythm.minutes,
        "kind": each.rhythm.name,
        "theme": each.theme,
        "moved_from": each.moved_from,
        "reason": each.reason,
        "clash": each.clash,
    }


COMMANDS = (season, calendar)
