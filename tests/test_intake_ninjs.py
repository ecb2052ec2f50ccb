import io
import json
from typing import Any

import pytest

from allikas.intake.files import Receipt, Received, Refused, Withdrawn
from allikas.intake.headers import Metadata
from allikas.intake.settings import Settings
from allikas.intake.sources import receive_all
from allikas.model.document import Document

TEXT = "Sadam suleti.\n\nLaevad ootavad."
ITEM = Document(TEXT, "et", "2025-07-12T08:15:00Z", "LSA", "Sadam on kinni", "urn:lsa:1")
FIRST = {
    "uri": "urn:lsa:1",
    "type": "text",
    "language": "et-EE",
    "versioncreated": "2025-07-12T08:15:00Z",
    "pubstatus": "usable",
    "provider": "LSA",
    "headline": "Sadam on kinni",
    "body_html": "<p>Sadam suleti.</p><p>Laevad ootavad.</p>",
}
SECOND = {
    "uri": "urn:lsa:1",
    "language": "et",
    "versioncreated": "2025-07-12T08:15:00Z",
    "infosource": [{"name": "LSA"}],
    "headlines": [{"role": "alt", "value": "Kinni"}, {"role": "main", "value": "Sadam on kinni"}],
    "bodies": [
        {"role": "richtext", "contenttype": "text/html", "value": "<p>vormindatud</p>"},
        {"role": "main", "contenttype": "text/plain", "value": TEXT},
    ],
}
THIRD = {
    "uri": "urn:lsa:1",
    "language": "et",
    "versionCreated": "2025-07-12T08:15:00Z",
    "pubStatus": "usable",
    "provider": {"name": "LSA"},
    "headlines": [{"role": "main", "value": "Sadam on kinni"}],
    "bodies": [{"role": "main", "contentType": "text/plain", "value": TEXT}],
}


def receive(item: dict[str, Any]) -> Receipt:
    (found,) = receive_all("-", Metadata(), Settings(stdin=io.BytesIO(json.dumps(item, indent=1).encode())))
    return found


@pytest.mark.parametrize("item", [FIRST, SECOND, THIRD], ids=["1", "2", "3"])
def test_a_news_item_of_each_version_is_a_document(item: dict[str, Any]) -> None:
    assert receive(item) == Received("-", ITEM)


@pytest.mark.parametrize("key", ["pubstatus", "pubStatus"])
def test_a_canceled_item_is_withdrawn(key: str) -> None:
    item = {"uri": "urn:lsa:1", "versioncreated": "2025-07-13", key: "canceled"}
    assert receive(item) == Withdrawn("-", "urn:lsa:1", "2025-07-13")


def test_a_withheld_item_and_a_picture_are_refused() -> None:
    withheld, picture = (
        receive(FIRST | {"pubstatus": "withheld"}),
        receive({"uri": "urn:lsa:2", "type": "picture", "versioncreated": "2025"}),
    )
    assert isinstance(withheld, Refused)
    assert isinstance(picture, Refused)
    assert "picture" in picture.message
