"""Estonian durations: ``kolm päeva``, ``kuu aega``, ``aastaid``, ``kaheaastane``, and their hedges."""

import re
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from allikas.model.calendar import Length, Mod, Piece, Several, Unit
from allikas.model.number import Number
from allikas.model.word import Word
from allikas.packs.et.numeral_words import case_of, read_numeral
from allikas.packs.et.time_values import Counted
from allikas.packs.et.time_words import UNITS, is_plural
from allikas.rules.rule import Rule, digits, form, lemma, maybe, upos, value

_ADJECTIVES: dict[str, Unit] = {
    "aastane": "year", "aastaselt": "year", "kuune": "month", "kuuline": "month", "nädalane": "week",
    "päevane": "day", "ööpäevane": "day", "tunnine": "hour", "tunniline": "hour", "minutine": "minute",
    "minutiline": "minute", "sekundine": "second", "sekundiline": "second", "sajandine": "century",
}  # fmt: skip
_BARE = ("aastane", "kuune", "nädalane", "tunnine", "minutine", "ööpäevane")
_SOME = frozenset({"mitme", "mõne"})  # mitmepäevane: of several days


def _counted(number: Number, unit: Word) -> Counted | None:
    """Read ``kolm päeva``, ``poolteist aastat``, ``paar kuud``, ``kümmekond aastat``; a year is no count."""
    if number.ordinal or number.is_range or number.value == 0 or (number.digits and _is_year(number, unit)):
        return None
    if case_of(unit) in {"Ine", "Ill"} and number.case != case_of(unit):
        return None  # 80 million a year
    about: Mod | None = "APPROX" if number.is_vague else None
    return Counted(_count(number), UNITS[unit.lemma], case_of(unit), is_plural(unit), mod=about)


def _count(number: Number) -> Fraction | None:
    """Take ``paar`` as two and ``kümmekond`` as ten, the numbers they are made of; ``mitu`` has none."""
    if number.value is not None:
        return number.value
    is_pair = number.low == PAIR and number.high == PAIR + 1
    return number.low if is_pair else None


PAIR = 2


def _is_year(number: Number, unit: Word) -> bool:
    year = number.whole is not None and 1000 <= number.whole < 2100
    return year and unit.lemma == "aasta" and case_of(unit) != "Par"


def _bare(unit: Word) -> Counted | None:
    """Read the ``aasta`` of ``aasta tagasi``."""
    return None if is_plural(unit) else Counted(Fraction(1), UNITS[unit.lemma], case_of(unit), bare=True)


def _some(_: Word, unit: Word) -> Counted:
    """Read ``mõni aasta``, ``mitu päeva``, ``palju aastaid``."""
    return Counted(None, UNITS[unit.lemma], case_of(unit), is_plural(unit))


def _unit_or_two(word: Word) -> Counted:
    """Read ``aasta-paari pärast``, ``päeva-paari eest``."""
    return Counted(Fraction(PAIR), _PAIRS[word.lemma], case_of(word), mod="APPROX")


_PAIRS: dict[str, Unit] = {
    "aasta-paar": "year", "kuu-paar": "month", "nädal-paar": "week", "nädala-paar": "week",
    "päev-paar": "day", "päeva-paar": "day", "tund-paar": "hour", "tunni-paar": "hour",
    "minut-paar": "minute", "minuti-paar": "minute",
}  # fmt: skip


def _about_week(word: Word) -> Counted:
    """Read ``nädalapäevad``: about a week."""
    return Counted(Fraction(1), "week", case_of(word), mod="APPROX")


def _of_time(counted: Counted, word: Word) -> Counted:
    """Read ``kuu aega``, ``nädala aja``."""
    return replace(counted, case=case_of(word), bare=False)


def _length(counted: Counted) -> Length | None:
    """Take a count as a duration; a bare unit is none."""
    return None if counted.bare and counted.mod is None else length_of(counted)


def length_of(counted: Counted) -> Length:
    """Write a count of units as a duration.

    >>> length_of(Counted(Fraction(3), "day", "Par")).parts
    ((Fraction(3, 1), 'day'),)
    """
    return Length(((counted.count, counted.unit),), counted.mod)


def _half_century(word: Word) -> Counted:
    """Read ``poolsajand``."""
    return Counted(Fraction(50), "year", case_of(word))


def _during(counted: Counted, _: Word) -> Length | None:
    """Read ``kolme päeva jooksul``, ``aasta jooksul``."""
    return length_of(counted) if counted.case == "Gen" else None


def _whole(_: Word, unit: Word) -> Length | None:
    """Read ``terve päev``, ``kogu aasta``."""
    if is_plural(unit):
        return None
    return Length(((Fraction(1), UNITS[unit.lemma]),))


def _plural(word: Word) -> Length | None:
    """Read ``aastaid``, ``päevi``, ``kuude``: some, nobody says how many."""
    cases = {"Par", "Com", "Gen", *({"Nom"} if word.lemma == "aasta" else ())}
    plural = is_plural(word) and case_of(word) in cases
    return Length(((None, UNITS[word.lemma]),)) if plural else None


