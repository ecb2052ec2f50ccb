"""A stretch of a text, tied to the characters that it selects."""

from dataclasses import dataclass


class SpanError(ValueError):
    """A span whose offsets do not select its text: a mistake of ours, never of the text's."""


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range ``[start, end)`` of Unicode code points, and the text that stands there.

    >>> Span(0, 4, "TASS")
    Span(start=0, end=4, text='TASS')
    >>> Span(0, 3, "TASS")
    Traceback (most recent call last):
    allikas.model.span.SpanError: [0, 3) cannot select 'TASS'
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end or self.end - self.start != len(self.text):
            raise SpanError(f"[{self.start}, {self.end}) cannot select {self.text!r}")

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether *other* stands wholly inside."""
        return self.start <= other.start and other.end <= self.end


def span_of(text: str, start: int, end: int) -> Span:
    """Select ``text[start:end]``.

    >>> span_of("TASS teatas", 5, 11).text
    'teatas'
    """
    return Span(start, end, text[start:end])
