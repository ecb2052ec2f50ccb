"""Estonian stretches of time that end or begin now: ``viimased kolm aastat``, ``lähimatel päevadel``."""

from dataclasses import replace
from fractions import Fraction
from typing import Literal

from allikas.model.calendar import (
    Length,
)
from allikas.model.number import Number
from allikas.model.word import Word
from allikas.packs.et.numeral_words import case_of
from allikas.packs.et.time_lengths import length_of
from allikas.packs.et.time_values import Counted
from allikas.packs.et.time_words import UNITS, agree, is_plural
from allikas.rules.rule import Rule, form, lemma, value


def _last_of_number(adjective: Word, counted: Counted) -> Length | None:
    """Read ``viimased kolm aastat``, ``eelseisvad viis kuud``, ``esimese seitsme minutiga``."""
    if counted.bare:
        return None
    return replace(length_of(counted), of=_OF.get(adjective.lemma))


def _last_during(adjective: Word, counted: Counted, _: Word) -> Length | None:
    """Read ``viimase kolme aasta jooksul``; ``järgmise aasta jooksul`` is a date."""
    if counted.bare and adjective.lemma not in {"viimane", "lähim", "järgnev", "eelnev"}:
        return None
    return replace(length_of(counted), of=_OF.get(adjective.lemma))


_OF: dict[str, Literal["past", "future"]] = {
    "viimane": "past", "eelmine": "past", "eelnev": "past", "möödunud": "past",
    "järgmine": "future", "järgnev": "future", "eelseisev": "future", "lähim": "future", "eelolev": "future",
}  # fmt: skip
_LASTS = ("viimane", "järgmine", "järgnev", "eelseisev", "lähim", "esimene", "eelmine", "eelnev", "eelolev")


def _of_last(number: Number, adjective: Word, unit: Word) -> Length | None:
    """Read ``kolme viimase aasta``, ``kaks esimest päeva``."""
    if number.value is None or number.ordinal:
        return None
    return Length(((number.value, UNITS[unit.lemma]),), of=_OF.get(adjective.lemma))


def _last_one(_: Word, unit: Word) -> Length | None:
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
    return Length(((None, UNITS[unit.lemma]),), of=_OF.get(adjective.lemma))


_DURING = form("jooksul", "vältel", "kestel")


LASTING = (
    Rule("viimased <duration>", (lemma(*_LASTS), value(Counted)), _last_of_number),
    Rule("viimase <duration> jooksul", (lemma(*_LASTS), value(Counted), _DURING), _last_during),
    Rule("kolm viimast <unit>", (value(Number), lemma(*_LASTS), lemma(*UNITS)), _of_last),
    Rule(
        "kolme viimase <unit> jooksul",
        (value(Number), lemma(*_LASTS), lemma(*UNITS), _DURING),
        lambda *parts: _of_last(*parts[:3]),
    ),
    Rule("viimase <unit>ga", (lemma("viimane"), lemma(*UNITS)), _last_one),
    Rule(
        "viimased <units> jooksul",
        (lemma(*_LASTS), lemma(*UNITS), _DURING),
        lambda *parts: _last_units(*parts[:2]),
    ),
    Rule("viimased <units>", (lemma(*_LASTS), lemma(*UNITS)), _last_units),
)
