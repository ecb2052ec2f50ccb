"""Estonian quantities: numbers with units and money, and all that else makes an amount of a number."""

import re
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from allikas.lang.quantities import Amount, Quantities
from allikas.model.number import Number, between, bounded
from allikas.model.word import Word
from allikas.packs.et.agreement import may_be_genitive
from allikas.packs.et.counted import COUNTED
from allikas.packs.et.hedges import HEDGES
from allikas.packs.et.measures import (
    adjectives,
    currencies,
    currency_of,
    price_of,
    unit_of,
    unit_words,
    units,
)
from allikas.packs.et.numeral_digits import read_figure
from allikas.packs.et.numeral_words import case_of, read_numeral
from allikas.packs.et.numerals import NUMERALS
from allikas.packs.et.uncounted import UNCOUNTED
from allikas.rules.rule import Piece, Rule, digits, form, lemma, maybe, upos, value


def _plain(number: Number) -> Amount | None:
    """Let a number stand for itself; ``üks`` and ``pool`` alone are pronoun and side."""
    alone = not number.digits and number.value is not None and number.value <= 1
    return None if number.ordinal or alone else Amount(number)


def _united(number: Number, unit: Word) -> Amount | None:
    """Read ``40 protsenti``, ``90 km/h``."""
    if number.ordinal or _is_label(number, unit):
        return None
    return Amount(replace(number, case=case_of(unit)), unit_of(unit))


def _is_label(number: Number, unit: Word) -> bool:
    """Tell whether the unit is not governed by the number: ``bensiini 95 liiter maksab``."""
    nominative = unit.form == unit.lemma and unit.lemma in unit_words() and case_of(unit) == "Nom"
    return number.value != 1 and nominative and not may_be_genitive(unit)


def _money(number: Number, before: Word | None, noun: Word) -> Amount | None:
    """Read ``viis eurot``, ``10 miljonit USA dollarit``."""
    code = currency_of(noun, before)
    return None if code is None or number.ordinal else Amount(replace(number, case=case_of(noun)), code)


def _price(number: Number, unit: Word) -> Amount | None:
    """Read ``12 kr/kg``: money, and the word that also says what it is paid for stays outside the span."""
    return None if number.ordinal else Amount(number, price_of(unit), after=1)


def _signed_money(sign: Word, number: Number) -> Amount | None:
    """Read ``$50``, ``EUR 20``."""
    return None if number.ordinal else Amount(number, currency_of(sign))


def _adjective(number: Number, adjective: Word) -> Amount | None:
    """Read ``miljoni kroonine``, ``70 %line``."""
    unit = adjectives().get(adjective.lemma)
    fits = unit is not None and not number.ordinal and number.case in {None, "Gen"}
    return Amount(number, unit) if fits else None


_FIGURES = r"\d+(?:,\d+)?(?:[-–]\d+(?:,\d+)?)?"
_FIGURE_AND_ADJECTIVE = re.compile(rf"({_FIGURES})-?(\D+)")


def _digit_adjective(first: Word | None, second: Word | None, last: Word) -> Amount | None:
    """Read ``20-protsendine``, ``100 | 000-eurone``, ``10-15protsendine``."""
    match = _FIGURE_AND_ADJECTIVE.fullmatch(last.lemma)
    unit = adjectives().get(match[2]) if match else None
    if match is None or unit is None:
        return None
    thousands = "".join(word.form for word in (first, second) if word)
    number = _figures(thousands + match[1])
    return Amount(number, unit) if number else None


def _figures(text: str) -> Number | None:
    first, dash, second = text.replace("–", "-").partition("-")
    low = Number(read_figure(first), digits=True)
    return between(low, Number(read_figure(second), digits=True)) if dash else low


def _word_adjective(word: Word) -> Amount | None:
    """Read ``viieprotsendine``, ``kümnekilomeetrine``."""
    return _compound_adjective(word.lemma)


@lru_cache(maxsize=16384)
def _compound_adjective(text: str) -> Amount | None:
    for at in range(2, len(text) - 3):
        unit = adjectives().get(text[at:].removeprefix("-"))
        number = read_numeral(text[:at]) if unit else None
        if number and not number.ordinal:
            return Amount(number, unit)
    return None


def _glued(word: Word) -> Amount | None:
    """Read ``100km``, ``12kr``."""
    match = re.fullmatch(rf"({_FIGURES})(\D+)", word.form)
    number = _figures(match[1]) if match else None
    unit = _unit_of_sign(match[2]) if match else None
    return Amount(number, unit) if number and unit else None


