"""The panel of one wave: where it stands, what can be done with it, what protects its people."""

from typing import Protocol

from PySide6.QtWidgets import QWidget

from workbench.foundation.dates import weekday_and_day
from workbench.foundation.words import WaveState
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Bar
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.panel import DetailPanel, PanelSection
from workbench.ui.kit.text import Span, Text
from workbench.ui.surveys.wave_lines import WaveLine, about


class WaveDeeds(Protocol):
    """What the panel's buttons ask for."""

    def see_results(self) -> None:
        """Show the results of the wave."""
        ...

    def open_wave(self) -> None:
        """Open the planned wave."""
        ...

    def close_wave(self) -> None:
        """Close the open wave."""
        ...

    def import_answers(self) -> None:
        """Bring answers in from a file."""
        ...

    def delete_wave(self) -> None:
        """Delete the wave."""
        ...


class WavePanel(DetailPanel):
    """One wave beside the list."""

    def __init__(self, deeds: WaveDeeds) -> None:
        super().__init__()
        self.deeds = deeds

    def show_wave(self, line: WaveLine) -> None:
        """Fill the panel."""
        wave = line.wave
        head = Text(f"{line.instrument.title}, {wave.label}", "section", wrap=True)
        self.show_head(head, Text(line.when, tone="text_2"))
        made = {
            WaveState.PLANNED: self._planned,
            WaveState.OPEN: self._open,
            WaveState.CLOSED: self._closed,
        }[wave.state](line)
        self.show_sections(*made, _privacy(line), _about(line))

    def _planned(self, line: WaveLine) -> list[QWidget]:
        words = (
            "Nobody is asked yet. Opening fixes the questionnaire, who is invited and the limit."
        )
        return [
            PanelSection(
                "Plan",
                "",
                *_facts(line),
                Text(words, tone="text_2", wrap=True),
                flow_of(
                    Button("Open the wave", self.deeds.open_wave, kind="primary", icon="play"),
                    Button("Delete plan", self.deeds.delete_wave, kind="ghost", icon="trash"),
                ),
            )
        ]

    def _open(self, line: WaveLine) -> list[QWidget]:
        words = (
            "Counted per round, never per person. No means and no names while it is open; "
            "results appear once, when you close it."
        )
        deeds = flow_of(
            Button("Import answers", self.deeds.import_answers, kind="primary", icon="upload"),
            Button("Close the wave", self.deeds.close_wave, icon="lock"),
            Button("Delete wave", self.deeds.delete_wave, kind="ghost", icon="trash"),
        )
        said = Text(words, tone="text_2", wrap=True)
        return [PanelSection("Answered", "", *_progress(line), said, *_facts(line), deeds)]

    def _closed(self, line: WaveLine) -> list[QWidget]:
        if line.hidden:
            words = [Text(line.hidden, wrap=True)]
        else:
            words = [_figure(line), Text(f"{line.answered} answered", tone="text_2")]
        results = Button("See results", self.deeds.see_results, kind="primary", icon="chart")
        results.setVisible(not line.problem)
        delete = Button("Delete wave", self.deeds.delete_wave, kind="ghost", icon="trash")
        return [PanelSection("Result", "", *words, flow_of(results, delete))]


def _figure(line: WaveLine) -> Text:
    words = Text(role="figure")
    interval = f"   95% interval {line.interval}" if line.interval else ""
    words.say_spans(Span(line.mean, "figure"), Span(interval, "body", "text_2"))
    return words


def _progress(line: WaveLine) -> list[QWidget]:
    wave = line.wave
    if not wave.answered:
        return [Text("No answers yet.")]
    parts: list[QWidget] = [Text(f"{line.answered} answered", "strong")]
    if wave.invited:
        bar = Bar(6)
        bar.show_share(wave.answered / wave.invited, words=f"{line.answered} answered")
        parts.append(bar)
    return parts


def _facts(line: WaveLine) -> list[QWidget]:
    wave = line.wave
    facts = [f"{wave.invited} people invited"] if wave.invited else ["Number invited not given"]
    if wave.opened_on:
        facts.append(f"Opened {weekday_and_day(wave.opened_on)}")
    if wave.closes_on:
        facts.append(f"Closes {weekday_and_day(wave.closes_on)}")
    return [Text(" · ".join(facts), tone="text_2", wrap=True)]


def _privacy(line: WaveLine) -> PanelSection:
    least = line.wave.minimum_group
    return PanelSection(
        "Privacy",
        "",
        Text(
            f"Nothing is shown below {least} answers. No name, time or order is stored with an "
            "answer, and answers have no undo.",
            tone="text_2",
            wrap=True,
        ),
    )


def _about(line: WaveLine) -> PanelSection:
    instrument = line.instrument
    return PanelSection(
        "Questionnaire",
        f"version {instrument.version}",
        Text(about(instrument), tone="text_2", wrap=True),
        Text(instrument.notes, tone="text_2", wrap=True),
        Text(instrument.licence, "caption", "text_3", wrap=True),
    )
