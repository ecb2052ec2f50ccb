"""Estonian units and currencies: which word or sign is which code."""

from functools import cache, lru_cache

from allikas.model.word import Word
from allikas.packs.et.tables import rows


@cache
def units() -> dict[str, str]:
    """Read ``units.tsv``: dictionary forms and signs, and their UCUM codes.

    >>> units()["protsent"], units()["km"], units()["kilovatt-tund"]
    ('%', 'km', 'kW.h')
    """
    found: dict[str, str] = {}
    for word, signs, _, unit, _ in rows("units.tsv"):
        found |= dict.fromkeys((word, *filter(None, signs.split(","))), unit)
    return found


@cache
def unit_words() -> frozenset[str]:
    """Return the dictionary forms of units that are inflected, without signs and abbreviations.

    >>> "meeter" in unit_words(), "m" in unit_words()
    (True, False)
    """
    return frozenset(word for word, _, genitive, _, _ in rows("units.tsv") if genitive)


@cache
def currencies() -> dict[tuple[str, str], str]:
    """Read ``currencies.tsv``: a noun and the word before it, and their ISO 4217 code.

    >>> currencies()["kroon", "rootsi"], currencies()["euro", "-"], currencies()["€", "-"]
    ('SEK', 'EUR', 'EUR')
    """
    found: dict[tuple[str, str], str] = {}
    for noun, before, _, code, signs, _ in rows("currencies.tsv"):
        found[noun, before] = code
        found |= {(sign, "-"): code for sign in (code.lower(), *signs.split(",")) if sign}
    return found


@cache
def adjectives() -> dict[str, str]:
    """Form the adjectives of units and currencies: ``protsendine``, ``kroonine``, ``kilomeetrine``.

    >>> adjectives()["protsendiline"], adjectives()["kroonine"], adjectives()["meetrine"]
    ('%', 'EEK', 'm')
    """
    found = {"%line": "%", "%ne": "%"}
    for _, _, genitive, unit, _ in rows("units.tsv"):
        found |= {genitive + ending: unit for ending in ("ne", "line") if genitive}
    for _, before, genitive, code, _, _ in rows("currencies.tsv"):
        found |= {genitive + "ne": code} if before == "-" else {}
    return found


def unit_of(word: Word) -> str | None:
    """Return the UCUM code of a unit's word or sign; ``km/h`` is one word and two units."""
    return _unit(word.lemma, word.form)


@lru_cache(maxsize=16384)
def _unit(lemma: str, form: str) -> str | None:
    bare = form.rstrip(".")
    found = units().get(lemma) or units().get(bare) or (units()["%"] if bare.startswith("%") else None)
    return found or _ratio(bare)


def _ratio(form: str) -> str | None:
    """Read ``g/l``."""
    above, _, below = form.partition("/")
    return f"{units()[above]}/{units()[below]}" if above in units() and below in units() else None


def currency_of(word: Word, before: Word | None = None) -> str | None:
    """Return the ISO 4217 code of a currency's noun or sign; ``None`` where several countries use it."""
    return _currency(word.lemma, word.form, before.form.lower() if before else "-")


@lru_cache(maxsize=16384)
def _currency(lemma: str, form: str, before: str) -> str | None:
    known = currencies()
    sign = form.lower().rstrip(".")
    return known.get((lemma, before)) or known.get((lemma.lower(), before)) or known.get((sign, before))


def is_measure(word: Word) -> bool:
    """Tell whether a word is a unit, a currency, or an adjective of one: nothing that numbers count."""
    named = unit_of(word) or currency_of(word) or price_of(word)
    return named is not None or word.lemma in adjectives()


def price_of(word: Word) -> str | None:
    """Return the ISO 4217 code in ``kr/kg``, ``€/MWh``."""
    above, slash, below = word.form.partition("/")
    return _currency(above, above, "-") if slash and below in units() else None
