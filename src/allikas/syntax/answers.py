"""The network's scores of one batch to answers, word by word of the document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from allikas.model.tree import Argument, NamedSpan
from allikas.syntax.naming import Floats, best_labels, spans
from allikas.syntax.network import Network, Scores
from allikas.syntax.spanning import find_heads
from allikas.syntax.windows import Window

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
    names: list[str]

    @classmethod
    def blank(cls, words: int) -> "Answers":
        """Return answers for so many words of which nothing is known."""
        return cls([0] * words, [None] * words, [_ROOT] * words, [NO_ROLE] * words, ["O"] * words)


def fill(answers: Answers, batch: Sequence[Window], scores: Scores, network: Network, after: Floats) -> None:
    """Write into *answers* what *scores* say of the windows of *batch*."""
    lengths = [window.length for window in batch]
    named = best_labels(scores.names, after, lengths)
    for row, window in enumerate(batch):
        here = slice(window.first, window.last)
        answers.tags[here] = scores.tags[: window.length, row].tolist()
        answers.names[here] = [network.labels.names[label] for label in named[row]]
        heads = find_heads(scores.arcs[row, : window.length, : window.length + 1])
        answers.heads[here] = [window.first + head - 1 if head else None for head in heads]
        _label(answers, window, heads, _edges(scores, row, heads), network)


def _edges(scores: Scores, row: int, heads: list[int]) -> Floats:
    """Return the hidden layer of each word's edge to its head."""
    edges: Floats = scores.dependents[: len(heads), row] + scores.heads[heads, row]
    return np.maximum(edges, 0)


def _label(answers: Answers, window: Window, heads: list[int], edges: Floats, network: Network) -> None:
    tables, labels = network.tables, network.labels
    deprels = edges @ tables["deprel"] + tables["deprel_bias"]
    roles = (edges @ tables["role"] + tables["role_bias"]).argmax(1)
    root = labels.deprels.index(_ROOT)
    deprels[:, root] = -np.inf  # a word with a head is no root, and the root is labelled by having none
    for at, (head, deprel, role) in enumerate(
        zip(heads, deprels.argmax(1).tolist(), roles.tolist(), strict=True), window.first
    ):
        answers.deprels[at] = labels.deprels[deprel] if head else _ROOT
        answers.roles[at] = labels.roles[role] if head else NO_ROLE


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


def find_names(answers: Answers, windows: Sequence[Window]) -> Iterator[NamedSpan]:
    """Yield the names in order."""
    for window in windows:
        for first, last, kind in spans(answers.names[window.first : window.last]):
            yield NamedSpan(window.first + first, window.first + last, kind)


def find_arguments(answers: Answers) -> Iterator[Argument]:
    """Yield predicates' arguments in the order of the arguments: a role is played for the word's own head."""
    for word, (head, role) in enumerate(zip(answers.heads, answers.roles, strict=True)):
        if head is not None and role != NO_ROLE:
            yield Argument(head, role, word)
