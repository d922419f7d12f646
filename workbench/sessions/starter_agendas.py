"""Agendas to start from, read from the files that come with the program."""

from functools import cache

from workbench.foundation.assets import asset
from workbench.sessions.template_parser import template_from_bytes
from workbench.sessions.template_shape import TemplateAgenda


@cache
def starter_agendas() -> dict[str, TemplateAgenda]:
    """Return the agendas to start from by the names of their files, the shortest first.

    Raises UnreadableFile for one that was changed into something that is no template.
    """
    files = sorted(asset("agendas").glob("*.toml"))
    read = {file.stem: template_from_bytes(file.read_bytes(), file.name) for file in files}
    return dict(sorted(read.items(), key=lambda pair: pair[1].minutes))
