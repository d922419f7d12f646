"""The whole check of a file, as `workbench check` does it: pages, references, values, meaning."""

import hashlib
from pathlib import Path

from workbench.storage.engine import Driver
from workbench.storage.faults import UNCHANGED, explained
from workbench.storage.integrity import Health, broken_references, pages, row_counts
from workbench.storage.open_here import real_path
from workbench.storage.opening import open_checked


def check_file(path: Path, passphrase: str | None = None) -> Health:
    """Check a closed workspace fully; the problems of a file that opens are told in the result.

    An older file is checked without its meaning, which the upgrade may change. Raises a
    WorkspaceFault for a file that cannot be opened, such as a damaged one.
    """
    real = real_path(path)
    opened = open_checked(real, passphrase, full=True)
    connection = opened.connection
    try:
        with explained(real, safe=UNCHANGED):
            if opened.older:
                problems = pages(connection, full=True) or broken_references(connection)
            else:
                problems = meaningless(connection)
            return Health(problems, row_counts(connection))
    finally:
        connection.close()


def meaningless(connection: Driver) -> list[str]:
    """Return a line for each thing that is stored as it should be and yet cannot be meant."""
    return [
        *(
            f"the frozen figures of wave {wave} do not fit their checksum"
            for wave, figures, sha256 in connection.execute(
                "SELECT wave_id, figures, sha256 FROM frozen_figures ORDER BY wave_id"
            )
            if hashlib.sha256(figures.encode("utf-8")).hexdigest() != sha256
        ),
        *(
            sentence.format(*row)
            for sentence, query in _NOT_MEANT.items()
            for row in connection.execute(query)
        ),
    ]


_NOT_MEANT = {
    "wave {0} belongs to community {1}, which is not there": (
        "SELECT id, community_id FROM waves WHERE community_id NOT IN (SELECT id FROM communities)"
    ),
    "wave {0} is closed but has no frozen figures": (
        "SELECT id FROM waves WHERE state = 'closed' "
        "AND id NOT IN (SELECT wave_id FROM frozen_figures)"
    ),
    "wave {0} has frozen figures but is not closed": (
        "SELECT id FROM waves WHERE state <> 'closed' "
        "AND id IN (SELECT wave_id FROM frozen_figures)"
    ),
    "{1} answer sheets of wave {0} cannot be read": (
        "SELECT wave_id, count(*) FROM answer_sheets WHERE NOT json_valid(answers) GROUP BY wave_id"
    ),
}
