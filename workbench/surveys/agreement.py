"""May answers be averaged to a group: how far people agree, and how far groups differ.

After survey science 3.9. All come from frozen figures alone, so that they tell nothing new.
"""

import statistics
from collections.abc import Sequence

from workbench.surveys.figures import GroupFigures, WaveFigures
from workbench.surveys.instrument_shape import Instrument


def rwg(variance: float, choices: int) -> float:
    """Return the agreement about one item: 1 where all agree, 0 where answers are as by chance.

    `choices` is the number of answers on the scale; below 0 the group is split.
    """
    return 1 - variance / _by_chance(choices)


def rwg_of_items(variances: Sequence[float], choices: int) -> float:
    """Return the agreement over all items of a scale (rwg(j)), held between 0 and 1."""
    many, share = len(variances), statistics.fmean(variances) / _by_chance(choices)
    if share >= 1:
        return 0.0
    return many * (1 - share) / (many * (1 - share) + share)


def icc(groups: Sequence[tuple[int, float, float]]) -> tuple[float, float] | None:
    """Return ICC(1) and ICC(2) of groups given as (n, mean, SD); None where nothing varies.

    ICC(1) is how far one answer tells the group, ICC(2) how sure the means of the groups are.
    """
    sizes = [n for n, _, _ in groups]
    total = sum(sizes)
    if len(groups) < 2 or total <= len(groups):
        return None
    centre = sum(n * mean for n, mean, _ in groups) / total
    between = sum(n * (mean - centre) ** 2 for n, mean, _ in groups) / (len(groups) - 1)
    within = sum((n - 1) * sd**2 for n, _, sd in groups) / (total - len(groups))
    usual = (total - sum(n * n for n in sizes) / total) / (len(groups) - 1)
    if between == 0:
        return None
    return (between - within) / (between + (usual - 1) * within), (between - within) / between


def agreement_said(instrument: Instrument, figures: WaveFigures) -> list[str]:
    """Return what the frozen figures say of agreement, for the note on method; often nothing."""
    said = []
    sds = [item.sd for item in figures.items if item.sd is not None]
    if len(sds) == len(instrument.items) > 1 and instrument.scoring != "count":
        found = rwg_of_items([sd**2 for sd in sds], len(instrument.codes))
        said.append(f"Agreement among people {found:.2f} (rwg(j), 1 is full agreement).")
    found_groups = icc(_whole(figures.departments))
    if found_groups is not None:
        said.append(
            f"Departments account for {max(found_groups[0], 0):.2f} of the spread (ICC(1)); "
            f"their means are sure to {max(found_groups[1], 0):.2f} (ICC(2))."
        )
    return said


def _whole(groups: Sequence[GroupFigures]) -> list[tuple[int, float, float]]:
    """Return the groups as plain numbers, none at all where one of them is hidden."""
    rows = [
        (group.n, group.mean, group.sd)
        for group in groups
        if group.n is not None and group.mean is not None and group.sd is not None
    ]
    return rows if len(rows) == len(groups) else []


def _by_chance(choices: int) -> float:
    """Return the variance of answers picked at random from so many choices."""
    return float(choices**2 - 1) / 12