def _unit_of_sign(sign: str) -> str | None:
    return units().get(sign) or currencies().get((sign.lower(), "-"))


def _pointed(word: Word) -> Number | None:
    """Read ``2.5`` as a decimal, for what a unit or a scale after it makes of it."""
    return _figures(word.form.replace(".", ","))


def _plus(number: Number, _: Word) -> Number | None:
    """Read ``100+``."""
    return None if number.is_vague else bounded(number, "at_least", Fraction(1), None)


def _minus(_: Word, number: Number) -> Number | None:
    """Read ``miinus viis``."""
    return replace(number, value=-number.value) if number.value and not number.is_vague else None


def _amounts_between(first: Amount, _: Word, second: Amount) -> Amount | None:
    """Read ``5 protsenti kuni 10 protsenti``."""
    if first.unit is None or first.unit != second.unit or first.of or first.before or second.before:
        return None
    number = between(first.number, second.number)
    return replace(second, number=number) if number else None


_PER_TIME = {"tund": "h", "minut": "min", "sekund": "s"}


def _speed(amount: Amount, time: Word) -> Amount | None:
    """Read ``80 kilomeetrit tunnis``, ``15 meetrit sekundis``."""
    measured = amount.unit in {"km", "m", "[mi_i]", "L", "m3"} and amount.of is None
    return replace(amount, unit=f"{amount.unit}/{_PER_TIME[time.lemma]}") if measured else None


def _cold(amount: Amount, _: Word) -> Amount | None:
    """Read ``10 kraadi külma``."""
    number = amount.number
    if amount.unit != "Cel" or number.value is None or number.value < 0 or number.is_vague:
        return None
    return replace(amount, number=replace(number, value=-number.value), after=amount.after)


_UNIT = Piece(where=lambda word: unit_of(word) is not None)
_CURRENCY = Piece(where=lambda word: word.upos != "SCONJ" and _is_currency(word))
_PRICE = Piece(where=lambda word: price_of(word) is not None)
_SIGN = ("$", "€", "£", "¥", "₽", "₴", "₪", "₹", "usd", "eur", "gbp", "eek", "us$")


def _is_currency(word: Word) -> bool:
    return currency_of(word) is not None or word.lemma in _shared_nouns()


@lru_cache(maxsize=1)
def _shared_nouns() -> frozenset[str]:
    return frozenset(noun for noun, _ in currencies())


AMOUNTS = (
    Rule("<number> <unit>", (value(Number), _UNIT), _united),
    Rule("<number> <currency>", (value(Number), maybe(upos("PROPN", "ADJ", "NOUN")), _CURRENCY), _money),
    Rule("<number> <currency>/<unit>", (value(Number), _PRICE), _price),
    Rule("<sign> <number>", (form(*_SIGN), value(Number)), _signed_money),
    Rule("<number> <unit>ne", (value(Number), upos("ADJ")), _adjective),
    Rule(
        "<digits>-<unit>ne",
        (maybe(digits(r"\d{1,3}")), maybe(digits(r"\d{3}")), digits(rf"{_FIGURES}-?[^\W\d].+")),
        _digit_adjective,
    ),
    Rule("<numeral><unit>ne", (upos("ADJ", where=lambda word: word.lemma.endswith("ne")),), _word_adjective),
    Rule("<digits><unit>", (digits(rf"{_FIGURES}[^\W\d]\S*"),), _glued),
    Rule("<digits>.<digits>", (digits(r"\d+\.\d{1,2}(?:[-–]\d+\.\d{1,2})?"),), _pointed),
    Rule("<digits>+", (value(Number, where=lambda number: number.digits), form("+")), _plus),
    Rule("miinus <number>", (form("miinus"), value(Number)), _minus),
    Rule(
        "<amount> kuni <amount>",
        (value(Amount), form("kuni", "-", "–", "—"), value(Amount)),
        _amounts_between,
    ),
    Rule("<distance> tunnis", (value(Amount), lemma(*_PER_TIME, feats="Case=Ine")), _speed),
    Rule("<temperature> külma", (value(Amount), form("külma")), _cold),
    *COUNTED,
    *HEDGES,
    *UNCOUNTED,
    Rule("<number>", (value(Number),), _plain),
)

_UNUSED = {"<Roman ordinal>"}  # II maailmasõda, Karl XII: parts of names
QUANTITIES = Quantities(rules=(*(rule for rule in NUMERALS if rule.name not in _UNUSED), *AMOUNTS))
