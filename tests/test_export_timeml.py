import io

import pytest
from lxml import etree

from allikas.export.timeml import reading_as_timeml
from allikas.model.reading import Reading
from readings import EMPTY, ODD, READING, examples

# What the definition of TimeML 1.2.1 says of the elements that we write, in our own words.
DTD = """
<!ELEMENT TimeML (DOCID, DCT, TITLE?, TEXT, MAKEINSTANCE*, TLINK*)>
<!ELEMENT DOCID (#PCDATA)> <!ELEMENT TITLE (#PCDATA)> <!ELEMENT DCT (TIMEX3)>
<!ELEMENT TEXT (#PCDATA | EVENT | TIMEX3)*> <!ELEMENT EVENT (#PCDATA)> <!ELEMENT TIMEX3 (#PCDATA)>
<!ELEMENT MAKEINSTANCE EMPTY> <!ELEMENT TLINK EMPTY>
<!ATTLIST EVENT eid ID #REQUIRED stem CDATA #IMPLIED
  class (OCCURRENCE|PERCEPTION|REPORTING|ASPECTUAL|STATE|I_STATE|I_ACTION) #REQUIRED>
<!ATTLIST TIMEX3 tid ID #REQUIRED type (DATE|TIME|DURATION|SET) #REQUIRED value CDATA #REQUIRED
  mod (BEFORE|AFTER|ON_OR_BEFORE|ON_OR_AFTER|LESS_THAN|MORE_THAN|EQUAL_OR_LESS|EQUAL_OR_MORE|START|MID|END|APPROX) #IMPLIED
  temporalFunction (true|false) #IMPLIED
  functionInDocument (CREATION_TIME|EXPIRATION_TIME|MODIFICATION_TIME|PUBLICATION_TIME|RELEASE_TIME|RECEPTION_TIME|NONE) #IMPLIED>
<!ATTLIST MAKEINSTANCE eiid ID #REQUIRED eventID IDREF #REQUIRED modality CDATA #IMPLIED
  tense (PAST|PRESENT|FUTURE|INFINITIVE|PRESPART|PASTPART|NONE) #REQUIRED
  aspect (PROGRESSIVE|PERFECTIVE|PERFECTIVE_PROGRESSIVE|NONE) #REQUIRED
  pos (ADJECTIVE|NOUN|VERB|PREPOSITION|OTHER) #REQUIRED polarity (NEG|POS) #REQUIRED>
<!ATTLIST TLINK lid ID #REQUIRED eventInstanceID IDREF #REQUIRED relatedToTime IDREF #REQUIRED
  relType (BEFORE|AFTER|INCLUDES|IS_INCLUDED|DURING|SIMULTANEOUS|IAFTER|IBEFORE|IDENTITY|BEGINS|ENDS|BEGUN_BY|ENDED_BY|DURING_INV)
  #REQUIRED>
"""  # noqa: E501


def parsed(reading: Reading) -> etree._Element:
    root = etree.fromstring(reading_as_timeml(reading).encode())
    dtd = etree.DTD(io.StringIO(DTD))
    assert dtd.validate(root), dtd.error_log
    return root


@pytest.mark.parametrize(
    "reading", [READING, EMPTY, ODD, *examples()], ids=lambda one: one.document.title or "odd"
)
def test_every_document_is_valid_and_its_text_is_the_text(reading: Reading) -> None:
    text = "".join(parsed(reading).find("TEXT").itertext())
    assert len(text) == len(reading.document.text)
    assert text == reading.document.text.replace("\ud800", "\ufffd").replace("\0", "\ufffd")


def test_events_and_times_stand_in_the_text() -> None:
    root = parsed(READING)
    assert [(one.tag, one.text) for one in root.find("TEXT")] == [
        ("EVENT", "streigib"), ("TIMEX3", "15. detsembril"), ("EVENT", "hukkus"),
        ("TIMEX3", "mõnel teisipäeval"), ("EVENT", "purunenud"),
    ]  # fmt: skip
    assert dict(root.find("DCT/TIMEX3").attrib)["value"] == "2025-12"


def test_events_lie_in_their_time_and_before_or_after_publication() -> None:
    links = [
        (one.get("eventInstanceID"), one.get("relType"), one.get("relatedToTime"))
        for one in parsed(READING).iter("TLINK")
    ]
    assert links == [
        ("ei-v1", "IS_INCLUDED", "t1"), ("ei-v1", "AFTER", "t0"),
        ("ei-v2", "IS_INCLUDED", "t2"), ("ei-v2", "BEFORE", "t0"), ("ei-v3", "BEFORE", "t0"),
    ]  # fmt: skip
    assert [one.get("polarity") for one in parsed(READING).iter("MAKEINSTANCE")] == ["POS", "POS", "NEG"]
