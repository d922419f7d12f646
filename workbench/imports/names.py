"""Names as meeting tools and lists show them, taken down to the words that tell a person."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from workbench.foundation.text import clean, fold
from workbench.imports.brackets import outermost
from workbench.imports.cells import is_email, is_telephone

Kind = Literal["person", "telephone", "room", "device"]

_PRONOUNS = re.compile(r"\w+(?:\s?/\s?\w+)+")
_TAGS = frozenset(
    ("ext", "external", "extern", "externe", "externo", "esterno", "guest", "gast", "invite",
     "convidado", "invitado", "ospite", "unverified", "verified", "host", "cohost", "co-host",
     "organizer", "organiser", "presenter", "attendee", "me", "you", "ich", "moi", "deleted")
)  # fmt: skip
_HONORIFICS = frozenset(
    ("dr", "prof", "mr", "mrs", "ms", "mx", "miss", "herr", "frau", "mme", "mlle", "sr", "sra",
     "dott", "ing", "mag", "msc", "phd", "mba", "dipl", "dipl.-ing", "rer", "nat", "med", "jr")
)  # fmt: skip
_LEADING_NUMBER = re.compile(r"^[\W_]*\d+[\W_]+(?=[^\W\d_])")
_DEEPEST = 3
_COMPANY_AFTER = re.compile(r"\s+[|@–—/•-]\s+|\s*\|\s*")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])")
_DEVICE = re.compile(
    r"\b(?:i ?phone|i ?pad|mac ?book|galaxy|pixel|android|laptop|tablet|desktop|huawei|xiaomi"
    r"|oneplus|sm [a-z]\d+|zoom user|notebook|pc|call in user|unknown user|phone)\b"
)
_NOBODY = re.compile(
    r"\b(?:otter\.ai|read\.ai|fireflies(?:\.ai)?|tl;?dv|note ?taker|meeting notes|fathom\.video)\b"
    r"|^anonym\w*(?: user| guest)?$"
)
_ROOM = re.compile(
    r"\b(?:rooms?|raum|saal|zimmer|besprechungs\w*|konferenz\w*|conference|boardroom|salle|sala"
    r"|zaal|vergaderzaal|kokous\w*|huone|moterom|moderum|lokale|konferensrum|tarem|zasedac\w*"
    r"|meeting owl|teams rooms?|studio)\b"
)
_OWNED = re.compile(r"(?:'s|’s)\s|\b(?:von|de|di|van|av|af)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ShownName:
    """A name as shown, the plain names it may stand for (likeliest first), and what it is."""

    shown: str
    readings: tuple[str, ...]
    kind: Kind = "person"


def read_name(shown: str) -> ShownName:
    """Return what a shown name says: "iPhone (Brian Smith)" reads as Brian Smith."""
    text = clean(shown)
    if is_telephone(text):
        return ShownName(text, (), "telephone")
    if _NOBODY.search(fold(text)):
        return ShownName(text, (), "device")  # whose it is may well have stayed away
    outer, inner = _brackets(text)
    candidates = [*inner, outer, *_company_parts(outer), *_owner(outer)]
    readings = list(dict.fromkeys(name for part in candidates if (name := _plain(part))))
    people = [name for name in readings if _kind(name) == "person"]
    if people:
        return ShownName(text, tuple(people))
    return ShownName(text, (), _kind(fold(text)) if readings else "device")


@lru_cache(maxsize=20_000)
def words_of(name: str) -> tuple[str, ...]:
    """Return the folded words of a name in order: O'Brien is one, Jansen-de Wit three."""
    joined = re.sub(r"['’`´ʼ]", "", fold(name))
    return tuple(re.findall(r"[^\W_]+", joined))


@lru_cache(maxsize=20_000)
def name_key(name: str) -> tuple[str, ...]:
    """Return the words of a name in one order for all: equal for "Lee, Ann" and "ANN LEE"."""
    return tuple(sorted(words_of(name)))


def loose_key(name: str) -> tuple[str, ...]:
    """Return the key with written-out umlauts made plain: equal for Müller and Mueller."""
    return tuple(sorted(re.sub(r"([aou])e", r"\1", word) for word in words_of(name)))


def split_name(name: str) -> tuple[str, str]:
    """Return (first, last): "Lee, Ann" by its comma, ANN de VRIES by capitals, else the last word.

    A name of one word is a first name.
    """
    text = clean(name)
    if text.count(",") == 1:
        last, first = (clean(part) for part in text.split(","))
        return first, last
    words = text.split(" ")
    if len(words) == 1:
        return text, ""
    capitals = [len(word) > 1 and word.isupper() for word in words]
    if any(capitals) and not all(capitals):
        last = " ".join(word for word, high in zip(words, capitals, strict=True) if high)
        first = " ".join(word for word, high in zip(words, capitals, strict=True) if not high)
        return first, last
    return " ".join(words[:-1]), words[-1]


def _brackets(text: str, depth: int = 0) -> tuple[str, list[str]]:
    """Return the text without brackets, and what the brackets name, from the last to the first.

    The last one's own text comes before what stands in brackets inside it.
    """
    outer, found = outermost(text)
    inner: list[str] = []
    for mark, content in reversed(found if depth < _DEEPEST else []):
        if mark == "[" or _is_tag(clean(content)):
            continue
        own, nested = _brackets(content, depth + 1)
        inner += [part for part in (own, *nested) if part and not _is_tag(part)]
    return clean(outer), inner


def _is_tag(content: str) -> bool:
    folded = fold(content)
    return (
        not re.search(r"[^\W\d_]", folded)
        or folded in _TAGS
        or bool(_PRONOUNS.fullmatch(folded))
        or (content.isupper() and len(content) <= 5)
    )


def _company_parts(outer: str) -> list[str]:
    parts = [clean(part) for part in _COMPANY_AFTER.split(outer) if clean(part)]
    return parts[:1] if len(parts) > 1 else []


def _owner(outer: str) -> list[str]:
    """Return whose device it is, for "Ann's iPhone" and "iPhone von Ann"."""
    if not _DEVICE.search(fold(outer)):
        return []
    parts = [clean(part) for part in _OWNED.split(outer) if clean(part)]
    return [part for part in parts if not _DEVICE.search(fold(part))] if len(parts) > 1 else []


def _plain(part: str) -> str:
    """Return a name without numbers in front, signs, titles and degrees."""
    if is_email(part):
        part = re.sub(r"[._\d-]+", " ", part.partition("@")[0])
    text = _LEADING_NUMBER.sub("", part).replace("_", " ")
    text = "".join(sign for sign in text if sign.isalnum() or sign in " ,.'’-`´ʼ·")
    words = [word for word in clean(text).split(" ") if fold(word).strip(".,") not in _HONORIFICS]
    return clean(" ".join(words)).strip(" ,-.") if words else ""


def _kind(name: str) -> Kind:
    folded = re.sub(r"[-_]+", " ", fold(name))
    if _DEVICE.search(folded):
        return "device"
    return "room" if _ROOM.search(folded) else "person"


def spread_out(name: str) -> str:
    """Return a name written together taken apart at its capitals: ZoeM is Zoe M."""
    return _CAMEL.sub(" ", name)
