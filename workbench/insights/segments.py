"""The waves of one construct parted where the questionnaire, its answers or its wording changed.

Waves of one version of one questionnaire make a segment; only inside it are waves compared. A
segment follows another where it began after the other ended. Questionnaires that were asked side
by side follow none of each other: the one asked most in the last year is the one shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.foundation.text import counted
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.queries import WaveResult

_A_YEAR_OR_SO = timedelta(days=400)
_UNNAMED = "other"


@dataclass(frozen=True, slots=True)
class Segment:
    """The closed waves of one version of one questionnaire, oldest first, at least one."""

    instrument: Instrument
    waves: tuple[WaveResult, ...]

    @property
    def first_on(self) -> date:
        """The day its first wave closed."""
        return closed(self.waves[0])

    @property
    def last_on(self) -> date:
        """The day its newest wave closed."""
        return closed(self.waves[-1])


def closed(result: WaveResult) -> date:
    """Return the day a closed wave closed."""
    return result.wave.closed_on or date.min


def line_of(results: Sequence[WaveResult]) -> tuple[Segment, ...]:
    """Return the segments that make one line, oldest first; nothing without a wave."""
    lines = _lines(results)
    if not lines:
        return ()
    recent = max(line[-1].last_on for line in lines) - _A_YEAR_OR_SO
    return max(lines, key=lambda line: (_asked_since(line, recent), line[-1].last_on))


def beside(results: Sequence[WaveResult], line: Sequence[Segment]) -> tuple[str, ...]:
    """Return the titles of the questionnaires asked beside those of a line."""
    own = {segment.instrument.id for segment in line}
    others = [one.instrument for one in results if one.instrument.id not in own]
    return tuple(dict.fromkeys(other.title for other in others))


def what_changed(before: Instrument, after: Instrument) -> str:
    """Return what is different after a break, in a few words for the chart."""
    if before.id != after.id:
        return f"{after.title} from here"
    many = (len(before.anchors), len(after.anchors))
    if many[0] != many[1]:
        return f"{counted(many[1], 'answer', 'answers')} to choose from instead of {many[0]}"
    if [item.key for item in before.items] != [item.key for item in after.items]:
        return "other questions from here"
    if _labels(before) != _labels(after):
        return "other answers from here"
    if [item.text for item in before.items] != [item.text for item in after.items]:
        return "other wording from here"
    return f"version {after.version} from here"


def on_one_scale(instruments: Sequence[Instrument]) -> bool:
    """Whether scores of all of them stand on one scale, with the same range and answers."""
    return len({(one.range, one.codes) for one in instruments}) <= 1


def _lines(results: Sequence[WaveResult]) -> list[tuple[Segment, ...]]:
    lines: list[tuple[Segment, ...]] = []
    for segment in sorted(_segments(results), key=lambda one: (one.first_on, one.last_on)):
        before = [line for line in lines if _follows(line[-1], segment)]
        same = [line for line in before if line[-1].instrument.id == segment.instrument.id]
        found = max(same or before, key=lambda line: line[-1].last_on, default=())
        if found:
            lines.remove(found)
        lines.append((*found, segment))
    return lines


def _segments(results: Sequence[WaveResult]) -> list[Segment]:
    by_version: dict[tuple[str, int], list[WaveResult]] = {}
    for one in results:
        by_version.setdefault((one.instrument.id, one.instrument.version), []).append(one)
    return [Segment(waves[-1].instrument, tuple(waves)) for waves in by_version.values()]


def _follows(before: Segment, after: Segment) -> bool:
    """Whether one took the place of the other; questionnaires of no known construct never do."""
    old, new = before.instrument, after.instrument
    if old.id == new.id:
        return True
    alike = (old.construct, old.direction) == (new.construct, new.direction)
    return alike and old.construct != _UNNAMED and before.last_on < after.first_on


def _asked_since(line: Sequence[Segment], day: date) -> int:
    return sum(closed(one) >= day for segment in line for one in segment.waves)


def _labels(instrument: Instrument) -> list[tuple[int, str]]:
    return sorted((anchor.code, anchor.label) for anchor in instrument.anchors)
