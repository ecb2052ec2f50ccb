from dataclasses import replace

from allikas.model.document import Document


def test_an_id_depends_on_everything_that_the_document_is() -> None:
    doc = Document("Tere.", published="2025-07")
    others = [
        replace(doc, text="Tere!"),
        replace(doc, language="en"),
        replace(doc, published="2025-08"),
        replace(doc, outlet="Rannaleht"),
        replace(doc, title="Tere"),
        replace(doc, url="https://rannaleht.example/1"),
    ]
    assert len({doc.id, *(other.id for other in others)}) == 7


def test_nothing_and_an_empty_name_are_different_things() -> None:
    assert Document("", outlet="").id != Document("").id


def test_a_lone_surrogate_does_not_stop_the_hash() -> None:
    assert len(Document("\ud800").id) == 16
