"""Reading a questionnaire file, with a plain sentence for whatever does not fit."""

from typing import Final

from workbench.foundation.errors import UnreadableFile
from workbench.foundation.typed_toml import refusal
from workbench.surveys.instrument_lines import read_instrument
from workbench.surveys.instrument_shape import Instrument

LARGEST: Final = 300_000


def parse_instrument(text: str, name: str = "this questionnaire") -> Instrument:
    """Return the questionnaire written as TOML in `text`; raises BadInput with the first line."""
    instrument, problems = read_instrument(text)
    if instrument is None:
        raise refusal(name, problems[0].told)
    return instrument


def text_of_file(content: bytes, name: str) -> str:
    """Return what a questionnaire file says; raises UnreadableFile for what is no such text."""
    if len(content) > LARGEST:
        raise UnreadableFile(f"{name} is too large for a questionnaire.", "Choose another file.")
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"{name} is not a text file.",
            "Choose a questionnaire written as .toml, or one saved from the page Questionnaires.",
        ) from error
