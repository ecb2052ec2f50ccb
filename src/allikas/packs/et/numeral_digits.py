"""Numerals in digits, as Estonian writes them: a decimal comma, spaces or points between thousands."""

import re
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from allikas.model.number import Number, between, exact, multiply
from allikas.model.word import Word
from allikas.packs.et.numeral_words import case_of
from allikas.rules.rule import Piece, Rule, digits, form, maybe, upos, value

THOUSAND = 1000
COUNTED = frozenset({"NumType=Card", "NumType=Range"})  # features of digits that only have an ending

_ROMAN = re.compile(r"(?=[IVXLCDM])M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMANS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def _roman(word: Word) -> Number | None:
    if _ROMAN.fullmatch(word.form) is None:
        return None
    signs = [_ROMANS[sign] for sign in word.form]
    total = sum(-sign if sign < after else sign for sign, after in zip(signs, [*signs[1:], 0], strict=True))
    return Number(Fraction(total), ordinal=True, digits=True, case=case_of(word))


_PLAIN = r"\d+(?:,\d+)?"  # 15  2,5: the comma is the decimal sign
_POINTED = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?"  # 1.500.000
_FIGURE = rf"(?:{_POINTED}|{_PLAIN})"
_SUFFIX = r"-?[a-zõäöü]{1,7}"  # 15-le  5ga  15-nda
_DASH = r"(?:-|–|—|--)"


@lru_cache(maxsize=16384)
def read_figure(text: str) -> Fraction:
    """Read digits with a decimal comma and points between thousands.

    >>> read_figure("1.500,5")
    Fraction(3001, 2)
    """
    return Fraction(text.replace(".", "").replace(",", "."))


def _figure(word: Word) -> Number | None:
    """Read ``15``, ``2,5``, ``1.500.000``, ``10-le``; a word that only begins with a figure is none."""
    figure = _leading(word.form)
    if "NumType=Ord" in word.feats or (figure != word.form and word.feats.isdisjoint(COUNTED)):
        return None
    return Number(read_figure(figure), digits=True, case=case_of(word))


def _signed(word: Word) -> Number | None:
    """Read ``-5`` and ``+3``."""
    match = _SIGNED.fullmatch(word.form)
    if match is None:
        return None
    size = read_figure(match[2])
    return Number(size if match[1] == "+" else -size, digits=True, case=case_of(word))


_SIGNED = re.compile(rf"([-+−–])({_FIGURE})")


def _leading(text: str) -> str:
    figure = re.match(_FIGURE, text)
    return figure[0] if figure else "0"


def _ordinal_figure(word: Word) -> Number | None:
    """Read ``15.`` and ``15-nda``; any other full stop or ending is none."""
    if "NumType=Ord" not in word.feats:
        return None
    return Number(read_figure(_leading(word.form.rstrip("."))), ordinal=True, digits=True, case=case_of(word))


def _figure_range(word: Word) -> Number | None:
    """Read ``10-15``, ``1,5–2``."""
    first, second = re.split(_DASH, word.form, maxsplit=1)
    figure = _leading(second)
    if figure != second and word.feats.isdisjoint(COUNTED):
        return None
    return between(
        Number(read_figure(first), digits=True), Number(read_figure(figure), digits=True, case=case_of(word))
    )


def _fraction(word: Word) -> Number | None:
    above, below = map(int, word.form.split("/"))
    proper = 0 < above < below
    return replace(exact(Fraction(above, below)), digits=True) if proper else None


_SIGNS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}


def _sign(word: Word) -> Number:
    """Read ``½``."""
    return Number(_SIGNS[word.form], digits=True)


def _grouped(*words: Word | None) -> Number | None:
    """Read ``10 | 000`` and ``1 | 234 | 567``: one to three digits, then groups of three, a space between."""
    present = [word for word in words if word is not None]
    if present[0].form.startswith("0") or any(b.span.start - a.span.end != 1 for a, b in pairwise(present)):
        return None
    figure = "".join(_leading(word.form) for word in present)
    return Number(read_figure(figure), digits=True, case=case_of(present[-1]))


def _grouped_range(first: Word, both: Word, last: Word) -> Number | None:
    """Read ``10 | 000–15 | 000``."""
    end_of_first, start_of_second = re.split(_DASH, both.form)
    return between(
        Number(read_figure(first.form + end_of_first), digits=True),
        Number(read_figure(start_of_second + last.form), digits=True),
    )


def _shared_thousands(both: Word, group: Word) -> Number | None:
    """Read ``10–15 | 000``: the thousands belong to both."""
    found = _figure_range(both)
    if found is None or found.high is None or found.high >= THOUSAND:
        return None
    return multiply(found, replace(exact(THOUSAND), digits=True, case=case_of(group)))


def _to_signed(first: Number, second: Word) -> Number | None:
    """Read ``10 –15``: a dash with a space on one side only is a dash, no minus."""
    size = _signed(second)
    if not first.digits or first.ordinal or size is None or second.form.startswith("+") or size.value is None:
        return None
    return between(first, replace(size, value=abs(size.value)))


def _ordinal_range(word: Word) -> Number | None:
    """Read ``16.-18.``."""
    first, second = (Fraction(part.rstrip(".")) for part in re.split(_DASH, word.form))
    found = between(Number(first, digits=True), Number(second, digits=True))
    return replace(found, ordinal=True) if found else None


_SIGNED_PIECE = Piece(shape=_SIGNED)

DIGITS = (
    Rule("<Roman ordinal>", (upos("ADJ", feats="NumType=Ord"),), _roman),
    Rule("<digits>", (digits(rf"{_FIGURE}(?:{_SUFFIX})?"),), _figure),
    Rule("<sign and digits>", (_SIGNED_PIECE,), _signed),
    Rule("<digits with a full stop or ending>", (digits(rf"\d+(?:\.|{_SUFFIX})"),), _ordinal_figure),
    Rule("<digits>/<digits>", (digits(r"\d{1,2}/\d{1,2}"),), _fraction),
    Rule("½", (form(*_SIGNS),), _sign),
    Rule("<digits>-<digits>", (digits(rf"{_FIGURE}{_DASH}{_FIGURE}(?:{_SUFFIX})?"),), _figure_range),
    Rule("<digits>.-<digits>.", (digits(rf"\d+\.?{_DASH}\d+\."),), _ordinal_range),
    Rule(
        "<digits> <three digits>",
        (digits(r"\d{1,3}"), digits(rf"\d{{3}}(?:,\d+)?(?:{_SUFFIX})?")),
        _grouped,
    ),
    Rule(
        "<digits> <three digits> <three digits>",
        (
            digits(r"\d{1,3}"),
            digits(r"\d{3}"),
            maybe(digits(r"\d{3}")),
            maybe(digits(r"\d{3}")),
            maybe(digits(r"\d{3}")),
            digits(rf"\d{{3}}(?:,\d+)?(?:{_SUFFIX})?"),
        ),
        _grouped,
    ),
    Rule(
        "<digits> <three digits>-<digits> <three digits>",
        (digits(r"\d{1,3}"), digits(rf"\d{{3}}{_DASH}\d{{1,3}}"), digits(r"\d{3}")),
        _grouped_range,
    ),
    Rule(
        "<digits>-<digits> <000>", (digits(rf"\d{{1,3}}{_DASH}\d{{1,3}}"), digits("000")), _shared_thousands
    ),
    Rule("<number> -<number>", (value(Number), _SIGNED_PIECE), _to_signed),
)
