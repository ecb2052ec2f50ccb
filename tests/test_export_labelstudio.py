import json
from typing import Any

import pytest
from lxml import etree

from allikas.export.labelstudio import label_config, readings_as_label_studio
from readings import EMPTY, ODD, READING, examples


def tasks(*readings: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(readings_as_label_studio(readings))
    return found


def selected(text: str, start: int, end: int) -> str:
    """Select as JavaScript does, in units of UTF-16."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def test_offsets_select_the_text_as_javascript_counts() -> None:
    for task in tasks(READING, EMPTY, *examples()):
        for result in task["predictions"][0]["result"]:
            if result["type"] == "labels":
                value = result["value"]
                assert selected(task["data"]["text"], value["start"], value["end"]) == value["text"]


def test_behind_an_emoji_offsets_move() -> None:
    (task,) = tasks(READING)
    first = task["predictions"][0]["result"][0]
    assert first["value"] == {"start": 3, "end": 13, "text": "Sadamaliit", "labels": ["ORG"]}
    content = next(one for one in task["predictions"][0]["result"] if one.get("id") == "s2~1")
    assert content["value"]["text"].endswith("😢")


def test_regions_have_ids_of_their_own_and_relations_lead_to_them() -> None:
    (task,) = tasks(READING)
    results = task["predictions"][0]["result"]
    ids = [result["id"] for result in results if result["type"] == "labels"]
    assert len(set(ids)) == len(ids)
    ends = {result[end] for result in results if result["type"] == "relation" for end in ("from_id", "to_id")}
    assert ends
    assert ends <= set(ids)


def test_the_interface_has_every_label_and_relation() -> None:
    config = etree.fromstring(label_config())
    values = {element.get("value") for element in config.iter()}
    for task in tasks(READING, *examples()):
        for result in task["predictions"][0]["result"]:
            assert set(result.get("labels") or result["value"]["labels"]) <= values
            if result["type"] == "labels":
                assert config.find(f".//*[@name='{result['to_name']}']") is not None
                assert config.find(f".//*[@name='{result['from_name']}']") is not None


@pytest.mark.parametrize("reading", [EMPTY, ODD])
def test_what_utf_8_cannot_carry_is_replaced(reading: Any) -> None:
    readings_as_label_studio([reading]).encode()
