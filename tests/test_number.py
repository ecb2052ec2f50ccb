from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from allikas.model.number import Number, add, between, bounded, exact, multiply
from allikas.packs.et.numerals import NUMERALS
from allikas.rules.grammar import Grammar
from lone_words import lone_words

GRAMMAR = Grammar(NUMERALS)

# An independent writer of Estonian numerals, after the school grammar: nominative and genitive of every word.
ONES = ["null", "üks", "kaks", "kolm", "neli", "viis", "kuus", "seitse", "kaheksa", "üheksa", "kümme"]
ONES_GENITIVE = ["nulli", "ühe", "kahe", "kolme", "nelja", "viie", "kuue", "seitsme", *ONES[8:10], "kümne"]
SCALES = [(10**12, "biljon"), (10**9, "miljard"), (10**6, "miljon"), (1000, "tuhat")]


def nominative(number: int) -> str:
    """Write 1526 as ``tuhat viissada kakskümmend kuus``."""
    for size, scale in SCALES:
        if number >= size:
            count, rest = divmod(number, size)
            plural = scale if size == 1000 else scale + "it"
            head = scale if count == 1 else f"{nominative(count)} {plural}"
            return f"{head} {nominative(rest)}" if rest else head
    return below_thousand(number)


def below_thousand(number: int) -> str:
    if number >= 100:
        count, rest = divmod(number, 100)
        head = "sada" if count == 1 else ONES[count] + "sada"
        return f"{head} {below_thousand(rest)}" if rest else head
    if number >= 20:
        count, rest = divmod(number, 10)
        return f"{ONES[count]}kümmend {ONES[rest]}" if rest else f"{ONES[count]}kümmend"
    return ONES[number] if number <= 10 else ONES[number - 10] + "teist"


def genitive(number: int) -> str:
    """Write 1526 as ``tuhande viiesaja kahekümne kuue``."""
    for size, scale in SCALES:
        if number >= size:
            count, rest = divmod(number, size)
            name = "tuhande" if size == 1000 else scale + "i"
            head = name if count == 1 else f"{genitive(count)} {name}"
            return f"{head} {genitive(rest)}" if rest else head
    return genitive_below_thousand(number)


def genitive_below_thousand(number: int) -> str:
    if number >= 100:
        count, rest = divmod(number, 100)
        head = "saja" if count == 1 else ONES_GENITIVE[count] + "saja"
        return f"{head} {genitive_below_thousand(rest)}" if rest else head
    if number >= 20:
        count, rest = divmod(number, 10)
        head = f"{ONES_GENITIVE[count]}kümne"
        return f"{head} {ONES_GENITIVE[rest]}" if rest else head
    return ONES_GENITIVE[number] if number <= 10 else ONES_GENITIVE[number - 10] + "teistkümne"


def values_of_the_whole(text: str) -> set[int | None]:
    words = lone_words(text)
    nodes = GRAMMAR.parse(words)
    return {
        node.value.whole
        for node in nodes
        if isinstance(node.value, Number) and (node.first, node.last) == (0, len(words))
    }


NUMBERS = st.one_of(
    st.integers(2, 999),
    st.integers(2, 999_999),
    st.integers(2, 10**15),
    st.sampled_from([10**3, 10**9, 10**12, 10**15]),
)


@given(NUMBERS)
def test_a_number_written_out_reads_back_to_itself(number: int) -> None:
    assert values_of_the_whole(nominative(number)) == {number}


@given(NUMBERS)
def test_a_number_written_out_in_the_genitive_reads_back_to_itself(number: int) -> None:
    assume(number != 6)  # the analyser takes kuuega alone for a coat, kuub
    assert values_of_the_whole(genitive(number) + "ga") == {number}


@given(NUMBERS)
def test_digits_read_back_with_spaces_and_points(number: int) -> None:
    assert values_of_the_whole(str(number)) == {number}
    assert values_of_the_whole(f"{number:,}".replace(",", ".")) == {number}
    assert number in values_of_the_whole(f"{number:,}".replace(",", " "))
    assert number in values_of_the_whole(f"{number:,}".replace(",", "\N{NO-BREAK SPACE}"))


FRACTIONS = st.fractions(0, 10**9)


@given(FRACTIONS, FRACTIONS, FRACTIONS)
def test_bounds_stay_in_order_whatever_is_done(first: Fraction, second: Fraction, third: Fraction) -> None:
    about = bounded(exact(first), "about", Fraction(9, 10), Fraction(11, 10))
    for number in (
        multiply(about, exact(second)),
        add(about, exact(second)),
        bounded(about, "x", None, Fraction(1)),
    ):
        assert in_order(number)
    span = between(exact(second), about)
    assert span is None or in_order(multiply(span, exact(third)))


def in_order(number: Number) -> bool:
    known = [bound for bound in (number.low, number.value, number.high) if bound is not None]
    return known == sorted(known)


@given(st.fractions(-(10**9), -1))
def test_bounds_of_a_negative_number_are_in_order(number: Fraction) -> None:
    assert in_order(bounded(exact(number), "about", Fraction(9, 10), Fraction(11, 10)))
    over = bounded(exact(number), "more_than", Fraction(1), None)
    assert (over.low, over.high) == (number, None)


def test_an_open_number_has_no_most() -> None:
    thousands = Number(None, Fraction(1000), step=Fraction(1000))
    assert thousands.is_open
    assert thousands.most is None
    assert multiply(thousands, exact(2)).low == 2000


@pytest.mark.parametrize(("first", "second"), [(3, 3), (4, 3)])
def test_a_range_goes_up(first: int, second: int) -> None:
    assert between(exact(first), exact(second)) is None
