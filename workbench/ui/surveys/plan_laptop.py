"""The first question as people will see it on this laptop: a still picture that takes no answer."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.surveys.asking_rules import AskedForm
from workbench.surveys.kiosk_round import steps_of
from workbench.ui.kit.themed import Themed, frame
from workbench.ui.surveys.kiosk_question import Asks, QuestionFace
from workbench.ui.theme import look

_SCREEN = QSize(1180, 700)
_AIR = 20


class LaptopStill(Themed, QWidget):
    """Draws the first question of a form, as small as it fits."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: AskedForm | None = None
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_form(self, asked: AskedForm | None) -> None:
        """Take a picture of another form; without one the last stays."""
        self._asked = asked
        self.restyle()

    def restyle(self) -> None:
        """Take the picture in the present look."""
        asked = getattr(self, "_asked", None)
        if asked is not None:
            self._picture = _picture(asked)
            self.setAccessibleName(f"The first question: {steps_of(asked)[0].text}")
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture in the middle of the width."""
        if self._picture.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._picture.deviceIndependentSize()
        room = self.size().toSizeF() - QSize(2 * _AIR, 2 * _AIR).toSizeF()
        fitted = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        left = (self.width() - fitted.width()) / 2
        where = QRectF(left, _AIR, fitted.width(), fitted.height())
        painter.drawPixmap(where, self._picture, QRectF(self._picture.rect()))
        painter.setPen(look().colour("border_strong"))
        painter.drawRect(where.adjusted(0, 0, -1, -1))


def _picture(asked: AskedForm) -> QPixmap:
    """Return the first question on a screen of its own, which is thrown away."""
    face = QuestionFace(steps_of(asked)[0], None, Asks(*_NOTHING))
    screen = frame("page")
    foot = QHBoxLayout()
    foot.setContentsMargins(_AIR, 0, _AIR, _AIR)
    foot.setSpacing(8)
    for button in face.left:
        foot.addWidget(button)
    foot.addStretch(1)
    for button in face.right:
        foot.addWidget(button)
    column = QVBoxLayout(screen)
    column.addStretch(1)
    column.addWidget(face)
    column.addStretch(1)
    column.addLayout(foot)
    screen.resize(look().px(_SCREEN.width()), look().px(_SCREEN.height()))
    face.fit(screen.width())
    picture = screen.grab()
    screen.deleteLater()
    return picture


def _ignore(*_anything: object) -> None:
    """Do nothing: a picture takes no answer."""


_NOTHING = (_ignore, _ignore, _ignore, _ignore, _ignore)
