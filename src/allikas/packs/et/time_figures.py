"""Estonian dates in figures: ``9.01.2002``, ``6.3.``, ``27.oktoobril``."""

import re

from allikas.model.calendar import Fields, Piece, Point, Several
from allikas.model.word import Word
from allikas.packs.et.time_words import MONTHS
from allikas.rules.rule import Piece as Piece_
from allikas.rules.rule import Rule, digits, form


def _glued_day(word: Word) -> Point | None:
    """Read ``27.oktoobril``."""
    day, _, name = word.lemma.partition(".")
    month = MONTHS.get(name)
    return Point(Fields(month=month, day=int(day))) if month and 1 <= int(day) <= 31 else None


_GLUED = re.compile(r"[^\W\d]+\.(\d{1,2}\.\d{1,2}\.\d{4})")


def _glued_date(word: Word) -> Point | None:
    """Read ``jõust.01.01.2002``: a date that an abbreviation runs into."""
    match = _GLUED.fullmatch(word.form)
    return _figures_of(match[1]) if match else None


_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\.a\.?)?\.?")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def _figures(word: Word) -> Point | None:
    """Read ``9.01.2002``, ``16.12.1998.a``; an impossible date is one, and a problem."""
    return _figures_of(word.form)


def _figures_of(text: str) -> Point | None:
    match = _DATE.fullmatch(text)
    return Point(Fields(year=int(match[3]), month=int(match[2]), day=int(match[1]))) if match else None


def _iso(word: Word) -> Point | None:
    match = _ISO.fullmatch(word.form)
    return Point(Fields(year=int(match[1]), month=int(match[2]), day=int(match[3]))) if match else None


def _day_month_figures(_: Word, *words: Word) -> Several | None:
    """Read the ``6.3.`` and ``8.3.`` of ``EPL 6.3. ja 8.3.``: after the name of what came out then."""
    found = [(word, _day_and_month(word)) for word in words if "." in word.form]
    pieces = [Piece(point, word.span.start, word.span.end) for word, point in found if point]
    return Several(tuple(pieces)) if len(pieces) == len(found) else None


def _day_and_month(word: Word) -> Point | None:
    day, month = (int(part) for part in word.form.split(".")[:2])
    return Point(Fields(month=month, day=day)) if 1 <= day <= 31 and 1 <= month <= 12 else None


def _is_capitalised(word: Word) -> bool:
    return word.form[:1].isupper()


_NAME = Piece_(where=_is_capitalised)

FIGURES = (
    Rule("<day>.<month>.<year>", (digits(r"\d{1,2}\.\d{1,2}\.\d{4}(?:\.a\.?)?\.?"),), _figures),
    Rule("<year>-<month>-<day>", (digits(r"\d{4}-\d\d-\d\d"),), _iso),
    Rule("<name> <day>.<month>.", (_NAME, digits(r"\d{1,2}\.\d{1,2}\.")), _day_month_figures),
    Rule(
        "<name> <day>.<month>. ja <day>.<month>.",
        (
            _NAME,
            digits(r"\d{1,2}\.\d{1,2}\."),
            form("ja", ",", "ning"),
            digits(r"\d{1,2}\.\d{1,2}\."),
        ),
        _day_month_figures,
    ),
    Rule(
        "(<name>, <day>.<month>)",
        (_NAME, form(","), digits(r"\d{1,2}\.\d{1,2}\.?"), form(")")),
        _day_month_figures,
    ),
    Rule("<day>.<month name>", (digits(r"\d{1,2}\.[a-zõäöü]+"),), _glued_day),
    Rule(
        "<abbreviation>.<day>.<month>.<year>",
        (Piece_(shape=_GLUED),),
        _glued_date,
    ),
)
