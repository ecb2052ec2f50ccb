"""Names from the scores of their labels: mentions agree, then the best well-formed sequence is read off."""

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_NEVER = np.float32(-1e4)
AGREEMENT = (
    0.8  # how far mentions of one name move to their mean; of 0, 0.3, 0.6, 0.8 and 0.9 best on EDT dev
)


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


def agreed(scores: Floats, keys: Sequence[str | None], labels: Sequence[str]) -> Floats:
    """Return *scores* (words, labels) with the types of words of one key moved towards each other.

    A report names things more than once, and not every place says as plainly what they are. Where a name
    begins and ends stays with each mention.
    """
    kinds = sorted({label[2:] for label in labels if label != "O"})
    kind_of = np.array([kinds.index(label[2:]) if label != "O" else len(kinds) for label in labels])
    groups = _groups(keys)
    here = np.flatnonzero(groups >= 0)
    if not len(here):
        return scores
    chances = _log_sums(scores[here], kind_of, len(kinds) + 1)
    chances -= np.logaddexp.reduce(chances, axis=1, keepdims=True)
    moved = _means(np.exp(chances), groups[here])[groups[here]]
    shift = AGREEMENT * (np.log(moved + 1e-6) - chances)
    shift[:, -1] = 0  # whether a word is in a name at all is not agreed on
    made = scores.copy()
    made[here] += shift[:, kind_of]
    return made


def _groups(keys: Sequence[str | None]) -> NDArray[np.int64]:
    """Return a number for each key that comes twice or more, and -1 for other words."""
    counts = Counter(key for key in keys if key is not None)
    numbers = {key: at for at, key in enumerate(key for key, times in counts.items() if times > 1)}
    return np.array([numbers.get(key, -1) if key is not None else -1 for key in keys], np.int64)


def _log_sums(scores: Floats, kind_of: NDArray[np.int64], kinds: int) -> Floats:
    """Return, for each word, the log of the summed exponents of each kind's labels."""
    columns = [np.logaddexp.reduce(scores[:, kind_of == kind], axis=1) for kind in range(kinds)]
    return np.stack(columns, axis=1).astype(np.float32)


def _means(chances: Floats, groups: NDArray[np.int64]) -> Floats:
    sums = np.zeros((int(groups.max()) + 1, chances.shape[1]), np.float64)
    np.add.at(sums, groups, chances)
    means: Floats = (sums / np.bincount(groups)[:, None]).astype(np.float32)
    return means


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
