"""Writing templates and starting from them; each one undo step."""

import dataclasses

from msgspec.structs import replace

from workbench.foundation.errors import BadInput
from workbench.foundation.text import fold
from workbench.models.sessions import Template
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.agenda_edits import checked
from workbench.sessions.column_actions import columns_named
from workbench.sessions.pre_work_actions import add_all_pre_work
from workbench.sessions.row_actions import store_blocks
from workbench.sessions.row_queries import agenda_blocks, session_row
from workbench.sessions.template_queries import (
    own_template,
    session_plan,
    template_named,
    template_row,
    templates,
)
from workbench.sessions.template_rules import (
    blocks_of,
    checked_name,
    column_names,
    free_name,
    pre_work_of,
    template_of,
)
from workbench.sessions.template_shape import TemplateAgenda
from workbench.sessions.template_writer import template_text
from workbench.storage.unit_of_work import Work, action


@action("Save template")
def save_template(
    work: Work, session_id: int, name: str, why: str = "", *, replacing: bool = False
) -> int:
    """Keep a session's plan as a template and return its number; raises BadInput, NotFound.

    A template of the same name is replaced only if asked for.
    """
    template = template_of(session_plan(work.session, session_id), name, why)
    number = _store(work, template, replacing=replacing)
    work.name = f"Save template {template.name}"
    return number


@action("Bring in template")
def add_template(work: Work, template: TemplateAgenda) -> str:
    """Keep a template that came from a file, under a free name; returns that name."""
    name = free_name(checked_name(template.name), [row.name for row in templates(work.session)])
    _store(work, replace(template, name=name), replacing=False)
    work.name = f"Bring in template {name}"
    return name


@action("Rename template")
def rename_template(work: Work, template_id: int, name: str) -> None:
    """Give an own template another name; raises BadInput, NotFound."""
    row = template_row(work.session, template_id)
    cleaned = checked_name(name)
    _refuse_taken(work, cleaned, but=template_id)
    row.name, row.folded_name = cleaned, fold(cleaned)
    work.name = f"Rename template {cleaned}"


@action("Delete template")
def delete_template(work: Work, template_id: int) -> None:
    """Take an own template away; sessions that started from it stay as they are."""
    row = template_row(work.session, template_id)
    work.name = f"Delete template {row.name}"
    work.session.delete(row)


@action("Start from template")
def fill_from_template(work: Work, session_id: int, key: str) -> list[int]:
    """Add a template's blocks at the end of an agenda, and its pre-work; returns their numbers.

    Own columns are found by name, those that the community lacks are added. Raises NotFound,
    UnreadableFile.
    """
    template = template_named(work.session, key)
    row = session_row(work.session, session_id)
    numbers = columns_named(work, row.community_id, column_names(template))
    starts = row.starts_at.time()
    before = agenda_blocks(work.session, session_id)
    new = blocks_of(template, starts, numbers)
    stored = store_blocks(work, session_id, checked(starts, (*before, *new)))
    add_all_pre_work(work, session_id, pre_work_of(template))
    work.name = f"Start from {template.name}"
    return [block.key for block in stored[len(before) :]]


@action("Add session")
def add_session_from(work: Work, community_id: int, draft: SessionDraft, key: str) -> int:
    """Add a session that starts from a template, of its kind if none is said; returns it."""
    kind = draft.kind or template_named(work.session, key).kind
    new = add_session(work, community_id, dataclasses.replace(draft, kind=kind))
    name = work.name
    fill_from_template(work, new, key)
    work.name = name
    return new


def _store(work: Work, template: TemplateAgenda, *, replacing: bool) -> int:
    same = own_template(work.session, template.name)
    if same is None or not replacing:
        _refuse_taken(work, template.name)
        row = Template(name=template.name, folded_name=fold(template.name), agenda="")
        work.session.add(row)
    else:
        row = template_row(work.session, same)
    row.name, row.agenda = template.name, template_text(template)
    work.session.flush()
    return row.id


def _refuse_taken(work: Work, name: str, but: int | None = None) -> None:
    same = own_template(work.session, name)
    if same is not None and same != but:
        kept = template_row(work.session, same).name
        raise BadInput(f"There is a template {kept} already.", "Type another name.", field="name")
