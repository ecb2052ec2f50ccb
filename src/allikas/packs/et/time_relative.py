"""Estonian times that are counted from now or from another time: ``eile``, ``eelmisel aastal``, ``kolm päeva hiljem``."""

from dataclasses import replace
from fractions import Fraction

from allikas.model.calendar import (
    Fields,
    Length,
    Mod,
    Origin,
    Point,
    Reference,
    Shift,
    Unit,
    Vague,
    join,
)
from allikas.model.number import Number
from allikas.model.word import Word
from allikas.packs.et.numeral_words import case_of
from allikas.packs.et.time_lengths import length_of
from allikas.packs.et.time_values import Counted
from allikas.packs.et.time_words import HINTS, PARTS, UNITS, YEARS, agree, is_plural, shift_of
from allikas.rules.rule import Piece, Rule, form, lemma, value


def _here(count: int, unit: Unit, origin: Origin = "published") -> Point:
    return Point(shift=Shift(Fraction(count), unit, origin))


ADVERBS: dict[str, Point] = {
    "täna": _here(0, "day"), "tänane": _here(0, "day"), "eile": _here(-1, "day"), "eilne": _here(-1, "day"),
    "üleeile": _here(-2, "day"), "üleeilne": _here(-2, "day"), "homme": _here(1, "day"),
    "homne": _here(1, "day"), "ülehomme": _here(2, "day"), "ülehomne": _here(2, "day"),
    "tänavu": _here(0, "year"), "tänavune": _here(0, "year"), "mullu": _here(-1, "year"),
    "mullune": _here(-1, "year"), "tunamullu": _here(-2, "year"), "tunamullune": _here(-2, "year"),
    "läinudaastane": _here(-1, "year"), "möödunudaastane": _here(-1, "year"),
    "eelmiseaastane": _here(-1, "year"), "järgmiseaastane": _here(1, "year"),
    "eelmisaastane": _here(-1, "year"), "käesolevaaastane": _here(0, "year"),
}  # fmt: skip


def _spelled(word: Word) -> Point:
    """Read ``eile``, ``mullu``, whatever the analyser makes of them."""
    return ADVERBS[word.form.lower()]


def _adverb(word: Word) -> Point:
    return ADVERBS[word.lemma]


_DAY_FORMS = {"tänaseks": _here(0, "day"), "eilseks": _here(-1, "day"), "homseks": _here(1, "day")}


def _at_latest(_: Word, point: Point) -> Point | None:
    """Read ``hiljemalt 1. septembriks``."""
    return None if point.mod else replace(point, mod="ON_OR_BEFORE")


def _unit(word: Word) -> Unit | None:
    return "year" if word.lemma in YEARS else UNITS.get(word.lemma)


def _shifted(adjective: Word, noun: Word) -> Point | None:
    """Read ``eelmisel aastal``, ``tuleval nädalal``, ``käesoleva kuu``."""
    count, unit = shift_of(adjective), _unit(noun)
    if count is None or unit is None or is_plural(noun) or not agree(adjective, noun):
        return None
    if unit == "day" or unit in _CLOCK:
        return _here(count, unit, "text") if count and unit == "day" else None
    near = adjective.lemma in {"järgmine", "järgnev", "eelmine"}
    return _here(count, unit, "either" if near else "published")


_CLOCK = frozenset({"hour", "minute", "second"})


def _this(_: Word, noun: Word) -> Point | None:
    """Read ``sel aastal``, ``selle nädala``; ``sel päeval`` is the day just spoken of."""
    unit = _unit(noun)
    if unit is None or is_plural(noun) or unit in _CLOCK or case_of(noun) in {"Nom", "Par"}:
        return None
    return _here(0, unit, "text" if unit == "day" else "published")


def _same(_: Word, noun: Word) -> Point | None:
    """Read ``samal päeval``, ``tol aastal``."""
    unit = _unit(noun)
    return None if unit is None or is_plural(noun) or unit in _CLOCK else _here(0, unit, "text")


