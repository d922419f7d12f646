"""What was shown of a wave, as the ledger holds it against others: its sheets and cuts of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.surveys.ledger import Cut
from workbench.surveys.suppression import SMALLEST_GROUP

LONG_AGO = 10_000
NEAR_DAYS = 60

Sheet = tuple[int | None, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Shown:
    """The scored sheets of a wave and the cuts of them that are shown, by places in `sheets`.

    `neighbour` says that the wave stands next to the new one in time, of the same questionnaire;
    `apart` how many days lie between them; `departments` what each sheet names, "" for none.
    """

    label: str
    sheets: tuple[Sheet, ...]
    cuts: tuple[Cut, ...]
    scale: tuple[int, int]
    minimum: int = SMALLEST_GROUP
    neighbour: bool = False
    apart: int = LONG_AGO
    departments: tuple[str, ...] = ()

    @property
    def items(self) -> int:
        """How many questions each sheet answers or skips."""
        return len(self.sheets[0])


def met_before(sheets: Counter[Sheet]) -> float:
    """Return the chance that one more person fills in a sheet like one of these (Good-Turing)."""
    once = sum(count == 1 for count in sheets.values())
    return max(1 - once / sheets.total(), 1 / sheets.total())


def by_people(waves: Sequence[Shown]) -> list[list[Cut]]:
    """Return the cuts of each wave by people, as if equal sheets of two waves were one person's.

    Of several who answered alike, those of one department are taken for each other first; to have
    named none is nothing in common, as a hidden department is forgotten.
    """
    known: dict[Sheet, list[str]] = {}
    numbers: dict[tuple[Sheet, int], int] = {}
    found = []
    for wave in waves:
        people = [-1] * len(wave.sheets)
        free = {sheet: set(range(len(known.get(sheet, ())))) for sheet in wave.sheets}
        departments = wave.departments or ("",) * len(wave.sheets)
        for same in (True, False):
            for place, (sheet, name) in enumerate(zip(wave.sheets, departments, strict=True)):
                if people[place] < 0:
                    copy = _person(known.setdefault(sheet, []), free[sheet], name, same=same)
                    if copy >= 0:
                        people[place] = numbers.setdefault((sheet, copy), len(numbers))
        found.append([frozenset(people[place] for place in cut) for cut in wave.cuts])
    return found


def _person(names: list[str], free: set[int], name: str, *, same: bool) -> int:
    """Take a copy of a sheet that is free, one of the same department or any; -1 for not yet."""
    fitting = [copy for copy in sorted(free) if not same or (name and names[copy] == name)]
    if fitting:
        free.remove(fitting[0])
        return fitting[0]
    if same:
        return -1
    names.append(name)
    return len(names) - 1
