"""Dates beside the date of publication."""

import pytest

from allikas.events.dates import days, relation
from allikas.model.layers import Timex
from allikas.model.published import parse_published
from allikas.model.span import Span


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-07-08", "before"), ("2025-07-09", "overlap"), ("2025-07-10TMO", "after"),
        ("2025-07", "overlap"), ("2025-W28", "overlap"), ("2025-W30", "after"),
        ("202", "overlap"), ("199", "before"),
        ("PAST_REF", "before"), ("FUTURE_REF", "after"), ("XXXX-05", None), ("2025-W99", None),
    ],
)  # fmt: skip
def test_a_date_is_before_at_or_after_publication(value: str, expected: str | None) -> None:
    timex = Timex("t1", Span(0, 1, "x"), "DATE", value)
    assert relation(timex, parse_published("2025-07-09")) == expected


def test_how_long_something_takes_is_no_date() -> None:
    assert relation(Timex("t1", Span(0, 1, "x"), "DURATION", "P2D"), parse_published("2025-07-09")) is None


def test_without_a_date_of_publication_only_words_of_reference_tell() -> None:
    assert relation(Timex("t1", Span(0, 1, "x"), "DATE", "2025-07-08"), None) is None


def test_a_month_that_is_none_is_read_as_its_year() -> None:
    assert days("2025-13") == ("2025-01-01", "2025-12-31")