def _same_part(_: Word, noun: Word) -> Point | None:
    """Read ``samal õhtul``, ``tol ööl``."""
    return (
        None if is_plural(noun) else Point(Fields(part=PARTS[noun.lemma]), Shift(Fraction(0), "day", "text"))
    )


def _ends_at(word: Word) -> bool:
    return case_of(word) in {"Ade", "Tra"}


def _then(*_: Word | None) -> Point:
    """Read ``sel ajal``, ``selleks ajaks``: the whole time just spoken of."""
    return Point(shift=Shift(Fraction(0), None, "text"))


def _hinted(adjective: Word, point: Point) -> Point | None:
    """Read ``möödunud reedel``, ``tuleval kevadel``, ``järgmises märtsis``."""
    count = shift_of(adjective)
    names = {
        name for name in ("season", "month", "weekday", "part") if getattr(point.fields, name) is not None
    }
    if count is None or point.shift is not None or len(names) != 1 or point.fields.day or point.fields.year:
        return None
    if names == {"part"}:
        return join(_here(count, "day"), point) if count else None
    return replace(point, hint=HINTS[count])


def _this_one(_: Word, point: Point) -> Point | None:
    """Read ``sel kevadel``, ``sel reedel``."""
    plain = point.shift is None and point.fields.year is None and point.fields.day is None
    return replace(point, hint="this") if plain and not point.fields.part else None


def _ago(counted: Counted, _: Word) -> Point | Vague:
    """Read ``kolm aastat tagasi``, ``kuu aja eest``."""
    return away(counted, -1, "published")


def _ago_genitive(counted: Counted, word: Word) -> Point | Vague | None:
    """Read ``kolme aasta eest``; ``kuu eest`` alone is what is paid for a month."""
    fits = counted.case == "Gen" and not (counted.bare and counted.unit in {"month", "day", "hour"})
    return _ago(counted, word) if fits else None


def _from_now(counted: Counted, _: Word) -> Point | Vague | None:
    """Read ``kahe nädala pärast``; ``kaks nädalat pärast`` something is a mere length."""
    return away(counted, 1, "either") if counted.case == "Gen" else None


def _later(counted: Counted, _: Word) -> Point | Vague | None:
    """Read ``kolm päeva hiljem``; ``vähem kui aasta hiljem`` has no day."""
    if counted.mod in {"MORE_THAN", "LESS_THAN"}:
        return None
    return away(counted, 1, "text")


def _earlier(counted: Counted, _: Word) -> Point | Vague | None:
    """Read ``aasta varem``."""
    if counted.mod in {"MORE_THAN", "LESS_THAN"}:
        return None
    return away(counted, -1, "text")


_TEN, _HUNDRED = 10, 100
_YEARS_IN: dict[Unit, int] = {"decade": 10, "century": 100, "millennium": 1000}


def away(counted: Counted, sign: int, origin: Origin) -> Point | Vague:
    """Count away from now or from the text; an unknown count is only behind or ahead.

    >>> away(Counted(None, "year", "Par"), -1, "published")
    Vague(reference='PAST_REF', mod=None)
    """
    if counted.count is None:
        reference: Reference = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Vague(reference)
    size = _YEARS_IN.get(counted.unit)
    if size:
        return Point(shift=Shift(sign * counted.count * size, "year", origin), mod=counted.mod or "APPROX")
    return Point(shift=Shift(sign * counted.count, counted.unit, origin), mod=_mod(counted, sign))


def _mod(counted: Counted, sign: int) -> Mod | None:
    """Turn *more than a year* ago into *before*, ahead into *after*."""
    if counted.mod == "MORE_THAN":
        return "BEFORE" if sign < 0 else "AFTER"
    if counted.mod == "LESS_THAN":
        return "AFTER" if sign < 0 else "BEFORE"
    return "APPROX" if counted.mod == "APPROX" else None


