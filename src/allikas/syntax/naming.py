"""Names from the scores of their labels: the best well-formed sequence, and its spans."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_NEVER = np.float32(-1e4)


def transitions(labels: Sequence[str], learned: Floats) -> Floats:
    """Return *learned* scores of one label after another, with those that BIOES forbids made very low.

    >>> transitions(["O", "B-PER", "E-PER"], np.zeros((3, 3), np.float32))[1].tolist()
    [-10000.0, -10000.0, 0.0]
    """
    allowed = [[_may_follow(left, right) for right in labels] for left in labels]
    return np.where(np.array(allowed), learned, _NEVER).astype(np.float32)


def _may_follow(left: str, right: str) -> bool:
    inside = left[0] in "BI"
    return inside == (right[0] in "IE") and (not inside or left[2:] == right[2:])


def best_labels(scores: Floats, after: Floats, lengths: Sequence[int]) -> list[list[int]]:
    """Return the best label numbers of each sentence; *scores* are (time, sentences, labels).

    The algorithm is Viterbi's (1967); label 0 is ``O``, before and after every sentence.
    """
    edge = np.where(after[0] <= _NEVER, _NEVER, 0).astype(np.float32)
    end = np.where(after[:, 0] <= _NEVER, _NEVER, 0).astype(np.float32)
    total, backs, finals = edge + scores[0], [], [edge + scores[0]]
    for at in range(1, len(scores)):
        paths = total[:, :, None] + after
        back = paths.argmax(1)
        total = np.take_along_axis(paths, back[:, None], 1)[:, 0] + scores[at]
        backs.append(back)
        finals.append(total)
    return [
        _traced(backs, int((finals[length - 1][row] + end).argmax()), row, length)
        for row, length in enumerate(lengths)
    ]


def _traced(backs: Sequence[NDArray[np.int64]], last: int, row: int, length: int) -> list[int]:
    path = [last]
    for at in range(length - 2, -1, -1):
        path.append(int(backs[at][row, path[-1]]))
    return path[::-1]


def spans(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (first, last, type) of well-formed BIOES labels.

    >>> list(spans(["B-PER", "E-PER", "O", "S-ORG"]))
    [(0, 2, 'PER'), (3, 4, 'ORG')]
    """
    start = 0
    for at, label in enumerate(labels):
        if label[0] in "BS":
            start = at
        if label[0] in "ES":
            yield start, at + 1, label[2:]
