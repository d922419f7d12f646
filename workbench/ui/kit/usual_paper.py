"""The paper prints begin with: what was chosen last on this computer, else what its country uses.

Countries that print on Letter: Unicode CLDR, supplemental territory data, paper size "US-Letter".
"""

from PySide6.QtCore import QLocale

from workbench.foundation.settings import Settings
from workbench.ui.desk import Desk

A4, LETTER = "a4", "us-letter"
_In = QLocale.Country
_LETTER = frozenset({
    _In.Belize, _In.Canada, _In.Chile, _In.Colombia, _In.CostaRica, _In.ElSalvador, _In.Guatemala,
    _In.Mexico, _In.Nicaragua, _In.Panama, _In.Philippines, _In.PuertoRico, _In.UnitedStates,
    _In.Venezuela,
})  # fmt: skip


def usual_paper(settings: Settings) -> str:
    """Return the name of the paper to begin with, "a4" or "us-letter"."""
    if settings.paper in (A4, LETTER):
        return settings.paper
    return LETTER if QLocale.system().territory() in _LETTER else A4


def keep_paper(desk: Desk, paper: str) -> None:
    """Begin with this paper from now on, on this computer."""
    if paper != usual_paper(desk.settings):
        desk.settings.paper = paper
        desk.keeper.keep_settings()
