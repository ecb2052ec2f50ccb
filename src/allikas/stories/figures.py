"""Figures that can be set beside each other: in one unit, with the bounds that their words leave open."""

import re
from dataclasses import dataclass, replace

from allikas.model.layers import Quantity, Timex

METRIC: dict[str, tuple[str, float]] = {  # UCUM codes and their worth in a base unit, by definition
    "km": ("m", 1000.0), "cm": ("m", 0.01), "mm": ("m", 0.001),
    "t": ("kg", 1000.0), "g": ("kg", 0.001), "mg": ("kg", 1e-6),
    "har": ("m2", 10_000.0), "ha": ("m2", 10_000.0), "km2": ("m2", 1e6), "ar": ("m2", 100.0),
    "min": ("s", 60.0), "h": ("s", 3600.0), "d": ("s", 86_400.0),
    "L": ("m3", 0.001), "l": ("m3", 0.001), "km/h": ("m/s", 1 / 3.6),
}  # fmt: skip
ROUND = 0.1  # how far a figure that is "about" may be off, and still mean the same: as quantities.py has it
NEAR = 0.006  # 34 for 34.2: what rounding to two digits makes of a figure


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in its base unit. ``of`` is the lemma of what is counted.

    ``denied`` is one that is set right: *nine, not ten*; ``somebody`` one of people;
    ``worth`` is what the unit of the text is worth in the base unit.
    """

    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    of: str | None
    start: int
    end: int
    text: str
    approx: str | None = None
    denied: bool = False
    somebody: bool = False
    worth: float = 1.0

    @property
    def least(self) -> float:
        """The least that it may be."""
        bound = self.low if self.low is not None else self.value if self.high is None else None
        return bound if bound is not None else float("-inf")

    @property
    def most(self) -> float:
        """The most that it may be."""
        bound = self.high if self.high is not None else self.value if self.low is None else None
        return bound if bound is not None else float("inf")


def figure_of(quantity: Quantity, of: str | None, *, denied: bool = False, somebody: bool = False) -> Figure:
    """Make a figure of a quantity.

    >>> from allikas.model.span import Span
    >>> figure_of(Quantity("q1", Span(0, 4, "2 km"), 2.0, unit="km"), None).value
    2000.0
    """
    unit, worth = METRIC.get(quantity.unit or "", (quantity.unit, 1.0))
    value, low, high = (
        None if one is None else one * worth for one in (quantity.value, quantity.low, quantity.high)
    )
    span = quantity.span
    return Figure(
        value, low, high, unit, of, span.start, span.end, span.text, quantity.approx, denied, somebody, worth
    )


LENGTH = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")


def length_of(timex: Timex) -> Figure | None:
    """Make a figure of a length of time, in seconds; of lengths in days or less.

    >>> from allikas.model.span import Span
    >>> length_of(Timex("t1", Span(0, 1, "x"), "DURATION", "PT10M")).value
    600.0
    """
    match = LENGTH.fullmatch(timex.value or "") if timex.type == "DURATION" else None
    if match is None:
        return None
    days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    span, value = timex.span, float(((days * 24 + hours) * 60 + minutes) * 60 + seconds)
    slack = ROUND * value if timex.mod else None
    low, high = (None, None) if slack is None else (value - slack, value + slack)
    worth = 1.0 if seconds else 60.0 if minutes else 3600.0 if hours else 86_400.0
    return Figure(value, low, high, "s", None, span.start, span.end, span.text, timex.mod, worth=worth)


def like_its_neighbour(denied: Figure, kept: Figure) -> Figure:
    """Give a bare figure that is set right the unit of the one that replaces it: *ten minutes, not 25*.

    >>> ten = Figure(600.0, None, None, "s", None, 0, 0, "ten minutes", worth=60.0)
    >>> like_its_neighbour(Figure(25.0, None, None, None, None, 0, 0, "25", denied=True), ten).value
    1500.0
    """
    if denied.unit is not None or denied.value is None:
        return denied
    of, value = denied.of or kept.of, denied.value * kept.worth
    somebody = denied.somebody or kept.somebody
    return replace(denied, value=value, unit=kept.unit, of=of, somebody=somebody)


def agree(one: Figure, other: Figure) -> bool:
    """Tell whether two figures in one unit can both be right.

    >>> twenty = Figure(20.0, 20.0, None, None, None, 0, 0, "at least 20")
    >>> agree(twenty, Figure(25.0, None, None, None, None, 0, 0, "25"))
    True
    >>> agree(twenty, Figure(15.0, None, None, None, None, 0, 0, "15"))
    False
    """
    slack = max(_slack(one), _slack(other))
    return one.least - slack <= other.most and other.least - slack <= one.most


def _slack(figure: Figure) -> float:
    """Say how far a figure may be off: rounding, and a tenth where the words say so."""
    size = abs(figure.value if figure.value is not None else figure.low or figure.high or 0.0)
    if figure.approx is not None and figure.value is not None:
        return size * ROUND if figure.low is None and figure.high is None else size * NEAR
    return size * NEAR if size >= 10 and figure.value != round(figure.value or 0.0) else 0.0
