from hypothesis import given
from hypothesis import strategies as st

from allikas.model.span import Span
from allikas.model.word import Sentence, Token
from allikas.syntax.windows import BATCH, CHUNK, LONGEST, Window, batches, chunks, cut

Lengths = st.lists(st.integers(1, 400), max_size=40)


def document(lengths: list[int]) -> tuple[list[Token], list[Sentence]]:
    total = sum(lengths)
    tokens = [Token(Span(at, at + 1, "a"), "," if at % 50 == 0 else "a") for at in range(total)]
    sentences, first = [], 0
    for length in lengths:
        sentences.append(Sentence(Span(first, first + length, "a" * length), first, first + length))
        first += length
    return tokens, sentences


@given(Lengths)
def test_windows_cover_the_words_in_order(lengths: list[int]) -> None:
    windows = list(cut(*document(lengths)))
    assert [at for w in windows for at in range(w.first, w.last)] == list(range(sum(lengths)))
    assert all(1 <= w.length <= LONGEST for w in windows)
    assert sum(w.opens for w in windows) == len(lengths)


@given(Lengths)
def test_batches_hold_every_window_once_and_little_padding(lengths: list[int]) -> None:
    windows = list(cut(*document(lengths)))
    groups = list(batches(windows))
    assert sorted(w for group in groups for w in group) == sorted(windows)
    assert all(len(g) * max(w.length for w in g) <= BATCH for g in groups)


def test_a_long_sentence_is_cut_after_a_mark() -> None:
    windows = list(cut(*document([200])))
    assert windows[0] == Window(0, 101, opens=True)
    assert not windows[1].opens


def test_chunks_are_bounded() -> None:
    found = list(chunks(list(cut(*document([100] * 200)))))
    assert max(sum(w.length for w in chunk) for chunk in found) < CHUNK + LONGEST
    assert sum(map(len, found)) == 200
