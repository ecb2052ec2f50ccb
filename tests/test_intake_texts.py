import pytest

import allikas


def test_a_header_tells_what_is_not_given() -> None:
    reading = allikas.read(
        "---\noutlet: Kirdetuul\npublished: 2026-03\n---\n\nKraana kukkus.", published="2026-03-12"
    )
    assert reading.document.outlet == "Kirdetuul"
    assert reading.document.published == "2026-03-12"
    assert reading.document.text == "Kraana kukkus."


def test_a_malformed_date_in_a_header_is_a_problem_and_the_text_is_read() -> None:
    reading = allikas.read("---\npublished: 2026-13\n---\n\nKraana kukkus.")
    assert reading.document.published is None
    assert "2026-13" in reading.problems[0].message
    assert len(reading.sentences) == 1


def test_a_language_without_a_pack_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(allikas.LanguageError, match=r"there is: .*et"):
        allikas.read("Hello.", language="en")
