"""Any text is read: no exception, right offsets, the same answer twice, time linear in length."""

import json
import time
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import allikas

SCHEMA: Any = json.loads((files("allikas.model") / "reading.schema.json").read_text("utf-8"))

REPORT = (
    "„Leping on valmis,“ ütles minister Pill Laiuskraadile. „Allkirjad antakse esmaspäeval.“\n\n"
    "LSA teatel sai kannatada vähemalt 20 inimest, vahendas Kirdetuul.\r\n"
)

ODD = {
    "empty": "",
    "one word": "Tere",
    "blanks": " \n\t ",
    "NUL": "Minister\x00 ütles, et\x00 tuleb.",
    "lone surrogates": "Minister \ud800ütles, et tuleb\udfff.",
    "NFD": "Minister u\u0308tles, et saadik so\u0303itis a\u0308ra.",
    "soft hyphens": "Minis\u00adter üt\u00adles, et tu\u00adleb.",
    "zero width": "Minister\u200b üt\u200cles, et\ufeff tuleb.",
    "emoji": "Minister ütles 👩‍👩‍👧‍👦, et tuleb 🇪🇪!",
    "CRLF": "Minister ütles, et tuleb.\r\n\r\nTa tuli.\r\n",
    "BOM": "\ufeffMinister ütles, et tuleb.",
    "NBSP": "Minister\u00a0ütles, et kohale tuli 10\u00a0000 inimest.",
    "lost letters": "Ta ei?okeerinud kedagi, ütles ?veitsi saadik.",
    "odd quotes": '„Tuleme, ütles minister. "Läheme,“ lisas ta. «',
    "only quotes": "\"“”„«»'" * 40,
    "brackets": "([{<" * 200,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_text_is_read_and_fits_the_schema(text: str) -> None:
    reading = allikas.read(text, published="2026-03")
    jsonschema.validate(reading.as_dict(), SCHEMA)
    assert reading.document.text == text


@given(st.text(st.characters(codec=None), max_size=300))
def test_any_text_is_read_the_same_twice(text: str) -> None:
    first = allikas.read(text, published="2026-03-12")
    assert first == allikas.read(text, published="2026-03-12")
    jsonschema.validate(first.as_dict(), SCHEMA)


FRAGMENTS = [
    *REPORT.split(),
    "“",
    "„",
    '"',
    "«",
    "»",
    "\n\n",
    ", et",
    " ütles ",
    " sõnul ",
    "-",
    "12.",
    "5.–9. mai",
    "?",
    "…",
]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=60).map(" ".join))
def test_any_heap_of_news_is_read(text: str) -> None:
    jsonschema.validate(allikas.read(text, published="2026").as_dict(), SCHEMA)


def seconds(text: str) -> float:
    start = time.process_time()
    allikas.read(text, published="2026-03-12")
    return time.process_time() - start


LONG = {
    "one line of a megabyte": "Minister ütles, et leping on valmis ja vägesid on 10 000 ",
    "many sentences": REPORT,
    "open quotation marks": "„ ",
    "straight quotation marks": '" ',
    "blanks": "        ",
    "line ends": "\n",
    "brackets": "( [ ",
    "no blanks at all": "aõäöü",
    "digits": "1234567890",
    "commas": ", ",
    "numbers": "12 ",
    "full stops": ". ",
    "clauses in clauses": "et ta ütles, ",
}


@pytest.mark.parametrize("unit", LONG.values(), ids=LONG.keys())
def test_time_is_linear_in_length(unit: str) -> None:
    """Eight times the text may take 24 times as long before the test fails: quadratic is 64."""
    short, long = unit * (3_000 // len(unit)), unit * (24_000 // len(unit))
    seconds(short)
    least = min(seconds(short) for _ in range(2))
    assert seconds(long) < 24 * max(least, 0.01)
