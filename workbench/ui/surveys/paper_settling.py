"""Settling against the paper where the two times of typing differ, one sheet after the other."""

from dataclasses import dataclass, field

from workbench.surveys.asking_rules import AskedForm
from workbench.surveys.paper_rules import Compared, TypedSheet, mended
from workbench.ui.surveys.paper_lines import Value


@dataclass(slots=True, repr=False)
class Matter:
    """One sheet to look at: typed twice with differences, or once (`second` is None then).

    `places` count as `TypedSheet.parts` does; `chosen` holds what the paper says for each. `once`
    tells in which time a sheet was typed that the other time lacks.
    """

    first: TypedSheet
    second: TypedSheet | None
    places: tuple[int, ...] = ()
    unsure: bool = False
    once: str = ""
    chosen: dict[int, Value] = field(default_factory=dict)

    @property
    def decided(self) -> bool:
        """Whether the paper was asked for every difference."""
        return self.second is not None and all(place in self.chosen for place in self.places)

    def result(self) -> TypedSheet:
        """Return the sheet as the paper has it."""
        sheet = self.first
        for place, value in self.chosen.items():
            sheet = mended(sheet, place, value)
        return sheet


class Settling:
    """What is settled and what is still to be looked at; silent when printed."""

    def __init__(self, asked: AskedForm, found: Compared) -> None:
        self.asked = asked
        self.sheets: list[TypedSheet] = list(found.same)
        self.matters = [
            *(Matter(one.first, one.second, one.places, one.unsure) for one in found.differing),
            *(Matter(sheet, None, once="first") for sheet in found.only_first),
            *(Matter(sheet, None, once="second") for sheet in found.only_second),
        ]
        self.many = len(self.matters)

    def __repr__(self) -> str:
        return "<Settling>"

    @property
    def now(self) -> Matter | None:
        """The sheet to look at, None once all are settled."""
        return self.matters[0] if self.matters else None

    @property
    def number(self) -> int:
        """Which of the sheets this is, from 1."""
        return self.many - len(self.matters) + 1

    def choose(self, place: int, value: Value) -> None:
        """Say what the paper has in a place that differs."""
        matter = self.now
        if matter is not None and place in matter.places:
            matter.chosen[place] = value

    def next_place(self, after: int = -1) -> int:
        """Return the next place to decide after one, -1 where all are decided."""
        matter = self.now
        if matter is None:
            return -1
        open_ones = [place for place in matter.places if place not in matter.chosen]
        later = [place for place in open_ones if place > after]
        return (later or open_ones or [-1])[0]

    def keep(self) -> bool:
        """Take the sheet as it is now and go on; False while something is not decided."""
        matter = self.now
        if matter is None or (matter.second is not None and not matter.decided):
            return False
        self.sheets.append(matter.result())
        self.matters.pop(0)
        return True

    def leave_out(self) -> bool:
        """Leave out a sheet typed once that the heap does not hold; False for any other."""
        matter = self.now
        if matter is None or matter.second is not None:
            return False
        self.matters.pop(0)
        return True

    def forget(self) -> None:
        """Forget all sheets."""
        self.sheets.clear()
        self.matters.clear()
