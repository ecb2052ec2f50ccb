"""What a language writes around a report: buttons, bylines, credits of pictures, links to other reports."""

from dataclasses import dataclass, field
from typing import Literal

NoiseKind = Literal["prompt", "byline", "credit", "related"]


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The tables of a language, in small letters.

    ``items`` are what a line of buttons consists of; ``labels`` stand before a colon and a name or a title;
    ``starts`` begin a line that is no sentence.
    """

    items: dict[str, NoiseKind] = field(default_factory=dict)
    labels: dict[str, NoiseKind] = field(default_factory=dict)
    starts: dict[str, NoiseKind] = field(default_factory=dict)


NO_BOILERPLATE = Boilerplate()
"""What any language gets whose pack says nothing."""
