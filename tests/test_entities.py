"""Entities from raw words, without a network: names, joins, and what holds for any text."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allikas.entities.entities import find_entities
from allikas.lang.pack import load
from allikas.model.document import Document
from allikas.model.layers import Entity
from allikas.pipeline import read_document
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


def test_a_verb_that_is_the_surname_of_somebody_named_is_that_person() -> None:
    text = "Uurija Raivo Palu kutsus ta kohale. Hiljem ütles Palu, et töö on tehtud."
    [palu] = [one for one in read_document(Document(text), load("et")).entities if one.name == "Raivo Palu"]
    assert [mention.span.text for mention in palu.mentions if mention.kind == "name"][-1] == "Palu"


def test_what_a_relative_clause_says_of_a_thing_makes_no_entity_of_it() -> None:
    text = "Lepik avas silla, mis ehitati kevadel."
    assert all("sild" not in one.name for one in read_document(Document(text), load("et")).entities)


def test_every_mention_says_what_joined_it() -> None:
    text = (
        "Direktor Ada Lepik ütles, et kool avatakse. Direktori sõnul on kõik valmis. „Ma tulen,“ lisas Lepik."
    )
    [lepik] = [one for one in read_document(Document(text), load("et")).entities if one.name == "Ada Lepik"]
    assert [mention.by for mention in lepik.mentions] == [
        ("first mention",),
        ("office",),
        ("speaker of the quotation",),
        ("last name",),
    ]


def test_of_two_with_one_surname_it_means_the_one_named_last() -> None:
    found = entities("Kõneles Ada Lepik. Siis kõneles Jaan Lepik. Saal tänas, ja Lepik kummardas.")
    assert [(one.name, len(one.mentions)) for one in found] == [("Ada Lepik", 1), ("Jaan Lepik", 2)]


def test_the_running_example_knows_who_is_who() -> None:
    path = Path(__file__).parents[2] / "shared" / "articles" / "lavrov-wonsan.txt"
    if not path.exists():
        pytest.skip("the running example is not beside the checkout")
    found = read_document(Document(path.read_text("utf-8")), load("et")).entities
    named = {mention.span.text: one for one in found for mention in one.mentions}
    assert named["Ministeerium"].name == "Venemaa välisministeerium"
    assert named["Pyongyang"].country == "KP"
    [lavrov] = [one for one in found if one.name == "Lavrov"]
    assert len(lavrov.mentions) >= 8
    assert named["Choe Son Huiga"].name == "Choe Son Hui"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_mentions_select_their_text_and_ids_are_unique(text: str) -> None:
    found = entities(text)
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert one.mentions
        assert all(text[m.span.start : m.span.end] == m.span.text for m in one.mentions)


def test_a_person_is_parted_from_the_name_behind_him() -> None:
    """The tree takes both for one name; who is called by the first elsewhere is a person by it alone."""
    text = "Irena Sovall naasis. Esmaspäeval sõidab Sovall Vellania välisministeeriumi teatel Islandile."
    found = read_document(Document(text), load("et")).entities
    people = {entity.name for entity in found if entity.type == "PER"}
    assert "Irena Sovall" in people
    assert not any("Vellania" in name for name in people)
