"""A form for rounds on a laptop, small enough to answer by hand."""

from workbench.surveys.asking_rules import AskedForm, Block
from workbench.surveys.instruments import load_instrument


def asked_form(
    *keys: str,
    departments: tuple[str, ...] = (),
    comment: bool = False,
    code: tuple[str, ...] = (),
) -> AskedForm:
    wanted = keys or ("loneliness-pulse",)
    blocks = tuple(Block(at, load_instrument(key)) for at, key in enumerate(wanted, 1))
    return AskedForm(1, "Bridges", "May", blocks, departments, comment, code, "", 5, "")
