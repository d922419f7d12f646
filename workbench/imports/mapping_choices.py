"""What is picked line by line in the window, as the same words the command line takes."""

import csv
import io
import re
from collections.abc import Mapping, Sequence

from workbench.imports.response_import import LabelRead
from workbench.imports.said_codes import NONE, read_codes
from workbench.surveys.instrument_shape import Instrument

_WHOLE = re.compile(r"[+-]?\d+")


def columns_said(
    instrument: Instrument, chosen: Mapping[str, str], item: str, column: str
) -> tuple[dict[str, str], str | None]:
    """Return the column of each item after one was picked, and "A,B,C" once all have one.

    A column that another item had goes to nobody twice: the two items change places.
    """
    picked = dict(chosen)
    before = picked.get(item, "")
    other = next((key for key, named in picked.items() if named == column and key != item), None)
    picked[item] = column
    if other is not None:
        picked[other] = before
    names = [picked.get(each.key, "") for each in instrument.items]
    if not all(names):
        return picked, None
    stream = io.StringIO()
    csv.writer(stream, lineterminator="").writerow(names)
    return picked, stream.getvalue()


def codes_said(
    instrument: Instrument,
    labels: Sequence[LabelRead],
    said: str | None,
    label: str,
    code: int | None,
) -> str | None:
    """Return "LABEL=NUMBER,..." after the answer that a label of the file means was picked.

    The numbers read so far are said along with it, since one alone says nothing of the others.
    """
    words = {anchor.code: anchor.label for anchor in instrument.anchors}
    codes = {word: number for word, number in read_codes(said).items() if word != label}
    if code is None:
        codes[label] = NONE
    elif _WHOLE.fullmatch(label):
        read = {each.text: each.code for each in labels if _WHOLE.fullmatch(each.text)}
        for text, own in {**read, label: code}.items():
            codes = {word: number for word, number in codes.items() if number != int(text)}
            if own is not None and not (own == code and text != label):
                codes[words[own]] = int(text)
    else:
        codes[label] = codes.get(words[code], code)
    return ",".join(f"{word}={number}" for word, number in codes.items()) or None
