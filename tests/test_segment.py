"""What holds for the segmentation of any text."""

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allikas.lang.segmentation import NO_TABLES, Segmentation
from allikas.model.word import Sentence, Token
from allikas.segment.sentences import find_sentences
from allikas.segment.tokens import find_tokens

ESTONIAN: Segmentation = import_module("allikas.packs.et.segmentation").SEGMENTATION
INVISIBLE = frozenset("\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")

PARTS = [
    *"aAõÕ1209.,!?:;-–'\"“”„«»()[]…%/@&· \n\r\t\x00\ud800\u00ad\u0303\u200d\u00a0",
    " jne.",
    " nr.",
    "👩",
]
any_text = st.text(st.characters(codec=None)) | st.lists(st.sampled_from(PARTS)).map("".join)


def segment(text: str, tables: Segmentation = ESTONIAN) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    tokens = find_tokens(text, tables)
    return tokens, find_sentences(text, tokens, tables)


@given(any_text)
def test_tokens_stand_in_the_text_in_order(text: str) -> None:
    at = 0
    for token in segment(text)[0]:
        assert token.span.start >= at
        assert token.span.end > token.span.start
        assert text[token.span.start : token.span.end] == token.span.text
        assert token.form
        at = token.span.end


@given(any_text)
def test_every_visible_character_is_in_a_token(text: str) -> None:
    tokens, _ = segment(text)
    gaps, at = [], 0
    for token in tokens:
        gaps.append(text[at : token.span.start])
        at = token.span.end
    gaps.append(text[at:])
    assert all(char.isspace() or char in INVISIBLE or not char.isprintable() for char in "".join(gaps))


@given(any_text)
def test_every_token_is_in_one_sentence(text: str) -> None:
    tokens, sentences = segment(text)
    assert [at for sent in sentences for at in range(sent.first, sent.last)] == list(range(len(tokens)))
    for sent in sentences:
        assert sent.span.start == tokens[sent.first].span.start
        assert sent.span.end == tokens[sent.last - 1].span.end


@given(any_text)
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    assert segment(text) == segment(text)


REPEATED = [
    "a", ".", "a.", "-.", "a-", "'", "(", "(a", "a(", "a(b", '"', '" ', "@", "a@", "a@b.", "http://", "www.",
    "1,", "1:", "?a", "a\u0308", "a\u00ad",
    "\n", "\na", " ", "A. ", "1. ", ". [1] ", "%a", "👩\u200d", "\ud800",
]  # fmt: skip


@pytest.mark.parametrize("piece", REPEATED)
def test_no_repetition_is_too_much(piece: str) -> None:
    """What grows with the square of the length would run for minutes here."""
    text = piece * (100_000 // len(piece))
    tokens, sentences = segment(text)
    assert (not tokens) == (not text.strip())
    assert (not sentences) == (not tokens)


def test_a_megabyte_on_one_line() -> None:
    assert len(segment("sild avati, " * 87_000)[0]) == 3 * 87_000


def test_a_hundred_thousand_sentences_on_one_line() -> None:
    tokens, sentences = segment("Tere tulemast! " * 100_000)
    assert len(tokens) == 300_000
    assert len(sentences) == 100_000


def test_without_tables_any_language_is_cut() -> None:
    _, sentences = segment("He left. She stayed.", NO_TABLES)
    assert [sent.span.text for sent in sentences] == ["He left.", "She stayed."]
