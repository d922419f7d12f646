"""The random histories of what goes out of a file, many and long."""

from hypothesis import HealthCheck, settings

from tests.storage.released_history import ReleasedMachine


class LongMachine(ReleasedMachine):
    """The same history under a name of its own, so that its settings are its own."""


TestReleasedForLong = LongMachine.TestCase
TestReleasedForLong.settings = settings(
    max_examples=400,
    stateful_step_count=14,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
