import json

from jsonschema import Draft202012Validator

from allikas.export.plover import QUADS, readings_as_plover
from readings import EMPTY, ODD, READING, examples

TEXT = {"type": ["string", "null"]}
NUMBER = {"type": ["number", "null"]}
PLAYERS = {
    "type": "array",
    "items": {
        "properties": {"name": {"type": "string"}, "type": TEXT, "country": TEXT},
        "required": ["name"],
    },
}
SCHEMA = {
    "type": "object",
    "properties": {
        "event_id": {"type": "string"},
        "event_date": {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "event_type": {"enum": sorted(QUADS)},
        "event_mode": TEXT,
        "quad_code": {"enum": ["V-Coop", "M-Coop", "V-Conf", "M-Conf"]},
        "actor": PLAYERS,
        "recipient": PLAYERS,
        "latitude": NUMBER,
        "longitude": NUMBER,
        "voices": {"type": "array", "items": {"type": "string"}},
    },
    "required": [
        "event_id",
        "event_date",
        "event_type",
        "event_mode",
        "quad_code",
        "actor",
        "recipient",
        "voices",
    ],
}


def test_every_record_is_as_described_and_there_is_one_for_each_code() -> None:
    readings = [READING, EMPTY, ODD, *examples()]
    records = [json.loads(line) for line in readings_as_plover(readings).splitlines()]
    validator = Draft202012Validator(SCHEMA)
    assert [list(validator.iter_errors(record)) for record in records] == [[]] * len(records)
    coded = sum(event.plover is not None for reading in readings for event in reading.events)
    assert len(records) == coded
    assert coded > 2


def test_a_record_says_who_did_what_where_and_whose_word_it_is() -> None:
    strike, deaths = map(json.loads, readings_as_plover([READING]).splitlines())
    assert strike["actor"] == [{"name": "Sadamaliit", "text": "Sadamaliit", "type": "ORG", "country": None}]
    assert (strike["event_type"], strike["event_mode"], strike["quad_code"]) == (
        "PROTEST",
        "strike",
        "M-Conf",
    )
    assert (strike["event_date"], strike["placename"], strike["country"]) == ("2025-12-15", "Suurneeme", "EE")
    assert (strike["status"], strike["voices"]) == ("planned", ["LSA", "Kert Hallik"])
    assert deaths["event_date"] is None, "one of two Tuesdays is no date"
    assert deaths["event_date_edtf"] == "[2025-12-02,2025-12-09]"
    assert deaths["recipient"][0]["name"] == "üle kahe inimese"
