from collections.abc import Sequence
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allikas.lang.pack import load
from allikas.lang.quantities import NO_QUANTITIES
from allikas.model.layers import Quantity, Timex
from allikas.model.span import span_of
from allikas.packs.et.hedges import HEDGES
from allikas.packs.et.quantities import QUANTITIES
from allikas.quantities import find_quantities
from allikas.segment.sentences import find_sentences
from allikas.segment.tokens import find_tokens
from allikas.syntax.words import find_words


def quantities(text: str, times: Sequence[Timex] = ()) -> tuple[Quantity, ...]:
    pack = load("et")
    tokens = find_tokens(text, pack.segmentation)
    sentences = find_sentences(text, tokens, pack.segmentation)
    words = find_words(tokens, sentences, pack.morphology)
    return find_quantities(words, sentences, times, QUANTITIES)


FRAGMENTS = """
üle ligi umbes kuni alla vähemalt miinus iga või ja - – , . : ( ) + % € $ § kell tel
0 00 000 1 2,5 2.5 10 100 000 1998 10-15 15. -5 +372 1/3 1/0 \u0663 ² ½ 1.500.000 90ndatel
kaks kolmsada tuhat tuhandeid miljonit kümmekond paar poolteist kolmandik viies kuus XX
protsenti eurot krooni Rootsi kraadi külma kilomeetrit tunnis inimest -ehitajat elaniku kohta
20-protsendine 100km viieprotsendine kr/kg m² aastal \u200b e\u0301
"""
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(st.sampled_from(FRAGMENTS.split()), max_size=14).map(" ".join)
)


@given(TEXTS)
def test_any_text_gives_well_formed_quantities(text: str) -> None:
    found = quantities(text)
    assert [one.id for one in found] == [f"q{at}" for at in range(1, len(found) + 1)]
    for one in found:
        assert span_of(text, one.span.start, one.span.end) == one.span
        assert one.of is None or span_of(text, one.of.start, one.of.end) == one.of
        assert one.by
        known = [bound for bound in (one.low, one.value, one.high) if bound is not None]
        assert known or one.approx in {"at_most", "less_than", "nearly"}  # up to thousands: of how many?
        assert known == sorted(known)
    ends = [0, *(one.span.end for one in found)]
    assert all(one.span.start >= end for one, end in zip(found, ends, strict=False))
    assert quantities(text) == found


@given(TEXTS, st.data())
def test_no_number_is_taken_from_a_time(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    timex = Timex("t1", span_of(text, start, end), "DATE", None)
    words = find_tokens(text, load("et").segmentation)
    inside = {word.span for word in words if timex.span.contains(word.span) and word.form.isdigit()}
    for one in quantities(text, [timex]):
        assert not (one.of is None and any(one.span.contains(span) for span in inside))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("umbes -5 kraadi", -5.5, -4.5),
        ("ligi 100 meest", 90, 100),
        ("kuni tuhandeid mehi", None, None),
        ("vähemalt 10–15 meest", 10, None),
    ],
)
def test_bounds(text: str, low: float | None, high: float | None) -> None:
    [one] = quantities(text)
    assert (one.low, one.high) == (low, high)


def test_every_hedge_names_itself() -> None:
    [one] = quantities("ligi 100 meest")
    assert one.approx == "nearly"
    assert one.by[-1] in {rule.name for rule in HEDGES}


def test_a_language_without_rules_has_no_quantities() -> None:
    pack = load("et")
    tokens = find_tokens("10 meest", pack.segmentation)
    sentences = find_sentences("10 meest", tokens, pack.segmentation)
    words = find_words(tokens, sentences, pack.morphology)
    assert find_quantities(words, sentences, (), NO_QUANTITIES) == ()


@pytest.mark.parametrize("piece", ["10 000 ", "kolm ", "5 miljonit eurot ja ", "kaks kuni ", "100 üle 5% "])
def test_the_cost_grows_with_the_length_of_a_sentence(piece: str) -> None:
    def seconds(times: int) -> float:
        best = float("inf")
        for _ in range(3):
            start = process_time()
            quantities(piece * times)
            best = min(best, process_time() - start)
        return best

    quantities(piece * 50)
    assert seconds(400) < 20 * seconds(50)  # eight times as long; the rest is room for a busy machine
