import json
from typing import Any

import pytest

from allikas.export.ftm import SCHEMATA, readings_as_ftm
from readings import EMPTY, ODD, READING, examples

followthemoney = pytest.importorskip(
    "followthemoney", reason="followthemoney is not installed (it needs ICU)"
)


def entities(*readings: Any) -> list[Any]:
    found = []
    for line in readings_as_ftm(readings).splitlines():
        data = json.loads(line)
        proxy = followthemoney.model.get_proxy(data, cleaned=False)
        followthemoney.model.get(data["schema"]).validate(data)
        kept = {name: sorted(map(str.strip, proxy.get(name))) for name in data["properties"]}
        assert kept == {
            name: sorted(set(map(str.strip, values))) for name, values in data["properties"].items()
        }, "nothing is cleaned away"
        found.append(proxy)
    return found


def test_every_entity_is_valid_and_loses_nothing() -> None:
    found = entities(READING, EMPTY, *examples())
    assert len({proxy.id for proxy in found}) == len(found)


def test_references_lead_to_entities_that_there_are() -> None:
    found = {proxy.id: proxy for proxy in entities(READING)}
    for proxy in found.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert found[value].schema.is_a(prop.range)


def test_a_statement_is_a_note_on_its_speaker() -> None:
    found = entities(READING)
    by_id = {proxy.id: proxy for proxy in found}
    note = next(proxy for proxy in found if proxy.schema.name == "Note")
    assert by_id[note.first("entity")].caption == "Kert Hallik"
    assert note.first("description") == "Sadamaliit streigib 15. detsembril Suurneemes"


def test_a_date_is_as_precise_as_it_is_known() -> None:
    found = entities(READING)
    article, *_ = found
    assert article.first("publishedAt") == "2025-12"
    strike, deaths, _ = (proxy for proxy in found if proxy.schema.name == "Event")
    assert strike.first("date") == "2025-12-15"
    assert (deaths.first("date"), deaths.first("startDate"), deaths.first("endDate")) == (
        None,
        "2025-12-02",
        "2025-12-09",
    )


def test_what_has_no_schema_is_no_entity() -> None:
    assert "Sild" not in {proxy.caption for proxy in entities(READING)}
    assert set(SCHEMATA.values()) <= set(followthemoney.model.schemata)


def test_what_utf_8_cannot_carry_is_replaced() -> None:
    readings_as_ftm([ODD]).encode()
