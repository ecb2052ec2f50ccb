"""Estonian times that come again: ``iga päev``, ``igal teisipäeval``, ``kord kuus``, ``suviti``."""

from fractions import Fraction

from allikas.lang.time import NotTime
from allikas.model.calendar import Fields, Length, Piece, Point, Recurring, Several, Unit
from allikas.model.number import Number
from allikas.model.word import Word
from allikas.packs.et.numeral_words import case_of
from allikas.packs.et.time_words import UNITS, WEEKDAYS, is_plural
from allikas.rules.rule import Rule, form, lemma, maybe, upos, value

_ONE = Fraction(1)


def every(unit: Unit, count: Fraction = _ONE) -> Recurring:
    """Make a set of one time every *count* units.

    >>> every("day").every.parts
    ((Fraction(1, 1), 'day'),)
    """
    return Recurring(Length(((count, unit),)))


ADVERBS: dict[str, Recurring] = {
    "igapäevaselt": every("day"), "päeviti": every("day"), "iganädalane": every("week"),
    "iganädalaselt": every("week"), "igakuine": every("month"), "igakuiselt": every("month"),
    "iga-aastane": every("year"), "igaaastane": every("year"), "iga-aastaselt": every("year"),
    "aastaringne": every("year"), "aastaringselt": every("year"), "igaõhtune": Recurring(Fields(part="EV")),
    "hommikuti": Recurring(Fields(part="MO")), "õhtuti": Recurring(Fields(part="EV")),
    "öösiti": Recurring(Fields(part="NI")), "talviti": Recurring(Fields(season="WI")),
    "suviti": Recurring(Fields(season="SU")), "kevaditi": Recurring(Fields(season="SP")),
    "sügiseti": Recurring(Fields(season="FA")), "esmaspäeviti": Recurring(Fields(weekday=1)),
    "teisipäeviti": Recurring(Fields(weekday=2)), "kolmapäeviti": Recurring(Fields(weekday=3)),
    "neljapäeviti": Recurring(Fields(weekday=4)), "reedeti": Recurring(Fields(weekday=5)),
    "laupäeviti": Recurring(Fields(weekday=6)), "pühapäeviti": Recurring(Fields(weekday=7)),
}  # fmt: skip


def _adverb(word: Word) -> Recurring:
    return ADVERBS.get(word.lemma) or ADVERBS[word.form.lower()]


def _every_unit(_: Word, unit: Word) -> Recurring | None:
    """Read ``iga päev``, ``igal aastal``."""
    return None if is_plural(unit) else every(UNITS[unit.lemma])


def _every_time(_: Word, point: Point) -> Recurring | None:
    """Read ``igal teisipäeval``, ``igal suvel``, ``iga aasta 1. mail``."""
    return (
        Recurring(point.fields)
        if point.shift is None and point.mod is None and point.fields.year is None
        else None
    )


def _weekdays(word: Word) -> Recurring | None:
    """Read ``esmaspäevadel``, ``tööpäevadel``: every one of them."""
    return Recurring(Fields(weekday=WEEKDAYS[word.lemma])) if is_plural(word) else None


def _every_so_many(_: Word, number: Number, unit: Word) -> Recurring | None:
    """Read ``iga kahe aasta järel``, ``iga kolme kuu tagant``, ``igal teisel aastal``."""
    return every(UNITS[unit.lemma], number.value) if number.value is not None else None


def _every_second(_: Word, __: Word, unit: Word) -> Recurring | None:
    """Read ``iga teine päev``."""
    return None if is_plural(unit) else every(UNITS[unit.lemma], Fraction(2))


def _every_second_time(iga: Word, _: Word, point: Point) -> Recurring | None:
    """Read ``igal teisel teisipäeval``: which of them is not kept."""
    return _every_time(iga, point)


def _pays(before: Word, unit: Word) -> Several | None:
    """Read the ``kuus`` of ``900 eurot kuus``, ``viis korda aastas``; only it is the time."""
    if unit.lemma in {"minut", "sekund", "tund", "kümnend", "sajand", "aastakümme"}:
        return None
    kind: Unit = "month" if unit.form.lower() == "kuus" else UNITS[unit.lemma]
    return Several((Piece(every(kind), start=before.span.end),))


def _six(*_: Word) -> NotTime:
    """Read ``kasvu kuus protsenti``, ``kuus tapetud siga``: six, and no month."""
    return NotTime()


def _alone(unit: Word) -> Recurring | None:
    """Read ``aastas``, ``päevas`` without what is counted beside it."""
    return None if is_plural(unit) or case_of(unit) != "Ine" else every(UNITS[unit.lemma])


def _times(count: Number | None, _: Word, unit: Word) -> Recurring | None:
    """Read ``kord aastas``, ``kaks korda kuus``: how often is not kept, within what is."""
    if count is not None and count.ordinal:
        return None
    return every("month" if unit.form.lower() == "kuus" else UNITS[unit.lemma])


_IN = lemma("päev", "ööpäev", "nädal", "kvartal", "aasta", "kuu", feats="Case=Ine|Number=Sing")


def _is_made(word: Word) -> bool:
    return word.form.endswith(("tud", "dud", "nud")) or case_of(word) == "Par"


_COUNTED = {"Par", "Tra", "Gen"}
_MEASURED = upos("NOUN", "SYM", where=lambda word: case_of(word) in _COUNTED or case_of(word) is None)

SETS = (
    Rule("<adjective of a set>", (lemma(*(name for name in ADVERBS if name.endswith("ne"))),), _adverb),
    Rule("<spelling of a set>", (form(*(name for name in ADVERBS if not name.endswith("ne"))),), _adverb),
    Rule("pea iga <set>", (form("pea", "peaaegu"), value(Recurring)), lambda _, every: every),
    Rule("iga <unit>", (lemma("iga"), lemma(*UNITS)), _every_unit),
    Rule("<weekdays>", (lemma(*WEEKDAYS),), _weekdays),
    Rule("iga <time>", (lemma("iga"), value(Point)), _every_time),
    Rule("iga <number> <unit>", (lemma("iga"), value(Number), lemma(*UNITS)), _every_so_many),
    Rule("iga teine <unit>", (lemma("iga"), lemma("teine"), lemma(*UNITS)), _every_second),
    Rule("iga teine <time>", (lemma("iga"), lemma("teine"), value(Point)), _every_second_time),
    Rule("<measure> kuus", (_MEASURED, form("kuus")), _pays),
    Rule("kuus <noun>", (upos("NOUN"), form("kuus"), upos("NOUN", feats="Case=Par")), _six),
    Rule(
        "kuus <participle> <noun>",
        (form("kuus"), upos("ADJ", "VERB", where=_is_made), upos("NOUN", feats="Case=Par|Number=Sing")),
        _six,
    ),
    Rule("aastas", (_IN,), _alone),
    Rule("aasta ringi", (form("aasta"), form("ringi", "läbi")), lambda *_: every("year")),
    Rule("kord kuus", (maybe(value(Number)), lemma("kord"), form("kuus")), _times),
    Rule("kord aastas", (maybe(value(Number)), lemma("kord"), _IN), _times),
)
