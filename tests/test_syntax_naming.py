from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from allikas.syntax.naming import Floats, agreed, best_labels, spans, transitions

LABELS = ("O", "B-PER", "I-PER", "E-PER", "S-PER")
NONE = np.zeros((5, 5), np.float32)


def well_formed(path: tuple[int, ...], after: Floats) -> bool:
    return all(after[left, right] > -1 for left, right in zip((0, *path), (*path, 0), strict=True))


@given(st.lists(st.lists(st.integers(-50, 50), min_size=5, max_size=5), min_size=1, max_size=4))
def test_no_well_formed_sequence_is_better(rows: list[list[int]]) -> None:
    scores, after = np.array(rows, np.float32), transitions(LABELS, NONE)
    [found] = best_labels(scores[:, None], after, [len(rows)])
    values = {
        path: sum(scores[at, label] for at, label in enumerate(path))
        for path in product(range(5), repeat=len(rows))
        if well_formed(path, after)
    }
    assert well_formed(tuple(found), after)
    assert values[tuple(found)] == pytest.approx(max(values.values()))


def test_a_sentence_is_read_as_if_alone_beside_a_longer_one() -> None:
    scores = np.random.default_rng(3).normal(size=(6, 2, 5)).astype(np.float32)
    after = transitions(LABELS, NONE)
    beside = best_labels(scores, after, [6, 3])
    assert beside[1] == best_labels(scores[:3, 1:], after, [3])[0]


def test_spans_are_read_off_the_labels() -> None:
    assert list(spans(["S-GPE", "O", "B-PER", "I-PER", "E-PER"])) == [(0, 1, "GPE"), (2, 5, "PER")]


TWO = ("O", "S-PER", "S-ORG")


def test_a_doubtful_mention_follows_a_plain_one() -> None:
    scores = np.array([[0, 9, 0], [0, 1, 1.1], [5, 0, 0]], np.float32)
    found = agreed(scores, ["rebane", "rebane", None], TWO)
    assert found.argmax(1).tolist() == [1, 1, 0]


def test_words_that_come_once_are_left_as_they_are() -> None:
    scores = np.array([[0, 9, 0], [0, 1, 1.1]], np.float32)
    assert agreed(scores, ["rebane", "põder"], TWO) is scores


def test_agreement_does_not_decide_whether_a_word_is_in_a_name() -> None:
    scores = np.array([[0, 9, 0], [4, 0, 0]], np.float32)
    assert agreed(scores, ["eesti", "eesti"], TWO)[1, 0] == scores[1, 0]
