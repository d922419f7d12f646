"""What a meeting file changes, in plain sentences for screens and the command line."""

from collections.abc import Iterator

from workbench.foundation.dates import full_date
from workbench.foundation.text import counted, listed
from workbench.foundation.words import Mark
from workbench.imports.attendance_choices import HERE_SHARE
from workbench.imports.attendance_plan import AttendancePlan
from workbench.imports.roster_import import shortened
from workbench.sessions.attendance_rules import MARK_WORDS

_CONTRARY = (Mark.EXCUSED, Mark.ABSENT)


def sentences(found: AttendancePlan) -> list[str]:
    """Return what came of it in plain sentences: first what is made."""
    if found.questions:
        return []
    names = {known.person: known.name for known in found.roster}
    was = "was" if found.changed == 1 else "were"
    verb = f"{was} marked" if found.written else "would be marked"
    people = counted(found.changed, "person", "people")
    into = f" in session {found.written_to}" if found.written_to else ""
    check = [
        f"To check: {line.attendee.name} may be {names[line.match.proposals[0].person]} "
        f"({line.match.how})."
        for line in found.to_check
    ]
    unknown = [f"Unknown: {line.attendee.name}. {line.match.how}." for line in found.unknown]
    absent = [not_listed_words(found.not_listed)] if found.not_listed else []
    return [
        *_made(found),
        f"{found.report.recognised_as}, {counted(len(found.people), 'person', 'people')}.",
        f"{people} {verb}{into}.",
        *_rule_words(found),
        *_guest_words(found),
        *shortened(check),
        *shortened(unknown),
        *([still_open_words(found.open_lines)] if found.open_lines else []),
        *absent,
        *shortened([each for each in warnings(found) if each != _new_community(found)]),
    ]


def warnings(found: AttendancePlan) -> tuple[str, ...]:
    """Return what is odd without stopping anything."""
    return (*found.report.warnings, *_oddities(found))


def not_listed_words(members: int) -> str:
    """Return what becomes of members who are not in the file."""
    verb = "is" if members == 1 else "are"
    return (
        f"{counted(members, 'member', 'members')} {verb} not in the file: "
        "not known, and not marked as missed."
    )


def still_open_words(lines: int) -> str:
    """Return how names that nobody has decided on come in later: they are not kept."""
    names = counted(lines, "name stays open and is", "names stay open and are")
    return (
        f"{names} not kept: once you know who they are, import this same file again, "
        "and only they are added."
    )


def _made(found: AttendancePlan) -> Iterator[str]:
    """Say what is made besides marks: a community, a session."""
    if found.new_community:
        yield _new_community(found)
    if found.session is None and found.report.start:
        made = "was made" if found.written else "will be made"
        day = f" of {full_date(found.report.start.date())}" if found.report.title else ""
        yield f"The session {found.report.shown_title}{day} {made}."


def _new_community(found: AttendancePlan) -> str:
    made = "was made" if found.written else "will be made"
    return f"There was no community {found.community}, so it {made}."


def _guest_words(found: AttendancePlan) -> Iterator[str]:
    guests = len(found.choices.decisions.guests)
    if guests:
        yield f"{counted(guests, 'of them is a new guest', 'of them are new guests')}."


def _rule_words(found: AttendancePlan) -> Iterator[str]:
    """Say who counts as here, where the file tells how long people stayed."""
    rules = found.thresholds
    if not any(line.attendee.seconds is not None for line in found.people):
        return
    usual = found.choices.min_minutes is None and not found.files
    share = f", {HERE_SHARE}" if usual else ""
    after = f"; late after {rules.late_after:g} minutes" if rules.late_after is not None else ""
    yield f"Here from {rules.min_minutes or 0:g} minutes{share}{after}."


def _oddities(found: AttendancePlan) -> Iterator[str]:
    if found.new_community:
        yield _new_community(found)
    elif not found.roster:
        yield (
            f"Nobody is on the roster of {found.community} yet: import the roster first, "
            "then this file again."
        )
    start = found.report.start
    if found.session and start and start.date() != found.session.starts.date():
        yield (
            f"The file is of {full_date(start.date())}, the session {found.session.title} of "
            f"{full_date(found.session.starts.date())}."
        )
    yield from _of_taken(found)
    yield from _contradictions(found)


def _of_taken(found: AttendancePlan) -> Iterator[str]:
    """Say what a file can still bring that is in the session already."""
    if found.taken is None:
        return
    if found.drops_times:
        yield "The file was in the session already; its times are dropped, who came stays."
    elif found.counted_anew:
        yield "The file was in the session already; its people are counted anew."
    elif found.open_lines:
        yield (
            "The file was in the session already: only names that are still open can be added, "
            "marks that are there stay."
        )
    else:
        yield "The file was in the session already, and nobody in it is open: marks stay."


def _contradictions(found: AttendancePlan) -> Iterator[str]:
    """Say who was entered as away by hand and is in the file: the file will stand."""
    names = {known.person: known.name for known in found.roster}
    for mark in _CONTRARY:
        away = [
            names[person]
            for person in found.marks
            if person in names and person in found.known and found.known[person].mark is mark
        ]
        if away:
            shown = away if len(away) < 5 else [*away[:3], f"{len(away) - 3} others"]
            verb = "was" if len(away) == 1 else "were"
            yield f"{listed(shown)} {verb} entered as {MARK_WORDS[mark]}, but the file says here."
