"""Settling an alarm about a key: somebody looked into it and says what they found."""

from sqlalchemy import delete

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean
from workbench.models.surveys import SettledAlarm
from workbench.storage.unit_of_work import Work, action
from workbench.surveys.queries import wave_result

SHORTEST_REASON = 10


@action("Settle alarm", "surveys")
def settle_alarm(work: Work, wave_id: int, alarm: str, reason: str) -> None:
    """Keep the reason for an alarm of a closed wave, in place of an earlier one; raises BadInput.

    `alarm` is its name, which another alarm of a later wave does not share.
    """
    result = wave_result(work.session, wave_id)
    if alarm not in {one.name for one in result.figures.in_question}:
        raise BadInput(
            f"{result.wave.label} has no such alarm.", "Open its results to see which it has."
        )
    said = clean(reason)
    if sum(letter.isalpha() for letter in said) < SHORTEST_REASON:
        raise BadInput(
            "Say in a few words what you found, so that others can follow it.",
            "Such as: compared with the paper form, item 3 is turned round rightly.",
            field="reason",
        )
    same = (SettledAlarm.wave_id == wave_id, SettledAlarm.alarm == alarm)
    work.session.execute(delete(SettledAlarm).where(*same))
    today = work.clock.today()
    work.session.add(SettledAlarm(wave_id=wave_id, alarm=alarm, reason=said, settled_on=today))
