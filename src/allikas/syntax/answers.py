"""The network's scores of one batch to answers, word by word of the document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from allikas.model.tree import Argument, NamedSpan
from allikas.model.word import Word
from allikas.syntax.beside import find_pieces
from allikas.syntax.naming import Floats, agreed, best_labels, spans, transitions
from allikas.syntax.network import Labels, Network, Scores
from allikas.syntax.spanning import find_heads
from allikas.syntax.windows import Window, batches

NO_ROLE = "-"
_ROOT = "root"
_LATER_ROOT = "parataxis"  # how the later parts of an endless sentence hang on its first


@dataclass(slots=True)
class Answers:
    """What is known of every word so far, by the word's place in the document; heads are such places too."""

    tags: list[int]
    heads: list[int | None]
    deprels: list[str]
    roles: list[str]
    names: Floats

    @classmethod
    def blank(cls, words: int, labels: Labels) -> "Answers":
        """Return answers for so many words of which nothing is known."""
        names = np.zeros((words, len(labels.names)), np.float32)
        return cls([0] * words, [None] * words, [_ROOT] * words, [NO_ROLE] * words, names)


def fill(answers: Answers, batch: Sequence[Window], scores: Scores, network: Network) -> None:
    """Write into *answers* what *scores* say of the windows of *batch*."""
    labels, lengths = network.labels, [window.length for window in batch]
    heads = [find_heads(scores.arcs[row, :length, : length + 1]) for row, length in enumerate(lengths)]
    deprels, roles = _edges(scores, heads, network)
    tags = scores.tags.T.tolist()
    end = 0
    for row, window in enumerate(batch):
        here, start, end = slice(window.first, window.last), end, end + window.length
        answers.tags[here] = tags[row][: window.length]
        answers.names[here] = scores.names[: window.length, row]
        answers.heads[here] = [window.first + head - 1 if head else None for head in heads[row]]
        answers.deprels[here] = [labels.deprels[at] for at in deprels[start:end]]
        answers.roles[here] = [labels.roles[at] for at in roles[start:end]]


def _edges(scores: Scores, heads: Sequence[Sequence[int]], network: Network) -> tuple[list[int], list[int]]:
    """Return the relation and the role, by number, of every word's edge to its head, sentence by sentence."""
    rows = np.repeat(np.arange(len(heads)), [len(sentence) for sentence in heads])
    times = np.array([at for sentence in heads for at in range(len(sentence))])
    flat = np.array([head for sentence in heads for head in sentence])
    deprels, roles = network.label(scores.dependents[times, rows], scores.heads[flat, rows])
    deprels[flat == 0] = network.labels.deprels.index(_ROOT)
    roles[flat == 0] = network.labels.roles.index(NO_ROLE)
    return deprels.tolist(), roles.tolist()


def join(answers: Answers, windows: Sequence[Window]) -> None:
    """Hang the roots of a long sentence's later windows on its first root, so that each has one tree."""
    first = 0
    for window in windows:
        root = _root(answers, window)
        if window.opens:
            first = root
        else:
            answers.heads[root], answers.deprels[root] = first, _LATER_ROOT


def _root(answers: Answers, window: Window) -> int:
    return next(at for at in range(window.first, window.last) if answers.heads[at] is None)


def find_names(
    answers: Answers, windows: Sequence[Window], words: Sequence[Word], network: Network
) -> list[NamedSpan]:
    """Return the names in order, after mentions of one name in the document have agreed what it is.

    What turns out to be two names beside each other is read again, piece by piece.
    """
    labels = network.labels.names
    scores = agreed(answers.names, [name_key(word) for word in words], labels)
    after = transitions(labels, network.tables["after"])
    found: list[NamedSpan] = []
    for batch in batches(windows):
        for name in _names([(window.first, window.last) for window in batch], scores, after, labels):
            pieces = find_pieces(name, words)
            found += [name] if len(pieces) == 1 else _names(pieces, scores, after, labels)
    return sorted(found, key=lambda name: name.first)


def _names(
    ranges: Sequence[tuple[int, int]], scores: Floats, after: Floats, labels: Sequence[str]
) -> Iterator[NamedSpan]:
    lengths = [last - first for first, last in ranges]
    padded = np.zeros((max(lengths), len(ranges), len(labels)), np.float32)
    for row, (first, last) in enumerate(ranges):
        padded[: last - first, row] = scores[first:last]
    for (start, _), path in zip(ranges, best_labels(padded, after, lengths), strict=True):
        for first, last, kind in spans([labels[label] for label in path]):
            yield NamedSpan(start + first, start + last, kind)


def name_key(word: Word) -> str | None:
    """Return what mentions of one name share: the lemma of a proper noun with a capital."""
    return word.lemma.lower() if word.upos == "PROPN" and word.form[:1].isupper() else None


def find_arguments(answers: Answers) -> Iterator[Argument]:
    """Yield predicates' arguments in the order of the arguments: a role is played for the word's own head."""
    for word, (head, role) in enumerate(zip(answers.heads, answers.roles, strict=True)):
        if head is not None and role != NO_ROLE:
            yield Argument(head, role, word)
