"""Reading templates: those that come with the program and the facilitator's own."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.errors import NotFound, UnreadableFile
from workbench.foundation.text import fold
from workbench.models.sessions import Template
from workbench.sessions.column_queries import columns
from workbench.sessions.pre_work_queries import pre_work
from workbench.sessions.row_queries import agenda_blocks, session_row
from workbench.sessions.starter_agendas import starter_agendas
from workbench.sessions.template_parser import parse_template
from workbench.sessions.template_rules import SessionPlan
from workbench.sessions.template_shape import TemplateAgenda

STARTER: Final = "starter"
OWN: Final = "own"


@dataclass(frozen=True, slots=True)
class TemplateChoice:
    """One template of the list; `key` is "starter:deep-dive" or "own:12", `blocks` their number.

    `problem` says what is wrong with the text of an own one, empty where nothing is.
    """

    key: str
    name: str
    minutes: int
    why: str
    kind: str
    blocks: int
    own: bool
    problem: str = ""


def templates(connection: Connection) -> list[TemplateChoice]:
    """Return the own templates by name, then those that come with the program, shortest first."""
    rows = connection.scalars(select(Template).order_by(Template.folded_name))
    own = [_own_choice(row) for row in rows]
    starters = starter_agendas().items()
    return own + [_choice(f"{STARTER}:{key}", each, own=False) for key, each in starters]


def template_named(connection: Connection, key: str) -> TemplateAgenda:
    """Return the template of a key; raises NotFound, UnreadableFile."""
    source, _, name = key.partition(":")
    if source == STARTER and name in starter_agendas():
        return starter_agendas()[name]
    if source == OWN and name.isdecimal():
        row = template_row(connection, int(name))
        return parse_template(row.agenda, f"The template {row.name}")
    raise NotFound("This template is not there any more.", "Choose another one.")


def own_template(connection: Connection, name: str) -> int | None:
    """Return the number of the own template of that name, however it is written, or None."""
    return connection.scalar(select(Template.id).where(Template.folded_name == fold(name)))


def template_row(connection: Connection, template_id: int) -> Template:
    """Return the row of an own template; raises NotFound."""
    found = connection.get(Template, template_id)
    if found is None:
        raise NotFound("This template is not there any more.", "Undo may bring it back.")
    return found


def session_plan(connection: Connection, session_id: int) -> SessionPlan:
    """Return all of a session that a template keeps; raises NotFound."""
    row = session_row(connection, session_id)
    return SessionPlan(
        starts=row.starts_at.time(),
        minutes=row.minutes,
        kind=row.kind,
        blocks=agenda_blocks(connection, session_id),
        pre_work=pre_work(connection, session_id),
        columns={column.id: column.name for column in columns(connection, row.community_id)},
    )


def _own_choice(row: Template) -> TemplateChoice:
    key = f"{OWN}:{row.id}"
    try:
        template = parse_template(row.agenda, f"The template {row.name}")
    except UnreadableFile as problem:
        return TemplateChoice(key, row.name, 0, "", "", 0, own=True, problem=problem.sentence)
    return _choice(key, template, own=True, name=row.name)


def _choice(key: str, template: TemplateAgenda, *, own: bool, name: str = "") -> TemplateChoice:
    return TemplateChoice(
        key,
        name or template.name,
        template.minutes,
        template.why,
        template.kind,
        len(template.blocks),
        own,
    )