def _and(first: Counted, _: Word, second: Counted) -> Length | None:
    """Read ``1 aasta ja 6 kuud``, ``kaks tundi ja 30 minutit``."""
    finer = _ORDER.index(first.unit) < _ORDER.index(second.unit)
    if first.bare or second.bare or not finer or first.count is None or second.count is None:
        return None
    return Length(((first.count, first.unit), (second.count, second.unit)), first.mod or second.mod)


_ORDER: tuple[Unit, ...] = (
    "millennium", "century", "decade", "year", "half", "quarter", "season", "month", "week", "weekend", "day",
    "hour", "minute", "second",
)  # fmt: skip


def _adjective_length(word: Word) -> Length | Several | None:
    """Read ``kaheaastane``, ``24-aastane``, ``pooletunnine``, ``mitmepäevane``, ``kolme-neljatunnine``."""
    found = _of_adjective(word.lemma)
    if not found:
        return None
    return found[0] if len(found) == 1 else Several(tuple(Piece(one) for one in found))


_SUFFIX = re.compile(
    rf"(.+?)-?({'|'.join(sorted(_ADJECTIVES, key=len, reverse=True))}|(?:sajandi|aasta)vanune)"
)


@lru_cache(maxsize=4096)
def _of_adjective(text: str) -> tuple[Length, ...]:
    match = _SUFFIX.fullmatch(text)
    if match is None:
        return ()
    stem, suffix = match[1], match[2]
    unit = _ADJECTIVES.get(suffix) or ("century" if suffix.startswith("sajandi") else "year")
    if stem in _SOME:
        return (Length(((None, unit),)),)
    return tuple(Length(((count, unit),), mod) for count, mod in _counts(stem))


def _counts(stem: str) -> tuple[tuple[Fraction, Mod | None], ...]:
    """Read the numeral before the ending: one count, or the two ends of a range."""
    if re.fullmatch(r"\d+(?:[-–]\d+)?", stem):
        return tuple((Fraction(part), None) for part in re.split("[-–]", stem))
    number = read_numeral(stem)
    if number is None or number.ordinal:
        return ()
    if number.value is not None:
        return ((number.value, "APPROX" if number.is_vague else None),)
    if number.low == PAIR and number.high == PAIR + 1 and "-" not in stem:
        return ((Fraction(PAIR), "APPROX"),)
    return tuple((end, None) for end in (number.low, number.high) if end is not None)


_GENITIVES: dict[str, Unit] = {
    "sekundi": "second", "minuti": "minute", "tunni": "hour", "päeva": "day", "ööpäeva": "day",
    "nädala": "week", "kuu": "month", "aasta": "year", "sajandi": "century",
}  # fmt: skip
_PLURAL_GENITIVES: dict[str, Unit] = {
    "minutite": "minute", "tundide": "hour", "päevade": "day", "nädalate": "week", "kuude": "month",
    "aastate": "year", "aastakümnete": "decade", "sajandite": "century",
}  # fmt: skip
_LONG = (
    *(f"{stem}pikkune" for stem in (*_GENITIVES, *_PLURAL_GENITIVES)), "aastavanune", "sajandivanune",
)  # fmt: skip


def _long(word: Word) -> Length:
    """Read ``aastapikkune``; ``aastatepikkune``: nobody says of how many years."""
    stem = word.lemma.removesuffix("pikkune").removesuffix("vanune")
    one = _GENITIVES.get(stem)
    return Length(((None, _PLURAL_GENITIVES[stem]),) if one is None else ((Fraction(1), one),))


def _bare_adjective(word: Word) -> Length:
    """Read ``aastane leping``, ``minutine vaikus``."""
    return Length(((Fraction(1), _ADJECTIVES[word.lemma]),))


def _apart(number: Number, word: Word) -> Length | None:
    """Read ``nelja aastane``, ``paarisaja aasta vanune``."""
    fits = not number.ordinal and number.value is not None and number.case in {"Gen", None, "Nom"}
    return Length(((number.value, _ADJECTIVES[word.lemma]),)) if fits else None


def _old(counted: Counted, _: Word) -> Length | None:
    """Read ``kahe aasta vanune``, ``viie aasta pikkune``."""
    return length_of(counted) if counted.case == "Gen" else None


def _age(_: Word, opening: Word, number: Word, closing: Word) -> Several:
    """Read the age of ``Jüri Kask (52)``."""
    years = Length(((Fraction(number.form), "year"),))
    return Several((Piece(years, opening.span.end, closing.span.start),))


