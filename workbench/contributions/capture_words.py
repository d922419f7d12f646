"""What a captured line may name: people, kinds as they are called here, and tags in use."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.contributions.capture import Capture, read_line
from workbench.contributions.completion import Completion, complete
from workbench.contributions.kind_rules import USUAL, KindBook
from workbench.contributions.names import Somebody


@dataclass(frozen=True, slots=True)
class CaptureWords:
    """The words that capture knows, read once and used while a line is typed."""

    people: Sequence[Somebody] = ()
    tags: Sequence[str] = ()
    book: KindBook = USUAL

    def read(self, line: str) -> Capture:
        """Return what a line would log, or what is in doubt."""
        return read_line(line, self.people, self.book)

    def complete(self, line: str) -> Completion:
        """Return what may come next."""
        return complete(line, self.people, self.tags, self.book)
