"""Estonian years before Christ: ``5000 aastat e.Kr.``, ``aastal 44 eKr``, ``3000-2000 aastat e.Kr.``."""

import re
from fractions import Fraction

from allikas.model.calendar import Fields, Mod, Period, Piece, Point, Several
from allikas.model.number import Number
from allikas.model.word import Word
from allikas.packs.et.time_values import Counted
from allikas.rules.rule import Rule, digits, form, lemma, maybe, value

BEFORE = ("e.kr", "e.kr.", "ekr", "e.m.a", "e.m.a.", "ema")
_HEDGES: dict[str, Mod] = {"umbes": "APPROX", "u": "APPROX", "u.": "APPROX", "ca": "APPROX", "ligi": "APPROX"}


def _year(count: Fraction | None, mod: Mod | None) -> Point | None:
    """Return a year before Christ: the first is the year 0 of a calendar that counts through."""
    return Point(Fields(year=1 - int(count)), mod=mod) if count is not None and count >= 1 else None


def _years_before(counted: Counted, *_: Word | None) -> Point | None:
    """Read ``umbes 5000 aastat e.Kr.``."""
    mod: Mod | None = "APPROX" if counted.mod == "APPROX" else None
    return _year(counted.count, mod) if counted.unit == "year" and not counted.bare else None


def _year_before(hedge: Word | None, _: Word, number: Number, *__: Word | None) -> Point | None:
    """Read ``aastal 44 eKr``."""
    return _year(number.value, _HEDGES[hedge.form.lower()] if hedge else None)


def _ordinal_before(number: Number, *_: Word | None) -> Point | None:
    """Read ``8800. aastasse e.Kr.``."""
    return _year(number.value, None) if number.ordinal else None


def _range_before(hedge: Word | None, figures: Word, years: Word, *_: Word | None) -> Several | None:
    """Read ``u. 3000-2000 aastat e.Kr.``: years that count down."""
    mod = _HEDGES[hedge.form.lower()] if hedge else None
    first, last = (_year(Fraction(part), mod) for part in re.findall(r"\d+", figures.form))
    if first is None or last is None or (first.fields.year or 0) >= (last.fields.year or 0):
        return None
    period = Period(first, last, "year", len(re.split("[-–]", figures.form)[0]))
    return Several((Piece(last, end=years.span.start), Piece(first), Piece(period)))


_STOP = maybe(form("."))  # where a sentence ends, the last full stop of e.Kr. stands by itself

ERAS = (
    Rule("<duration> e.Kr.", (value(Counted), form(*BEFORE), _STOP), _years_before),
    Rule(
        "aastal <number> e.Kr.",
        (maybe(form(*_HEDGES)), lemma("aasta"), value(Number), form(*BEFORE), _STOP),
        _year_before,
    ),
    Rule(
        "<number>-<number> aastat e.Kr.",
        (maybe(form(*_HEDGES)), digits(r"\d+[-–]\d+"), lemma("aasta"), form(*BEFORE), _STOP),
        _range_before,
    ),
    Rule("<ordinal> aasta e.Kr.", (value(Number), lemma("aasta"), form(*BEFORE), _STOP), _ordinal_before),
)
