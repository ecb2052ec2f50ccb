"""Well-formed trees from scores of arcs: the maximum spanning arborescence with one root.

Greedy heads are a tree for most sentences. For the others the method is that of Chu and Liu (1965) and
Edmonds (1967), as McDonald et al. (2005) use it for parsing.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_FAR = 1e6  # larger than any sum of arc scores; it makes a second root dearer than anything


def find_heads(scores: NDArray[np.float32]) -> list[int]:
    """Return a head for every word from *scores* (words, 1 + words), whose column 0 is the root.

    Heads count from 1, and 0 is the root, which exactly one word has.

    >>> find_heads(np.array([[0, 0, 5, 1], [9, 1, 0, 1], [8, 1, 5, 0]], np.float32))
    [2, 0, 2]
    """
    masked = scores.astype(np.float64)
    size = len(masked)
    masked[np.arange(size), np.arange(1, size + 1)] = -np.inf
    heads: list[int] = masked.argmax(1).tolist()
    return heads if is_tree(heads) else _repaired(masked)


def is_tree(heads: list[int]) -> bool:
    """Say whether *heads* make one tree with one root.

    >>> is_tree([2, 0, 2]), is_tree([2, 1, 0]), is_tree([0, 0])
    (True, False, False)
    """
    return heads.count(0) == 1 and not _cycle(heads)


def _cycle(heads: list[int]) -> list[int]:
    """Return the words (from 1) of one cycle, or nothing; linear time."""
    seen = [0] * (len(heads) + 1)
    for start in range(1, len(heads) + 1):
        at = start
        while at and not seen[at]:
            seen[at] = start
            at = heads[at - 1]
        if at and seen[at] == start:
            return _around(heads, at)
    return []


def _around(heads: list[int], start: int) -> list[int]:
    found, at = [start], heads[start - 1]
    while at != start:
        found.append(at)
        at = heads[at - 1]
    return found


def _repaired(scores: Floats) -> list[int]:
    """Return the best tree with one root: roots are made so dear that only one is taken."""
    size = len(scores) + 1
    square = np.full((size, size), -np.inf)
    square[1:] = scores
    square[1:, 0] -= _FAR
    return _arborescence(square)[1:]


def _arborescence(scores: Floats) -> list[int]:
    """Return the best heads of all nodes, ``scores[dependent, head]``; node 0 is the root and has head 0."""
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads[1:].tolist())
    if not cycle:
        found: list[int] = heads.tolist()
        return found
    rest = np.array([at for at in range(len(scores)) if at not in set(cycle)])
    inside = np.array(cycle)
    smaller, into, out = _contracted(scores, heads, rest, inside)
    solved = _arborescence(smaller)
    return _expanded(heads, solved, rest, inside, (into, out))


def _contracted(
    scores: Floats, heads: NDArray[np.int64], rest: NDArray[np.int64], inside: NDArray[np.int64]
) -> tuple[Floats, NDArray[np.int64], NDArray[np.int64]]:
    """Return scores with the cycle as one last node, and by which of its words the others enter and leave."""
    gain = scores[inside] - scores[inside, heads[inside]][:, None]
    into, out = gain[:, rest].argmax(0), scores[np.ix_(rest, inside)].argmax(1)
    smaller = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(rest, rest)]
    smaller[-1, :-1] = gain[into, rest]
    smaller[:-1, -1] = scores[rest, inside[out]]
    return smaller, into, out


def _expanded(
    heads: NDArray[np.int64], solved: list[int], rest: NDArray[np.int64], inside: NDArray[np.int64],
    doors: tuple[NDArray[np.int64], NDArray[np.int64]],
) -> list[int]:  # fmt: skip
    into, out = doors
    whole = heads.copy()
    for node, head in enumerate(solved[:-1]):
        if node:
            whole[rest[node]] = inside[out[node]] if head == len(rest) else rest[head]
    entered = solved[-1]
    whole[inside[into[entered]]] = rest[entered]
    found: list[int] = whole.tolist()
    return found
