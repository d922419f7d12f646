"""Writing a questionnaire as the text of a file that people can read, change and pass on."""

import unicodedata
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from workbench.surveys.instrument_shape import Instrument

_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_TABLES: Final = ("missing", "items", "anchors", "bands")
_ALWAYS: Final = {"validated", "key"}
_UNHELD: Final = {"Cc", "Cn", "Co", "Zl", "Zp"}  # controls, ends of lines, marks without a meaning
_WIDE: Final = 0x10000


def as_toml(instrument: Instrument) -> str:
    """Return the questionnaire as TOML; what is as usual is left out."""
    plain = msgspec.to_builtins(instrument)
    lines = [*_fields(plain, _usual(instrument))]
    lines += ["", "[missing]", *_fields(plain["missing"], {})]
    for name, parts in (
        ("items", instrument.items),
        ("anchors", instrument.anchors),
        ("bands", instrument.bands),
    ):
        for part in parts:
            fields = msgspec.to_builtins(part)
            aliases = fields.pop("aliases", {})
            lines += ["", f"[[{name}]]", *_fields(fields, _usual(part))]
            if aliases:
                lines += [f"[{name}.aliases]", *_fields(aliases, {})]
    return "\n".join(lines) + "\n"


def _usual(part: msgspec.Struct) -> dict[str, Any]:
    return {
        field.name: field.default
        for field in msgspec.structs.fields(type(part))
        if field.name not in _ALWAYS
    }


def _fields(fields: dict[str, Any], usual: dict[str, Any]) -> Iterator[str]:
    for name, value in fields.items():
        if name not in _TABLES and (name not in usual or value != usual[name]):
            yield f"{_name(name)} = {_value(value)}"


def _name(name: str) -> str:
    bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if bare else _quoted(name)


def _value(value: Any) -> str:  # noqa: ANN401 - whatever a questionnaire holds
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    return f"{value:g}" if value == round(value) else str(value)


def _quoted(text: str) -> str:
    return f'"{"".join(_ESCAPES.get(mark) or _mark(mark) for mark in text)}"'


def _mark(mark: str) -> str:
    """Return a mark, or its number where a file or a field for text could not hold it."""
    if unicodedata.category(mark) not in _UNHELD:
        return mark
    number = ord(mark)
    return f"\\u{number:04x}" if number < _WIDE else f"\\U{number:08x}"
