import pytest
from hypothesis import given
from hypothesis import strategies as st

from allikas.intake.headers import Metadata, parse_front_matter, split_header

FRONT = """---
outlet: Raadio Silmapiir
title: "Omaste liit: vangis on veel 25 inimest"
published: 2026-03
url: https://silmapiir.example/uudised/omaste-liit
language: et
editor: Keegi
---

Sordavia vanglates istub veel 25 inimest.
"""


@pytest.mark.parametrize(
    ("text", "published", "rest"),
    [
        (" date 2025-07 Lavrov saabus.\n\nTere.", "2025-07", "Lavrov saabus.\n\nTere."),
        ("date 2025-07-12\n\nLavrov saabus.", "2025-07-12", "Lavrov saabus."),
        ("date 2025-07-12\r\nLavrov saabus.\r\n", "2025-07-12", "Lavrov saabus.\r\n"),
        ("date: 2025-07: Lavrov saabus.", "2025-07", "Lavrov saabus."),
        ("date [2025-07-04,2025-07-11] Lavrov.", "[2025-07-04,2025-07-11]", "Lavrov."),
        ("date 2025", "2025", ""),
    ],
)
def test_a_date_line_is_parted_from_the_text_that_follows(text: str, published: str, rest: str) -> None:
    headed = split_header(text)
    assert headed.metadata == Metadata(published=published)
    assert headed.text == rest
    assert headed.problems == ()


def test_front_matter_names_what_is_known_and_unknown_keys_are_ignored() -> None:
    headed = split_header(FRONT)
    assert headed.metadata == Metadata(
        published="2026-03",
        outlet="Raadio Silmapiir",
        title="Omaste liit: vangis on veel 25 inimest",
        url="https://silmapiir.example/uudised/omaste-liit",
        language="et",
    )
    assert headed.text == "Sordavia vanglates istub veel 25 inimest.\n"


def test_front_matter_with_windows_line_ends_reads_the_same() -> None:
    headed = split_header(FRONT.replace("\n", "\r\n"))
    assert headed.metadata == split_header(FRONT).metadata
    assert headed.text == "Sordavia vanglates istub veel 25 inimest.\r\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tere.",
        "  Tere. date 2025-07",
        "date unknown is what he wrote",
        "dates 2025",
        "---\noutlet: LSA\nis never closed",
        "---\nSee ei ole päis.\n---\nTere.",
        "---\n\n---\nTere.",
        "--- date 2025-07\noutlet: LSA\n---\n",
    ],
)
def test_what_is_no_header_stays_in_the_text(text: str) -> None:
    headed = split_header(text)
    assert headed.text == text
    assert headed.metadata == Metadata()


@pytest.mark.parametrize("text", ["date 2025-13 Tere.", "---\npublished: eile 12\n---\nTere."])
def test_a_malformed_date_is_a_problem_and_the_text_is_read_without_one(text: str) -> None:
    headed = split_header(text)
    assert headed.text == "Tere."
    assert headed.metadata.published is None
    assert [problem.stage for problem in headed.problems] == ["intake"]
    assert "is no EDTF date" in headed.problems[0].message


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        (["title: Vangide vahetus: koju pääses 48"], {"title": "Vangide vahetus: koju pääses 48"}),
        (["title: 'Kes on ''tema''?'  # küsib"], {"title": "Kes on 'tema'?"}),
        (['title: "Ta ütles \\"ei\\" \\u0161"'], {"title": 'Ta ütles "ei" š'}),
        (['title: "katki \\q"'], {"title": "katki \\q"}),
        (["title: >-", "  Kaks rida", "  on üks pealkiri"], {"title": "Kaks rida on üks pealkiri"}),
        (["title: Iga #lugu # märkus"], {"title": "Iga #lugu"}),
        (["Outlet: No", "published: 2026"], {"outlet": "No", "published": "2026"}),
        (["url:", "title: null", "outlet: ~"], {}),
        (["# märkus", "outlet: LSA", "# veel üks"], {"outlet": "LSA"}),
    ],
)
def test_values_are_strings_as_yaml_reads_them_or_as_they_were_meant(
    lines: list[str], values: dict[str, str]
) -> None:
    assert parse_front_matter(lines) == values


def test_date_stands_for_published_in_front_matter_too() -> None:
    assert split_header("---\ndate: 2026-03\n---\n").metadata.published == "2026-03"
    assert split_header("---\ndate: 2026\npublished: 2025\n---\n").metadata.published == "2025"


def test_what_is_given_wins_over_what_is_known_otherwise() -> None:
    given_, header = Metadata(outlet="LSA"), Metadata(outlet="Kirdetuul", published="2026")
    assert given_.over(header) == Metadata(outlet="LSA", published="2026")


@given(st.text(alphabet="-\r\n \tdate:12outlet#'\"", max_size=60))
def test_any_text_keeps_its_end(text: str) -> None:
    assert text.endswith(split_header(text).text)
