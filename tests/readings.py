"""A reading made by hand, with something in every layer, for the tests of exports."""

from pathlib import Path

import allikas
from allikas.model.document import Document
from allikas.model.layers import (
    Entity,
    EntityType,
    Event,
    Mention,
    MentionKind,
    Plover,
    Problem,
    Quantity,
    Role,
    Statement,
    Timex,
)  # fmt: skip
from allikas.model.reading import Reading
from allikas.model.span import Span
from allikas.model.word import Sentence

TEXT = (
    "🌧 Sadamaliit streigib 15. detsembril Suurneemes, ütles Kert Hallik LSA vahendusel.\n\n"
    "Politsei sõnul hukkus mõnel teisipäeval üle kahe inimese 😢. <Sild> & tamm ei purunenud."
)
DOC = Document(
    TEXT,
    published="2025-12",
    outlet="Kirdetuul",
    title="Sadam: streik",
    url="https://kirdetuul.example/2025/12/streik",
)


def at(text: str) -> Span:
    start = TEXT.index(text)
    return DOC.span(start, start + len(text))


def entity(id_: str, type_: EntityType | None, text: str, name: str, kind: MentionKind = "name") -> Entity:
    return Entity(id_, type_, name, (Mention(at(text), kind),))


PORT = Entity("e2", "GPE", "Suurneeme", (Mention(at("Suurneemes"), "name"),), "EE", 999, 59.5, 25.25)
ENTITIES = (
    entity("e1", "ORG", "Sadamaliit", "Sadamaliit"),
    PORT,
    entity("e3", "PER", "Kert Hallik", "Kert Hallik"),
    entity("e4", "ORG", "LSA", "LSA"),
    entity("e5", "ORG", "Politsei", "politsei", "nominal"),
    entity("e6", None, "Sild", "Sild"),
)
TIMES = (
    Timex("t1", at("15. detsembril"), "DATE", "2025-12-15", "2025-12-15", by=("<day> <month>",)),
    Timex("t2", at("mõnel teisipäeval"), "DATE", "2025-12-XX", "[2025-12-02,2025-12-09]", "APPROX"),
)
QUANTITIES = (Quantity("q1", at("üle kahe inimese"), 2.0, 2.0, of=at("inimese"), approx="more_than"),)
STATEMENTS = (
    Statement(
        "s1", "indirect", "say", (at("Sadamaliit streigib 15. detsembril Suurneemes"),), (at("ütles"),),
        at("Kert Hallik"), "e3", at("LSA"), None, ("e4", "e3"), by=("ütlema",),
    ),
    Statement(
        "s2", "indirect", "say", (at("hukkus mõnel"), at("üle kahe inimese 😢")), (at("sõnul"),),
        at("Politsei"), "e5", chain=("e5",), certainty="probable", time="t2",
    ),
)  # fmt: skip
EVENTS = (
    Event(
        "v1", at("streigib"), "streikima", "OCCURRENCE", status="planned", relation="after",
        time="t1", place="e2",
        roles=(Role("agent", at("Sadamaliit"), "e1"),), plover=Plover("PROTEST", "strike"), statement="s1",
    ),
    Event(
        "v2", at("hukkus"), "hukkuma", "OCCURRENCE", certainty="probable", relation="before",
        time="t2",
        roles=(Role("patient", at("üle kahe inimese")),), quantities=("q1",),
        plover=Plover("ASSAULT"), statement="s2",
    ),
    Event(
        "v3", at("purunenud"), "purunema", "OCCURRENCE", polarity="NEG", status="negated", relation="before",
        roles=(Role("patient", at("Sild"), "e6"),),
    ),
)  # fmt: skip
READING = Reading(
    DOC,
    sentences=(Sentence(DOC.span(0, TEXT.index("\n")), 0, 0),),
    entities=ENTITIES,
    times=TIMES,
    quantities=QUANTITIES,
    statements=STATEMENTS,
    events=EVENTS,
    problems=(Problem("intake", "read as Windows-1257"),),
)
EMPTY = Reading(Document(""))
ODD = Reading(Document("a\ud800\0\r\nb \u2028 c"))


def examples() -> list[Reading]:
    """Read the example reports as they are read by everybody."""
    folder = Path(__file__).parents[1] / "examples"
    return [allikas.read(path.read_text("utf-8")) for path in sorted(folder.glob("*.txt"))]
