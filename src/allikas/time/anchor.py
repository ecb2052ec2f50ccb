"""From where times are counted: a possible day of publication, and what the text spoke of before."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from allikas.model.calendar import Fields
from allikas.model.published import Published

Precision = Literal["year", "month", "day"]
Tense = Literal["past", "future"]
_COUNTED = range(2, 9998)  # years from which no near day falls off the calendar of the standard library


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day on which the report may have been published, and how precisely that is known."""

    day: date
    precision: Precision


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


def anchors(published: Published | None) -> tuple[Anchor, ...]:
    """List every day on which a report may have been published; none where not even the year is known.

    >>> from allikas.model.published import parse_published
    >>> len(anchors(parse_published("2025-07"))), anchors(None)
    (31, ())
    """
    if published is None or published.year is None or published.year not in _COUNTED:
        return ()
    year, month, day = published.year, published.month, published.day
    if month is None:
        first = date(year, 1, 1)
        return tuple(
            Anchor(first + timedelta(days=at), "year") for at in range((date(year + 1, 1, 1) - first).days)
        )
    if day is None:
        return tuple(Anchor(date(year, month, at + 1), "month") for at in range(monthrange(year, month)[1]))
    return (Anchor(date(year, month, day), "day"),)
