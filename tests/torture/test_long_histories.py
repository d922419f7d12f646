"""The random histories of the undo machine, many and long."""

from hypothesis import HealthCheck, settings

from tests.storage.test_undo_machine import Histories

TestLongHistories = Histories.TestCase
TestLongHistories.settings = settings(
    max_examples=150,
    stateful_step_count=80,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
