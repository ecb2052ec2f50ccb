from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from allikas.syntax.spanning import find_heads, is_tree

Scores = NDArray[np.float32]


@st.composite
def scores(draw: st.DrawFn) -> Scores:
    size = draw(st.integers(1, 5))
    order = draw(st.permutations(range(size * (size + 1))))  # distinct, so that the best tree is one
    return (np.array(order, np.float32) ** 1.37).reshape(size, size + 1).astype(np.float32)


def value(scores: Scores, heads: tuple[int, ...]) -> float:
    return float(sum(float(scores[word, head]) for word, head in enumerate(heads)))


def best(scores: Scores) -> float:
    """Try every assignment of heads."""
    size = len(scores)
    choices = product(*([h for h in range(size + 1) if h != word + 1] for word in range(size)))
    return max(value(scores, heads) for heads in choices if is_tree(list(heads)))


@given(scores())
def test_no_tree_is_better(scores: Scores) -> None:
    heads = find_heads(scores)
    assert is_tree(heads)
    assert value(scores, tuple(heads)) == pytest.approx(best(scores), rel=1e-6)


def test_two_roots_become_one() -> None:
    assert find_heads(np.array([[9, 0, 1], [8, 2, 0]], np.float32)) == [0, 1]


def test_a_long_sentence_of_like_scores_is_still_a_tree() -> None:
    assert is_tree(find_heads(np.zeros((120, 121), np.float32)))


def test_what_is_no_tree_is_told() -> None:
    assert not is_tree([2, 3, 1])
    assert not is_tree([0, 0])
    assert is_tree([0])
