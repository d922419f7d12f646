"""What a template holds, shown at the right of the list of templates."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.foundation.text import counted
from workbench.sessions.pre_work_rules import days_words
from workbench.sessions.template_queries import TemplateChoice
from workbench.sessions.template_shape import TemplateAgenda, TemplateBlock
from workbench.ui.kit.chips import Chip
from workbench.ui.kit.page import scrolled
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Text
from workbench.ui.sessions.session_words import BLOCK_WORDS, block_place
from workbench.ui.theme import look


class TemplateView(QWidget):
    """Name, what it is good for, and its blocks with their minutes, as a page that scrolls."""

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 8, 0)
        self.column.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))
        inside.setObjectName("dialogBody")

    def show_template(self, choice: TemplateChoice, template: TemplateAgenda) -> None:
        """Show another template."""
        clear(self.column)
        self.column.addWidget(Text(choice.name, "section", wrap=True))
        if template.why:
            self.column.addWidget(Text(template.why, tone="text_2", wrap=True))
        facts = [f"{template.minutes} min", counted(len(template.blocks), "block", "blocks")]
        self.column.addWidget(Text(", ".join([*facts, template.kind]).rstrip(", "), "caption"))
        for item in template.pre_work:
            due = days_words(item.days_before)
            words = f"{item.text} ({item.who}, {due})" if item.who else f"{item.text} ({due})"
            self.column.addWidget(_row("Before", words))
        for block in template.blocks:
            self.column.addWidget(_block(block))
        self.column.addStretch(1)

    def show_words(self, sentence: str, tone: str = "text_2") -> None:
        """Show a sentence in place of a template."""
        clear(self.column)
        self.column.addWidget(Text(sentence, tone=tone, wrap=True))
        self.column.addStretch(1)


def _block(block: TemplateBlock) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    place = block_place(block.kind)
    chip = Chip(BLOCK_WORDS[block.kind], "neutral" if place is None else f"c{place}")
    column.addWidget(_row(f"{block.minutes} min", block.title, chip))
    for number, track in enumerate(block.tracks, 1):
        inner = "; ".join(f"{each.title}, {each.minutes} min" for each in track.blocks)
        name = track.name or f"Track {number}"
        column.addWidget(_row("", f"{name}: {inner}" if inner else name, tone="text_2"))
    return holder


def _row(left: str, words: str, chip: QWidget | None = None, tone: str = "text") -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    head = Text(left, "caption" if tone == "text_2" else "body", "text_2")
    head.setFixedWidth(look().px(56))
    row.addWidget(head, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(words, "caption" if tone == "text_2" else "body", tone, wrap=True), 1)
    if chip is not None:
        row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
    return holder
