"""What a numeral means, whatever the language: a value, or the bounds that the words leave open."""

from dataclasses import dataclass, replace
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Number:
    """A number as a text gives it.

    ``value`` is exact (``2,3 million`` is 2300000) and ``None`` where only bounds are known: a range, or a
    word such as *thousands*. ``low`` and ``high`` are set only where the text is vague; one may be missing.
    ``step`` is what the last word counts in: 100 for *three hundred*, 1 for *103* and for digits;
    ``is_scale`` marks a bare round word that another number can multiply, as *million*. ``case`` is the UD
    case of the last word, ``approx`` how it is hedged (``more_than``, ``about``...).
    """

    value: Fraction | None
    low: Fraction | None = None
    high: Fraction | None = None
    step: Fraction = Fraction(1)
    is_scale: bool = False
    ordinal: bool = False
    is_range: bool = False
    digits: bool = False
    case: str | None = None
    approx: str | None = None

    @property
    def whole(self) -> int | None:
        """The value where it is a whole number.

        >>> Number(Fraction(5)).whole, Number(Fraction(1, 2)).whole
        (5, None)
        """
        return int(self.value) if self.value is not None and self.value.denominator == 1 else None

    @property
    def least(self) -> Fraction | None:
        """The least that it may be; ``None`` where nothing is known."""
        return self.low if self.is_vague else self.value

    @property
    def most(self) -> Fraction | None:
        """The most that it may be; ``None`` where nothing is known."""
        return self.high if self.is_vague else self.value

    @property
    def is_vague(self) -> bool:
        """Tell whether the text gives bounds instead of, or around, a value."""
        return self.low is not None or self.high is not None

    @property
    def is_open(self) -> bool:
        """Tell whether only a least is known: *thousands*."""
        return self.value is None and self.high is None


def exact(value: float | str | Fraction) -> Number:
    """Return a plain number.

    >>> exact("2.5").value
    Fraction(5, 2)
    """
    return Number(Fraction(value))


def multiply(count: Number, unit: Number) -> Number:
    """Count in a unit: *three* times *million*, *a couple* times *hundred*, *two* times *third*.

    >>> multiply(exact("1.5"), Number(Fraction(1000), step=Fraction(1000))).value
    Fraction(1500, 1)
    """
    bounded = count.is_vague or unit.is_vague
    return replace(
        unit,
        value=_product(count.value, unit.value),
        low=_product(count.least, unit.least) if bounded else None,
        high=_product(count.most, unit.most) if bounded else None,
        is_range=count.is_range or unit.is_range,
        is_scale=False,
        digits=False,
        approx=count.approx or unit.approx,
    )


def add(whole: Number, rest: Number) -> Number:
    """Put a smaller number after a larger: *twenty* and *five*.

    >>> add(exact(20), exact(5)).value
    Fraction(25, 1)
    """
    bounded = whole.is_vague or rest.is_vague
    return replace(
        rest,
        is_scale=False,
        value=_total(whole.value, rest.value),
        low=_total(whole.least, rest.least) if bounded else None,
        high=_total(whole.most, rest.most) if bounded else None,
        approx=whole.approx or rest.approx,
    )


def between(first: Number, second: Number) -> Number | None:
    """Join two numbers to a range; ``None`` where the second is not the larger.

    >>> found = between(exact(10), exact(15))
    >>> found and (found.value, found.low, found.high)
    (None, Fraction(10, 1), Fraction(15, 1))
    >>> between(exact(3), exact(2)) is None
    True
    """
    low, high = first.least, second.most
    if low is None or high is None or low >= high:
        return None
    return replace(second, value=None, low=low, high=high, is_range=True, approx=first.approx)


def bounded(number: Number, approx: str, low: Fraction | None, high: Fraction | None) -> Number:
    """Hedge a number: *low* and *high* are the shares of it that it may be, ``None`` for unbounded.

    >>> found = bounded(exact(200), "nearly", Fraction(9, 10), Fraction(1))
    >>> found.value, found.low, found.high
    (Fraction(200, 1), Fraction(180, 1), Fraction(200, 1))
    """
    if low is not None and high is not None and (number.least or 0) < 0:
        low, high = high, low  # about -5 is from -5.5 to -4.5
    return replace(number, low=_product(number.least, low), high=_product(number.most, high), approx=approx)


def _product(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one * other


def _total(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one + other
