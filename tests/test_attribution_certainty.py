from hypothesis import given
from hypothesis import strategies as st

from allikas.attribution.certainty import SURENESS, least
from allikas.lang.pack import load
from allikas.model.document import Document
from allikas.model.layers import Certainty
from allikas.pipeline import read_document

SURE: st.SearchStrategy[Certainty] = st.sampled_from(SURENESS)


@given(st.lists(SURE, min_size=1))
def test_the_least_sure_is_one_of_them_and_none_is_less_sure(several: list[Certainty]) -> None:
    found = least(*several)
    assert found in several
    assert all(SURENESS.index(one) <= SURENESS.index(found) for one in several)


def test_no_statement_is_surer_than_the_one_around_it() -> None:
    text = "Võib-olla ütles minister, et vald teatas, et juht kinnitas, et sild on korras."
    statements = read_document(Document(text), load("et")).statements
    assert [one.certainty for one in statements] == ["possible"] * 3


def test_a_denial_denied_is_possible() -> None:
    (statement,) = read_document(Document("Uurija ei välista, et tuli süüdati."), load("et")).statements
    assert (statement.negated, statement.certainty) == (False, "possible")
