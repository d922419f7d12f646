"""What the facilitator may set for this file: the smallest group shown, when a chip applies."""

from collections.abc import Callable
from functools import partial

from workbench.sessions.engagement import LIMITS, USUAL, Thresholds
from workbench.surveys.suppression import SMALLEST_GROUP
from workbench.surveys.usual_actions import LARGEST_MINIMUM
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.stepper import Stepper
from workbench.ui.settings.rows import SettingCard, SettingRow

_ROWS = (
    ("look_back", "Sessions looked back", "Chips tell of this many sessions since joining.", ""),
    ("new_within", "Stays new for", "Up to this many sessions after joining the chip is New.", ""),
    ("missed_to_drift", "Drifting after", "Missed sessions in a row after having come before.", ""),
    ("regular_percent", "Regular from", "Share of the sessions looked back they were here.", " %"),
)


class SmallestGroupRow(SettingRow):
    """The smallest group that waves opened from now on show; `keep(number)` writes it."""

    def __init__(self, smallest: int, keep: Callable[[int], None]) -> None:
        self.stepper = Stepper(smallest, SMALLEST_GROUP, LARGEST_MINIMUM)
        super().__init__(
            "Smallest group in surveys",
            "Fewer answers than this are never shown. Holds for waves opened from now on: open and "
            "closed ones keep their own. Never below 5.",
            self.stepper,
        )
        self.stepper.changed.connect(keep)

    def show_number(self, smallest: int) -> None:
        """Show what the file says without keeping it again."""
        self.stepper.blockSignals(True)
        self.stepper.set_value(smallest)
        self.stepper.blockSignals(False)


class EngagementCard(SettingCard):
    """When a chip is New, Regular or Drifting; `keep(thresholds)` writes each step at once."""

    def __init__(self, thresholds: Thresholds, keep: Callable[[Thresholds], None]) -> None:
        self.back = Button("Back to usual", partial(keep, USUAL), kind="link")
        super().__init__(
            "engagement", "people", "Engagement", "chips for your eyes only", self.back
        )
        self._keep = keep
        self.steppers: dict[str, Stepper] = {}
        shown = _numbers(thresholds)
        for name, title, line, unit in _ROWS:
            least, most = LIMITS[name]
            step = 5 if unit else 1
            stepper = Stepper(shown[name], least, most, step=step, unit=unit)
            stepper.changed.connect(self._changed)
            self.steppers[name] = stepper
            self.add(SettingRow(title, line, stepper))
        self.back.setVisible(thresholds != USUAL)

    def show_thresholds(self, thresholds: Thresholds) -> None:
        """Show what the file says without keeping it again."""
        for name, number in _numbers(thresholds).items():
            stepper = self.steppers[name]
            stepper.blockSignals(True)
            stepper.set_value(number)
            stepper.blockSignals(False)
        self.back.setVisible(thresholds != USUAL)

    def _changed(self, _value: int) -> None:
        number = {name: stepper.value for name, stepper in self.steppers.items()}
        self._keep(
            Thresholds(
                number["look_back"],
                number["new_within"],
                number["missed_to_drift"],
                number["regular_percent"] / 100,
            )
        )


def _numbers(thresholds: Thresholds) -> dict[str, int]:
    return {
        "look_back": thresholds.look_back,
        "new_within": thresholds.new_within,
        "missed_to_drift": thresholds.missed_to_drift,
        "regular_percent": round(thresholds.regular_from * 100),
    }
