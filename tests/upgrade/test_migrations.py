"""The steps between schemas: tied to the constants, equal to the models, up and down in order."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.script import ScriptDirectory

from workbench.storage import migrating, schema
from workbench.storage.engine import Driver, connect, engine_over
from workbench.storage.workspace import create_workspace

TOKEN = re.compile(r"'(?:[^']|'')*'|\w+|[^\s\w]")


def scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(migrating._config(None))


def shape(connection: Driver) -> dict[str, list[str]]:
    return {
        name: TOKEN.findall(sql)
        for name, sql in connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
        )
    }


def run(connection: Driver, direction: Any, revision: str) -> None:
    config = migrating._config(None)
    with engine_over(connection).begin() as branch:
        config.attributes["connection"] = branch
        direction(config, revision)


@pytest.fixture
def empty(tmp_path: Path) -> Driver:
    connection = connect(tmp_path / "empty.fwb", None, "create")
    yield connection
    connection.close()


def test_the_constants_name_the_newest_revision() -> None:
    assert scripts().get_heads() == [schema.REVISION]
    assert int(schema.REVISION) == schema.SCHEMA


def test_the_steps_are_one_line_numbered_in_order() -> None:
    revisions = [step.revision for step in scripts().walk_revisions()]
    assert revisions == [f"{number:04}" for number in range(schema.SCHEMA, 0, -1)]


def test_a_new_workspace_has_the_shape_that_the_steps_lead_to(
    empty: Driver, tmp_path: Path
) -> None:
    """After a change of the models: `python -m tests.upgrade.freeze` (before the first release)."""
    run(empty, command.upgrade, "head")
    laid_out = tmp_path / "new.fwb"
    create_workspace(laid_out).close()
    connection = connect(laid_out, None)
    try:
        assert shape(connection) == shape(empty)
    finally:
        connection.close()


def test_every_step_runs_up_and_down_in_order(empty: Driver) -> None:
    shapes = [shape(empty)]
    steps = [step.revision for step in reversed(list(scripts().walk_revisions()))]
    for revision in steps:
        run(empty, command.upgrade, revision)
        shapes.append(shape(empty))
    assert len({str(found) for found in shapes}) == len(shapes)
    for found in reversed(shapes[:-1]):
        run(empty, command.downgrade, "-1")
        left = shape(empty)
        left.pop("alembic_version")
        found.pop("alembic_version", None)
        assert left == found


def test_a_current_file_opens_without_alembic(tmp_path: Path) -> None:
    path = tmp_path / "w.fwb"
    create_workspace(path).close()
    program = (
        "import sys; from pathlib import Path;"
        "from workbench.storage.workspace import open_workspace;"
        "open_workspace(Path(sys.argv[1])).close(); print('alembic' in sys.modules)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "False"
