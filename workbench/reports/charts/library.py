"""The chart library on first use: quiet, without a window, and with the program's typeface."""

import logging
import os
import tempfile
import warnings
from functools import cache
from pathlib import Path

from workbench.foundation.paths import cache_folder

FAMILIES = ["Inter", "DejaVu Sans"]
_FOR_OTHER_SCRIPTS = (
    "Noto Sans CJK SC", "Noto Sans CJK JP", "Microsoft YaHei", "Yu Gothic", "Malgun Gothic",
    "PingFang SC", "Hiragino Sans", "Noto Sans Arabic", "Segoe UI", "Noto Sans Hebrew",
    "Noto Sans Devanagari", "Nirmala UI", "Noto Sans Thai", "Leelawadee UI",
)  # fmt: skip
_LETTERS = (range(0x20, 0x250), range(0x370, 0x530), range(0x2000, 0x2070), range(0x2190, 0x2200))
_SEMIBOLD = "Inter-SemiBold-2.ttf"


@cache
def prepare_charts() -> None:
    """Load and set up matplotlib once; slow the first time, so a timer may call it early."""
    config = cache_folder() / "charts"
    os.environ.setdefault("MPLCONFIGDIR", str(config))
    import matplotlib as mpl

    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    mpl.rcParams.update(
        {
            "svg.fonttype": "none",  # text stays text, so that a PDF can be searched and read aloud
            "svg.hashsalt": "facilitator-workbench",  # the same chart gives the same bytes
            "text.parse_math": False,  # a title with two dollar signs is a title
            "axes.unicode_minus": True,
        }
    )
    _add_fonts()


def quiet_about_letters() -> None:
    """Keep the chart library from warning of letters no font has; they are drawn as boxes."""
    warnings.filterwarnings("ignore", message=r"Glyph \d+", category=UserWarning)


def inter_folder() -> Path:
    """Return the folder that holds the variable font files of Inter."""
    import fontpkg_inter

    return Path(fontpkg_inter.ROOT) / "files"


def _add_fonts() -> None:
    import matplotlib as mpl
    from matplotlib.font_manager import fontManager

    regular = inter_folder() / "Inter[opsz,wght].ttf"
    fontManager.addfont(regular)
    semibold = _semibold(regular)
    if semibold is not None:
        fontManager.addfont(semibold)
    installed = {font.name for font in fontManager.ttflist}
    mpl.rcParams["font.family"] = [*FAMILIES, *(f for f in _FOR_OTHER_SCRIPTS if f in installed)]


def _semibold(variable: Path) -> Path | None:
    """Return a static SemiBold made once from the variable font; None where it cannot be made.

    The chart library draws a variable font in its Regular only, so headings need a file of their
    own.
    """
    target = cache_folder() / "fonts" / _SEMIBOLD
    if target.is_file():
        return target
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            beside = Path(folder) / target.name
            _make_semibold(variable, beside)
            beside.replace(target)
    except (ImportError, OSError):
        return None
    return target


def _make_semibold(variable: Path, target: Path) -> None:
    from fontTools import subset  # type: ignore[import-untyped]  # fontTools ships no types
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
    from fontTools.varLib import instancer  # type: ignore[import-untyped]

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    font = TTFont(variable)
    options = subset.Options(layout_features=["kern"], name_IDs=["*"], hinting=False)
    options.drop_tables += ["GSUB"]  # other forms of letters: never asked for, slow to make
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[letter for letters in _LETTERS for letter in letters])
    subsetter.subset(font)
    static = instancer.instantiateVariableFont(font, {"wght": 600, "opsz": 20}, inplace=True)
    static["OS/2"].usWeightClass = 600
    for record in static["name"].names:
        if record.nameID == 2:
            record.string = "SemiBold"
    static.save(target)
