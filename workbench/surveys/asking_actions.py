"""Planning and opening an asking: one form, and a wave for each questionnaire on it."""

import secrets
from collections.abc import Sequence
from datetime import date

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.communities.queries import workspace_setting
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.words import Means, WaveState
from workbench.models.surveys import Asking, Wave
from workbench.storage.unit_of_work import Work, action
from workbench.surveys.asking_power import found_with
from workbench.surveys.asking_power_queries import spread_of
from workbench.surveys.asking_rules import AskingPlan, checked_asking
from workbench.surveys.instrument_actions import kept_here
from workbench.surveys.instruments import Instrument
from workbench.surveys.promise import own_words, promise_problems, promise_text, promise_words
from workbench.surveys.queries import WaveRow, instrument_named, instrument_of, wave_row, waves
from workbench.surveys.usual_queries import usual_minimum
from workbench.surveys.wave_number_queries import unused_number
from workbench.surveys.wave_rules import WavePlan, refuse_taken_label


@action("Plan wave", "surveys")
def plan_asking(work: Work, community_id: int, plan: AskingPlan) -> int:
    """Plan what nobody is asked yet and return its number; raises BadInput, NotFound."""
    asking = Asking(community_id=community_id, key_name=_key_name(work.session, community_id))
    _put(asking, checked_asking(plan))
    work.session.add(asking)
    work.session.flush()
    _put_waves(work.session, asking, checked_asking(plan))
    return asking.id


@action("Change the plan of a wave", "surveys")
def change_asking(work: Work, asking_id: int, plan: AskingPlan) -> None:
    """Plan an asking anew before it opens; raises BadInput once it is open, NotFound."""
    asking = _asking(work.session, asking_id)
    for wave in _waves(work.session, asking_id):
        _only_planned(wave)
        work.session.delete(wave)
    work.session.flush()
    _put(asking, checked_asking(plan))
    _put_waves(work.session, asking, checked_asking(plan))


@action("Plan wave", "surveys")
def plan_wave(work: Work, community_id: int, instrument_key: str, plan: WavePlan) -> int:
    """Plan an asking of one questionnaire, answered in files, and return the wave's number."""
    instrument = instrument_named(work.session, instrument_key)
    matters = plan.change_that_matters
    asking_id = plan_asking(
        work,
        community_id,
        AskingPlan(
            label=plan.label,
            instruments=(instrument.id,),
            invited=plan.invited,
            minimum_group=plan.minimum_group,
            closes_on=plan.closes_on,
            change_that_matters={} if matters is None else {instrument.id: matters},
        ),
    )
    (wave,) = _waves(work.session, asking_id)
    return wave.id


@action("Open wave", "surveys")
def open_asking(work: Work, asking_id: int, opened_on: date | None = None) -> None:
    """Open all waves of an asking at once: from now on the form and the minimum are fixed.

    Raises BadInput where one is open or closed already, or another wave of its questionnaire is
    open.
    """
    asking = _asking(work.session, asking_id)
    for wave in _waves(work.session, asking_id):
        _open(work, wave, opened_on)
    _fix_promise(work.session, asking)


@action("Open wave", "surveys")
def open_wave(work: Work, wave_id: int, opened_on: date | None = None) -> None:
    """Open one planned wave; raises BadInput as `open_asking` does."""
    wave_row(work.session, wave_id)
    stored = work.session.get_one(Wave, wave_id)
    _open(work, stored, opened_on)
    _fix_promise(work.session, _asking(work.session, stored.asking_id))


def _fix_promise(session: Session, asking: Asking) -> None:
    """Write the facts into the promise as they are now; raises BadInput for what none may say."""
    facts = promise_words(
        workspace_setting(session, "facilitator"),
        max(wave.minimum_group for wave in _waves(session, asking.id)),
        codes=bool(asking.code_parts),
    )
    promise = promise_text(facts, own_words(asking.promise))
    problems = promise_problems(promise, facts)
    if problems:
        raise BadInput(problems[0], "Change your own words below it.", field="promise")
    asking.promise = promise


def _open(work: Work, stored: Wave, opened_on: date | None) -> None:
    wave = wave_row(work.session, stored.id)
    _only_planned(stored)
    others = waves(work.session, wave.community_id)
    instrument = instrument_of(work.session, wave)
    still_open = next(
        (
            one
            for one in others
            if one.instrument_key == instrument.id and one.state is WaveState.OPEN
        ),
        None,
    )
    if still_open:
        raise BadInput(
            f"The wave {still_open.label} of {wave.instrument_title} is still open.",
            "Close it first: the same people cannot be in two rounds at once.",
        )
    stored.state = WaveState.OPEN
    stored.minimum_group = max(stored.minimum_group, usual_minimum(work.session))
    stored.opened_on = opened_on or work.clock.today()
    _fix_found(work.session, stored, wave, instrument)


def _fix_found(session: Session, stored: Wave, wave: WaveRow, instrument: Instrument) -> None:
    """Keep what the wave can find as it is said before anybody has answered."""
    expected = _asking(session, stored.asking_id).expected_answers
    spread = spread_of(session, wave.community_id, instrument) if expected else None
    found = found_with(expected, spread) if expected and spread else None
    if found is not None:
        stored.can_find, stored.can_find_said = found.change, found.said


def _key_name(session: Session, community_id: int) -> str:
    """Return the name of the community's key, a new random one for its first asking."""
    kept = select(Asking.key_name).where(Asking.community_id == community_id).limit(1)
    return session.scalar(kept) or secrets.token_hex(16)


def _only_planned(wave: Wave) -> None:
    if wave.state is not WaveState.PLANNED:
        raise BadInput(f"The wave {wave.label} is {wave.state}.", "Plan a new one.")


def _put(asking: Asking, plan: AskingPlan) -> None:
    asking.expected_answers = plan.expected_answers
    asking.promise = plan.promise
    asking.departments = _listed(plan.departments)
    asking.code_parts = _listed(plan.code_parts)
    asking.asks_comment = plan.asks_comment
    asking.asks_attendance = plan.asks_attendance
    asking.by_laptop = Means.LAPTOP in plan.means
    asking.on_paper = Means.PAPER in plan.means
    asking.from_file = Means.FILE in plan.means


def _listed(texts: Sequence[str]) -> str | None:
    return msgspec.json.encode(texts).decode() if texts else None


def _put_waves(session: Session, asking: Asking, plan: AskingPlan) -> None:
    """Add a wave for each questionnaire of the plan, in its order."""
    for key in plan.instruments:
        instrument = instrument_named(session, key)
        taken = (
            one.label
            for one in waves(session, asking.community_id)
            if one.instrument_key == instrument.id
        )
        refuse_taken_label(plan.label, taken, instrument.title)
        session.add(
            Wave(
                id=unused_number(session),
                community_id=asking.community_id,
                asking_id=asking.id,
                instrument_id=kept_here(session, instrument),
                label=plan.label,
                state=WaveState.PLANNED,
                closes_on=plan.closes_on,
                invited=plan.invited,
                minimum_group=max(plan.minimum_group, usual_minimum(session)),
                change_that_matters=plan.change_that_matters.get(key),
            )
        )
        session.flush()


def _asking(session: Session, asking_id: int) -> Asking:
    asking = session.get(Asking, asking_id)
    if asking is None:
        raise NotFound("This wave is no longer there.", "Choose another one.")
    return asking


def _waves(session: Session, asking_id: int) -> list[Wave]:
    return list(session.scalars(select(Wave).where(Wave.asking_id == asking_id).order_by(Wave.id)))
