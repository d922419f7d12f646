"""Amounts with their units, as goals and business figures write them."""

from workbench.foundation.text import number


def plain(value: float) -> str:
    """Return a figure with as many decimals as it has, at most two: 9, 10.8, 4.02."""
    shown = number(value, 2)
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def with_unit(value: float, unit: str) -> str:
    """Return a value with its unit, such as "10.8%", "9.5 weeks" or "4.1" where there is none."""
    if unit.startswith("%"):
        return f"{plain(value)}%"
    return f"{plain(value)} {unit}".strip()


def moved_by(amount: float, unit: str) -> str:
    """Return the size of a move: "3.4 points" between percentages, "1.7 weeks", "0.2".

    A unit such as "of 7" names the scale and stands with no move.
    """
    name = "points" if unit.startswith("%") else "" if unit.startswith("of ") else unit
    return f"{plain(abs(amount))} {name}".strip()