def _last_of_number(adjective: Word, counted: Counted) -> Length | None:
    """Read ``viimased kolm aastat``, ``eelseisvad viis kuud``, ``esimese seitsme minutiga``."""
    if counted.bare:
        return None
    return replace(length_of(counted), of=_OF.get(adjective.lemma))


def _last_during(adjective: Word, counted: Counted, _: Word) -> Length | None:
    """Read ``viimase kolme aasta jooksul``, ``viimase aasta jooksul``; ``järgmise aasta jooksul`` is a date."""
    if counted.bare and adjective.lemma not in {"viimane", "lähim", "järgnev", "eelnev"}:
        return None
    return replace(length_of(counted), of=_OF.get(adjective.lemma))


_OF = {
    "viimane": "past", "eelmine": "past", "eelnev": "past", "möödunud": "past",
    "järgmine": "future", "järgnev": "future", "eelseisev": "future", "lähim": "future", "eelolev": "future",
}  # fmt: skip
_LASTS = ("viimane", "järgmine", "järgnev", "eelseisev", "lähim", "esimene", "eelmine", "eelnev", "eelolev")


def _of_last(number: Number, adjective: Word, unit: Word) -> Length | None:
    """Read ``kolme viimase aasta``, ``kaks esimest päeva``."""
    if number.value is None or number.ordinal:
        return None
    return Length(((number.value, UNITS[unit.lemma]),), of=_OF.get(adjective.lemma))  # type: ignore[arg-type]


def _last_one(adjective: Word, unit: Word) -> Length | None:
    """Read ``viimase aastaga``, ``viimast aastat``; ``viimasel päeval`` is the last of something."""
    return (
        None
        if unit.lemma == "päev" or is_plural(unit) or case_of(unit) not in {"Com", "Par", "Ade", "All"}
        else _of_one(unit)
    )


def _of_one(unit: Word) -> Length:
    return Length(((Fraction(1), UNITS[unit.lemma]),), of="past")


def _last_units(adjective: Word, unit: Word) -> Length | None:
    """Read ``viimastel aastatel``, ``lähimateks nädalateks``."""
    if not is_plural(unit) or not agree(adjective, unit):
        return None
    return Length(((None, UNITS[unit.lemma]),), of=_OF.get(adjective.lemma))  # type: ignore[arg-type]


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
    kind = _unit(unit)
    if kind is None or kind in _CLOCK or case_of(unit) != "Gen" or is_plural(unit):
        return None
    return _modified(_here(0, kind), word)


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


def _half_of_unit(unit: Word, which: Word, half: Word) -> Point | None:
    """Read ``aasta teisel poolel``."""
    kind = _unit(unit)
    if kind is None or kind in _CLOCK or case_of(unit) != "Gen" or is_plural(unit):
        return None
    return _half_of(_here(0, kind), which, half)


_SHIFTING = Piece(
    lemmas=frozenset({
        "eelmine", "üle-eelmine", "üleeelmine", "järgmine", "järgnev", "tulev", "eelolev", "eelseisev",
        "ülejärgmine", "käesolev", "jooksev", "tänavune", "mullune",
    }),
)  # fmt: skip
_SHIFTING_FORM = form("möödunud", "läinud", "mineval", "mineva", "tuleva")
_UNITS_AND_YEARS = lemma(*UNITS, *YEARS)
_SEE = lemma("see", "käesolev", "nimetatud")
_SAME = lemma("sama", "too")
_DURING = form("jooksul", "vältel", "kestel")
_MODS = Piece(lemmas=frozenset({"algus", "lõpp", "keskpaik", "künnis", "lõpupool", "alguspool"}))

