"""A report is cut into clauses, each with what it says and whose word it is."""

from hypothesis import given
from hypothesis import strategies as st

from allikas.lang.pack import load
from allikas.model.document import Document
from allikas.model.reading import Reading
from allikas.stories.points import find_points
from telling import points


def test_a_clause_is_a_point_and_who_tells_it_is_no_part_of_it() -> None:
    found = points("Sadamas puhkes tulekahju, kohale saadeti 14 meeskonda, teatas päästeamet.")
    assert [point.text for point in found] == ["Sadamas puhkes tulekahju", "kohale saadeti 14 meeskonda"]
    assert {point.voices for point in found} == {("päästeamet",)}
    assert all("teatama" not in dict(point.keys) for point in found)


def test_words_of_one_meaning_have_one_key() -> None:
    fire, blaze = points("Tulekahju kustutati öösel. Põleng kustutati öösel.")
    assert fire.keys == blaze.keys


def test_a_relative_clause_knows_of_whom_it_speaks() -> None:
    *_, clause = points("Laevas oli kolm meremeest, kes pääsesid kaldale.")
    assert "meremees" in dict(clause.keys)


def test_who_denies_a_clause_makes_it_a_denial() -> None:
    plain, denied = points("Sild varises kokku. Amet eitas, et sild varises kokku.")
    assert (plain.negated, denied.negated) == (False, True)


def test_pieces_lie_in_the_text_and_in_the_sentence() -> None:
    text = "Vallavanem ütles, et sild, mis suleti mais, avatakse juunis."
    for point in points(text):
        assert all(point.start <= start < end <= point.end for start, end in point.pieces)
        assert text[point.start : point.end] == point.text


@given(st.text(max_size=80))
def test_a_text_without_a_reading_has_no_points(text: str) -> None:
    assert find_points(Reading(Document(text)), load("et")) == ()
