"""Estonian times counted from now or from another time: ``eile``, ``eelmisel aastal``, ``aasta hiljem``."""

from dataclasses import replace
from fractions import Fraction

from allikas.lang.time import NotTime
from allikas.model.calendar import (
    Fields,
    Mod,
    Origin,
    Piece,
    Point,
    Reference,
    Several,
    Shift,
    Unit,
    Vague,
    join,
)
from allikas.model.word import Word
from allikas.packs.et.numeral_words import case_of
from allikas.packs.et.time_values import UNIT, Counted
from allikas.packs.et.time_words import (
    CLOCK_UNITS,
    HINTS,
    PARTS,
    SHIFTS,
    UNITS,
    agree,
    here,
    is_plural,
    shift_of,
    unit_of,
)
from allikas.rules.rule import Piece as Asked
from allikas.rules.rule import Rule, form, lemma, value

ADVERBS: dict[str, Point] = {
    "täna": here(0, "day"), "tänane": here(0, "day"), "eile": here(-1, "day"), "eilne": here(-1, "day"),
    "üleeile": here(-2, "day"), "üleeilne": here(-2, "day"), "homme": here(1, "day"),
    "homne": here(1, "day"), "ülehomme": here(2, "day"), "ülehomne": here(2, "day"),
    "tänavu": here(0, "year"), "tänavune": here(0, "year"), "mullu": here(-1, "year"),
    "mullune": here(-1, "year"), "tunamullu": here(-2, "year"), "tunamullune": here(-2, "year"),
    "läinudaastane": here(-1, "year"), "möödunudaastane": here(-1, "year"),
    "eelmiseaastane": here(-1, "year"), "järgmiseaastane": here(1, "year"),
    "eelmisaastane": here(-1, "year"), "käesolevaaastane": here(0, "year"),
}  # fmt: skip


def _spelled(word: Word) -> Point:
    """Read ``eile``, ``mullu``, whatever the analyser makes of them."""
    found = ADVERBS[word.form.lower()]
    return replace(found, hint="nowadays") if word.form.lower() == "täna" else found


def _adverb(word: Word) -> Point:
    return ADVERBS[word.lemma]


_DAY_FORMS = {"tänaseks": here(0, "day"), "eilseks": here(-1, "day"), "homseks": here(1, "day")}


def _shifted(adjective: Word, noun: Word) -> Point | None:
    """Read ``eelmisel aastal``, ``tuleval nädalal``, ``käesoleva kuu``."""
    count, unit = shift_of(adjective), unit_of(noun)
    if count is None or unit is None or is_plural(noun) or not agree(adjective, noun):
        return None
    if unit == "day" or unit in CLOCK_UNITS:
        return here(count, unit, "text") if count and unit == "day" else None
    near = adjective.lemma in {"järgmine", "järgnev", "eelmine"}
    return here(count, unit, "either" if near else "published")


def _this_and_next(first: Word, separator: Word, second: Point) -> Several | None:
    """Read ``selle ja järgmise aasta``: the unit is said once."""
    count = 0 if first.lemma == "see" else shift_of(first)
    if second.shift is None or second.shift.unit in {None, "day"} or second.shift.of or count is None:
        return None
    one = replace(second, shift=replace(second.shift, count=Fraction(count), origin="published"))
    return Several((Piece(one, end=first.span.end), Piece(second, start=separator.span.end)))


def _this(_: Word, noun: Word) -> Point | None:
    """Read ``sel aastal``, ``selle nädala``; ``sel päeval`` is the day just spoken of."""
    unit = unit_of(noun)
    if unit is None or is_plural(noun) or unit in CLOCK_UNITS or case_of(noun) in {"Nom", "Par"}:
        return None
    return here(0, unit, "text" if unit == "day" else "published")


def _same(_: Word, noun: Word) -> Point | None:
    """Read ``samal päeval``, ``tol aastal``."""
    unit = unit_of(noun)
    return None if unit is None or is_plural(noun) or unit in CLOCK_UNITS else here(0, unit, "text")


def _new(_: Word, noun: Word) -> Point | None:
    """Read ``uuel sajandil``: the one that begins, in this story or another."""
    return None if is_plural(noun) else here(0, UNITS[noun.lemma], "turn")


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
        near = adjective.lemma in {"järgmine", "järgnev", "eelmine"}
        return join(here(count, "day", "either" if near else "published"), point) if count else None
    return replace(point, hint=HINTS[count])


def _this_one(this: Word, point: Point) -> Point | None:
    """Read ``sel kevadel``, ``sel reedel``; not the object of ``lubas seda reedel``."""
    if case_of(this) in {"Nom", "Par"}:
        return None
    plain = point.shift is None and point.fields.year is None and point.fields.day is None
    return replace(point, hint="this") if plain and not point.fields.part else None


def _ago(counted: Counted, _: Word) -> Point | Vague:
    """Read ``kolm aastat tagasi``, ``kuu aja eest``."""
    return away(counted, -1, "published")


