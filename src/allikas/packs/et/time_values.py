"""What time rules pass to each other and never give to a text: half of an expression."""

from dataclasses import dataclass
from fractions import Fraction

from allikas.model.calendar import Mod, Point, Unit
from allikas.model.number import Number
from allikas.packs.et.time_words import UNITS, YEARS
from allikas.rules.rule import lemma, value

ORDINAL = value(Number, where=lambda number: number.ordinal)
UNIT = lemma(*UNITS, *YEARS)


@dataclass(frozen=True, slots=True)
class Loose:
    """A date that is one only beside another: the ``1939`` of ``juulis 1939``, the ``18`` of ``kell 18``."""

    point: Point


@dataclass(frozen=True, slots=True)
class Counted:
    """A count of units, and the case of the last word.

    ``bare`` where no number stands: the ``aasta`` of ``aasta tagasi``.
    """

    count: Fraction | None
    unit: Unit
    case: str | None
    plural: bool = False
    bare: bool = False
    mod: Mod | None = None
