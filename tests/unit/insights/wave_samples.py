"""Closed waves built without a database, of any questionnaire and version."""

from datetime import date, timedelta

import msgspec

from workbench.foundation.words import WaveState
from workbench.surveys.figures import KeyAlarm, WaveFigures
from workbench.surveys.instrument_shape import Anchor, Instrument
from workbench.surveys.instruments import load_instrument
from workbench.surveys.queries import WaveResult, WaveRow

START = date(2024, 1, 15)
SEVEN = load_instrument("safety-pulse")
LONELY = load_instrument("loneliness-pulse")
FIVE = msgspec.structs.replace(
    SEVEN,
    version=SEVEN.version + 1,
    range=(1.0, 5.0),
    anchors=tuple(Anchor(code=code, label=f"Answer {code}") for code in range(1, 6)),
)
REWORDED = msgspec.structs.replace(
    SEVEN,
    version=SEVEN.version + 2,
    items=tuple(msgspec.structs.replace(item, text=f"{item.text}?") for item in SEVEN.items),
)
OTHER = msgspec.structs.replace(SEVEN, id="team-talk", version=1, title="Team talk")
ALARM = KeyAlarm(sentence="Item 3 runs against the others.", items=("3",))


def on(at: float) -> date:
    """Return the closing day of the wave at a place, two months apart."""
    return START + timedelta(days=round(61 * at))


def wave(
    at: float,
    mean: float | None = 5.0,
    n: int = 12,
    *,
    of: Instrument = SEVEN,
    sd: float | None = 0.6,
    alarm: bool = False,
) -> WaveResult:
    """Return a closed wave; without a mean it is hidden, without an SD it has no interval."""
    shown = mean is not None
    reach = None if mean is None or sd is None else sd
    figures = WaveFigures(
        instrument=of.id,
        version=of.version,
        direction=of.direction.value,
        minimum_group=5,
        suppressed=not shown,
        reason="" if shown else "fewer than 5 answers: not shown to protect people",
        invited=20,
        n=n if shown else None,
        scored=n if shown else None,
        mean=mean,
        sd=sd if shown else None,
        ci_low=None if mean is None or reach is None else mean - reach / 2,
        ci_high=None if mean is None or reach is None else mean + reach / 2,
        in_question=(ALARM,) if alarm else (),
    )
    row = WaveRow(
        id=on(at).toordinal() * 10 + len(of.id) % 10, community_id=1, asking_id=1,
        instrument_key=of.id, instrument_version=of.version, instrument_title=of.title,
        construct=of.construct, label=f"Wave {at:g}", state=WaveState.CLOSED, opened_on=None,
        closes_on=None, closed_on=on(at), invited=20, minimum_group=5, change_that_matters=None,
        can_find=None, can_find_said="", came_by=(), answered=None,
    )  # fmt: skip
    return WaveResult(row, figures, of)