RELATIVE = (
    Rule("<day from today>", (lemma(*(name for name in ADVERBS if name.endswith("ne"))),), _adverb),
    Rule("<spelling of a day from today>", (form(*(name for name in ADVERBS if not name.endswith("ne"))),), _spelled),
    Rule("tänaseks", (form(*_DAY_FORMS),), lambda word: _DAY_FORMS[word.form.lower()]),
    Rule("eilne päev", (lemma("eilne", "tänane", "homne", "üleeilne", "ülehomne"), lemma("päev")), lambda word, _: _adverb(word)),
    Rule("hiljemalt <time>", (form("hiljemalt"), value(Point)), _at_latest),
    Rule("mitte hiljem kui <time>", (form("mitte"), form("hiljem"), form("kui"), value(Point)), lambda *parts: _at_latest(parts[0], parts[-1])),
    Rule("eelmine <unit>", (_SHIFTING, _UNITS_AND_YEARS), _shifted),
    Rule("möödunud <unit>", (_SHIFTING_FORM, _UNITS_AND_YEARS), _shifted),
    Rule("see <unit>", (_SEE, _UNITS_AND_YEARS), _this),
    Rule("sama <unit>", (_SAME, _UNITS_AND_YEARS), _same),
    Rule("sama <part of day>", (lemma("sama", "too", "see"), lemma(*PARTS)), _same_part),
    Rule("selleks ajaks", (lemma("too", "see"), lemma("aeg", feats="Number=Sing", where=_ends_at)), _then),
    Rule("eelmine <time>", (_SHIFTING, value(Point)), _hinted),
    Rule("möödunud <time>", (_SHIFTING_FORM, value(Point)), _hinted),
    Rule("see <time>", (lemma("see"), value(Point)), _this_one),
    Rule("<duration> tagasi", (value(Counted), form("tagasi")), _ago),
    Rule("<duration> eest", (value(Counted), form("eest")), _ago_genitive),
    Rule("<duration> tagune", (value(Counted), lemma("tagune")), _ago),
    Rule("<duration> pärast", (value(Counted), form("pärast")), _from_now),
    Rule("<duration> hiljem", (value(Counted), form("hiljem")), _later),
    Rule("<duration> varem", (value(Counted), form("varem")), _earlier),
    Rule("viimased <duration>", (lemma(*_LASTS), value(Counted)), _last_of_number),
    Rule("viimase <duration> jooksul", (lemma(*_LASTS), value(Counted), _DURING), _last_during),
    Rule("kolm viimast <unit>", (value(Number), lemma(*_LASTS), lemma(*UNITS)), _of_last),
    Rule("kolme viimase <unit> jooksul", (value(Number), lemma(*_LASTS), lemma(*UNITS), _DURING), lambda *parts: _of_last(*parts[:3])),
    Rule("viimase <unit>ga", (lemma("viimane"), lemma(*UNITS)), _last_one),
    Rule("viimased <units> jooksul", (lemma(*_LASTS), lemma(*UNITS), _DURING), lambda *parts: _last_units(*parts[:2])),
    Rule("viimased <units>", (lemma(*_LASTS), lemma(*UNITS)), _last_units),
    Rule("<time> jooksul", (value(Point), _DURING), _throughout),
    Rule("<time> lõpp", (value(Point), _MODS), _modified),
    Rule("<time> paiku", (value(Point), form(*MOD_FORMS)), _modified),
    Rule("<unit> lõpp", (_UNITS_AND_YEARS, _MODS), _modified_unit),
    Rule("<unit> algul", (_UNITS_AND_YEARS, form(*MOD_FORMS)), _modified_unit),
    Rule("<time> teine pool", (value(Point), lemma("esimene", "teine"), lemma("pool")), _half_of),
    Rule("aasta viimane päev", (lemma("aasta"), lemma("esimene", "viimane"), lemma("päev")), _edge_day),
    Rule("<unit> teine pool", (_UNITS_AND_YEARS, lemma("esimene", "teine"), lemma("pool")), _half_of_unit),
)  # fmt: skip
