import conllu

from allikas.export.conllu import reading_as_conllu
from allikas.model.document import Document
from allikas.model.reading import Reading
from allikas.model.tree import Argument, NamedSpan
from allikas.model.word import Sentence, Token, Word

DOC = Document("Irena Sovall vaikis.")
FORMS = ((0, 5, "Irena"), (6, 12, "Sovall"), (13, 19, "vaikis"), (19, 20, "."))
WORDS = tuple(
    Word(Token(DOC.span(start, end), form), form, "X", head=head, deprel="dep" if head is not None else None)
    for (start, end, form), head in zip(FORMS, (2, 0, None, 2), strict=True)
)
SENTENCES = (Sentence(DOC.span(0, 20), 0, 4),)


def misc(reading: Reading) -> list[dict[str, str] | None]:
    (sentence,) = conllu.parse(reading_as_conllu(reading))
    return [token["misc"] for token in sentence]


def test_the_sentence_is_as_received_with_its_tree() -> None:
    (sentence,) = conllu.parse(reading_as_conllu(Reading(DOC, SENTENCES, WORDS)))
    assert sentence.metadata["text"] == "Irena Sovall vaikis."
    assert sentence.metadata["sent_id"].startswith(DOC.id)
    assert [token["head"] for token in sentence] == [3, 1, 0, 3]


def test_names_are_marked_in_misc() -> None:
    reading = Reading(DOC, SENTENCES, WORDS, names=(NamedSpan(0, 2, "PER"),))
    assert misc(reading) == [{"NE": "B-PER"}, {"NE": "I-PER"}, {"SpaceAfter": "No"}, None]


def test_arguments_are_marked_in_misc_with_the_predicate_that_they_belong_to() -> None:
    reading = Reading(DOC, SENTENCES, WORDS, arguments=(Argument(2, "0", 0),))
    assert misc(reading) == [{"Arg": "vaikis_Arg_0"}, None, {"SpaceAfter": "No"}, None]
