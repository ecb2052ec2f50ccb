"""From text to statements and voices: the running examples, and what holds for any text."""

from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allikas.attribution.frame import find_phrases
from allikas.attribution.frames import find_frames
from allikas.attribution.statements import find_statements
from allikas.attribution.voices import find_voices
from allikas.entities.entities import find_entities
from allikas.lang.pack import load
from allikas.model.layers import Entity, Statement
from allikas.segment.sentences import find_sentences
from allikas.segment.tokens import find_tokens
from allikas.syntax.words import find_words


class Attributed(NamedTuple):
    """What attribution finds in a text."""

    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]

    def name(self, entity: str | None) -> str | None:
        """Return the name of the entity with that id."""
        return next((one.name for one in self.entities if one.id == entity), None)

    def chain(self, number: int) -> str:
        """Draw the chain of statement *number*."""
        return " > ".join(self.name(voice) or "?" for voice in self.statements[number].chain)


def attribute(text: str) -> Attributed:
    """Run every stage up to statements."""
    pack = load("et")
    tokens = find_tokens(text, pack.segmentation)
    sentences = find_sentences(text, tokens, pack.segmentation)
    words = find_words(tokens, sentences, pack.morphology)
    frames = find_frames(words, sentences, pack.reporting)
    entities = find_entities(text, words, find_phrases(frames), pack.names)
    return Attributed(entities, find_statements(text, words, frames, entities))


@pytest.mark.parametrize(
    ("text", "chain", "content"),
    [
        ("Minister Ada Lepik ütles, et sild on suletud.", "Ada Lepik", "sild on suletud"),
        ("Sild on suletud, teatas politsei.", "politsei", "Sild on suletud"),
        ("„Sild on suletud,“ ütles Ada Lepik.", "Ada Lepik", "Sild on suletud"),
        ("Ada Lepik ütles: „Sild on suletud.“", "Ada Lepik", "Sild on suletud"),
        ("Ada Lepiku sõnul on sild suletud.", "Ada Lepik", "on sild suletud"),
        ("Ada Lepik ütles, et sild on suletud, teatas BNS.", "BNS > Ada Lepik", "sild on suletud"),
        ("„Sild on suletud,“ tsiteeris TASS Petrovi sõnu.", "TASS > Petrov", "Sild on suletud"),
    ],
)
def test_one_statement(text: str, chain: str, content: str) -> None:
    found = attribute(text)
    assert [span.text for span in found.statements[-1].content] == [content]
    assert found.chain(-1) == chain


def test_a_surname_joins_the_full_name() -> None:
    found = attribute("Minister Ada Lepik ütles, et sild on suletud. Lepiku sõnul avatakse see homme.")
    assert found.statements[0].speaker == found.statements[1].speaker


PIECES = st.sampled_from(
    [
        "„",
        "“",
        '"',
        "Ada Lepik",
        "ütles",
        "sõnul",
        "et",
        "kas",
        ",",
        ".",
        ":",
        " ",
        "\n",
        "- ",
        "ja",
        "ta",
        "teatas",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=60))
def test_every_character_has_one_voice(text: str) -> None:
    found = attribute(text)
    voices = find_voices(text, found.statements)
    assert "".join(text[voice.start : voice.end] for voice in voices) == text
    assert all(voice.start < voice.end for voice in voices)
    assert all(before.statement != after.statement for before, after in pairwise(voices))


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_statements_are_well_formed(text: str) -> None:
    found = attribute(text)
    ids = {statement.id for statement in found.statements}
    assert all(statement.parent is None or statement.parent in ids for statement in found.statements)
    assert all(statement.content and statement.by for statement in found.statements)
    assert {voice for one in found.statements for voice in one.chain} <= {one.id for one in found.entities}


@pytest.mark.parametrize("text", ["„", '" ', "ütles, et ", "Lepik ja ", "ja ütles ", "„Savi,“ "])
def test_long_texts_are_read(text: str) -> None:
    text = text * 10_000
    assert find_voices(text, attribute(text).statements)[-1].end == len(text)
