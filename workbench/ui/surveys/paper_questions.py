"""What is asked before typed forms are stored: too few answers, or more than were invited."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from workbench.foundation.text import listed
from workbench.surveys.rounds import TheFew
from workbench.surveys.wave_rules import MoreThanInvited
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.text import Text
from workbench.ui.surveys.paper_presenter import PaperPresenter

_SEALED = "Sealed, nobody can read them until more come in, and only on this computer."


def ask_too_few(over: QWidget, presenter: PaperPresenter, minimum: int) -> None:
    """Ask whether to keep too few sheets sealed or to throw them away."""
    dialog = _dialog(
        over,
        "Too few sheets to store",
        "Keep them sealed",
        f"Fewer than {minimum} answered. Stored like this, two copies of the file could tell whose "
        "answers they are.",
        f"{_SEALED} Or throw them away and keep the paper for a larger round.",
    )

    def thrown() -> None:
        dialog.finish()
        presenter.throw_away()

    def kept() -> None:
        dialog.finish()
        presenter.keep_sealed()

    dialog.body.addWidget(Button("Throw the answers away", thrown, kind="danger"))
    dialog.accepted.connect(kept)
    dialog.open()


def ask_some_too_few(
    over: QWidget, presenter: PaperPresenter, minimum: int, titles: Sequence[str]
) -> None:
    """Ask what becomes of the answers to questionnaires that too few answered."""
    dialog = _dialog(
        over,
        "Some answers are too few to store",
        "Keep the few sealed",
        f"Fewer than {minimum} answered {listed(list(titles))}. The answers to the rest are enough "
        "and are stored now.",
        f"{_SEALED} Or throw the few away.",
    )

    def settle(the_few: TheFew) -> None:
        dialog.finish()
        presenter.settle_the_few(the_few)

    away = Button("Throw the few away", lambda: settle(TheFew.DISCARD), kind="danger")
    dialog.body.addWidget(away)
    dialog.accepted.connect(lambda: settle(TheFew.SEAL))
    dialog.open()


def ask_more_than_invited(
    over: QWidget, presenter: PaperPresenter, problem: MoreThanInvited
) -> None:
    """Ask whether the number invited is to be corrected; without it nothing is stored."""
    dialog = _dialog(
        over,
        "More answered than were invited",
        f"Correct to {problem.answered}",
        f"{problem.answered} people answered, {problem.invited} were invited. Correct the invited "
        f"number to {problem.answered}?",
        "Somebody may have joined who was not counted. If a sheet was typed in before, go back and "
        "leave it out.",
    )

    def corrected() -> None:
        dialog.finish()
        presenter.correct_invited(problem.answered)

    dialog.accepted.connect(corrected)
    dialog.open()


def _dialog(over: QWidget, title: str, verb: str, happened: str, means: str) -> Dialog:
    dialog = Dialog(over, title, verb)
    dialog.body.addWidget(Text(happened, wrap=True))
    dialog.body.addWidget(Text(means, tone="text_2", wrap=True))
    return dialog