HEDGES: dict[str, Mod] = {
    "umbes": "APPROX", "ligi": "APPROX", "ligikaudu": "APPROX", "ligemale": "APPROX", "peaaegu": "APPROX",
    "pea": "APPROX", "ca": "APPROX", "u": "APPROX", "u.": "APPROX", "vast": "APPROX",
    "umbkaudu": "APPROX", "keskmiselt": "APPROX", "üle": "MORE_THAN", "alla": "LESS_THAN",
    "napilt": "LESS_THAN", "vaevalt": "LESS_THAN", "vähemalt": "EQUAL_OR_MORE",
    "hiljemalt": "EQUAL_OR_LESS", "maksimaalselt": "EQUAL_OR_LESS",
}  # fmt: skip
COMPARED: dict[str, Mod] = {"rohkem": "MORE_THAN", "enam": "MORE_THAN", "vähem": "LESS_THAN"}


def _hedged(hedge: Word, counted: Counted) -> Counted | None:
    """Read ``umbes kolm päeva``, ``üle aasta``."""
    return None if counted.mod in _FIRM else replace(counted, mod=HEDGES[hedge.form.lower()])


_FIRM: frozenset[Mod | None] = frozenset({"MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"})


def _compared(_: Word | None, more: Word, __: Word, counted: Counted) -> Counted | None:
    """Read ``rohkem kui kaks aastat``, ``natuke vähem kui kuu``."""
    return None if counted.mod in _FIRM else replace(counted, mod=COMPARED[more.form.lower()])


ADJECTIVE_HEDGES: dict[str, Mod] = {
    "umbes": "APPROX", "ligi": "APPROX", "ligikaudu": "APPROX", "peaaegu": "APPROX", "ligemale": "APPROX",
    "üle": "MORE_THAN", "alla": "LESS_THAN", "vähemalt": "EQUAL_OR_MORE",
}  # fmt: skip


def _hedged_adjective(hedge: Word, length: Length) -> Length | None:
    """Read ``üle 65-aastased``, ``alla kümneaastased``."""
    return None if length.mod else replace(length, mod=ADJECTIVE_HEDGES[hedge.form.lower()])


def _during_some(unit: Word, _: Word) -> Counted | None:
    """Read ``aastate jooksul``."""
    return _some(unit, unit) if is_plural(unit) else None


def _is_derived(word: Word) -> bool:
    return word.lemma.endswith(("ne", "selt"))


def _is_of_time(word: Word) -> bool:
    return case_of(word) in {"Par", "Gen"}


_UNIT = lemma(*UNITS)
_TIME = lemma("aeg", where=_is_of_time)
_DURING = form("jooksul", "vältel", "kestel")
_DERIVED = upos("ADJ", "ADV", where=_is_derived)
_SOMES = lemma("mõni", "mitu", "palju", "mitmendat", "paljud", "mitmes", "pikk", "loetud")

LENGTHS = (
    Rule("<number> <unit>", (value(Number), _UNIT), _counted),
    Rule("<unit>", (_UNIT,), _bare),
    Rule("mitu <unit>", (_SOMES, _UNIT), _some),
    Rule("nädalapäevad", (lemma("nädalapäev", where=is_plural), ), _about_week),
    Rule("<unit>-paar", (lemma(*_PAIRS),), _unit_or_two),
    Rule("<duration> aega", (value(Counted), _TIME), _of_time),
    Rule("umbes <duration>", (form(*HEDGES), value(Counted)), _hedged),
    Rule(
        "rohkem kui <duration>",
        (maybe(form("natuke", "veidi", "pisut")), form(*COMPARED), form("kui"), value(Counted)),
        _compared,
    ),
    Rule("<duration>", (value(Counted),), _length),
    Rule("<duration> jooksul", (value(Counted), _DURING), _during),
    Rule("poolsajand", (lemma("poolsajand"),), _half_century),
    Rule("terve <unit> jooksul", (lemma("terve", "kogu"), _UNIT, _DURING), lambda *parts: _whole(*parts[:2])),
    Rule("<units> jooksul", (_UNIT, _DURING), _during_some),
    Rule("terve <unit>", (lemma("terve", "kogu"), _UNIT), _whole),
    Rule("<unit> otsa", (_UNIT, form("otsa", "läbi")), lambda unit, _: _whole(unit, unit)),
    Rule("<units>", (_UNIT,), _plural),
    Rule("<duration> ja <duration>", (value(Counted), form("ja", "ning"), value(Counted)), _and),
    Rule("<number><unit>ne", (_DERIVED,), _adjective_length),
    Rule("<unit>ne", (lemma(*_BARE),), _bare_adjective),
    Rule("<unit>pikkune", (lemma(*_LONG),), _long),
    Rule("<number> <unit>ne", (value(Number), lemma(*_BARE)), _apart),
    Rule("<duration> vanune", (value(Counted), lemma("vanune", "pikkune")), _old),
    Rule("<name> (<age>)", (upos("PROPN"), form("("), digits(r"1[6-9]|[2-9]\d"), form(")")), _age),
    Rule("üle <number><unit>ne", (form(*ADJECTIVE_HEDGES), value(Length)), _hedged_adjective),
)  # fmt: skip
