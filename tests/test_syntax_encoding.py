from hypothesis import given
from hypothesis import strategies as st

from allikas.model.tree import Candidate, Description
from allikas.syntax.encoding import BUCKETS, UNKNOWN, Vocabulary, ngrams, normal, shape

KNOWN = Vocabulary({"maja": 2}, {"maja": 2}, {"S sg n": 2, "@city": 3}, {"xx": 2})


def test_a_known_form_gets_its_ids() -> None:
    encoded = KNOWN.encode("maja", Description((Candidate("maja", "S sg n"),), ("@city",)))
    assert (encoded.word, encoded.shape, encoded.lemmas, encoded.tags) == (2, 2, (2,), (2, 3))


def test_what_is_not_known_gets_one_id_once() -> None:
    readings = (Candidate("a", "x"), Candidate("b", "x"))
    encoded = KNOWN.encode("Udu", Description(readings))
    assert (encoded.word, encoded.lemmas, encoded.tags) == (UNKNOWN, (UNKNOWN,), (UNKNOWN,))


def test_numbers_of_like_length_are_one_word() -> None:
    assert normal("1998.") == normal("2025.")


@given(st.text())
def test_any_text_has_ngrams_within_the_table_and_a_short_shape(text: str) -> None:
    assert all(1 <= ngram <= BUCKETS for ngram in ngrams(text))
    assert ngrams(text)
    assert len(shape(text)) <= 12
