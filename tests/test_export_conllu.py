import conllu

from allikas.export.conllu import reading_as_conllu
from allikas.model.document import Document
from allikas.model.layers import Entity, Mention
from allikas.model.reading import Reading
from allikas.model.word import Sentence, Token, Word

DOC = Document("Irena Sovall vaikis.")
FORMS = ((0, 5, "Irena"), (6, 12, "Sovall"), (13, 19, "vaikis"), (19, 20, "."))
WORDS = tuple(
    Word(Token(DOC.span(start, end), form), form, "X", head=head, deprel="dep" if head is not None else None)
    for (start, end, form), head in zip(FORMS, (2, 0, None, 2), strict=True)
)
SENTENCES = (Sentence(DOC.span(0, 20), 0, 4),)


def minister(kind: str, start: int, end: int) -> Entity:
    return Entity("e1", "PER", "Irena Sovall", (Mention(DOC.span(start, end), kind),))  # type: ignore[arg-type]


def misc(*entities: Entity) -> list[dict[str, str] | None]:
    (sentence,) = conllu.parse(reading_as_conllu(Reading(DOC, SENTENCES, WORDS, entities)))
    return [token["misc"] for token in sentence]


def test_the_sentence_is_as_received_with_its_tree() -> None:
    (sentence,) = conllu.parse(reading_as_conllu(Reading(DOC, SENTENCES, WORDS)))
    assert sentence.metadata["text"] == "Irena Sovall vaikis."
    assert sentence.metadata["sent_id"].startswith(DOC.id)
    assert [token["head"] for token in sentence] == [3, 1, 0, 3]


def test_names_of_a_type_are_marked_in_misc() -> None:
    assert misc(minister("name", 0, 12)) == [{"NE": "B-PER"}, {"NE": "I-PER"}, {"SpaceAfter": "No"}, None]


def test_descriptions_and_names_of_no_type_are_not() -> None:
    nameless = Entity("e1", None, "Irena Sovall", (Mention(DOC.span(0, 12), "name"),))
    assert misc(minister("nominal", 0, 12)) == misc(nameless) == [None, None, {"SpaceAfter": "No"}, None]
