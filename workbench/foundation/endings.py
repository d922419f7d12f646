"""The ending a file is written with, and what to say to a name without it."""

from pathlib import Path

from workbench.foundation.errors import BadInput


def wrong_ending(out: Path, written: str, ending: str) -> BadInput:
    """Return the refusal of a name: how such a file is written, and a name to try.

    `written` begins the sentence, such as "A print is written as .pdf"; `ending` is ".pdf".
    """
    nameless = not out.name or not out.stem.strip(".") or out.name.lower() == ending
    mend = f"Write a name before {ending}" if nameless else f"Try {out.with_suffix(ending).name}"
    return BadInput(f"{written}, so {out.name or out} is not a name for it.", f"{mend}.")
