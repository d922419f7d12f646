"""Writing a template as the text of a file that people can read and change."""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from workbench.sessions.template_shape import TemplateAgenda

_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\r": "\\r", "\t": "\\t"}
_LISTS: Final = ("pre_work", "blocks", "tracks")


def template_text(template: TemplateAgenda) -> str:
    """Return the template as TOML, fields that say nothing left out."""
    return "\n".join(_table("", msgspec.to_builtins(template))).lstrip("\n") + "\n"


def _table(path: str, fields: dict[str, Any]) -> Iterator[str]:
    for name, value in fields.items():
        if name not in _LISTS and name != "columns" and value not in ("", None):
            yield f"{name} = {_value(value)}"
    columns = {name: text for name, text in fields.get("columns", {}).items() if text}
    if columns:
        yield f"[{path}.columns]"
        yield from (f"{_quoted(name)} = {_value(text)}" for name, text in columns.items())
    for name in _LISTS:
        for entry in fields.get(name, ()):
            inner = f"{path}.{name}" if path else name
            yield f"\n[[{inner}]]"
            yield from _table(inner, entry)


def _value(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    if "\n" not in value:
        return _quoted(value)
    return '"""\n' + "\n".join(_escaped(line) for line in value.split("\n")) + '"""'


def _quoted(text: str) -> str:
    return f'"{_escaped(text).replace(chr(10), chr(92) + "n")}"'


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(mark) or _mark(mark) for mark in text)


def _mark(mark: str) -> str:
    control = mark != "\n" and (mark < " " or mark == "\x7f")
    return f"\\u{ord(mark):04x}" if control else mark
