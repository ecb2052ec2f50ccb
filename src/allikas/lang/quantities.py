"""What quantities must be told of a language: rules from words to amounts and to what counts nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from allikas.model.number import Number
from allikas.rules.rule import Rule

ORDINAL = "{ordinal}"
"""The unit of a place in a row: an annotation in the terms of UCUM."""

SHARE = "1"
"""The unit of a part of a whole, as *a third* or *every fifth*: UCUM's unity."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, and what it is a number of.

    ``unit`` is a code of UCUM or ISO 4217. ``of`` are the offsets of the phrase for what is counted or
    measured. ``before`` words at the beginning of the match only hedge (*about*); ``after`` words at its end
    follow number and unit.
    """

    number: Number
    unit: str | None = None
    of: tuple[int, int] | None = None
    before: int = 0
    after: int = 0

    @property
    def is_bare(self) -> bool:
        """Tell whether nothing says what it is a number of."""
        return self.unit is None and self.of is None


@dataclass(frozen=True, slots=True)
class Uncounted:
    """Digits that are no quantity: a score, a telephone number, an article of a law, a year.

    A ``weak`` one yields to a number that has a unit or counts something, and only stops a bare one.
    """

    kind: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Particle:
    """Words whose last belongs to the verb and hedges no number after it: *shot down 37 drones*."""


@dataclass(frozen=True, eq=False)
class Quantities:
    """The rules of a language; they give ``Number``, ``Amount``, ``Uncounted`` and ``Particle`` values."""

    rules: Sequence[Rule] = field(default=(), repr=False)


NO_QUANTITIES = Quantities()
"""What a language gets whose pack says nothing."""
