from allikas.model.span import span_of
from allikas.model.word import Token, Word
from allikas.rules.rule import digits, form, lemma, maybe, upos, value


def word(form: str, lemma: str = "", upos: str = "X", feats: str = "") -> Word:
    return Word(Token(span_of(form, 0, len(form)), form), lemma or form, upos, frozenset(feats.split("|")))


def test_a_lemma_is_found_in_the_case_that_is_asked_for() -> None:
    piece = lemma("nädal", feats="Case=Ade")
    assert piece.admits(word("nädalal", "nädal", "NOUN", "Case=Ade|Number=Sing"))
    assert not piece.admits(word("nädalaks", "nädal", "NOUN", "Case=Tra|Number=Sing"))


def test_a_spelling_is_found_whatever_its_capitals() -> None:
    assert form("sõnul").admits(word("SÕNUL", "sõna"))
    assert not form("sõnul").admits(word("sõnu", "sõna"))


def test_a_digit_pattern_must_match_the_whole_word() -> None:
    assert digits(r"\d{4}").admits(word("2025"))
    assert not digits(r"\d{4}").admits(word("20255"))
    assert not digits(r".*").admits(word("x2025"))


def test_an_endless_heap_of_digits_is_no_number() -> None:
    assert digits(r"\d+").admits(word("1" * 40))
    assert not digits(r"\d+").admits(word("1" * 41))


def test_a_part_of_speech_can_be_narrowed_by_a_question() -> None:
    piece = upos("PROPN", where=lambda w: w.form.isupper())
    assert piece.admits(word("TASS", upos="PROPN"))
    assert not piece.admits(word("Tass", upos="PROPN"))


def test_a_value_piece_admits_no_word_and_accepts_its_type_only() -> None:
    piece = maybe(value(int, lambda n: n > 3))
    assert piece.optional
    assert piece.accepts(4)
    assert not piece.accepts(3)
    assert not piece.accepts("4")
    assert not piece.admits(word("4"))
