"""Entities from raw words, without a network: names, joins, and what holds for any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from allikas.entities.entities import find_entities
from allikas.lang.pack import load
from allikas.model.layers import Entity
from allikas.segment.sentences import find_sentences
from allikas.segment.tokens import find_tokens
from allikas.syntax.words import find_words


def entities(text: str) -> tuple[Entity, ...]:
    """Find the names of a text."""
    pack = load("et")
    tokens = find_tokens(text, pack.segmentation)
    words = find_words(tokens, find_sentences(text, tokens, pack.segmentation), pack.morphology)
    return find_entities(text, words, (), pack.names)


def test_cases_of_a_name_are_one_entity() -> None:
    [found] = entities("Homme kõneleb Linnar Viik. Siis tänatakse ka Viiki ja räägitakse Viigiga.")
    assert found.name == "Linnar Viik"
    assert [mention.span.text for mention in found.mentions] == ["Linnar Viik", "Viiki", "Viigiga"]


def test_a_country_has_its_code() -> None:
    assert [(one.name, one.country) for one in entities("Nad sõitsid Soome ja Lätisse.")] == [
        ("Soome", "FI"),
        ("Läti", "LV"),
    ]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_mentions_select_their_text_and_ids_are_unique(text: str) -> None:
    found = entities(text)
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert one.mentions
        assert all(text[m.span.start : m.span.end] == m.span.text for m in one.mentions)
