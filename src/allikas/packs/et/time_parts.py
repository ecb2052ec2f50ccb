"""Estonian parts of a time: ``1995. aasta lõpus``, ``sajandi teisel poolel``, ``hiljemalt reedeks``."""

from dataclasses import replace
from fractions import Fraction

from allikas.model.calendar import (
    Fields,
    Mod,
    Origin,
    Point,
    Shift,
    Unit,
)
from allikas.model.word import Word
from allikas.packs.et.numeral_words import case_of
from allikas.packs.et.time_values import UNIT
from allikas.packs.et.time_words import (
    CLOCK_UNITS,
    here,
    is_plural,
    unit_of,
)
from allikas.rules.rule import Piece, Rule, form, lemma, value


def _at_latest(_: Word, point: Point) -> Point | None:
    """Read ``hiljemalt 1. septembriks``, ``hiljemalt augusti lõpuks``."""
    return replace(point, mod="ON_OR_BEFORE") if point.mod in {None, "START", "MID", "END"} else None


def _throughout(point: Point, _: Word) -> Point:
    """Read ``järgmise aasta jooksul``, ``oktoobrikuu jooksul``."""
    return point


MOD_NOUNS: dict[str, Mod] = {
    "algus": "START", "lõpp": "END", "keskpaik": "MID", "künnis": "START", "algupool": "START",
    "lõpupool": "END", "keskel": "MID", "paiku": "APPROX", "algul": "START", "lõpul": "END",
    "alguspool": "START", "hakul": "START", "alguspäev": "START", "lõpupäev": "END",
}  # fmt: skip
MOD_FORMS = ("keskel", "paiku", "algul", "lõpul", "hakul")


def _modified(point: Point, word: Word) -> Point | None:
    """Read ``1995. aasta lõpus``, ``sajandi alguses``, ``23. augusti paiku``."""
    return (
        None
        if point.mod
        else replace(point, mod=MOD_NOUNS.get(word.lemma) or MOD_NOUNS.get(word.form.lower()))
    )


def _modified_unit(unit: Word, word: Word) -> Point | None:
    """Read ``aasta lõpus``, ``nädala alguses``: of the current one."""
    kind = unit_of(unit)
    if kind is None or kind in CLOCK_UNITS or case_of(unit) != "Gen" or is_plural(unit):
        return None
    return _modified(here(0, kind, _origin(kind)), word)


def _origin(kind: Unit) -> Origin:
    """Say which century or decade is meant: in a story about the past, that of the story."""
    return "either" if kind in {"century", "decade"} else "published"


def _half_of(point: Point, which: Word, _: Word) -> Point | None:
    """Read ``19. sajandi teine pool``, ``möödunud nädala esimene pool``."""
    return (
        None if point.mod else replace(point, mod="FIRST_HALF" if which.lemma == "esimene" else "SECOND_HALF")
    )


def _edge_day(unit: Word, which: Word, _: Word) -> Point | None:
    """Read ``aasta viimane päev``, ``aasta esimesel päeval``."""
    if unit.lemma != "aasta" or case_of(unit) != "Gen" or is_plural(unit):
        return None
    day = Fields(month=1, day=1) if which.lemma == "esimene" else Fields(month=12, day=31)
    return Point(day)


def _edge_of_month(month: Point, which: Word, _: Word) -> Point | None:
    """Read ``veebruari viimasel päeval``: the day before the first of March, in leap years too."""
    fields = month.fields
    if month.shift is not None or month.mod or fields.month is None or fields.day is not None:
        return None
    if which.lemma == "esimene":
        return replace(month, fields=replace(fields, day=1))
    if fields.month == DECEMBER:
        return replace(month, fields=replace(fields, day=31))
    following = replace(month, fields=replace(fields, month=fields.month + 1, day=1))
    return Point(shift=Shift(Fraction(-1), "day", "point", following))


DECEMBER = 12


def _half_of_unit(unit: Word, which: Word, half: Word) -> Point | None:
    """Read ``aasta teisel poolel``."""
    kind = unit_of(unit)
    if kind is None or kind in CLOCK_UNITS or case_of(unit) != "Gen" or is_plural(unit):
        return None
    return _half_of(here(0, kind, _origin(kind)), which, half)


_DURING = form("jooksul", "vältel", "kestel")
_HALF = Piece(where=lambda word: word.lemma in {"pool", "poolest"})
_MODS = Piece(lemmas=frozenset({"algus", "lõpp", "keskpaik", "künnis", "lõpupool", "alguspool"}))


PARTS_OF = (
    Rule("hiljemalt <time>", (form("hiljemalt"), value(Point)), _at_latest),
    Rule(
        "mitte hiljem kui <time>",
        (form("mitte"), form("hiljem"), form("kui"), value(Point)),
        lambda *parts: _at_latest(parts[0], parts[-1]),
    ),
    Rule("<time> jooksul", (value(Point), _DURING), _throughout),
    Rule("<time> lõpp", (value(Point), _MODS), _modified),
    Rule("<time> paiku", (value(Point), form(*MOD_FORMS)), _modified),
    Rule("<unit> lõpp", (UNIT, _MODS), _modified_unit),
    Rule("<unit> algul", (UNIT, form(*MOD_FORMS)), _modified_unit),
    Rule("<time> teine pool", (value(Point), lemma("esimene", "teine"), _HALF), _half_of),
    Rule("aasta viimane päev", (lemma("aasta"), lemma("esimene", "viimane"), lemma("päev")), _edge_day),
    Rule("<month> viimane päev", (value(Point), lemma("esimene", "viimane"), lemma("päev")), _edge_of_month),
    Rule("<unit> teine pool", (UNIT, lemma("esimene", "teine"), _HALF), _half_of_unit),
)
