"""Estonian words that hedge a number: ``üle``, ``ligi``, ``umbes``, ``kuni``, ``napilt``, ``alla``."""

from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from allikas.lang.quantities import ORDINAL, Amount, Particle
from allikas.model.number import bounded
from allikas.model.word import Word
from allikas.rules.rule import Rule, form, lemma, maybe, upos, value


class Bounds(NamedTuple):
    """What a hedge makes of a number: its name, and the least and most as shares of it."""

    approx: str
    low: Fraction | None
    high: Fraction | None


ONE = Fraction(1)
# How far "about" reaches is a guess: a tenth, the rounding that newspapers allow themselves.
LESS, MORE = Fraction(9, 10), Fraction(11, 10)

MORE_THAN = Bounds("more_than", ONE, None)
JUST_OVER = Bounds("more_than", ONE, MORE)
LESS_THAN = Bounds("less_than", None, ONE)
NEARLY = Bounds("nearly", LESS, ONE)
ABOUT = Bounds("about", LESS, MORE)
AT_LEAST = Bounds("at_least", ONE, None)
AT_MOST = Bounds("at_most", None, ONE)
EXACTLY = Bounds("exactly", None, None)

_UNHEDGED = value(Amount, where=lambda amount: amount.before == 0 and amount.unit != ORDINAL)


def _hedged(amount: Amount, bounds: Bounds, *, before: int = 0, after: int = 0) -> Amount:
    number = bounded(amount.number, bounds.approx, bounds.low, bounds.high)
    return replace(amount, number=number, before=amount.before + before, after=amount.after + after)


def _before(words: str, bounds: Bounds) -> Rule:
    """Make the rule for a hedge before a number; ``|`` parts words that may stand in the same place."""
    pieces = tuple(form(*place.split("|")) for place in words.split())
    return Rule(
        f"{words} <amount>",
        (*pieces, _UNHEDGED),
        lambda *parts: _hedged(parts[-1], bounds, before=len(pieces)),
    )


def _after(words: str, bounds: Bounds) -> Rule:
    """Make the rule for a hedge behind a number."""
    pieces = tuple(form(*place.split("|")) for place in words.split())
    return Rule(
        f"<amount> {words}",
        (_UNHEDGED, *pieces),
        lambda amount, *_: _hedged(amount, bounds, after=len(pieces)),
    )


def _over_or_under(word: str, bounds: Bounds) -> Rule:
    """Make the rule for a hedge that asks for the genitive: in ``andis üle kolm meest`` it is the verb's."""

    def meaning(_: Word, amount: Amount) -> Amount | None:
        said = not amount.number.digits and (amount.number.value or HUNDRED) < HUNDRED
        return None if said and amount.number.case in {"Nom", "Par"} else _hedged(amount, bounds, before=1)

    return Rule(f"{word} <amount>", (form(word), _UNHEDGED), meaning)


HUNDRED = 100  # from here on people say ``üle sada`` too
_DOWN = ("tulistama", "tulistatud", "laskma", "lastud")
_BETWEEN = maybe(upos("NOUN", "PROPN", "ADJ", "ADV", "PRON", "DET"))

_SLIGHTLY = "veidi|pisut|natuke|napilt|vähe|mõnevõrra"
_THAN_MORE = "rohkem|enam|suurem"

HEDGES = (
    _before(f"{_SLIGHTLY} üle", JUST_OVER),
    _before(f"{_SLIGHTLY} {_THAN_MORE} kui", JUST_OVER),
    _before(f"{_SLIGHTLY} alla", NEARLY),
    _before(f"{_SLIGHTLY} vähem kui", NEARLY),
    _before("mitte üle", AT_MOST),
    _before(f"mitte {_THAN_MORE} kui", AT_MOST),
    _before("mitte vähem kui", AT_LEAST),
    _before("kõige rohkem|enam", AT_MOST),
    _before("kõige vähem", AT_LEAST),
    Rule("tulistama alla", (lemma(*_DOWN), *(_BETWEEN,) * 3, form("alla")), lambda *_: Particle()),
    _over_or_under("üle", MORE_THAN),
    _before(f"{_THAN_MORE} kui", MORE_THAN),
    _over_or_under("alla", LESS_THAN),
    _before("vähem kui", LESS_THAN),
    _before("ligi|peaaegu|pea|ligemale|napilt|vaevalt", NEARLY),
    _before("umbes|ligikaudu|umbkaudu|ca|ca.|circa|u.|orienteeruvalt|enam-vähem", ABOUT),
    _before("vähemalt|minimaalselt", AT_LEAST),
    _before("kuni|maksimaalselt|ülimalt", AT_MOST),
    _before("täpselt", EXACTLY),
    _after("ringis|kandis", ABOUT),
    _after("või|ja|ning rohkem|enam|rohkemgi|enamgi", AT_LEAST),
    _after("või vähem|vähemgi", AT_MOST),
)
