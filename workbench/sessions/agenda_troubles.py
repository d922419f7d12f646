"""What is wrong in an agenda, said where it arises: gaps, overlaps, tracks of another length."""

from workbench.sessions.agenda import Agenda, PlacedBlock


def troubles(agenda: Agenda) -> dict[int, str]:
    """Return for each block with a gap or an overlap before it one line that says so."""
    lines = {placed.block.key: said for placed in agenda.blocks if (said := _before(placed))}
    for container in agenda.blocks:
        for track in container.tracks:
            for place, placed in enumerate(track.blocks):
                if said := _before(placed, first=place == 0):
                    lines[placed.block.key] = said
    return lines


def _before(placed: PlacedBlock, *, first: bool = False) -> str:
    if placed.gap:
        return f"{placed.gap} min without a block before this"
    if placed.overlap and first:
        return f"Starts {placed.overlap} min before the tracks do"
    if placed.overlap:
        return f"Starts {placed.overlap} min before the block above ends"
    return ""
