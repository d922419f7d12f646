"""The balanced brackets of a shown name: "iPad (Brian Smith (PMO))" is iPad, and one bracket."""

_PAIRS = {"(": ")", "[": "]", "（": "）"}
_SQUARE = "["


def outermost(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the text outside every bracket, and (opening mark, content) of the outermost ones.

    A round bracket that is never closed goes to the end of the text, a square one is no bracket.
    """
    outer: list[str] = []
    inner: list[tuple[str, str]] = []
    awaited: list[str] = []
    start = 0
    for at, mark in enumerate(text):
        if mark in _PAIRS:
            start = start if awaited else at
            awaited.append(_PAIRS[mark])
        elif awaited and mark == awaited[-1]:
            awaited.pop()
            if not awaited:
                inner.append((text[start], text[start + 1 : at]))
                outer.append(" ")
        elif not awaited:
            outer.append(" " if mark in _PAIRS.values() else mark)
    if awaited and text[start] == _SQUARE:
        outer.append(f" {text[start + 1 :]}")
    elif awaited:
        inner.append((text[start], text[start + 1 :]))
    return "".join(outer), inner
