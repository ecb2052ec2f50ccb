from datetime import datetime
from zoneinfo import ZoneInfo

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from allikas.intake.dates import date_in_url, format_stamp, parse_stamp
from allikas.model.published import parse_published

TALLINN = ZoneInfo("Europe/Tallinn")
EARLIEST = datetime(1900, 1, 1)  # noqa: DTZ001 - the strategy wants it so


@pytest.mark.parametrize(
    ("raw", "stamp"),
    [
        ("2025", "2025"),
        ("2025-07", "2025-07"),
        (" 2025-07-12 ", "2025-07-12"),
        ("20250712", "2025-07-12"),
        ("2025-07-12T08:15", "2025-07-12T08:15:00"),
        ("2025-07-12 08:15:30", "2025-07-12T08:15:30"),
        ("2025-07-12T08:15:30.123+0300", "2025-07-12T08:15:30+03:00"),
        ("2025-07-12T08:15:00Z", "2025-07-12T08:15:00Z"),
        ("2025-07-12T00:00:00+03:00", "2025-07-12"),
        ("Sat, 12 Jul 2025 08:15:00 GMT", "2025-07-12T08:15:00Z"),
        ("12 Jul 2025 08:15 +0300", "2025-07-12T08:15:00+03:00"),
        ("12.7.2025", "2025-07-12"),
        ("12.07.2025, 8:15", "2025-07-12T08:15:00"),
        ("[2025-07-04,2025-07-11]", "[2025-07-04,2025-07-11]"),
    ],
)
def test_a_date_keeps_its_precision(raw: str, stamp: str) -> None:
    assert parse_stamp(raw) == stamp


@pytest.mark.parametrize(
    "raw", ["", "eile", "7/8/2025", "31.02.2025", "2025-13", "2025-02-30T08:15", "12345678"]
)
def test_what_is_no_date_or_may_be_several_is_none(raw: str) -> None:
    assert parse_stamp(raw) is None


def test_an_evening_in_greenwich_is_the_next_day_in_tallinn() -> None:
    assert parse_stamp("2025-07-11T22:30:00Z", zone=TALLINN) == "2025-07-12T01:30:00+03:00"
    assert parse_stamp("2025-07-11T22:30:00", zone=TALLINN) == "2025-07-11T22:30:00"


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://a.example/2025/07/sadam-suleti", "2025-07"),
        ("https://a.example/uudised/2025/07/", "2025-07"),
        ("https://a.example/2025/07/12/sadam", "2025-07-12"),
        ("https://a.example/sadam-2025-07-12.html", "2025-07-12"),
        ("https://a.example/20250712/sadam", "2025-07-12"),
        ("https://a.example/2025/07/12-meest-kadus", "2025-07"),
        ("https://a.example/2025/13/sadam", None),
        ("https://a.example/2025/070/sadam", None),
        ("https://a.example/valimised/2025/", None),
        ("https://a.example/1234567/sadam", None),
    ],
)
def test_an_address_tells_a_month_or_a_day_and_never_more(url: str, date: str | None) -> None:
    assert date_in_url(url) == date


@given(st.datetimes(min_value=EARLIEST) | st.datetimes(min_value=EARLIEST, timezones=st.timezones()))
def test_every_stamp_is_a_date_in_edtf(stamp: datetime) -> None:
    written = format_stamp(stamp.replace(microsecond=0))
    if stamp.utcoffset() is None or not stamp.utcoffset().total_seconds() % 60:  # type: ignore[union-attr]
        assert parse_published(written)
        assert edtf.parse_edtf(written)


@given(st.text())
def test_no_text_is_too_much(raw: str) -> None:
    found = parse_stamp(raw)
    assert found is None or parse_published(found)
