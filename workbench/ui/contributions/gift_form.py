"""The form of one gift: who, kind, to whom, what, tags, session and day."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from workbench.contributions.kind_rules import KindBook
from workbench.contributions.names import Somebody, meant
from workbench.contributions.queries import SessionCount
from workbench.contributions.rules import Gift
from workbench.foundation.dates import short_day
from workbench.foundation.errors import BadInput
from workbench.ui.desk import Failed
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.gifts import capitalised
from workbench.ui.kit.inputs import Choice, DateInput, LineInput, TextArea

Save = Callable[[Gift, Callable[[], None], Failed], None]


class GiftForm(Dialog):
    """Changes a gift; what cannot be is said at its field."""

    def __init__(
        self,
        over: QWidget,
        gift: Gift,
        people: Sequence[Somebody],
        sessions: Sequence[SessionCount],
        book: KindBook,
        save: Save,
        tell: Failed,
    ) -> None:
        super().__init__(over, "Edit contribution", "Save")
        self._people, self._save, self._tell = people, save, tell
        self._days = {str(one.session_id): one.on for one in sessions}
        self._book = book
        self._make_inputs(gift, sessions)
        self.form = Form(
            beside(Field("Who", self.giver, key="giver"), Field("Kind", self.kind, key="kind")),
            Field("To whom", self.to_whom, "Names with commas; may be empty.", key="receivers"),
            Field("What", self.text, key="text"),
            Field("Tags", self.tags, "With commas, such as handover, in use.", key="tags"),
            beside(
                Field("In session", self.session, key="session"),
                Field("Day", self.day, key="given_on"),
            ),
        )
        self.body.addWidget(self.form)
        self.session.picked.connect(self._follow_session)
        self.accepted.connect(self._accept)

    def _make_inputs(self, gift: Gift, sessions: Sequence[SessionCount]) -> None:
        names = {one.id: one.name for one in self._people}
        self.giver = Choice([(str(one.id), one.name) for one in self._people], str(gift.giver_id))
        now = self._book.of(gift.kind, gift.own_kind_id)
        kinds = [spec for spec in self._book.kinds if spec == now or not spec.hidden]
        self.kind = Choice([(spec.key, capitalised(spec.name)) for spec in kinds], now.key)
        self.to_whom = LineInput(", ".join(names.get(one, "") for one in gift.receiver_ids))
        self.text = TextArea(gift.text, lines=3)
        self.tags = LineInput(", ".join(gift.tags))
        held = [(str(one.session_id), f"{short_day(one.on)} {one.title}") for one in sessions]
        self.session = Choice([("", "Between sessions"), *reversed(held)], str(gift.session_id))
        self.day = DateInput(gift.given_on)

    def _follow_session(self, key: str) -> None:
        if key in self._days:
            self.day.show_day(self._days[key])

    def _accept(self) -> None:
        try:
            gift = self._gift()
        except BadInput as problem:
            self.form.show_problem(problem)
            return
        self._save(gift, self.finish, self._refused)

    def _refused(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._tell(problem)

    def _gift(self) -> Gift:
        spec = self._book.by_key(self.kind.key)
        if spec is None:
            raise BadInput("Say what kind it was.", field="kind")
        return Gift(
            giver_id=int(self.giver.key),
            kind=spec.counts_as,
            own_kind_id=spec.own_id,
            text=self.text.toPlainText(),
            receiver_ids=self._receiver_ids(),
            tags=tuple(self.tags.text().split(",")),
            given_on=self.day.day,
            session_id=int(self.session.key) if self.session.key else None,
        )

    def _receiver_ids(self) -> tuple[int, ...]:
        typed = [name for name in self.to_whom.text().split(",") if name.strip()]
        found = []
        for name in typed:
            one = meant(name, self._people)
            if one.person is None:
                choice = ", ".join(candidate.name for candidate in one.candidates[:4])
                said = f"may be {choice}" if choice else "is not known here"
                raise BadInput(f'"{one.typed}" {said}.', "Type the whole name.", field="receivers")
            found.append(one.person.id)
        return tuple(found)
