import pytest
from hypothesis import given
from hypothesis import strategies as st

from allikas.model.span import Span, SpanError, span_of


@given(st.text(), st.data())
def test_a_span_made_from_a_text_selects_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = span_of(text, start, end)
    assert text[span.start : span.end] == span.text


@pytest.mark.parametrize(("start", "end", "text"), [(-1, 2, "abc"), (3, 1, ""), (0, 2, "abc"), (5, 8, "ab")])
def test_no_span_exists_whose_offsets_cannot_select_its_text(start: int, end: int, text: str) -> None:
    with pytest.raises(SpanError):
        Span(start, end, text)


def test_a_range_that_runs_past_the_text_is_refused() -> None:
    with pytest.raises(SpanError):
        span_of("TASS", 2, 9)


def test_touching_spans_do_not_overlap() -> None:
    text = "TASS teatas"
    assert not span_of(text, 0, 4).overlaps(span_of(text, 4, 11))
    assert span_of(text, 0, 5).overlaps(span_of(text, 4, 11))
    assert span_of(text, 0, 11).contains(span_of(text, 4, 11))
    assert not span_of(text, 4, 11).contains(span_of(text, 0, 11))
