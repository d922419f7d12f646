"""A method written as the text of its file, so that it can be read, mended and handed on."""

import re
from collections.abc import Iterator

from workbench.sessions.methods import Method, People, Step

_LINES = ("name", "line", "purpose")
_LISTS = ("materials", "variations", "tips")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f",
            "\r": "\\r"}  # fmt: skip
_TO_ESCAPE = re.compile(r'[\\"\x00-\x1f\x7f]')


def method_text(method: Method) -> str:
    """Return the method as TOML that `parse_method` reads back to the same method."""
    return "\n".join(_parts(method)) + "\n"


def file_name(method: Method) -> str:
    """Return a name for the method's file from its name: "1-2-4-All" is "1-2-4-all.toml"."""
    words = re.sub(r"[^a-z0-9]+", "-", method.folded).strip("-")
    return f"{words[:60] or 'method'}.toml"


def steps_text(steps: tuple[Step, ...]) -> str:
    """Return steps one to a line, with their minutes in front: "5 min: Think alone."."""
    return "\n".join(_step_line(step) for step in steps)


def steps_of(text: str) -> tuple[Step, ...]:
    """Return the steps written one to a line; "3 x 5 min: ..." is five minutes, three times."""
    return tuple(_step_of(line.strip()) for line in text.splitlines() if line.strip())


def _step_line(step: Step) -> str:
    if step.minutes is None:
        return step.do.replace("\n", " ")
    times = f"{step.times} x " if step.times > 1 else ""
    return f"{times}{step.minutes} min: {step.do}".replace("\n", " ")


_TIMED = re.compile(r"(?:(?P<times>\d{1,2})\s*[x×]\s*)?(?P<minutes>\d{1,3})\s*min\w*\s*[:.–-]\s*")


def _step_of(line: str) -> Step:
    found = _TIMED.match(line)
    if found is None or not line[found.end() :]:
        return Step(line)
    return Step(line[found.end() :], int(found["minutes"]), int(found["times"] or 1))


def _parts(method: Method) -> Iterator[str]:
    for name in _LINES:
        yield from _line(name, getattr(method, name))
    yield f"kind = {_quoted(method.kind.value)}"
    if method.good_for:
        yield f"good_for = [{', '.join(_quoted(tag) for tag in method.good_for)}]"
    yield f"minutes = {{ low = {method.minutes.low}, high = {method.minutes.high} }}"
    yield f"people = {_people(method.people)}"
    yield from _line("grouping", method.grouping)
    yield from _line("title", method.title)
    yield from _line("say", method.say)
    for name in _LISTS:
        yield from _list(name, getattr(method, name))
    yield from _line("remote", method.remote)
    yield f"hybrid = {_quoted(method.hybrid.value)}"
    yield from _line("hybrid_how", method.hybrid_how)
    yield from _line("source", method.source)
    if method.shelf != Method.__struct_defaults__[-1]:
        yield f"shelf = {method.shelf}"
    for step in method.steps:
        yield from _step(step)


def _line(name: str, text: str) -> Iterator[str]:
    if text:
        yield f"{name} = {_quoted(text)}"


def _list(name: str, entries: tuple[str, ...]) -> Iterator[str]:
    if entries:
        yield f"{name} = ["
        yield from (f"  {_quoted(entry)}," for entry in entries)
        yield "]"


def _people(people: People) -> str:
    high = f", high = {people.high}" if people.high is not None else ""
    beside = ", side_by_side = true" if people.side_by_side else ""
    return f"{{ low = {people.low}{high}{beside} }}"


def _step(step: Step) -> Iterator[str]:
    yield ""
    yield "[[steps]]"
    yield f"do = {_quoted(step.do)}"
    if step.minutes is not None:
        yield f"minutes = {step.minutes}"
    if step.times != 1:
        yield f"times = {step.times}"


def _quoted(text: str) -> str:
    return '"' + _TO_ESCAPE.sub(_escaped, text) + '"'


def _escaped(found: re.Match[str]) -> str:
    mark = found[0]
    return _ESCAPES.get(mark) or f"\\u{ord(mark):04x}"
