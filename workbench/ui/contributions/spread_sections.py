"""How giving is spread, in sections: who gives, departments in their order, newcomers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.contributions.spread import Spread
from workbench.contributions.spread_parts import (
    FEWEST_SHOWN,
    DepartmentPart,
    Newcomers,
    SpreadParts,
)
from workbench.foundation.text import counted
from workbench.ui.kit.chips import Bar
from workbench.ui.kit.panel import PanelSection
from workbench.ui.kit.table import PAGE_SIDE
from workbench.ui.kit.text import Span, Text


def spread_sections(found: SpreadParts, since: str) -> list[QWidget]:
    """Return the sections with their period; where nothing was given, the one that says so."""
    whole = PanelSection("Who gives", since, side=PAGE_SIDE)
    if not found.whole.given:
        whole.add(Text("Nothing logged yet.", tone="text_2"))
        return [whole]
    _fill_whole(whole, found)
    sections: list[QWidget] = [whole]
    if found.departments:
        sections.append(_departments(found, since))
    sections.append(_newcomers(found.newcomers))
    return sections


def _fill_whole(section: PanelSection, found: SpreadParts) -> None:
    section.add(*_share(found.whole))
    said = list(found.whole.sentences[1:])
    if found.shares is not None:
        said.append(found.shares.sentence)
    if found.without_hosts is not None:
        hosts = counted(found.hosts, "co-host", "co-hosts")
        said.append(f"Without the {hosts}: {' '.join(found.without_hosts.sentences[:3])}")
    for sentence in said:
        section.add(Text(sentence, tone="text_2", wrap=True))
    listening = "Listening is taking part too. Nobody is ranked."
    section.add(Text(listening, "caption", "text_3", wrap=True))


def _share(found: Spread) -> tuple[QWidget, QWidget]:
    bar = Bar(8)
    bar.show_share(found.gave / found.people if found.people else 0.0)
    words = Text(role="figure")
    words.say_spans(
        Span(f"{found.gave} of {found.people}", "figure"),
        Span("   members gave something", "body", "text_2"),
    )
    return words, bar


def _departments(found: SpreadParts, since: str) -> QWidget:
    section = PanelSection("People who gave, by department", since, side=PAGE_SIDE)
    for part in found.departments:
        section.add(_department(part))
    if found.left_out:
        people = counted(found.left_out, "person", "people")
        section.add(
            Text(
                f"{people} in departments of fewer than {FEWEST_SHOWN}, or none, not shown apart.",
                "caption",
                "text_3",
                wrap=True,
            )
        )
    return section


def _department(part: DepartmentPart) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    words = f"{part.gave} of {part.people}"
    bar = Bar(8)
    bar.show_share(part.gave / part.people, "border_control", f"{part.name}: {words}")
    line.addWidget(Text(part.name, tone="text_2"), 3)
    line.addWidget(bar, 3)
    line.addWidget(Text(words, "label", align=Qt.AlignmentFlag.AlignRight), 1)
    return row


def _newcomers(found: Newcomers) -> QWidget:
    section = PanelSection("Newcomers", "joined in the last 90 days", side=PAGE_SIDE)
    for sentence in found.sentences:
        section.add(Text(sentence, tone="text_2", wrap=True))
    return section