def _ago_genitive(counted: Counted, word: Word) -> Point | Vague | None:
    """Read ``kolme aasta eest``, ``kuu eest``; ``päeva eest`` alone is what is paid for a day."""
    fits = counted.case == "Gen" and not (counted.bare and counted.unit in {"day", "hour"})
    return _ago(counted, word) if fits else None


def _paid(*_: Word) -> NotTime:
    """Read ``kuu eest makstud``: what is paid for a month."""
    return NotTime()


def _from_now(counted: Counted, _: Word) -> Point | Vague | None:
    """Read ``kahe nädala pärast``; ``kaks nädalat pärast`` something is a mere length."""
    return away(counted, 1, "either") if counted.case == "Gen" else None


def _later(counted: Counted, _: Word) -> Point | Vague | None:
    """Read ``kolm päeva hiljem``; ``vähem kui aasta hiljem`` has no day."""
    if counted.mod in {"MORE_THAN", "LESS_THAN"}:
        return None
    return away(counted, 1, "text")


def _than_before(_: Word, kui: Word, counted: Counted, __: Word) -> Several:
    """Read the ``nädal varem`` of ``vähem kui nädal varem``: compared with then."""
    return Several((Piece(away(counted, -1, "text"), start=kui.span.end),))


def _earlier(counted: Counted, _: Word) -> Point | Vague | None:
    """Read ``aasta varem``."""
    if counted.mod in {"MORE_THAN", "LESS_THAN"}:
        return None
    return away(counted, -1, "text")


_YEARS_IN: dict[Unit, int] = {"decade": 10, "century": 100, "millennium": 1000}


def away(counted: Counted, sign: int, origin: Origin) -> Point | Vague:
    """Count away from now or from the text; an unknown count is only behind or ahead.

    >>> away(Counted(None, "year", "Par"), -1, "published")
    Vague(reference='PAST_REF', mod=None, then=False)
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


_SHIFTING = Asked(
    lemmas=frozenset({
        "eelmine", "üle-eelmine", "üleeelmine", "järgmine", "järgnev", "tulev", "eelolev", "eelseisev",
        "ülejärgmine", "käesolev", "jooksev", "tänavune", "mullune",
    }),
)  # fmt: skip
_SHIFTING_FORM = form("möödunud", "läinud", "mineval", "mineva", "tuleva")
_PAID = ("maksma", "makstud", "makstav", "tasuma", "tasutud", "tasutav", "tasu", "palk", "üür", "saama")
_SEE = lemma("see", "käesolev", "nimetatud")
_SAME = lemma("sama", "too")


RELATIVE = (
    Rule("<day from today>", (lemma(*(name for name in ADVERBS if name.endswith("ne"))),), _adverb),
    Rule(
        "<spelling of a day from today>",
        (form(*(name for name in ADVERBS if not name.endswith("ne"))),),
        _spelled,
    ),
    Rule("tänaseks", (form(*_DAY_FORMS),), lambda word: _DAY_FORMS[word.form.lower()]),
    Rule(
        "eilne päev",
        (lemma("eilne", "tänane", "homne", "üleeilne", "ülehomne"), lemma("päev")),
        lambda word, _: _adverb(word),
    ),
    Rule("eelmine <unit>", (_SHIFTING, UNIT), _shifted),
    Rule("möödunud <unit>", (_SHIFTING_FORM, UNIT), _shifted),
    Rule("see <unit>", (_SEE, UNIT), _this),
    Rule("uus <unit>", (lemma("uus", "saabuv"), lemma("sajand", "aastatuhat")), _new),
    Rule("sama <unit>", (_SAME, UNIT), _same),
    Rule("sama <part of day>", (lemma("sama", "too", "see"), lemma(*PARTS)), _same_part),
    Rule("selleks ajaks", (lemma("too", "see"), lemma("aeg", feats="Number=Sing", where=_ends_at)), _then),
    Rule(
        "selle ja järgmise <unit>",
        (lemma("see", *SHIFTS), form("ja", "ning", "või"), value(Point)),
        _this_and_next,
    ),
    Rule("eelmine <time>", (_SHIFTING, value(Point)), _hinted),
    Rule("möödunud <time>", (_SHIFTING_FORM, value(Point)), _hinted),
    Rule("see <time>", (lemma("see"), value(Point)), _this_one),
    Rule("<duration> tagasi", (value(Counted), form("tagasi")), _ago),
    Rule("<duration> eest", (value(Counted), form("eest")), _ago_genitive),
    Rule("kuu eest makstud", (lemma("kuu"), form("eest"), lemma(*_PAID)), _paid),
    Rule("<duration> tagune", (value(Counted), lemma("tagune")), _ago),
    Rule("<duration> pärast", (value(Counted), form("pärast")), _from_now),
    Rule("<duration> hiljem", (value(Counted), form("hiljem")), _later),
    Rule(
        "vähem kui <duration> varem",
        (form("rohkem", "enam", "vähem"), form("kui"), value(Counted), form("varem")),
        _than_before,
    ),
    Rule("<duration> varem", (value(Counted), form("varem")), _earlier),
)
