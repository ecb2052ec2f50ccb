"""Estonian numbers that are no quantities: scores, telephones, articles of a law, addresses, years, dates."""

import re

from allikas.lang.quantities import Amount, Uncounted
from allikas.model.number import Number
from allikas.model.word import Word
from allikas.packs.et.numeral_words import case_of
from allikas.rules.rule import Piece, Rule, digits, form, lemma, maybe, upos, value

MONTHS = frozenset((
    "jaanuar", "veebruar", "märts", "aprill", "mai", "juuni", "juuli", "august", "september", "oktoober",
    "november", "detsember",
))  # fmt: skip
_YEAR = r"(?:1[0-9]|20|21)\d\d"
_DIGITS = value(Number, where=lambda number: number.digits)
_ORDINAL = value(Number, where=lambda number: number.ordinal)
_COLON = maybe(form(":"))
_MISREAD = frozenset({"august", "mail"})  # to the analyser, out of a hole and by e-mail
_MONTH = Piece(where=lambda word: word.lemma.lower() in MONTHS or word.form.lower() in _MISREAD)
_IN_LAW = lemma(
    "punkt",
    "lõige",
    "paragrahv",
    "artikkel",
    "lisa",
    where=lambda word: case_of(word) not in {"Nom", "Par", None},
)
_CAPITALISED = upos("NOUN", where=lambda word: word.form[:1].isupper())


def _strong(kind: str) -> Uncounted:
    return Uncounted(kind)


def _weak(kind: str) -> Uncounted:
    return Uncounted(kind, weak=True)


def _year_of(word: Word, _: object) -> Uncounted | None:
    """Read ``aastal 1998``; ``aastas 1500 inimest`` is a count."""
    return None if case_of(word) in {"Ine", "Par", None} else _strong("year")


def _of_year(_: Word, word: Word) -> Uncounted | None:
    """Read ``2010 aastal``, its full stop forgotten."""
    return None if case_of(word) == "Par" else _strong("year")


def _telephone(first: Word, second: Word, *_: object) -> Uncounted | None:
    """Read ``612 3456``, ``5123 4567``: seven or eight digits, neither thousands nor a year."""
    size = len(first.form) + len(second.form)
    return _weak("telephone") if size in {7, 8} and not re.fullmatch(_YEAR, first.form) else None


UNCOUNTED = (
    Rule(
        "<goals>:<goals>",
        (digits(r"\d{1,3}"), form(":"), digits(r"\d{1,3}(?:\.|-\w+)?")),
        lambda *_: _strong("score"),
    ),
    Rule("<digits>:<digits>", (digits(r"\d{1,3}:\d{1,3}(?::\d{1,3})*"),), lambda *_: _strong("score")),
    Rule("kell <number>", (lemma("kell", "kl", "kl."), value(Number)), lambda *_: _strong("clock")),
    Rule(
        "telefon <digits>",
        (
            lemma("telefon", "tel", "tel.", "mobiil", "faks", "infotelefon"),
            _COLON,
            digits(r"\d{3,8}"),
            maybe(digits(r"\d{2,4}")),
            maybe(digits(r"\d{2,4}")),
        ),
        lambda *_: _strong("telephone"),
    ),
    Rule(
        "+<country> <digits>",
        (
            Piece(upos=frozenset({"NUM"}), shape=re.compile(r"\+\d{1,3}")),
            digits(r"\d{2,8}"),
            maybe(digits(r"\d{2,4}")),
            maybe(digits(r"\d{2,4}")),
        ),
        lambda *_: _strong("telephone"),
    ),
    Rule("<digits> <digits>", (digits(r"\d{3,4}"), digits(r"\d{4}")), _telephone),
    Rule(
        "§ <digits>",
        (
            lemma("§", "paragrahv", "artikkel", "lg", "lk", "lehekülg", "nr", "Nr", "peatükk"),
            maybe(Piece(where=lambda word: word.form.startswith("-"))),
            _COLON,
            _DIGITS,
        ),
        lambda *_: _strong("section"),
    ),
    Rule("punktis <digits>", (_IN_LAW, _DIGITS), lambda *_: _strong("section")),
    Rule(
        "punktis <digits> ja <digits>",
        (_IN_LAW, _DIGITS, form("ja", "või", "ning"), _DIGITS),
        lambda *_: _strong("section"),
    ),
    Rule(
        "punkt <digits>",
        (
            lemma("punkt", "number", "eelnõu", "joonis", "tabel", "köide", "tuba", "kabinet", "liin", "buss"),
            _DIGITS,
        ),
        lambda *_: _weak("label"),
    ),
    Rule(
        "tänav <digits>",
        (lemma("tänav", "tn", "tn.", "maantee", "mnt", "mnt.", "puiestee", "pst", "väljak", "tee"), _DIGITS),
        lambda *_: _weak("address"),
    ),
    Rule("<name> <digits>", (upos("PROPN"), _DIGITS), lambda *_: _weak("name")),
    Rule("<Name> <digits>", (_CAPITALISED, _DIGITS), lambda *_: _weak("name")),
    Rule("<digits>, <digits>", (_DIGITS, form(",", ";"), _DIGITS), lambda *_: _weak("list")),
    Rule(
        "<digits> SE", (_DIGITS, form("se", where=lambda word: word.form == "SE")), lambda *_: _weak("bill")
    ),
    Rule("(<digits>)", (form("("), _DIGITS, form(")")), lambda *_: _weak("age or list")),
    Rule("<digits>)", (_DIGITS, form(")")), lambda *_: _weak("list")),
    Rule("<hours>.<minutes>", (digits(r"\d+\.\d{1,2}"),), lambda *_: _weak("clock or date")),
    Rule("<year>", (digits(rf"(?:{_YEAR})(?:[-–—/](?:{_YEAR}|\d\d))?"),), lambda *_: _weak("year")),
    Rule("aasta <year>", (lemma("aasta"), digits(rf"{_YEAR}(?:[-–—/]\d+)?")), _year_of),
    Rule("<year> aasta", (digits(rf"{_YEAR}"), lemma("aasta")), _of_year),
    Rule("<ordinal> <month>", (_ORDINAL, _MONTH), lambda *_: _strong("date")),
    Rule("<month> <year>", (lemma(*MONTHS), digits(_YEAR)), lambda *_: _strong("date")),
    Rule("<amount> kuus", (value(Amount), form("kuus")), lambda *_: _weak("month")),
)
