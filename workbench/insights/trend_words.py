"""A trend in words: its direction, how far it went in what time, and why there is none yet."""

from workbench.foundation.text import counted, number

ENOUGH_WAVES = 5
ENOUGH_ANSWERS = 8
_RARE = 0.05
_DAYS_IN_A_MONTH = 30.44


def trend_words(
    waves: int, size: tuple[float, float, float], days: int, p: float, left_out: int = 0
) -> str:
    """Return the sentence of a trend over so many days with Mann-Kendall's p.

    `size` is the slope with both ends of its 95% interval, in scale points a year, or over all of
    the days where they are less than a year.
    """
    value, low, high = size
    apart = low > 0 or high < 0
    if low == high == 0:
        sentence = f"Flat over {waves} waves."
    elif apart and p < _RARE:
        direction = "Rising" if value > 0 else "Falling"
        sentence = (
            f"{direction} over {waves} waves, about {_size(size, days)}: likely a real trend."
        )
    else:
        uneven = ", but the waves do not go one way evenly enough" if apart else ""
        sentence = (
            f"No clear direction over {waves} waves, about {_size(size, days, directed=True)}"
            f"{uneven}: this could be chance."
        )
    return sentence + _left_out(left_out)


def too_few_words(closed: int, shown: int, used: int) -> str:
    """Return why so many closed waves, of which so many are shown and usable, give no trend."""
    needs = f"too few for a trend test, which needs {ENOUGH_WAVES}."
    if shown < closed and closed >= ENOUGH_WAVES:
        return f"{used} of {closed} waves can be used: {needs}"
    if closed >= ENOUGH_WAVES:
        enough = f"{counted(used, 'wave', 'waves')} with {ENOUGH_ANSWERS} or more answers"
        return f"{enough}: {needs}"
    return f"{counted(closed, 'wave', 'waves')}: {needs}"


def moved_words(size: tuple[float, float, float], days: int) -> str:
    """Return "up 0.3 a year, 95% CI 0.1 to 0.5" for a slope with its interval, or "level"."""
    return _size(size, days, directed=True)


def _size(size: tuple[float, float, float], days: int, *, directed: bool = False) -> str:
    """Return "up 0.3 a year, 95% CI 0.1 to 0.5", with decimals for what would read as nothing."""
    value, low, high = size
    places = next((few for few in (1, 2, 3) if not _misleads(few, low, high)), 4)
    shown, time = number(abs(value), places), _time(days)
    interval = f"95% CI {number(low, places)} to {'+' if low < 0 < high else ''}"
    interval += number(high, places)
    if not float(shown):
        return f"level, {interval} {time}"
    direction = ("up " if value > 0 else "down ") if directed else ""
    return f"{direction}{shown} {time}, {interval}"


def _misleads(places: int, low: float, high: float) -> bool:
    return any(end and not round(end, places) for end in (low, high))


def _time(days: int) -> str:
    if days >= 365:
        return "a year"
    if days < 21:
        return f"in {counted(days, 'day', 'days')}"
    if days < 70:
        return f"in {round(days / 7)} weeks"
    return f"in {round(days / _DAYS_IN_A_MONTH)} months"


def _left_out(waves: int) -> str:
    if not waves:
        return ""
    return f" {counted(waves, 'more wave', 'more waves')} could not be used."
