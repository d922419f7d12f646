"""Do the items of a questionnaire pull together: alpha, item-rest correlations, key alarms.

Sheets with a skipped item are left out (listwise); scores come in turned round, as in `scoring`.
"""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.foundation.text import listed
from workbench.surveys.figures import KeyAlarm

Columns = Sequence[Sequence[float]]

_BOTH_TAILS = 1.96  # 95% of the normal distribution, as MDC95 is defined (survey science 3.5)
_NOT_TOGETHER = (
    "The items do not belong together as they are scored (alpha is below 0): check which ones are "
    "turned round and what the numbers mean."
)
_CLEAR = 1.645  # one-sided 5% for a correlation of 0, in units of 1 / sqrt(sheets)


@dataclass(frozen=True, slots=True)
class Consistency:
    """Alpha with its 95% Feldt interval and, per item, item-rest correlation and alpha without it.

    For two items `alpha` is Spearman-Brown. Each figure is None where it cannot be judged.
    """

    sheets: int
    alpha: float | None
    interval: tuple[float, float] | None
    item_rest: tuple[float | None, ...]
    alpha_without: tuple[float | None, ...]


def consistency(rows: Sequence[Sequence[float | None]]) -> Consistency:
    """Return how the items of complete rows (sheets x items) hang together."""
    whole = [[value for value in row if value is not None] for row in rows if None not in row]
    many = len(rows[0]) if rows else 0
    columns = [[row[place] for row in whole] for place in range(many)]
    without = [[*columns[:place], *columns[place + 1 :]] for place in range(many)]
    value = _alpha(columns)
    return Consistency(
        sheets=len(whole),
        alpha=value,
        interval=feldt(value, len(whole), many) if many > 2 else None,
        item_rest=tuple(
            _item_rest(column, others) for column, others in zip(columns, without, strict=True)
        ),
        alpha_without=tuple(_alpha(others) for others in without),
    )


@dataclass(frozen=True, slots=True)
class Noise:
    """How far scores move by imprecise measuring alone, in points of the score (Jacobson 1991).

    `change` is what one person's score must change by to pass for more than noise at 95%, `group`
    the same for the mean of all. Never shown for one person.
    """

    error: float
    difference: float
    change: float
    group: float


def noise(sd: float, reliability: float, n: int) -> Noise:
    """Return the noise of a score with that SD and reliability (0 to 1) in n people."""
    error = sd * math.sqrt(1 - reliability)
    difference = error * math.sqrt(2)
    change = _BOTH_TAILS * difference
    return Noise(error, difference, change, change / math.sqrt(n))


def not_judged(items: int) -> Consistency:
    """Return no figure at all for so many items: the complete sheets are too few."""
    none = (None,) * items
    return Consistency(0, None, None, none, none)


def key_alarms(found: Consistency, keys: Sequence[str]) -> list[str]:
    """Return sentences that ask to look at the key, for items that run against the others.

    An item-rest correlation below 0 always sounds; whether chance could do it is said with it.
    """
    alarms = [_NOT_TOGETHER] if found.alpha is not None and found.alpha < 0 else []
    clear = _against(found, keys, clearly=True)
    unclear = [key for key in _against(found, keys) if key not in clear]
    if clear:
        alarms.append(_clear(clear))
    if unclear:
        alarms.append(
            f"{_running(unclear)} a little against the other items. With {found.sheets} answers "
            "this can be chance; if it stays so in the next wave, check the key."
        )
    return alarms


def in_question(found: Consistency, keys: Sequence[str]) -> tuple[KeyAlarm, ...]:
    """Return the alarms that chance does not explain, by their sentences in `key_alarms`."""
    alarms = []
    if found.interval is not None and found.interval[1] < 0:
        alarms.append(KeyAlarm(sentence=_NOT_TOGETHER))
    clear = _against(found, keys, clearly=True)
    if clear:
        alarms.append(KeyAlarm(sentence=_clear(clear), items=tuple(clear)))
    return tuple(alarms)


def _against(found: Consistency, keys: Sequence[str], *, clearly: bool = False) -> list[str]:
    limit = -_CLEAR / math.sqrt(max(found.sheets, 1)) if clearly else 0.0
    pairs = zip(keys, found.item_rest, strict=True)
    return [key for key, value in pairs if value is not None and value < limit]


def _clear(keys: Sequence[str]) -> str:
    return f"{_running(keys)} against the other items: check the key before you read the score."


def _running(keys: Sequence[str]) -> str:
    return f"Item {keys[0]} runs" if len(keys) == 1 else f"Items {listed(keys)} run"


def _alpha(columns: Columns) -> float | None:
    """Return Cronbach's alpha (Spearman-Brown for two items), or None where nothing varies."""
    many = len(columns)
    if many < 2 or len(columns[0]) < 2:
        return None
    if many == 2:
        r = _correlation(*columns)
        return None if r is None or r <= -1 else 2 * r / (1 + r)
    spread = _variance(_sums(columns))
    if spread == 0:
        return None
    return many / (many - 1) * (1 - math.fsum(map(_variance, columns)) / spread)


def _item_rest(item: Sequence[float], others: Columns) -> float | None:
    return _correlation(item, _sums(others)) if others else None


def _sums(columns: Columns) -> list[float]:
    return [math.fsum(row) for row in zip(*columns, strict=True)]


def _variance(values: Sequence[float]) -> float:
    centre = math.fsum(values) / len(values)
    return math.fsum((value - centre) ** 2 for value in values) / (len(values) - 1)


def _correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    if len(first) < 2 or len(set(first)) == 1 or len(set(second)) == 1:
        return None
    return statistics.correlation(first, second)


def feldt(value: float | None, sheets: int, many: int) -> tuple[float, float] | None:
    """Return Feldt's interval (1965) from the F distribution, as pingouin does."""
    from scipy.special import fdtri

    if value is None or sheets < 2:
        return None
    first, second = sheets - 1, (sheets - 1) * (many - 1)
    low = 1 - (1 - value) * float(fdtri(first, second, 0.975))
    high = 1 - (1 - value) * float(fdtri(first, second, 0.025))
    return (low, high)
