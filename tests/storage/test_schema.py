"""The stamp and shape of a new file."""

from collections.abc import Iterator
from pathlib import Path, PureWindowsPath
from typing import cast

import pytest

from workbench.models import Base
from workbench.storage import engine, schema
from workbench.storage.engine import Driver, connect
from workbench.storage.file_kind import APPLICATION_ID
from workbench.storage.workspace import create_workspace


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Driver]:
    create_workspace(tmp_path / "w.fwb").close()
    made = connect(tmp_path / "w.fwb", None)
    yield made
    made.close()


def test_a_new_file_is_stamped(connection: Driver) -> None:
    assert schema.stamp(connection) == (APPLICATION_ID, schema.SCHEMA)
    assert APPLICATION_ID.to_bytes(4, "big") == b"FWB1"
    revision = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    assert revision == [(schema.REVISION,)]
    assert schema.misshapen(connection, Base.metadata) == []


def test_settings_of_the_connection(connection: Driver) -> None:
    def setting(name: str) -> int | str:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]  # type: ignore[no-any-return]

    assert setting("journal_mode") == "delete"
    assert {
        name: setting(name)
        for name in (
            "synchronous", "foreign_keys", "secure_delete", "temp_store", "recursive_triggers",
            "trusted_schema", "auto_vacuum", "user_version",
        )
    } == {
        "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2,
        "recursive_triggers": 1, "trusted_schema": 0, "auto_vacuum": 0, "user_version": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("ALTER TABLE people DROP COLUMN note", "people.note is missing or changed"),
        ("CREATE VIEW v AS SELECT 1", "v is a view that this program did not make"),
        (
            "CREATE TRIGGER t AFTER INSERT ON people BEGIN SELECT 1; END",
            "t is a trigger that this program did not make",
        ),
    ],
)
def test_another_shape_is_noticed(connection: Driver, statement: str, words: str) -> None:
    connection.execute(statement)
    assert schema.misshapen(connection, Base.metadata) == [words]


def test_a_missing_table_is_noticed_column_by_column(connection: Driver) -> None:
    connection.execute("DROP TABLE person_tags")
    assert schema.misshapen(connection, Base.metadata) == [
        "person_tags.person_id is missing or changed",
        "person_tags.tag is missing or changed",
    ]


class Share(PureWindowsPath):
    """A path on a Windows share."""

    def absolute(self) -> "Share":
        return self


def test_a_file_on_a_windows_share_has_an_address_that_sqlite_takes() -> None:
    share = cast("Path", Share("//server/share/My file 100%.fwb"))
    assert engine._uri(share) == "file:////server/share/My%20file%20100%25.fwb"
    assert engine._uri(Path("/a?b#c")) == "file:///a%3Fb%23c"
