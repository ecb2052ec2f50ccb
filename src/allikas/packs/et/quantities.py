"""Estonian quantities: numbers with units and money, and all that else makes an amount of a number."""

import re
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from allikas.lang.quantities import Amount, Quantities
from allikas.model.number import Number, between, bounded
from allikas.model.word import Word
from allikas.packs.et.adjectives import ADJECTIVES, FIGURES, read_figures
from allikas.packs.et.agreement import may_be_genitive
from allikas.packs.et.counted import COUNTED
from allikas.packs.et.hedges import HEDGES
from allikas.packs.et.measures import (
    currencies,
    currency_of,
    price_of,
    unit_of,
    unit_words,
    units,
)
from allikas.packs.et.numeral_words import case_of
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


def _glued(word: Word) -> Amount | None:
    """Read ``100km``, ``12kr``."""
    match = re.fullmatch(rf"({FIGURES})(\D+)", word.form)
    number = read_figures(match[1]) if match else None
    unit = _unit_of_sign(match[2]) if match else None
    return Amount(number, unit) if number and unit else None


def _unit_of_sign(sign: str) -> str | None:
    return units().get(sign) or currencies().get((sign.lower(), "-"))


def _pointed(word: Word) -> Number | None:
    """Read ``2.5`` as a decimal, for what a unit or a scale after it makes of it."""
    return read_figures(word.form.replace(".", ","))


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
    *ADJECTIVES,
    Rule("<digits><unit>", (digits(rf"{FIGURES}[^\W\d]\S*"),), _glued),
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
