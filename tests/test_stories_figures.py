"""Figures meet in one unit, and contradict only where their bounds leave no room for both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allikas.stories.figures import Figure, agree
from telling import points


def figure(text: str) -> Figure:
    """Return the one figure of a sentence."""
    return next(one for point in points(text) for one in point.figures)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Põles 1500 ruutmeetrit metsa.", "Põles 0,15 hektarit metsa.", True),
        ("Laos oli 600 tonni vilja.", "Laos oli 600 000 kilogrammi vilja.", True),
        ("Haigestus vähemalt 20 last.", "Haigestus 25 last.", True),
        ("Haigestus vähemalt 20 last.", "Haigestus 15 last.", False),
        ("Haigestus üle 30 inimese.", "Haigestus 31 inimest.", True),
        ("Haigestus 28 inimest.", "Haigestus 31 inimest.", False),
        ("Tuul puhus 34,2 meetrit sekundis.", "Tuul puhus 34 meetrit sekundis.", True),
        ("Lend kestis umbes kümme minutit.", "Lend kestis 25 minutit.", False),
    ],
)
def test_figures_agree_where_both_can_be_right(one: str, other: str, same: bool) -> None:
    assert agree(figure(one), figure(other)) == same


def test_what_is_set_right_has_the_unit_of_what_replaces_it() -> None:
    right, wrong = next(p for p in points("Lend kestis kümme minutit, mitte 25.") if p.figures).figures[::-1]
    assert {(right.value, right.denied), (wrong.value, wrong.denied)} == {(600.0, False), (1500.0, True)}


@given(st.floats(1, 1e9), st.floats(1, 1e9))
def test_agreeing_is_mutual(one: float, other: float) -> None:
    first, second = (Figure(value, None, None, None, None, 0, 0, "") for value in (one, other))
    assert agree(first, second) == agree(second, first)
    assert agree(first, first)
