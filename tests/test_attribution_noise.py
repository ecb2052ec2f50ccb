"""No statement is read from what stands around a report, whatever stands there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allikas.attribution.frame import Frame, Words
from allikas.attribution.noise import noisy_words, without_noise
from allikas.lang.pack import load
from allikas.model.document import Document
from allikas.model.span import Span
from allikas.pipeline import read_document
from allikas.segment.boilerplate import find_boilerplate
from lone_words import lone_words

LINES = st.sampled_from(
    [
        "Foto: Ada Lepik",
        "Autor: Ada Lepik",
        "Kommenteeri | Prindi",
        "Loe ka: minister ütles, et sild on suletud",
        "Minister ütles, et sild on suletud.",
        "„Sild on suletud,“ ütles Ada Lepik. Foto: Jaan Tamm",
        "Ada Lepik: sild on suletud",
    ]
)


@given(st.lists(LINES, max_size=5).map("\n".join))
def test_no_statement_is_read_from_noise(text: str) -> None:
    pack = load("et")
    noise = [one.span for one in find_boilerplate(text, pack.boilerplate)]
    for statement in read_document(Document(text), pack).statements:
        spans: list[Span] = [*statement.content, *statement.cue]
        assert not any(span.overlaps(one) for span in spans for one in noise)


def test_words_of_noise() -> None:
    text = "Sajab. Foto: Ada Lepik"
    words = lone_words(text)
    noisy = noisy_words(words, find_boilerplate(text, load("et").boilerplate))
    assert [words[at].form for at in sorted(noisy)] == ["Foto", ":", "Ada", "Lepik"]


@pytest.mark.parametrize(
    ("noisy", "kept"),
    [
        (frozenset[int](), (Words(2, 6),)),
        (frozenset({3}), (Words(2, 3), Words(4, 6))),
        (frozenset({0}), None),
    ],
)
def test_noise_is_cut_out(noisy: frozenset[int], kept: tuple[Words, ...] | None) -> None:
    clean = without_noise(Frame((Words(2, 6),), (Words(0, 1),)), noisy)
    assert (clean and clean.content) == kept
