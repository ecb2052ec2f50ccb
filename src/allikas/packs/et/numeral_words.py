"""Single numerals: a word such as ``kaheksateist`` or ``kolmesajas`` read from the parts it is made of."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from allikas.model.number import Number, add, between, multiply
from allikas.model.word import Word
from allikas.packs.et.tables import rows


def case_of(word: Word) -> str | None:
    """Return the UD case of a word.

    >>> from allikas.model.features import parse_feats
    >>> from allikas.model.word import Token
    >>> from allikas.model.span import Span
    >>> case_of(Word(Token(Span(0, 5, "viiel"), "viiel"), "viis", "NUM", parse_feats("Case=Ade|Number=Sing")))
    'Ade'
    """
    return next((feat.removeprefix("Case=") for feat in word.feats if feat.startswith("Case=")), None)


class Part(NamedTuple):
    """A line of the table: what a stem in a compound means, and how it joins the stems before it."""

    role: str
    number: Number


@cache
def parts() -> dict[str, Part]:
    """Read ``numerals.tsv``: every word and stem, and what it is.

    >>> parts()["saja"].number.whole, parts()["paari"].number.high
    (100, Fraction(3, 1))
    """
    found: dict[str, Part] = {}
    for word, stems, role, value, low, high, _ in rows("numerals.tsv"):
        part = Part(role, _number(role, _fraction(value), _fraction(low), _fraction(high)))
        for stem in (word, *filter(None, stems.split(","))):
            found.setdefault(stem, part)
    return found


def _fraction(text: str) -> Fraction | None:
    return Fraction(text) if text else None


def _number(role: str, value: Fraction | None, low: Fraction | None, high: Fraction | None) -> Number:
    round_step = value if role in {"base", "tens"} and value is not None else Fraction(1)
    vague = "about" if low is not None else None
    return Number(
        value,
        low,
        high,
        step=round_step,
        is_scale=role == "base",
        ordinal=role in {"ordinal", "teenth"},
        approx=vague,
    )


@lru_cache(maxsize=16384)
def read_numeral(word: str) -> Number | None:
    """Read one numeral by its dictionary form; ``None`` where it is none.

    >>> [read_numeral(word).whole for word in ("kaheksateist", "kolmsada", "kahekümnes", "poolsada")]
    [18, 300, 20, 50]
    >>> read_numeral("paarsada").low, read_numeral("kaks-kolm").high, read_numeral("maja")
    (Fraction(200, 1), Fraction(3, 1), None)
    """
    word = word.lower().replace("_", "")
    first, hyphen, second = word.partition("-")
    return _range(_compound(first), _compound(second)) if hyphen else _compound(word)


def _range(first: Number | None, second: Number | None) -> Number | None:
    """Join ``kaks-kolm``; in ``kahe-kolmkümmend`` the tens belong to both."""
    if first is None or second is None or first.least is None or second.most is None:
        return None
    if second.step > 1 and first.least < second.most / second.step:
        first = multiply(first, Number(second.step, step=second.step))
    return between(first, second)


def _compound(word: str) -> Number | None:
    stems = tuple(_stems(word))
    if not stems or (len(stems) > 1 and any(part.role == "part" for part in stems[1:])):
        return None
    return _joined(stems)


_TEENS = frozenset({"teen", "teenth"})


def _teen(ten: Number, smaller: Number | None) -> Number:
    return replace(add(ten, smaller) if smaller else ten, ordinal=ten.ordinal, step=Fraction(1))


def _joined(stems: tuple[Part, ...]) -> Number | None:
    terms: list[Number] = []
    for role, number in stems:
        smaller = _popped(terms, number) if role != "unit" else None
        if role in _TEENS:
            terms.append(_teen(number, smaller))
        elif smaller:
            terms.append(multiply(smaller, number))
        elif terms and not terms[-1].step > (number.least or 0):
            return None
        else:
            terms.append(number)
    total = terms[0]
    for term in terms[1:]:
        total = add(total, term)
    return total


def _popped(terms: list[Number], number: Number) -> Number | None:
    """Take from *terms* those that *number* multiplies: ``kaks`` before ``sada``."""
    smaller: Number | None = None
    while terms and (number.value or 0) >= 10 and (terms[-1].least or 0) < (number.value or 0):
        term = terms.pop()
        smaller = add(term, smaller) if smaller else term
    return smaller


def _stems(word: str) -> Iterator[Part]:
    """Cut *word* into stems of the table; nothing where a rest remains."""
    cut = _STEM().findall(word)
    if "".join(cut) == word:
        yield from (parts()[stem] for stem in cut)


@cache
def _STEM() -> re.Pattern[str]:  # noqa: N802
    any_stem = "|".join(sorted(parts(), key=len, reverse=True))
    return re.compile(rf"(?:{any_stem})(?=(?:{any_stem})*$)")
