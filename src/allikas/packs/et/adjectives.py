"""Estonian adjectives that hold a measure: ``viieprotsendine``, ``100 000-eurone``, ``miljoni kroonine``."""

import re
from functools import lru_cache

from allikas.lang.quantities import Amount
from allikas.model.number import Number, between
from allikas.model.word import Word
from allikas.packs.et.measures import adjectives
from allikas.packs.et.numeral_digits import read_figure
from allikas.packs.et.numeral_words import read_numeral
from allikas.rules.rule import Rule, digits, maybe, upos, value


def _adjective(number: Number, adjective: Word) -> Amount | None:
    """Read ``miljoni kroonine``, ``70 %line``."""
    unit = adjectives().get(adjective.lemma)
    fits = unit is not None and not number.ordinal and number.case in {None, "Gen"}
    return Amount(number, unit) if fits else None


FIGURES = r"\d+(?:,\d+)?(?:[-–]\d+(?:,\d+)?)?"
_FIGURE_AND_ADJECTIVE = re.compile(rf"({FIGURES})-?(\D+)")


def _digit_adjective(first: Word | None, second: Word | None, last: Word) -> Amount | None:
    """Read ``20-protsendine``, ``100 | 000-eurone``, ``10-15protsendine``."""
    match = _FIGURE_AND_ADJECTIVE.fullmatch(last.lemma)
    unit = adjectives().get(match[2]) if match else None
    if match is None or unit is None:
        return None
    thousands = "".join(word.form for word in (first, second) if word)
    number = read_figures(thousands + match[1])
    return Amount(number, unit) if number else None


def read_figures(text: str) -> Number | None:
    """Read a figure or a range of two; ``None`` where the range does not go up.

    >>> found = read_figures("10-15")
    >>> found and (found.low, found.high)
    (Fraction(10, 1), Fraction(15, 1))
    """
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


ADJECTIVES = (
    Rule("<number> <unit>ne", (value(Number), upos("ADJ")), _adjective),
    Rule(
        "<digits>-<unit>ne",
        (maybe(digits(r"\d{1,3}")), maybe(digits(r"\d{3}")), digits(rf"{FIGURES}-?[^\W\d].+")),
        _digit_adjective,
    ),
    Rule("<numeral><unit>ne", (upos("ADJ", where=lambda word: word.lemma.endswith("ne")),), _word_adjective),
)
