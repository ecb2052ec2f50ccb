"""Quantities in plain words: data says ``2 wk``, a person reads *2 weeks*."""

from allikas.model.layers import Quantity


def format_quantity(quantity: Quantity) -> str:
    """Write what a quantity comes to: how many, of which unit, how surely.

    >>> from allikas.model.span import Span
    >>> span = Span(0, 4, "mitu")
    >>> format_quantity(Quantity("q1", span, 10000.0, unit="EUR", approx="more_than"))
    'more than 10 000 EUR'
    >>> format_quantity(Quantity("q2", span, None, low=10.0, high=12.0, unit="wk"))
    '10 to 12 weeks'
    """
    hedge = (quantity.approx or "").replace("_", " ")
    return " ".join(part for part in (hedge, _amount(quantity), _unit(quantity.unit)) if part)


def _amount(quantity: Quantity) -> str:
    if quantity.value is not None:
        return format_number(quantity.value)
    low, high = quantity.low, quantity.high
    if low is not None and high is not None:
        return f"{format_number(low)} to {format_number(high)}"
    if low is not None:
        return format_number(low) + ("" if quantity.approx else " or more")
    return "unknown" if high is None else ("" if quantity.approx else "up to ") + format_number(high)


def format_number(value: float) -> str:
    """Write a number with blanks between thousands, and no more digits than tell something.

    >>> format_number(3400000.0), format_number(1 / 3), format_number(2.5)
    ('3 400 000', '0.333', '2.5')
    """
    if value.is_integer():
        return f"{value:,.0f}".replace(",", " ")
    return f"{value:.3g}" if abs(value) < 1 else f"{value:,.10g}".replace(",", " ")


def _unit(unit: str | None) -> str:
    """Name units of time, which few know by their UCUM codes; a code in braces is a word already."""
    return "" if unit is None else NAMES.get(unit, unit.strip("{}"))


NAMES = {  # UCUM
    "1": "",
    "s": "seconds",
    "min": "minutes",
    "h": "hours",
    "d": "days",
    "wk": "weeks",
    "mo": "months",
    "a": "years",
}
