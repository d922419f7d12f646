"""A print that is ready to be made: its data, and from it the PDF or the pages as pictures."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from workbench.reports.paper import cut
from workbench.reports.pdf import print_pdf, print_pictures
from workbench.reports.prints.choices import Sheet
from workbench.reports.prints.fitting import fitted

_TEMPLATES: Final = {
    Sheet.RUN: "run.typ",
    Sheet.AGENDA: "agenda.typ",
    Sheet.CUE: "cue.typ",
    Sheet.SIGN_IN: "sign-in.typ",
    Sheet.FIVE_MINUTES: "five-minutes.typ",
}
_NOT_READ: Final = {"paper", "fonts", "colours", "words", "title", "running", "footer"}
_MOST_READ: Final = 8_000


@dataclass(frozen=True, slots=True)
class Print:
    """A print ready to be made: data for its template, the roomiest first, and a file name.

    `leads` are those named in the agenda, `cue_for` is whose cue card it is; `when` is the day of
    the session with its times.
    """

    sheet: Sheet
    tries: tuple[dict[str, Any], ...]
    made_on: date
    title: str
    when: str
    file_name: str
    leads: tuple[str, ...] = ()
    cue_for: str = ""

    @property
    def words(self) -> str:
        """What stands on the print, for those who cannot see its pages."""
        shown = {key: value for key, value in self.tries[0].items() if key not in _NOT_READ}
        return cut(" ".join(_texts(shown)).replace("\u200b", ""), _MOST_READ)

    @property
    def page_kind(self) -> str:
        """The name of the sheet of paper it is printed on, such as "a4" or "a5"."""
        return str(self.tries[0]["paper"])


def print_file(ready: Print) -> bytes:
    """Return the print as a PDF; the same data gives the same bytes."""
    return print_pdf(_TEMPLATES[ready.sheet], _fitting(ready), ready.made_on)


def print_pages(ready: Print, ppi: float) -> list[bytes]:
    """Return the pages of a print as PNG of `ppi` pixels per inch."""
    return print_pictures(_TEMPLATES[ready.sheet], _fitting(ready), ppi)


def _fitting(ready: Print) -> dict[str, Any]:
    template = _TEMPLATES[ready.sheet]
    return ready.tries[0] if len(ready.tries) == 1 else fitted(template, ready.tries)


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
