"""From where times are counted: a possible day of publication, and what the text spoke of before."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from allikas.model.calendar import Fields

Precision = Literal["year", "month", "day"]
Tense = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day on which the report may have been published, and how precisely that is known."""

    day: date
    precision: Precision
    minute: int | None = None  # of the day, where it is known


@dataclass(frozen=True, slots=True)
class Past:
    """A time that the text spoke of before, and in which of its sentences."""

    fields: Fields
    sentence: int


@dataclass(frozen=True, slots=True)
class View:
    """What one expression is resolved in: the anchor, the times before it, its sentence and tense."""

    anchor: Anchor | None
    history: tuple[Past, ...] = ()
    tense: Tense | None = None
    sentence: int = 0

    def near(self, sentences: int) -> tuple[Fields, ...]:
        """Return the times spoken of in this sentence and so many before it, the last one first."""
        first = self.sentence - sentences
        return tuple(past.fields for past in reversed(self.history) if past.sentence >= first)

    @property
    def before(self) -> tuple[Fields, ...]:
        """The times spoken of before, the last one first."""
        return tuple(past.fields for past in reversed(self.history))
