"""In which sentences something stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from allikas.model.span import Span
from allikas.model.word import Sentence


class Standing:
    """Knows where a document's sentences begin and end; they are in order and do not overlap."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._starts = [sent.span.start for sent in sentences]
        self._ends = [sent.span.end for sent in sentences]

    def sentences(self, spans: Iterable[Span]) -> list[int]:
        """Return which sentences share a character with any of *spans*.

        >>> whole = Span(0, 10, "Jah. Ei. A")
        >>> sentences = [Sentence(Span(0, 4, "Jah."), 0, 2), Sentence(Span(5, 8, "Ei."), 2, 4)]
        >>> Standing(sentences).sentences([whole]), Standing(sentences).sentences([Span(4, 5, " ")])
        ([0, 1], [])
        """
        return sorted({n for span in spans for n in self._range(span)})

    def _range(self, span: Span) -> range:
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))
