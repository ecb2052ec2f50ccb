"""Estonian years that are not the calendar's: ``2025/2026. õppeaasta``, ``2020/21. hooaeg``."""

import re
from fractions import Fraction

from allikas.model.calendar import Fields, Kind, Point, Shift
from allikas.model.number import Number
from allikas.model.word import Word
from allikas.packs.et.time_words import SEASONS, UNITS, YEARS, is_plural
from allikas.rules.rule import Rule, digits, lemma, value

_PAIR = digits(r"(?:19|20)\d\d\.?[-–/](?:(?:19|20)\d\d|\d\d)\.?")
_KINDS: dict[str, Kind] = {
    **{word: "school" for word, unit in YEARS.items() if unit == "school year"},
    **{word: "financial" for word, unit in YEARS.items() if unit == "financial year"},
    "hooaeg": "season",
}


def _term(years: Word, noun: Word) -> Point | None:
    """Read ``2025/2026. õppeaastal``, ``2020/21. hooajal``: a year that begins in the first of both."""
    first, second = (int(part) for part in re.findall(r"\d+", years.form))
    follows = (first + 1) % 100 == second % 100
    return Point(Fields(year=first, kind=_KINDS[noun.lemma])) if follows else None


def _term_after(noun: Word, years: Word) -> Point | None:
    """Read ``hooajal 2020/21``."""
    return _term(years, noun)


def _winter(_: Word, years: Word) -> Point | None:
    """Read ``talvel 2024/25``: it begins in the first of both."""
    first, second = (int(part) for part in re.findall(r"\d+", years.form))
    return Point(Fields(year=first, season="WI")) if (first + 1) % 100 == second % 100 else None


def _year_of_kind(number: Number, noun: Word) -> Point | None:
    """Read ``2024. majandusaasta``."""
    year = number.whole if number.ordinal and number.digits else None
    fits = year is not None and 1900 <= year < 2100 and not is_plural(noun)
    return Point(Fields(year=year, kind=_KINDS[noun.lemma])) if fits else None


def _nth(number: Number, unit: Word) -> Point | None:
    """Read ``teist aastat``, ``kolmandat nädalat järjest``: one of a row that began some time."""
    fits = number.ordinal and not number.digits and number.case == "Par" and unit.lemma in UNITS
    return Point(shift=Shift(Fraction(0), UNITS[unit.lemma], "nowhere")) if fits else None


_SEASON_MONTHS = {f"{season}kuu": part for season, part in SEASONS.items()} | {
    "suvekuu": "SU", "kevadekuu": "SP", "sügisekuu": "FA", "talvekuu": "WI",
}  # fmt: skip


def _season_months(word: Word) -> Point | None:
    """Read ``talvekuudel``: those of any year."""
    season = _SEASON_MONTHS[word.lemma]
    return Point(Fields(season=season), Shift(Fraction(0), "season", "nowhere")) if is_plural(word) else None


TERMS = (
    Rule("<year>/<year>. õppeaasta", (_PAIR, lemma(*_KINDS)), _term),
    Rule("hooaeg <year>/<year>", (lemma(*_KINDS), _PAIR), _term_after),
    Rule("talv <year>/<year>", (lemma("talv"), _PAIR), _winter),
    Rule("<year>. majandusaasta", (value(Number), lemma(*_KINDS)), _year_of_kind),
    Rule("teist <unit>", (value(Number), lemma(*UNITS, feats="Case=Par|Number=Sing")), _nth),
    Rule("talvekuudel", (lemma(*_SEASON_MONTHS),), _season_months),
)
