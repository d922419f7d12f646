"""Python's search for circular garbage: hardly any is made here, and each search walks through all.

Left as it is, a quarter of the time until Home is painted goes into searches that find nothing.
"""

import gc

_NEW_OBJECTS = 50_000
_YOUNG, _MIDDLE = 20, 50


def search_rarely() -> None:
    """Let many more objects be made between two searches; called first of all."""
    gc.set_threshold(_NEW_OBJECTS, _YOUNG, _MIDDLE)


def spare_what_stays() -> None:
    """Leave all that is there now out of every later search: modules and tables stay to the end."""
    gc.freeze()
