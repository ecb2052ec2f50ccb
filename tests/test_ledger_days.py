import pytest
from hypothesis import given
from hypothesis import strategies as st

from allikas.ledger.days import Days, days_of
from allikas.ledger.keys import doc_number, docs_between, sentence_number, split_number


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2025-07-12", "2025-07-12", "2025-07-12"),
        ("2025-07-12T10:00:00+0300", "2025-07-12", "2025-07-12"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2025-07-XX", "2025-07-01", "2025-07-31"),
        ("2025-XX-XX", "2025-01-01", "2025-12-31"),
        ("2025-~07-12?", "2025-07-12", "2025-07-12"),
        ("2025-22", "2025-06-01", "2025-08-31"),
        ("{2025-07-04,2025-08}", "2025-07-04", "2025-08-31"),
        ("2025-07/2025-09", "2025-07-01", "2025-09-30"),
        ("../2025-09", None, "2025-09-30"),
        ("2025-09/..", "2025-09-01", None),
        ("[2025-07-04..]", "2025-07-04", None),
        ("2025-02-30", None, None),
        ("2025-13", None, None),
        ("Y17000", None, None),
        ("PT3H", None, None),
        ("", None, None),
    ],
)
def test_an_edtf_date_lies_between_two_days(edtf: str, first: str | None, last: str | None) -> None:
    assert days_of(edtf) == Days(first, last)


@given(st.text("0123456789X-/T:.[]{},~?%+Z", max_size=30))
def test_whatever_is_written_the_first_day_is_not_after_the_last(edtf: str) -> None:
    days = days_of(edtf)
    assert days.first is None or days.last is None or days.first <= days.last


dates = st.dates().map(lambda day: day.isoformat())


@given(dates, dates, st.integers(1, 2**30 - 1), st.integers(1, 2**30 - 1), st.integers(0, 70000))
def test_numbers_are_in_the_order_of_days_and_fit_sqlite(a: str, b: str, m: int, n: int, at: int) -> None:
    first, second = doc_number(a, m), doc_number(b, n)
    start, stop = docs_between(a, a)
    assert start <= first < stop
    assert not "1800" < a < b < "2158" or first < second
    assert 0 <= sentence_number(first, at) < 2**63
    assert stop << 16 < 2**63
    assert split_number(sentence_number(first, at)) == (first, min(at, 65535))
