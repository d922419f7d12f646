"""The README tells today's truth: every command stands in it, every picture and file exists."""

import re
from pathlib import Path

import click
import pytest

from workbench.cli import workbench

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands(group: click.Group, before: str = "") -> list[str]:
    found = []
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            found += commands(command, f"{before}{name} ")
        else:
            found.append(before + name)
    return found


@pytest.mark.parametrize("command", commands(workbench))
def test_every_command_stands_in_the_readme(command: str) -> None:
    *group, name = command.split(" ")
    if group == ["export"]:
        assert re.search(rf"workbench export [\w|]*\b{name}\b", README)
    else:
        assert command in README or f"| {name} " in README


def test_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", README)
    assert len(targets) >= 4
    assert [target for target in targets if not (ROOT / target).exists()] == []
