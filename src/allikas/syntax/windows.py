"""What the network reads at once: sentences, endless ones cut; like lengths side by side."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from allikas.model.word import Sentence, Token

LONGEST = 120  # words, as in training; three sentences of the treebank are longer
BATCH = 1024  # words side by side, padding counted: larger ones are no faster (measured)
CHUNK = 8192  # words whose vectors are held at once, 16 MB
_BREAKS = frozenset(",;:.!?)—–-")


class Window(NamedTuple):
    """The words ``[first, last)`` of the document, read as one sentence; ``opens`` where a sentence does."""

    first: int
    last: int
    opens: bool

    @property
    def length(self) -> int:
        """How many words."""
        return self.last - self.first


def cut(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[Window]:
    """Yield a window for every sentence, and several for a long one, cut after a mark where there is one."""
    for sent in sentences:
        first = sent.first
        while first < sent.last:
            last = _end(tokens, first, sent.last)
            yield Window(first, last, first == sent.first)
            first = last


def _end(tokens: Sequence[Token], first: int, last: int) -> int:
    if last - first <= LONGEST:
        return last
    for at in range(first + LONGEST, first + LONGEST // 2, -1):
        if tokens[at - 1].form in _BREAKS:
            return at
    return first + LONGEST


def chunks(windows: Sequence[Window]) -> Iterator[list[Window]]:
    """Yield runs of windows of about ``CHUNK`` words."""
    chunk: list[Window] = []
    words = 0
    for window in windows:
        chunk.append(window)
        words += window.length
        if words >= CHUNK:
            yield chunk
            chunk, words = [], 0
    if chunk:
        yield chunk


def batches(windows: Sequence[Window]) -> Iterator[list[Window]]:
    """Yield groups of windows of like length, the shortest first, of about ``BATCH`` words with padding."""
    batch: list[Window] = []
    for window in sorted(windows, key=lambda window: window.length):
        if batch and (len(batch) + 1) * window.length > BATCH:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch
