"""Answers that arrive late: a dialog that was closed meanwhile does not hear them."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

T = TypeVar("T")


def while_open(widget: QWidget, then: Callable[[T], object]) -> Callable[[T], None]:
    """Return what hands an answer on to `then` only as long as the widget is there."""

    def arrived(answer: T) -> None:
        if isValid(widget):
            then(answer)

    return arrived
