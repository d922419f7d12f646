"""The filters above the feed: words, kind, session, person, days and tag."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.contributions.capture_words import CaptureWords
from workbench.contributions.names import Somebody
from workbench.contributions.queries import SessionCount
from workbench.foundation.dates import short_day
from workbench.foundation.errors import BadInput
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.filters import FilterBar, FilterMenu, FindField
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.gifts import capitalised
from workbench.ui.kit.inputs import DateInput

_CHOSEN = "chosen"
_LATELY = {"7": "Last 7 days", "30": "Last 30 days", "90": "Last 90 days", "365": "Last 365 days"}


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, both ends included; an end that is None is open."""

    since: date | None = None
    until: date | None = None


class FeedFilters(FilterBar):
    """Tells in `searched` what changed, as fields of FeedFilter."""

    searched = Signal(dict)

    def __init__(self, today: date) -> None:
        self._today = today
        self._words = CaptureWords()
        self._named: tuple[Somebody, ...] = ()
        self._sessions: tuple[SessionCount, ...] = ()
        self._days = Days()
        self.find_field = FindField()
        self.by_kind = FilterMenu("All kinds", self._kinds, "All kinds")
        self.by_session = FilterMenu("All sessions", self._offer_sessions, "All sessions")
        self.by_person = FilterMenu("Everybody", self._people, "Everybody")
        self.by_days = FilterMenu("Any day", self._stretches, "Any day")
        self.by_tag = FilterMenu("All tags", self._tags, "All tags")
        super().__init__(
            self.find_field, self.by_kind, self.by_session, self.by_person, self.by_days,
            self.by_tag,
        )  # fmt: skip
        self.find_field.textChanged.connect(lambda text: self.searched.emit({"words": text}))
        self.by_kind.chosen.connect(self._by_kind)
        self.by_session.chosen.connect(lambda key: self._by_number("session_id", key))
        self.by_person.chosen.connect(lambda key: self._by_number("person_id", key))
        self.by_days.chosen.connect(self._by_days)
        self.by_tag.chosen.connect(lambda key: self.searched.emit({"tag": key}))

    def show_choices(
        self, words: CaptureWords, named: Sequence[Somebody], sessions: Sequence[SessionCount]
    ) -> None:
        """Offer other kinds and tags, people who left too, and sessions."""
        self._words, self._named, self._sessions = words, tuple(named), tuple(sessions)
        self.by_tag.setVisible(bool(words.tags))

    def show_days(self, days: Days) -> None:
        """Let the days from one to another hold."""
        self._days = days
        self.by_days.choose(_CHOSEN if days.since or days.until else "")

    def clear(self) -> None:
        """Let everything through again."""
        self._days = Days()
        self.find_field.clear()
        for menu in (self.by_kind, self.by_session, self.by_person, self.by_days, self.by_tag):
            if menu.key:
                menu.choose("")

    def _by_kind(self, key: str) -> None:
        spec = self._words.book.by_key(key)
        self.searched.emit(
            {
                "kind": spec.counts_as if spec else None,
                "own_kind_id": spec.own_id if spec else None,
            }
        )

    def _by_number(self, field: str, key: str) -> None:
        self.searched.emit({field: int(key) if key else None})

    def _by_days(self, key: str) -> None:
        if key == "choose":
            self.by_days.choose(_CHOSEN if self._days != Days() else "")
            DaysDialog(self, self._days, self._today, self.show_days).open()
            return
        days = self._days if key == _CHOSEN else Days()
        if key in _LATELY:
            days = Days(self._today - timedelta(days=int(key) - 1))
        self.searched.emit({"since": days.since, "until": days.until})

    def _kinds(self) -> list[tuple[str, str]]:
        return [(spec.key, capitalised(spec.name)) for spec in self._words.book.kinds]

    def _people(self) -> list[tuple[str, str]]:
        return [(str(one.id), one.name) for one in self._named]

    def _tags(self) -> list[tuple[str, str]]:
        return [(tag, tag) for tag in self._words.tags]

    def _stretches(self) -> list[tuple[str, str]]:
        chosen = [(_CHOSEN, _said(self._days))] if self._days != Days() else []
        return [*_LATELY.items(), *chosen, ("choose", "From … to …")]

    def _offer_sessions(self) -> Sequence[tuple[str, str]]:
        return [
            (str(one.session_id), f"{short_day(one.on)} {one.title}")
            for one in reversed(self._sessions)
        ]


class DaysDialog(Dialog):
    """Asks from which day to which; either may be left open."""

    def __init__(
        self, over: QWidget, days: Days, today: date, show: Callable[[Days], object]
    ) -> None:
        super().__init__(over, "Which days", "Show these days", width=420)
        self.since = DateInput(days.since, optional=True, today=today)
        self.until = DateInput(days.until, optional=True, today=today)
        self._show = show
        self.form = Form(
            beside(Field("From", self.since, key="since"), Field("To", self.until, key="until"))
        )
        self.body.addWidget(self.form)
        self.accepted.connect(self._accept)

    def _accept(self) -> None:
        if not (self.since.is_right() and self.until.is_right()):
            return
        days = Days(self.since.day, self.until.day)
        if days.since and days.until and days.until < days.since:
            problem = BadInput("This is before the first day.", field="until")
            self.form.show_problem(problem)
            return
        self.finish()
        self._show(days)


def _said(days: Days) -> str:
    if days.since and days.until:
        return f"{_day(days.since)} to {_day(days.until)}"
    if days.since:
        return f"Since {_day(days.since)}"
    return f"Until {_day(days.until)}" if days.until else "Any day"


def _day(on: date) -> str:
    return f"{short_day(on)} {on.year}"
