import json

from hypothesis import given
from hypothesis import strategies as st

from allikas.export.jsonlines import format_json
from allikas.model.document import Document
from allikas.model.reading import Reading


def test_a_reading_is_one_line_and_reads_back_as_its_dictionary() -> None:
    reading = Reading(Document("Võru.\n\nSajab.", published="2025-07"))
    assert "\n" not in format_json(reading)
    assert json.loads(format_json(reading)) == reading.as_dict()
    assert json.loads(format_json(reading, indent=2)) == reading.as_dict()


def test_letters_stay_letters() -> None:
    assert "Võru 😀" in format_json(Reading(Document("Võru 😀")))


def test_a_lone_surrogate_is_escaped() -> None:
    line = format_json(Reading(Document("a\udc00b")))
    line.encode()
    assert json.loads(line)["document"]["text"] == "a\udc00b"


@given(st.text(alphabet=st.characters() | st.sampled_from("\ud800\udbff\udc00\udfff")))
def test_any_text_keeps_its_length_and_is_utf8(text: str) -> None:
    line = format_json(Reading(Document(text))).encode()
    assert len(json.loads(line)["document"]["text"]) == len(text)
