"""What several commands share: the open file, its passphrase, JSON, days, pairs."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec

from workbench.foundation.errors import BadInput, DecisionNeeded, UnreadableFile
from workbench.foundation.text import clean, fold
from workbench.storage.workspace import Workspace, open_workspace

_DAY = 24 * 60
_LONG = 20
F = TypeVar("F", bound=Callable[..., Any])


class _Named(click.Path):
    """A path that is not empty: an empty one would mean the folder the command runs in."""

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as in click
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401 - as in click
        if value == "":
            self.fail("it is empty. Write the name of a file", param, ctx)
        return super().convert(value, param, ctx)


FILE = _Named(path_type=Path, readable=False)  # the file speaks for itself when opened


@contextmanager
def opened(path: Path, passphrase_file: Path | None) -> Iterator[Workspace]:
    """Open a workspace for one command, with its passphrase from the file or the environment."""
    with open_workspace(path, passphrase(passphrase_file)) as workspace:
        yield workspace


def passphrase(passphrase_file: Path | None) -> str | None:
    """Return the passphrase given by --passphrase-file or WORKBENCH_PASSPHRASE, or None."""
    if passphrase_file is None:
        return os.environ.get("WORKBENCH_PASSPHRASE") or None
    try:
        return passphrase_file.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(f"The passphrase file {passphrase_file} cannot be read.") from error


def as_json(value: object) -> None:
    """Print a value as JSON, dates in ISO form."""
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def protected(command: F) -> F:
    """Add --passphrase-file to a command."""
    option = click.option(
        "--passphrase-file", type=FILE, default=None, help="File that holds the passphrase."
    )
    return option(command)


def json_option(command: F) -> F:
    """Add --json to a command."""
    option = click.option("--json", "json_", is_flag=True, help="Print machine-readable results.")
    return option(command)


def community_option(command: F) -> F:
    """Add --community NAME to a command."""
    return click.option("--community", required=True, help="Name of the community.")(command)


def into_community(command: F) -> F:
    """Add --community NAME and --new-community to an import, which makes a community if need be."""
    new = click.option(
        "--new-community", is_flag=True, help="Make it, although another has nearly this name."
    )
    return community_option(new(command))


@contextmanager
def opened_for(
    path: Path, passphrase_file: Path | None, community: str, *, new_community: bool
) -> Iterator[Workspace]:
    """Open a workspace for an import; raises DecisionNeeded where a community seems mistyped."""
    from workbench.communities.near_names import near_name
    from workbench.communities.queries import communities

    with opened(path, passphrase_file) as workspace:
        names = [row.name for row in workspace.read(communities)]
        there = fold(community) in map(fold, names)
        near = None if there or new_community else near_name(community, names)
        if near is not None:
            raise DecisionNeeded(
                [f"There is no community {clean(community)}: did you mean {near}?"],
                f'Write --community "{near}", or add --new-community to make another.',
            )
        yield workspace


class Whole(click.ParamType[int]):
    """A whole number between two others; anything else is refused in a sentence."""

    name = "number"

    def __init__(self, least: int, most: int = 2**31 - 1) -> None:
        self.least, self.most = least, most

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as in click
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> int:
        """Return the number."""
        try:
            number = int(value) if len(str(value)) < _LONG else None
        except ValueError:
            number = None
        if number is None or not self.least <= number <= self.most:
            range_words = f"{self.least} to {self.most:,}"
            self.fail(f"write a whole number from {range_words}, not {_short(value)}", param, ctx)
        return number


class Minutes(click.ParamType[float]):
    """Minutes within a day, such as 45 or 7.5; anything else is refused in a sentence."""

    name = "minutes"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as in click
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> float:
        """Return the minutes."""
        try:
            minutes = float(value)
        except ValueError:
            minutes = -1
        if not 0 <= minutes <= _DAY:  # neither is true of "nan"
            self.fail(
                f"write a number of minutes from 0 to {_DAY}, not {_short(value)}", param, ctx
            )
        return minutes


def _short(value: object) -> str:
    text = clean(str(value))
    return text if len(text) < _LONG else f"{text[: _LONG - 1]}..."


def day(_: click.Context, option: click.Parameter, value: str | None) -> date | None:
    """Read an option as a date in ISO form; raises BadInput."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise BadInput(
            f"--{(option.name or '').replace('_', '-')} is {value!r}, which is no date.",
            "Write it as 2026-10-13.",
        ) from error


def pairs(given: tuple[str, ...], option: str) -> dict[str, str]:
    """Return repeated NAME=VALUE options as a dictionary; raises BadInput."""
    pairs = {}
    for item in given:
        left, equals, right = item.partition("=")
        if not equals or not left.strip():
            raise BadInput(
                f"{option} {item!r} has no equals sign.", f"Write {option} COLUMN=VALUE."
            )
        pairs[left.strip()] = right.strip()
    return pairs
