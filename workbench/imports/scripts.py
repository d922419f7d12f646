"""Text of other alphabets without a mark: the encoding under which its letters are common ones."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_LOOK_AT = 20_000
_LEAST_RUN = 0.5
_LEAST_COMMON = 0.8
_JUST_ENOUGH = 0.05
_HIGH_PAIR = re.compile(rb"[\x80-\xff]{2,}")
_KANA = re.compile(r"[\u3041-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_INSIDE_LATIN = re.compile(r"[a-z][^\x00-\x7f]|[^\x00-\x7f][a-z]")
_WIDE_SIGN = re.compile(r"[\u3000-\u3002\u300a-\u3011\uff01-\uff5e・]")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Script:
    """An encoding, what people call it, and the share of a text's letters that are common in it."""

    encoding: str
    words: str
    common: Callable[[str], float]


def script_of(data: bytes) -> Script | None:
    """Return the encoding of text whose letters stand outside ASCII in runs, or None for Latin.

    A Latin text has a letter with an accent here and there; other alphabets have whole words.
    """
    start = data[: data.rfind(b"\n", 0, _LOOK_AT) + 1] or data[:_LOOK_AT]
    high = sum(byte >= 0x80 for byte in start)
    in_runs = sum(len(found) for found in _HIGH_PAIR.findall(start))
    if not high or in_runs < high * _LEAST_RUN:
        return None
    best: tuple[float, Script] | None = None
    for script in _SCRIPTS:
        wrong = data.decode(script.encoding, errors="replace").count("\ufffd")
        if wrong > max(1, len(data) // 2000):
            continue
        text = start.decode(script.encoding, errors="ignore")
        if len(_INSIDE_LATIN.findall(text)) * 5 > len(_foreign(text)):
            continue
        common = script.common(text)
        if common >= _LEAST_COMMON and (best is None or common > best[0] + _JUST_ENOUGH):
            best = (common, script)
    return best[1] if best else None


def _foreign(text: str) -> list[str]:
    return [sign for sign in text if sign > "\x7f"]


def _share(signs: list[str], fits: Callable[[str], bool]) -> float:
    return sum(map(fits, signs)) / len(signs) if signs else 0.0


def _first_level(encoding: str, first: int, last: int) -> Callable[[str], bool]:
    """Return whether a letter stands in the rows that a national standard gave common ones."""

    def fits(sign: str) -> bool:
        try:
            code = sign.encode(encoding)
        except UnicodeEncodeError:
            return False
        return len(code) == 2 and first <= code[0] <= last

    return fits


_JAPANESE = _first_level("euc_jp", 0xB0, 0xCF)
_SIMPLIFIED = _first_level("gb2312", 0xB0, 0xD7)
_SIMPLIFIED_RARER = _first_level("gb2312", 0xD8, 0xF7)
_TRADITIONAL = _first_level("big5", 0xA4, 0xC6)
_KOREAN = _first_level("euc_kr", 0xB0, 0xC8)


def _japanese(text: str) -> float:
    return _share(
        _foreign(text),
        lambda sign: bool(_KANA.match(sign) or _WIDE_SIGN.match(sign)) or _JAPANESE(sign),
    )


def _simplified(text: str) -> float:
    signs = _foreign(text)
    rarer = _share(signs, _SIMPLIFIED_RARER) * 0.7
    return _share(signs, lambda sign: bool(_WIDE_SIGN.match(sign)) or _SIMPLIFIED(sign)) + rarer


def _traditional(text: str) -> float:
    return _share(_foreign(text), lambda sign: bool(_WIDE_SIGN.match(sign)) or _TRADITIONAL(sign))


def _korean(text: str) -> float:
    signs = [sign for sign in _foreign(text) if not _WIDE_SIGN.match(sign)]
    return _share(signs, lambda sign: bool(_HANGUL.match(sign)) and _KOREAN(sign))


def _alphabet(letters: str, vowels: str) -> Callable[[str], float]:
    """Return the share of letters in words as this alphabet writes them.

    Such a word is of its letters only, small after the first or all large. With `vowels`, a fair
    part of all letters are vowels and some word begins with a capital.
    """
    small = frozenset(letters)
    spoken = frozenset(vowels)

    def common(text: str) -> float:
        words = [word for word in _WORD.findall(text) if not word.isascii()]
        signs = len(_foreign(text))
        if not words or (spoken and not _sounds(words, spoken)):
            return 0.0
        whole = [word for word in words if _as_written(word) and set(word.lower()) <= small]
        return sum(map(len, whole)) / max(signs, 1)

    return common


def _sounds(words: list[str], vowels: frozenset[str]) -> bool:
    """Return whether words can be spoken, and one at least begins with a capital."""
    folded = "".join(words).lower()
    heard = sum(sign in vowels for sign in folded) / len(folded)
    return 0.25 <= heard <= 0.7 and any(word[0].isupper() for word in words)


def _as_written(word: str) -> bool:
    return word.isupper() or word[1:] == word[1:].lower()


_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўј"
_GREEK = "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"
_HEBREW = "אבגדהוזחטיךכלםמןנסעףפץצקרשת"
_ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيپچژگک"
_SCRIPTS = (
    Script("cp949", "Korean (EUC-KR)", _korean),
    Script("cp932", "Japanese (Shift-JIS)", _japanese),
    Script("gb18030", "Chinese (GB18030)", _simplified),
    Script("big5", "Chinese (Big5)", _traditional),
    Script("euc_jp", "Japanese (EUC-JP)", _japanese),
    Script("cp1251", "Cyrillic (Windows-1251)", _alphabet(_RUSSIAN, "аеёиоуыэюяіїє")),
    Script("cp1253", "Greek (Windows-1253)", _alphabet(_GREEK, "αεηιουωάέήίόύώϊϋΐΰ")),
    Script("cp1255", "Hebrew (Windows-1255)", _alphabet(_HEBREW, "")),
    Script("koi8_r", "Cyrillic (KOI8-R)", _alphabet(_RUSSIAN, "аеёиоуыэюяіїє")),
    Script("cp1256", "Arabic (Windows-1256)", _alphabet(_ARABIC, "")),
)
