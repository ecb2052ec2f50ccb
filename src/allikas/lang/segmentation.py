"""What segmentation must be told of a language: abbreviations, and how words behave at a full stop."""

from dataclasses import dataclass, field
from enum import Enum


class Abbreviation(Enum):
    """What may follow an abbreviation that is written with a full stop."""

    OPENS = "opens"  # what it belongs to: a name, a number, an explanation; a sentence never ends here
    CLOSES = "closes"  # anything: where a new sentence could begin, the full stop ends the old one


@dataclass(frozen=True, slots=True)
class Segmentation:
    """The tables of a language.

    ``abbreviations`` are spelled without their last full stop and in small letters (``s.o`` for ``S.o.``).
    ``clock`` words, as they are spelled, make ``16:30`` after them a time of day instead of a score.
    ``starters`` are words that, with a capital, begin a sentence wherever they stand: no name contains them.
    ``credits`` announce, before a colon, whose a picture is: a name of two words, an abbreviation, an
    address or one of the ``agencies``.
    ``ordinal_stop``: a full stop after a number makes it an ordinal (``12. juuli``).
    """

    abbreviations: dict[str, Abbreviation] = field(default_factory=dict)
    clock: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    credits: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    ordinal_stop: bool = False


NO_TABLES = Segmentation()
"""What any language gets whose pack says nothing."""
