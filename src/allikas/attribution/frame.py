"""A frame: the words by which a text reports that somebody says or thinks something."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from allikas.model.layers import Certainty, Kind


class Words(NamedTuple):
    """A half-open range ``[first, last)`` of the document's words.

    >>> Words(2, 5).has(4), Words(2, 5).has(5)
    (True, False)
    """

    first: int
    last: int

    def has(self, at: int) -> bool:
        """Tell whether word *at* stands in the range."""
        return self.first <= at < self.last

    def covers(self, other: "Words") -> bool:
        """Tell whether *other* stands wholly inside."""
        return self.first <= other.first and other.last <= self.last


@dataclass(frozen=True, slots=True)
class Frame:
    """Cue, content and source, as ranges of words; ``by`` names what found them.

    ``quoted`` content stands in quotation marks; ``head`` is the verb of the clause around a source phrase.
    ``named`` is a phrase elsewhere that names who speaks: whoever an interview addresses by name.
    """

    content: tuple[Words, ...]
    cue: tuple[Words, ...] = ()
    source: Words | None = None
    relay: Words | None = None
    addressee: Words | None = None
    kind: Kind = "say"
    negated: bool = False
    certainty: Certainty = "certain"
    quoted: bool = False
    head: int | None = None
    named: Words | None = None
    by: tuple[str, ...] = field(default=())

    @property
    def first(self) -> int:
        """The first word of the content."""
        return self.content[0].first

    @property
    def last(self) -> int:
        """Behind the last word of the content."""
        return self.content[-1].last

    @property
    def size(self) -> int:
        """Number of words in the content."""
        return sum(part.last - part.first for part in self.content)

    def holds(self, at: int) -> bool:
        """Tell whether word *at* stands in the content."""
        return any(part.has(at) for part in self.content)


def find_phrases(frames: Iterable[Frame]) -> tuple[Words, ...]:
    """Return the phrases in which frames name somebody: sources, relays and addressees.

    >>> find_phrases([Frame((Words(3, 5),), source=Words(0, 1))])
    (Words(first=0, last=1),)
    """
    phrases = ((frame.source, frame.relay, frame.addressee, frame.named) for frame in frames)
    return tuple(sorted({part for parts in phrases for part in parts if part is not None}))


def find_quotations(frames: Iterable[Frame]) -> tuple[tuple[Words, Words], ...]:
    """Return each part of quoted contents with the phrase that names who speaks, in order.

    >>> find_quotations([Frame((Words(3, 5),), source=Words(0, 1), quoted=True)])
    ((Words(first=3, last=5), Words(first=0, last=1)),)
    """
    return tuple(
        (part, frame.source)
        for frame in frames
        if frame.quoted and frame.source is not None
        for part in frame.content
    )
