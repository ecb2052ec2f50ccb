import pytest

from allikas.model.span import Span
from allikas.model.word import Token, Word
from allikas.syntax.trees import Trees, turn

# Minister ütles , et sild avatakse homme
HEADS = [
    (1, "nsubj"),
    (None, "root"),
    (5, "punct"),
    (5, "mark"),
    (5, "nsubj:pass"),
    (1, "ccomp"),
    (5, "advmod"),
]


@pytest.fixture
def trees() -> Trees:
    token = Token(Span(0, 1, "a"), "a")
    return turn([Word(token, "a", "X", head=head, deprel=deprel) for head, deprel in HEADS])


def test_children_are_in_order(trees: Trees) -> None:
    assert trees.children[1] == (0, 5)
    assert trees.children[5] == (2, 3, 4, 6)


def test_a_relation_takes_its_subtypes(trees: Trees) -> None:
    assert trees.with_deprel(5, "nsubj", "mark") == (3, 4)
    assert trees.with_deprel(5, "nsubj:pass") == (4,)
    assert trees.with_deprel(5, "nsubj:cop") == ()


def test_a_subtree_is_known_by_its_words_and_its_edges(trees: Trees) -> None:
    assert trees.subtree(5) == [2, 3, 4, 5, 6]
    assert trees.edges[5] == (2, 7)
    assert trees.edges[1] == (0, 7)
    assert trees.edges[0] == (0, 1)


def test_paths_go_through_the_nearest_common_head(trees: Trees) -> None:
    assert trees.path(0, 4) == [0, 1, 5, 4]
    assert trees.path(4, 6) == [4, 5, 6]
    assert trees.path(1, 1) == [1]


def test_there_is_no_path_between_sentences() -> None:
    token = Token(Span(0, 1, "a"), "a")
    words = [Word(token, "a", "X"), Word(token, "a", "X")]
    assert turn(words).path(0, 1) == []


def test_a_chain_of_many_words_takes_linear_time() -> None:
    token = Token(Span(0, 1, "a"), "a")
    words = [Word(token, "a", "X", head=at - 1 if at else None) for at in range(50_000)]
    trees = turn(words)
    assert trees.edges[0] == (0, 50_000)
    assert len(trees.subtree(0)) == 50_000
