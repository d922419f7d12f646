"""Days off: public holidays of a country and region in plain names, and the house's closures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from workbench.foundation.dates import short_day
from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, fold

if TYPE_CHECKING:
    from holidays import HolidayBase

_USUAL_WEEKEND: Final = frozenset({5, 6})
_LONGEST_CLOSURE: Final = 366
_SMALL_WORDS: Final = ("and", "of", "the")
_KNOWN_AS: Final = {
    "aland_islands": "Åland Islands", "cocos_islands": "Cocos (Keeling) Islands",
    "curacao": "Curaçao", "dr_congo": "DR Congo", "hongkong": "Hong Kong", "macau": "Macao",
    "reunion": "Réunion", "saint_barthelemy": "Saint Barthélemy",
    "sao_tome_and_principe": "São Tomé and Príncipe", "syrian_arab_republic": "Syria",
}  # fmt: skip
_LANGUAGES: Final = ("en_GB", "en_US")


@dataclass(frozen=True, slots=True)
class DaysShut:
    """A stretch in which the house is closed, both days included, and what it is called."""

    first: date
    last: date
    name: str = ""

    @property
    def words(self) -> str:
        """What the calendar says: "summer break to 3 Jan", "closed to 3 Jan" or "closed"."""
        until = f" to {short_day(self.last)}" if self.last > self.first else ""
        return f"{self.name or 'closed'}{until}"


@dataclass(frozen=True, slots=True)
class DaysOff:
    """The days off of a span: holidays and closures by day with their names, and the weekend.

    Weekdays count from Monday, 0.
    """

    holidays: Mapping[date, str]
    closed: Mapping[date, str]
    weekend: frozenset[int] = _USUAL_WEEKEND

    def why(self, day: date) -> str:
        """Return why nobody works on that day, empty where it is no day off."""
        return self.closed.get(day) or self.holidays.get(day, "")

    def works(self, day: date) -> bool:
        """Whether people work on that day."""
        return not self.why(day) and day.weekday() not in self.weekend

    def rest_of_week(self, day: date) -> list[date]:
        """Return the days after one up to the end of its weekend."""
        days = []
        for ahead in range(1, 7):
            later = day + timedelta(days=ahead)
            begins_week = later.weekday() not in self.weekend
            if begins_week and (later - timedelta(days=1)).weekday() in self.weekend:
                break
            days.append(later)
        return days


def countries() -> list[tuple[str, str]]:
    """Return the countries whose public holidays are known, as (code, name) by name."""
    from holidays.registry import COUNTRIES

    named = [(entry[1], _country_name(key)) for key, entry in COUNTRIES.items()]
    return sorted(named, key=lambda pair: fold(pair[1]))


def regions(country: str) -> list[tuple[str, str]]:
    """Return the regions of a country that keep days of their own, as (code, name) by name."""
    from holidays import country_holidays

    if not country:
        return []
    known = country_holidays(_checked_country(country))
    names: dict[str, str] = {}
    for name, code in known.subdivisions_aliases.items():
        names.setdefault(code, name)
    pairs = [(code, names.get(code, code)) for code in known.subdivisions]
    return sorted(pairs, key=lambda pair: fold(pair[1]))


def place_words(country: str, region: str) -> str:
    """Return whose holidays these are: "England", "Germany, Hessen", or "None" for nobody's."""
    if not country:
        return "None"
    name = dict(countries()).get(country, country)
    if not region:
        return name
    named = dict(regions(country)).get(region, region)
    return named if country == "GB" else f"{name}, {named}"


def read_country(text: str) -> tuple[str, str]:
    """Return (country, region) of codes or names typed as GB-ENG, England or Germany.

    Raises BadInput.
    """
    wanted = fold(text)
    country, _, region = clean(text).upper().partition("-")
    if not wanted or wanted == "none":
        return "", ""
    by_name = {fold(name): code for code, name in countries()}
    home = {fold(name): code for code, name in regions("GB")}
    if wanted in home:
        return "GB", home[wanted]
    if wanted in by_name:
        return by_name[wanted], ""
    if country not in by_name.values():
        raise _unknown(clean(text))
    return country, _checked_region(country, region)


def days_off(
    country: str, region: str, closures: Iterable[DaysShut], first: date, last: date
) -> DaysOff:
    """Return the days off from `first` to the end of the week of `last`; raises BadInput."""
    last = last + timedelta(days=7)
    holidays: dict[date, str] = {}
    closed: dict[date, str] = {}
    weekend = _USUAL_WEEKEND
    if country:
        found = _holidays(_checked_country(country), region, first, last)
        weekend = frozenset(found.weekend)
        named = {day: name.replace("; ", ", ") for day, name in found.items()}
        holidays = {day: name for day, name in named.items() if first <= day <= last}
    for closure in closures:
        check_closure(closure)
        begins, ends = max(closure.first, first), min(closure.last, last)
        for ahead in range((ends - begins).days + 1):
            closed[begins + timedelta(days=ahead)] = closure.words
    return DaysOff(holidays, closed, weekend)


def _holidays(country: str, region: str, first: date, last: date) -> "HolidayBase":
    from holidays import country_holidays

    known = country_holidays(country).supported_languages
    language = next((each for each in _LANGUAGES if each in known), None)
    return country_holidays(
        country,
        subdiv=_checked_region(country, region) or None,
        years=range(first.year, last.year + 1),
        language=language,
    )


def check_closure(closure: DaysShut) -> None:
    """Raise BadInput for a closure that ends before it begins or is longer than a year."""
    if closure.last < closure.first:
        raise BadInput(
            f"The closure ends on {short_day(closure.last)}, before it begins.",
            "Type a later last day.",
            field="closed_to",
        )
    if (closure.last - closure.first).days > _LONGEST_CLOSURE:
        raise BadInput(
            "A closure cannot be longer than a year.", "Type an earlier last day.",
            field="closed_to",
        )  # fmt: skip


def _checked_country(country: str) -> str:
    if country not in dict(countries()):
        raise _unknown(country)
    return country


def _unknown(country: str) -> BadInput:
    return BadInput(
        f"The public holidays of {country or 'nowhere'} are not known.",
        "Choose another country, or none.",
        field="country",
    )


def _checked_region(country: str, region: str) -> str:
    if region and region not in dict(regions(country)):
        raise BadInput(
            f"{place_words(country, '')} has no region {region}.",
            "Choose another one, or the whole country.",
            field="region",
        )
    return region


def _country_name(key: str) -> str:
    words = key.split("_")
    spelt = " ".join(word if word in _SMALL_WORDS else word.capitalize() for word in words)
    return _KNOWN_AS.get(key, spelt)
