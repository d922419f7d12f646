"""What the five-minute brief says, worded with care: reasons to greet and ask, never a verdict."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from workbench.contributions.promise_queries import PromiseRow
from workbench.contributions.question_queries import OpenQuestion
from workbench.foundation.dates import short_day, weekday_and_day
from workbench.foundation.text import clean, counted, listed
from workbench.foundation.words import Mark
from workbench.reports.prints.five_minutes import (
    FOR_YOU_ONLY,
    BriefLine,
    BriefPart,
    FiveMinutes,
    people_lines,
)
from workbench.reports.prints.five_minutes_queries import BriefFacts
from workbench.reports.prints.plan import head_of
from workbench.rosters.queries import RosterRow
from workbench.sessions.attendance_rules import HERE, histories
from workbench.sessions.engagement import missed_lately
from workbench.sessions.pre_work_rules import due_words

MISSED_BEFORE_RETURN: Final = 2
_NAMES_SHOWN: Final = 8


def five_minutes(facts: BriefFacts) -> FiveMinutes:
    """Return the brief of a session from its facts."""
    marks = histories(facts.past)
    coming = [row for row in facts.expected if row.person_id not in facts.apologies]
    carried = facts.carried
    return FiveMinutes(
        session_id=facts.plan.detail.id,
        head=head_of(facts.plan, "Five-minute brief", private=FOR_YOU_ONLY),
        facts=_facts(facts),
        carried=(
            f"From your debrief of {short_day(carried.on)}, {carried.title}", clean(carried.text)
        ) if carried else None,
        parts=(
            _returning(facts, coming, marks),
            _new(facts, coming, marks),
            _not_heard(facts, coming, marks),
            _promises(facts.promises),
            _questions(facts),
            _overran(facts),
        ),
    )  # fmt: skip


def _facts(facts: BriefFacts) -> tuple[tuple[str, str], ...]:
    plan = facts.plan
    away = [row.name for row in facts.expected if row.person_id in facts.apologies]
    names = away[:_NAMES_SHOWN]
    if len(away) > len(names):
        names.append(f"{len(away) - len(names)} more")
    starts = plan.detail.starts
    before = "; ".join(f"{item.text} {due_words(starts, item)}" for item in plan.pre_work)
    told = [
        ("Place", plan.detail.place),
        ("Goal", plan.goal),
        ("People", f"about {facts.likely} of {len(facts.expected)} are likely to come"),
        ("Apologies", listed(names) if names else "none so far"),
        ("Before", before),
    ]
    return tuple((label, text) for label, text in told if text)


def _returning(
    facts: BriefFacts, coming: Sequence[RosterRow], marks: Mapping[int, Sequence[Mark]]
) -> BriefPart:
    lines = []
    for row in coming:
        own = marks.get(row.person_id, ())
        missed = missed_lately(own)
        if missed >= MISSED_BEFORE_RETURN and any(mark in HERE for mark in own):
            last = _last_here(facts, row.person_id)
            parts = (_department(row), f"last here {last}" if last else "")
            rest = " · ".join(part for part in parts if part)
            lines.append(BriefLine(row.name, rest, person_id=row.person_id))
    return BriefPart(
        "returning",
        "Good to see again",
        "Came before, not to the last two or more. Expected this time; a welcome is enough.",
        people_lines(lines),
        "Nobody has been away for two sessions or more.",
    )


def _new(
    facts: BriefFacts, coming: Sequence[RosterRow], marks: Mapping[int, Sequence[Mark]]
) -> BriefPart:
    lines = []
    for row in coming:
        own = marks.get(row.person_id, ())
        if len(own) > facts.new_within or _joined_long_ago(facts, row):
            continue
        been = sum(mark in HERE for mark in own)
        first = "first session" if not been else f"here {counted(been, 'time', 'times')} so far"
        hopes = f"hopes for: {clean(row.reason_to_join)}" if row.reason_to_join else ""
        rest = " · ".join(part for part in (_department(row), first, hopes) if part)
        lines.append(BriefLine(row.name, rest, person_id=row.person_id))
    return BriefPart(
        "new",
        "New",
        "Joined within the last three sessions.",
        people_lines(lines),
        "Nobody joined within the last three sessions.",
    )


def _not_heard(
    facts: BriefFacts, coming: Sequence[RosterRow], marks: Mapping[int, Sequence[Mark]]
) -> BriefPart:
    since = f"since {short_day(facts.since)}" if facts.since else "since they joined"
    lines = [
        BriefLine(row.name, _department(row), person_id=row.person_id)
        for row in coming
        if row.person_id not in facts.heard
        and len(marks.get(row.person_id, ())) > facts.new_within
        and any(mark in HERE for mark in marks[row.person_id])
    ]
    return BriefPart(
        "not-heard",
        "Not heard yet",
        f"Nothing logged from them {since}. Listening counts too: invite, do not call on.",
        people_lines(lines),
        f"Everybody who came has something in the log {since}.",
    )


def _promises(rows: Sequence[PromiseRow]) -> BriefPart:
    lines = tuple(
        BriefLine(
            row.who or "You",
            f"{clean(row.text)} ({_due(row)})",
            person_id=row.person_id,
            promise_id=row.id,
        )
        for row in rows
    )
    nothing = "No promise is due by this session."
    return BriefPart(
        "promises",
        "Promises due",
        "Open, due by this session. What became of them?",
        lines,
        nothing,
    )


def _questions(facts: BriefFacts) -> BriefPart:
    earlier = facts.earlier_questions
    return BriefPart(
        "questions",
        "Open questions",
        "Asked in the last three sessions, not marked as answered.",
        tuple(_question(one) for one in facts.questions),
        "No question of the last three sessions is open.",
        beyond=earlier,
        beyond_words="from before" if facts.questions else "open from before",
    )


def _overran(facts: BriefFacts) -> BriefPart:
    last = facts.last_time
    title, note = "What took longer last time", ""
    nothing = "No earlier session was run live, so nothing is known."
    lines: tuple[BriefLine, ...] = ()
    if last is not None:
        note = f"{weekday_and_day(last.on)}, {last.title}"
        nothing = "No block took longer than planned."
        lines = tuple(BriefLine(clean(time.title), time.words) for time in last.overran)
    return BriefPart("overran", title, note, lines, nothing)


def _question(one: OpenQuestion) -> BriefLine:
    text = clean(one.text) or "a question without words in the log"
    return BriefLine(
        one.asker.name, f"{text} ({_whole_day(one.given_on)})",
        person_id=one.asker.id, question_id=one.id,
    )  # fmt: skip


def _due(row: PromiseRow) -> str:
    if row.due_on is None:
        return "no day said"
    return f"was due {_whole_day(row.due_on)}" if row.late else f"due {_whole_day(row.due_on)}"


def _whole_day(on: date) -> str:
    """Return "1 Oct" so that no line breaks in it."""
    return short_day(on).replace(" ", "\u00a0")


def _department(row: RosterRow) -> str:
    return row.department.name if row.department else ""


def _last_here(facts: BriefFacts, person: int) -> str:
    came = [
        r.on for r in facts.past if r.counts and person in r.expected and r.mark(person) in HERE
    ]
    return short_day(max(came)) if came else ""


def _joined_long_ago(facts: BriefFacts, row: RosterRow) -> bool:
    """Whether somebody without marks joined before more sessions than make one new."""
    counting = [record.on for record in facts.past if record.counts]
    since = sum(row.joined_on is None or on >= row.joined_on for on in counting)
    return since > facts.new_within
