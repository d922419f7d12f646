"""Small dialogs of the planner: after how many minutes to split, what a track is called."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.foundation.errors import BadInput
from workbench.sessions.agenda import AgendaBlock, TrackPlan
from workbench.sessions.block_joins import split
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import LineInput


class SplitDialog(Dialog):
    """Asks for the minutes of the first part; what cannot be is said at the field."""

    def __init__(self, over: QWidget, block: AgendaBlock, cut: Callable[[int], object]) -> None:
        super().__init__(over, "Split block", "Split block", width=440)
        self._block, self._cut = block, cut
        self.minutes_input = LineInput(str((block.minutes + 1) // 2))
        words = f"{block.title} lasts {block.minutes} minutes. The rest goes to the second part."
        self.form = Form(Field("Minutes of the first part", self.minutes_input, words, key="after"))
        self.body.addWidget(self.form)
        self.effect.say("Both parts keep all texts.")
        self.accepted.connect(self._split)

    def _split(self) -> None:
        try:
            after = _whole(self.minutes_input.text())
            split((self._block,), self._block.key, after)
        except BadInput as problem:
            self.form.show_problem(problem)
            return
        self.finish()
        self._cut(after)


class TrackDialog(Dialog):
    """Asks what a track is called, where it runs and who leads it."""

    def __init__(
        self, over: QWidget, track: TrackPlan, keep: Callable[[tuple[str, str, str]], object]
    ) -> None:
        super().__init__(over, track.said, "Keep", width=440)
        self._keep = keep
        self.name_input = LineInput(track.name, f"Track {track.number}")
        self.place_input = LineInput(track.place, "A room, or a link")
        self.lead_input = LineInput(track.lead, "Who leads it")
        self.body.addWidget(
            Form(
                Field("Name", self.name_input),
                Field("Place", self.place_input),
                Field("Led by", self.lead_input),
            )
        )
        self.accepted.connect(self._accept)

    def _accept(self) -> None:
        self.finish()
        inputs = (self.name_input, self.place_input, self.lead_input)
        name, place, lead = (line.text() for line in inputs)
        self._keep((name, place, lead))


def _whole(typed: str) -> int:
    try:
        return int(typed.strip())
    except ValueError:
        raise BadInput(
            f"“{typed.strip()}” is not a whole number of minutes."
            if typed.strip()
            else "How many minutes is the first part?",
            "Type a number such as 10.",
            field="after",
        ) from None
