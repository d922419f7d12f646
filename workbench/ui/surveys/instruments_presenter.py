"""The questionnaires without Qt: reads them, keeps new ones and wording, files in and out."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from workbench.foundation.atomic_file import write_bytes
from workbench.foundation.toml_lines import toml_lines
from workbench.storage.unit_of_work import Done
from workbench.storage.workspace import Workspace
from workbench.surveys.instrument_actions import (
    delete_unused,
    keep_instrument,
    keep_own,
    paste_wording,
)
from workbench.surveys.instrument_draft import InstrumentDraft, drafted
from workbench.surveys.instrument_lines import Problem, problems_in, read_instrument
from workbench.surveys.instrument_opening import (
    OpenedText,
    copy_text,
    is_same,
    new_text,
    next_text,
)
from workbench.surveys.instrument_parser import text_of_file
from workbench.surveys.instrument_queries import InstrumentRow, instrument_rows
from workbench.surveys.instruments import Instrument
from workbench.ui.desk import Desk, Failed
from workbench.ui.surveys.instruments_words import versions_said

Checked = Callable[[Instrument | None, Sequence[Problem]], None]


class InstrumentsView(Protocol):
    """What the page must be able to do."""

    def show_instruments(self, rows: Sequence[InstrumentRow], chosen: InstrumentRow | None) -> None:
        """Show all questionnaires and one of them beside the list."""
        ...

    def show_problems(self, name: str, problems: Sequence[Problem]) -> None:
        """Show everything that keeps a file from being a questionnaire."""
        ...


class InstrumentsPresenter:
    """Holds the questionnaires that were read and leads the view."""

    def __init__(self, desk: Desk, view: InstrumentsView) -> None:
        self.desk = desk
        self.view = view
        self.rows: Sequence[InstrumentRow] | None = None
        self.chosen_key = ""

    @property
    def chosen(self) -> InstrumentRow | None:
        """The questionnaire beside the list."""
        rows = self.rows or ()
        return next((row for row in rows if row.instrument.id == self.chosen_key), None)

    def load(self) -> None:
        """Read every questionnaire known here."""
        self.desk.read(lambda workspace: workspace.read(instrument_rows), self._show)

    def take_in(self, path: Path) -> None:
        """Keep the questionnaire of a file."""

        def read() -> str:
            return text_of_file(path.read_bytes(), path.name)

        def keep(text: str) -> None:
            problems = problems_in(text)
            if problems:
                self.view.show_problems(path.name, problems)
                return
            self.desk.do(
                lambda workspace: workspace.perform(keep_own, text, f"the file {path.name}"),
                then=self._choose_kept,
                said=_said,
            )

        self.desk.run(read, keep)

    def save(self, row: InstrumentRow, path: Path) -> None:
        """Write a questionnaire as a file."""
        target = path.with_suffix(".toml")
        self.desk.run(
            lambda: write_bytes(target, row.text.encode()),
            lambda _: self.desk.say(f"Written to {target.name}."),
        )

    def delete(self, row: InstrumentRow) -> None:
        """Delete the versions of a questionnaire that no wave asks."""
        key, title = row.instrument.id, row.instrument.title
        self.desk.do(
            lambda workspace: workspace.perform(delete_unused, key),
            then=lambda _versions: self.load(),
            said=lambda versions: f"{title}, {versions_said(versions)}, is deleted.",
        )

    def paste(
        self, row: InstrumentRow, texts: Sequence[str], done: Callable[[], None], failed: Failed
    ) -> None:
        """Give a questionnaire its wording."""
        key = row.instrument.id
        self._perform(lambda workspace: workspace.perform(paste_wording, key, texts), done, failed)

    def keep(
        self,
        draft: InstrumentDraft,
        before: InstrumentRow | None,
        done: Callable[[], None],
        wrong: Callable[[dict[str, str]], None],
        failed: Failed,
    ) -> None:
        """Keep what stands in the form, or say what is wrong there by field."""
        old = before.instrument if before else None
        version = max(before.versions) + 1 if before else 1
        made, problems = drafted(draft, old, version)
        taken = {row.instrument.id for row in self.rows or ()}
        if made is not None and old is None and made.id in taken:
            problems = {"title": "There is a questionnaire with nearly this title already."}
        if made is None or problems:
            wrong(problems)
            return
        self._perform(lambda workspace: workspace.perform(keep_instrument, made), done, failed)

    def opened(self, row: InstrumentRow | None) -> OpenedText:
        """Return the text to write on: a new one, one's own, or a copy of one of the program's."""
        taken = {each.instrument.id for each in self.rows or ()}
        if row is None:
            return OpenedText("New questionnaire as text", new_text(taken))
        one = row.instrument
        if not row.own:
            return OpenedText(f"A copy of {one.title}", copy_text(one, taken))
        text = next_text(row.text, one, max(row.versions) + 1)
        return OpenedText(f"{one.title} as text", text, one)

    def check(self, text: str, then: Checked) -> None:
        """Check a text for what keeps it from being a questionnaire, off the window's thread."""
        self.desk.run(lambda: read_instrument(text), lambda read: then(*read))

    def keep_text(
        self,
        text: str,
        before: Instrument | None,
        done: Callable[[], None],
        wrong: Callable[[Sequence[Problem]], None],
        failed: Failed,
    ) -> None:
        """Keep the questionnaire that stands in a text, or say by line what is wrong there."""

        def keep(instrument: Instrument | None, problems: Sequence[Problem]) -> None:
            if instrument is None:
                wrong(problems)
            elif before is not None and is_same(before, instrument):
                told = f"nothing differs from version {before.version} but this number"
                wrong([Problem(self.line_of_version(text), "version", told)])
            else:
                self._perform(lambda workspace: workspace.perform(keep_own, text), done, failed)

        self.check(text, keep)

    @staticmethod
    def line_of_version(text: str) -> int:
        """Return the line, from 1, where a text gives its version."""
        return toml_lines(text).get("version", 1)

    def _perform(
        self, job: Callable[[Workspace], Done[str]], done: Callable[[], None], failed: Failed
    ) -> None:
        def kept(stored: str) -> None:
            done()
            self._choose_kept(stored)

        self.desk.do(job, then=kept, said=_said, failed=failed)

    def _choose_kept(self, stored: str) -> None:
        self.chosen_key = stored.partition("@")[0]
        self.load()

    def _show(self, rows: Sequence[InstrumentRow]) -> None:
        self.rows = rows
        if self.chosen is None and rows:
            self.chosen_key = rows[0].instrument.id
        self.view.show_instruments(rows, self.chosen)


def _said(stored: str) -> str:
    key, _at, version = stored.partition("@")
    return f"Kept {key}, version {version}."
