"""What segmentation must be told of a language: its abbreviations, and which words behave how at a full stop."""

from dataclasses import dataclass, field
from enum import Enum


class Abbreviation(Enum):
    """What may follow an abbreviation that is written with a full stop."""

    OPENS = "opens"  # what it belongs to: a name, a number, an explanation; a sentence never ends here
    CLOSES = "closes"  # anything: where a new sentence could begin, the full stop ends the old one


@dataclass(frozen=True, slots=True)
class Segmentation:
    """The tables of a language; words in them are lower-case unless said otherwise.

    ``abbreviations`` are spelled without their last full stop (``s.o`` for ``s.o.``). ``clock`` words make
    ``16:30`` after them a time of day instead of a score. ``starters`` are words that, with a capital, begin a
    sentence wherever they stand: no name contains them.
    """

    abbreviations: dict[str, Abbreviation] = field(default_factory=dict)
    clock: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    vowels: str = ""
    ordinal_stop: bool = False


NO_TABLES = Segmentation()
"""What any language gets whose pack says nothing."""
