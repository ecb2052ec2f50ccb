import pytest

from allikas.lang.pack import load
from allikas.model.document import Document
from allikas.pipeline import read_document


def read(text: str) -> list[tuple[str | None, str, str]]:
    """Return source, mode and content of what a name and a colon lead in."""
    statements = read_document(Document(text), load("et")).statements
    return [
        (one.source.text if one.source else None, one.mode, one.content[0].text)
        for one in statements
        if "name and colon" in one.by
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ada Lepik: sild suletakse", ("Ada Lepik", "indirect", "sild suletakse")),
        ("Ada Lepik: me ei sulge silda!", ("Ada Lepik", "direct", "me ei sulge silda!")),
        ("Uudised: Ada Lepik: sild suletakse", ("Ada Lepik", "indirect", "sild suletakse")),
        ("Minister: sild suletakse", ("Minister", "indirect", "sild suletakse")),
    ],
)
def test_a_name_before_a_colon_says_what_follows(text: str, found: tuple[str, str, str]) -> None:
    assert read(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Tulemus: sild on kinni",
        "Lepik viskas seisul 20: 24 viimase korvi.",
        "Kell 12: 30 avatakse sild.",
        "Ada Lepik: sünniaasta 1970",
        "Foto: Ada Lepik",
    ],
)
def test_other_colons_do_not(text: str) -> None:
    assert read(text) == []


def test_in_a_conversation_a_turn_goes_on_to_the_next() -> None:
    text = "A. Lepik: sild on kinni. Tee on ka kinni.\nB. Nurk: see on hea.\nA. Lepik: see on halb."
    statements = read_document(Document(text), load("et")).statements
    first = next(one for one in statements if "name and colon" in one.by)
    assert [span.text for span in first.content] == ["sild on kinni", "Tee on ka kinni"]
