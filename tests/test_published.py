import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given
from hypothesis import strategies as st

from allikas.model.published import parse_published


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("2025", (2025, None, None)),
        ("2025-07", (2025, 7, None)),
        ("2025-07-12", (2025, 7, 12)),
        ("2025-07-12T10:30:00Z", (2025, 7, 12)),
        ("2025-07~", (2025, 7, None)),
        ("2025-07-XX", (2025, 7, None)),
        ("2025-XX", (2025, None, None)),
        ("202X", (None, None, None)),
        ("2025-22", (2025, None, None)),
        ("2025-07-04/2025-07-11", (2025, 7, None)),
        ("2025-07/2025-08", (2025, None, None)),
        ("2025-07/..", (2025, 7, None)),
        ("[2025-07-04,2025-07-11,2025-07-18]", (2025, 7, None)),
        ("2024-02-29", (2024, 2, 29)),
    ],
)
def test_as_much_is_known_as_is_written(text: str, known: tuple[int | None, int | None, int | None]) -> None:
    found = parse_published(text)
    assert found is not None
    assert (found.year, found.month, found.day) == known
    assert parse_edtf(text) is not None


@pytest.mark.parametrize("text", ["2025-07-12T10:30:00Z", "2025-07-12T10:30"])
def test_the_minute_is_kept(text: str) -> None:
    found = parse_published(text)
    assert found is not None
    assert found.minute == "10:30"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "eile",
        "12.07.2025",
        "2025-13",
        "2025-02-30",
        "2023-02-29",
        "2025-7",
        "25",
        "2025-07-12T25:00",
        "[]",
        "/",
        "../..",
        "2025/2026/2027",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_published(text) is None


@given(st.text(max_size=30) | st.text("0123456789-/~?X[]{},.TZ:", max_size=24))
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = parse_published(text)
    assert found is None or found.edtf == text


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_a_date_that_is_read_is_edtf(date: object, length: int) -> None:
    text = str(date)[:length]
    assert parse_published(text) is not None
    try:
        assert parse_edtf(text) is not None
    except EDTFParseException:  # pragma: no cover
        pytest.fail(f"{text} is no EDTF")
