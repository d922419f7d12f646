"""The panel of one asking: where it stands, what can be done with it, what protects its people."""

from typing import Protocol

from PySide6.QtWidgets import QWidget

from workbench.foundation.dates import weekday_and_day
from workbench.foundation.words import Means, WaveState
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Bar
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.panel import DetailPanel, PanelSection
from workbench.ui.kit.text import Span, Text
from workbench.ui.surveys.wave_lines import AskingLine, WaveLine, about


class WaveDeeds(Protocol):
    """What the panel's buttons ask for."""

    def see_results(self) -> None:
        """Show the results."""
        ...

    def go_on_planning(self) -> None:
        """Change the plan."""
        ...

    def open_wave(self) -> None:
        """Open what is planned."""
        ...

    def start_kiosk(self) -> None:
        """Let people answer on this laptop."""
        ...

    def type_in_forms(self) -> None:
        """Type in what people wrote on paper."""
        ...

    def print_form(self) -> None:
        """Print the form."""
        ...

    def close_wave(self) -> None:
        """Close what is open, all of its waves at once."""
        ...

    def import_answers(self) -> None:
        """Bring answers in from a file."""
        ...

    def delete_wave(self) -> None:
        """Delete it."""
        ...


class WavePanel(DetailPanel):
    """One asking beside the list."""

    def __init__(self, deeds: WaveDeeds) -> None:
        super().__init__()
        self.deeds = deeds

    def show_asking(self, line: AskingLine) -> None:
        """Fill the panel."""
        self.show_head(Text(line.label, "section", wrap=True), Text(line.when, tone="text_2"))
        made = {
            WaveState.PLANNED: self._planned,
            WaveState.OPEN: self._open,
            WaveState.CLOSED: self._closed,
        }[line.state](line)
        self.show_sections(*made, _privacy(line), *(_about(one) for one in line.waves))

    def _planned(self, line: AskingLine) -> list[QWidget]:
        words = "Nobody is asked yet. Opening fixes the lines, who is invited and the limit."
        deeds = flow_of(
            Button("Go on planning", self.deeds.go_on_planning, kind="primary", icon="pencil"),
            Button("Open the wave", self.deeds.open_wave, icon="play"),
            Button("Delete plan", self.deeds.delete_wave, kind="ghost", icon="trash"),
        )
        return [
            PanelSection("Plan", "", *_facts(line), Text(words, tone="text_2", wrap=True), deeds)
        ]

    def _open(self, line: AskingLine) -> list[QWidget]:
        words = (
            "Counted per round, never per person. No means and no names while it is open; "
            "results appear once, when you close it."
        )
        parts = [*_progress(line), Text(words, tone="text_2", wrap=True)]
        if line.asking.sealed:
            parts.append(Text(_SEALED, tone="text_2", wrap=True))
        return [PanelSection("Answered", "", *parts, *_facts(line), self._ways(line))]

    def _ways(self, line: AskingLine) -> QWidget:
        """Return the buttons for every way people may answer, then for closing."""
        deeds, means = self.deeds, line.asking.plan.means
        ways = []
        if Means.LAPTOP in means:
            ways.append(("Start on this laptop", deeds.start_kiosk, "monitor"))
        if Means.PAPER in means:
            ways.append(("Type in forms", deeds.type_in_forms, "keyboard"))
            ways.append(("Print form", deeds.print_form, "printer"))
        ways.append(("Import answers", deeds.import_answers, "upload"))
        made = [
            Button(label, pressed, kind="secondary" if place else "primary", icon=icon)
            for place, (label, pressed, icon) in enumerate(ways)
        ]
        return flow_of(
            *made,
            Button("Close the wave", deeds.close_wave, icon="lock"),
            Button("Delete wave", deeds.delete_wave, kind="ghost", icon="trash"),
        )

    def _closed(self, line: AskingLine) -> list[QWidget]:
        words: list[QWidget] = []
        for one in line.waves:
            words.append(Text(one.instrument.title, "caption_label", "text_2"))
            words.append(Text(one.hidden, wrap=True) if one.hidden else _figure(one))
            if one.in_question:
                words.append(Text(_IN_QUESTION, tone="warn", wrap=True))
        if line.answered:
            words.append(Text(f"{line.answered} answered", tone="text_2"))
        if line.came_by:
            words.append(Text(line.came_by, tone="text_2", wrap=True))
        results = Button("See results", self.deeds.see_results, kind="primary", icon="chart")
        results.setVisible(line.readable is not None)
        delete = Button("Delete wave", self.deeds.delete_wave, kind="ghost", icon="trash")
        return [PanelSection("Result", "", *words, flow_of(results, delete))]


_SEALED = (
    "A round too small to be stored waits sealed, unreadable to everybody, until enough have "
    "answered."
)
_IN_QUESTION = (
    "Items run against each other: check the key before you read this figure. The results say "
    "which ones."
)


def _figure(line: WaveLine) -> Text:
    words = Text(role="figure")
    interval = f"   95% interval {line.interval}" if line.interval else ""
    words.say_spans(Span(line.mean, "figure"), Span(interval, "body", "text_2"))
    return words


def _progress(line: AskingLine) -> list[QWidget]:
    if not line.answers:
        return [Text("No answers yet.")]
    parts: list[QWidget] = [Text(f"{line.answered} answered", "strong")]
    if line.invited:
        bar = Bar(6)
        bar.show_share(line.answers / line.invited, words=f"{line.answered} answered")
        parts.append(bar)
    if line.came_by:
        parts.append(Text(line.came_by, tone="text_2", wrap=True))
    return parts


def _facts(line: AskingLine) -> list[QWidget]:
    wave = line.waves[0].wave
    facts = [f"{wave.invited} people invited"] if wave.invited else ["Number invited not given"]
    if wave.opened_on:
        facts.append(f"Opened {weekday_and_day(wave.opened_on)}")
    if wave.closes_on:
        facts.append(f"Closes {weekday_and_day(wave.closes_on)}")
    said = [Text(" · ".join(facts), tone="text_2", wrap=True)]
    return [*said, *(_can_find(one) for one in line.waves if one.wave.can_find_said)]


def _can_find(line: WaveLine) -> Text:
    return Text(
        f"{line.instrument.title}: {line.wave.can_find_said}", "caption", "text_2", wrap=True
    )


def _privacy(line: AskingLine) -> PanelSection:
    return PanelSection(
        "Privacy",
        "",
        Text(
            f"Nothing is shown below {line.minimum} answers. No name, time or order is stored with "
            "an answer, and answers have no undo.",
            tone="text_2",
            wrap=True,
        ),
    )


def _about(line: WaveLine) -> PanelSection:
    instrument = line.instrument
    return PanelSection(
        instrument.title,
        f"version {instrument.version}",
        Text(about(instrument), tone="text_2", wrap=True),
        Text(instrument.notes, tone="text_2", wrap=True),
        Text(instrument.licence, "caption", "text_3", wrap=True),
    )
