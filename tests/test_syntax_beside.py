from allikas.model.span import Span
from allikas.model.tree import NamedSpan
from allikas.model.word import Token, Word
from allikas.syntax.beside import find_pieces


def words(*rows: tuple[str, int | None]) -> list[Word]:
    return [
        Word(Token(Span(0, len(form), form), form), form, "PUNCT" if form == '"' else "PROPN", head=head)
        for form, head in rows
    ]


def test_names_that_hang_on_different_words_are_two() -> None:
    found = words(("tsiteeris", None), ("BNS", 0), ("Kase", 3), ("sõnu", 0))
    assert find_pieces(NamedSpan(1, 3, "PER"), found) == [(1, 2), (2, 3)]


def test_a_name_that_is_one_phrase_is_whole() -> None:
    found = words(("Anu", 2), ("Kask", 0), ("ütles", None))
    assert find_pieces(NamedSpan(0, 2, "PER"), found) == [(0, 2)]


def test_pieces_that_hang_on_one_word_are_left_together() -> None:
    found = words(("Anu", 2), ("Kask", 2), ("ütles", None))
    assert find_pieces(NamedSpan(0, 2, "PER"), found) == [(0, 2)]


def test_a_nickname_in_quotation_marks_is_left_whole() -> None:
    found = words(("Jaan", 4), ('"', 2), ("Tuul", 5), ('"', 2), ("tuli", None), ("koos", 4))
    assert find_pieces(NamedSpan(0, 4, "PER"), found) == [(0, 4)]


def test_bodies_are_not_asked_about() -> None:
    found = words(("tsiteeris", None), ("BNS", 0), ("Kase", 3), ("sõnu", 0))
    assert find_pieces(NamedSpan(1, 3, "ORG"), found) == [(1, 3)]
