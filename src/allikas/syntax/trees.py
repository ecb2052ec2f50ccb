"""Questions about the trees of a document, each answered in linear time over all its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allikas.model.word import Word


@dataclass(frozen=True, slots=True)
class Trees:
    """The trees of a document turned downwards. Words are named by their place among all its words.

    ``children`` are in order; ``edges`` are the half-open ranges from the first to the last word under each
    word, itself counted.
    """

    words: Sequence[Word]
    children: tuple[tuple[int, ...], ...]
    edges: tuple[tuple[int, int], ...]

    def head(self, at: int) -> int | None:
        """Return the head of a word, ``None`` for a root."""
        return self.words[at].head

    def with_deprel(self, at: int, *deprels: str) -> tuple[int, ...]:
        """Return the children whose relation is one of *deprels*; ``obl`` takes ``obl:lmod`` too."""
        return tuple(child for child in self.children[at] if self.is_deprel(child, *deprels))

    def is_deprel(self, at: int, *deprels: str) -> bool:
        """Say whether a word's relation to its head is one of *deprels*, with or without its subtype."""
        deprel = self.words[at].deprel or ""
        return deprel in deprels or deprel.split(":", 1)[0] in deprels

    def subtree(self, at: int) -> list[int]:
        """Return the words under a word and itself, in order."""
        found, left = [], [at]
        while left:
            here = left.pop()
            found.append(here)
            left += self.children[here]
        return sorted(found)

    def upwards(self, at: int) -> Iterator[int]:
        """Yield a word's head, that one's head, and so on to the root."""
        head = self.words[at].head
        while head is not None:
            yield head
            head = self.words[head].head

    def path(self, start: int, end: int) -> list[int]:
        """Return the words from *start* to *end* through their nearest common head, or nothing."""
        up = [start, *self.upwards(start)]
        places = {word: place for place, word in enumerate(up)}
        down = [end]
        while down[-1] not in places:
            head = self.words[down[-1]].head
            if head is None:
                return []
            down.append(head)
        return up[: places[down[-1]]] + down[::-1]


def turn(words: Sequence[Word]) -> Trees:
    """Return the trees of *words* turned downwards; words without a tree are roots without children."""
    children: list[list[int]] = [[] for _ in words]
    for at, word in enumerate(words):
        if word.head is not None:
            children[word.head].append(at)
    return Trees(words, tuple(map(tuple, children)), tuple(_edges(words, children)))


def _edges(words: Sequence[Word], children: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Return the range under each word, from the leaves up."""
    edges = [(at, at + 1) for at in range(len(words))]
    for at in _leaves_first(words, children):
        head = words[at].head
        if head is not None:
            edges[head] = min(edges[head][0], edges[at][0]), max(edges[head][1], edges[at][1])
    return edges


def _leaves_first(words: Sequence[Word], children: Sequence[Sequence[int]]) -> list[int]:
    order = [at for at, word in enumerate(words) if word.head is None]
    for at in order:  # grows as it is read: every word comes after its head
        order += children[at]
    return order[::-1]
