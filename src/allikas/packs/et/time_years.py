"""Estonian years, decades, centuries: ``1995. aastal``, ``90ndatel``, ``19. sajand``; and what is no year."""

import re

from allikas.lang.time import NotTime
from allikas.model.calendar import Fields, Piece, Point, Several
from allikas.model.number import Number
from allikas.model.word import Word
from allikas.packs.et.numeral_words import case_of, read_numeral
from allikas.packs.et.time_values import ORDINAL, Loose
from allikas.packs.et.time_words import is_plural
from allikas.rules.rule import Piece as Piece_
from allikas.rules.rule import Rule, digits, form, lemma, maybe, upos, value

_YEAR = r"(?:1\d{3}|20\d\d)"
_BARE_YEAR = r"(?:1[5-9]\d\d|20[0-4]\d)\.?"  # without a word for it; other years are too often counts
_YEARS = range(1, 2100)
_YEAR_WORDS = frozenset({"a", "a.", "aasta"})
_LABELS = (
    "nr", "nr.", "number", "§", "lk", "lehekülg", "tel", "tel.", "telefon", "tuba", "punkt", "umbes", "ligi",
    "üle", "alla", "vähemalt", "peaaegu", "ligikaudu",
)  # fmt: skip


def _ordinal_year(number: Number, word: Word) -> Point | None:
    """Read ``1995. aastal``, ``1991. a``; ``viies aasta`` is a place in a row."""
    year = number.whole if number.ordinal else None
    if year is None or year not in _YEARS or year < 100 or is_plural(word):
        return None
    return Point(Fields(year=year))


def _bare_ordinal_year(number: Number, word: Word) -> Point | None:
    """Read ``1995 aastal``, its full stop forgotten."""
    if number.ordinal or not number.digits or number.whole is None or not 1000 <= number.whole < 2100:
        return None
    return None if case_of(word) == "Par" or is_plural(word) else Point(Fields(year=number.whole))


def _glued_year(word: Word) -> Point:
    """Read ``1991.a``."""
    return Point(Fields(year=int(word.form[:4])))


def _year_after(_: Word, number: Number) -> Point | None:
    """Read ``aastal 1992``, ``aastani 2000``, ``aastatel 1993``."""
    year = number.whole if number.digits else None
    return Point(Fields(year=year)) if year is not None and 100 <= year < 2100 else None


def _loose_year(word: Word) -> Loose:
    return Loose(Point(Fields(year=int(word.form.rstrip(".")))))


def _decade(number: Number, word: Word) -> Point | None:
    """Read ``1970. aastad``, ``kolmekümnendad aastad``, ``30. aastatel``."""
    if not is_plural(word):
        return None
    return _of_decade(number)


def _of_decade(number: Number) -> Point | None:
    years = number.whole if number.ordinal else None
    if years is None or years % 10 or not (20 <= years < 100 or 1000 <= years < 2100):
        return None
    return Point(Fields(decade=years // 10))


def _decade_figures(word: Word) -> Point | None:
    """Read ``90-ndatel``, ``1950ndad``; ``20ndal`` is a place in a row."""
    if not is_plural(word):
        return None
    years = int(re.match(r"\d+", word.form)[0])  # type: ignore[index]
    fits = years % 10 == 0 and (years in range(10, 100) or years in range(1000, 2100))
    return Point(Fields(decade=years // 10)) if fits else None


def _decade_word(word: Word) -> Point | None:
    """Read ``kuuekümnendatel``: an ordinal in the plural, standing for years."""
    number = read_numeral(word.lemma)
    return _of_decade(number) if number is not None else None


def _bare_year(word: Word) -> Point:
    """Read ``1947`` by itself; what counts something or is a label is found by other rules."""
    return _loose_year(word).point


def _year_in_brackets(_: Word, *words: Word | None) -> Several:
    """Read the year of ``(1978)``, ``(Tartu 1998)``."""
    year = next(word for word in words if word is not None and word.form[:1].isdigit())
    return Several((Piece(_bare_year(year), year.span.start, year.span.end),))


def _not(*_: object) -> NotTime:
    return NotTime()


def _rounded(_: Word, noun: Word) -> NotTime | None:
    """Read ``1500 dollarini``."""
    return None if noun.lemma in _YEAR_WORDS else NotTime()


def _counts(_: Word, noun: Word) -> NotTime | None:
    """Read ``1500 inimest``: a count, and no year."""
    is_year = noun.lemma in _YEAR_WORDS or noun.form == "-"
    return NotTime() if not is_year and (case_of(noun) in {"Par", None} or noun.upos == "SYM") else None


def _century(number: Number, _: Word) -> Point | None:
    """Read ``19. sajand``: the years from 1800."""
    count = number.whole if number.ordinal else None
    return Point(Fields(century=count - 1)) if count is not None and 1 <= count <= 30 else None


def _millennium(number: Number, _: Word) -> Point | None:
    count = number.whole if number.ordinal else None
    return Point(Fields(millennium=count - 1)) if count is not None and 1 <= count <= 9 else None


def _quarter(number: Number, _: Word) -> Point | None:
    """Read ``teine kvartal``."""
    count = number.whole if number.ordinal else None
    return Point(Fields(quarter=count)) if count is not None and 1 <= count <= 4 else None


def _half(number: Number, _: Word) -> Point | None:
    """Read ``esimene poolaasta``."""
    count = number.whole if number.ordinal else None
    return Point(Fields(half=count)) if count in {1, 2} else None


def _roman_century(number: Word, _: Word) -> Point | None:
    """Read ``XIX sajand``."""
    count = _ROMANS.index(number.form) if number.form in _ROMANS else None
    return Point(Fields(century=count)) if count is not None else None


_ROMANS = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
    "XVII", "XVIII", "XIX", "XX", "XXI",
)  # fmt: skip


YEARS = (
    Rule("<year>. aasta", (ORDINAL, lemma("aasta", "a", "a.")), _ordinal_year),
    Rule("<year> aasta", (value(Number), lemma("aasta", "a", "a.")), _bare_ordinal_year),
    Rule("<year>.a", (digits(rf"{_YEAR}\.a\.?"), maybe(form("."))), lambda word, _: _glued_year(word)),
    Rule("aasta <year>", (lemma("aasta"), value(Number)), _year_after),
    Rule("nr <digits>", (lemma(*_LABELS), digits(_BARE_YEAR)), _not),
    Rule("<digits> <noun>", (digits(_BARE_YEAR), upos("NOUN", "SYM", "NUM")), _counts),
    Rule("<digits> <digits>", (digits(_BARE_YEAR), digits(r"\d{3}")), _not),
    Rule("<round number> <noun>", (digits(r"1[5-9]00|2000"), upos("NOUN")), _rounded),
    Rule(
        "<digits>, <digits>",
        (digits(r"\d{1,3}(?:[-/]\d{1,3})?"), form(","), digits(_BARE_YEAR.removesuffix(r"\.?"))),
        _not,
    ),
    Rule(
        "<digits> <adjective> <noun>",
        (digits(_BARE_YEAR), upos("ADJ", feats="Case=Par"), upos("NOUN", feats="Case=Par")),
        _not,
    ),
    Rule("<bare year>", (digits(_BARE_YEAR),), _bare_year),
    Rule(
        "(<year>)",
        (form("("), maybe(upos("PROPN")), maybe(form(",")), digits(_YEAR), form(")")),
        _year_in_brackets,
    ),
    Rule("<loose year>", (digits(rf"{_YEAR}\.?"),), _loose_year),
    Rule("<decade in words>", (upos("ADJ", feats="NumType=Ord|Number=Plur"),), _decade_word),
    Rule("<decade>. aastad", (ORDINAL, lemma("aasta")), _decade),
    Rule(
        "<decade>ndad",
        (digits(r"\d{2,4}-?ndad?(?:[a-zäõöü]*)|\d{2,4}-?nda(?:te|il|iks|ist|tel|test|teks|tesse|teni)"),),
        _decade_figures,
    ),
    Rule("<century>. sajand", (ORDINAL, lemma("sajand", "saj", "saj.", "aastasada")), _century),
    Rule("<millennium>. aastatuhat", (ORDINAL, lemma("aastatuhat")), _millennium),
    Rule("<quarter>. kvartal", (ORDINAL, lemma("kvartal")), _quarter),
    Rule("<half>. poolaasta", (ORDINAL, lemma("poolaasta")), _half),
    Rule(
        "<Roman> sajand", (Piece_(where=lambda word: word.form in _ROMANS), lemma("sajand")), _roman_century
    ),
)
