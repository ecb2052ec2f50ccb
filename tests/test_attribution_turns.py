from allikas.attribution.quotes import find_quotes
from allikas.attribution.turns import MANY, find_answers
from allikas.lang.pack import load
from allikas.model.document import Document
from allikas.pipeline import read_document
from allikas.segment.sentences import find_sentences
from allikas.segment.tokens import find_tokens
from allikas.syntax.words import find_parse

ASKED = ("Kuidas te kapteniks saite?", "Kas te kartsite merd?", "Mida te noortele ütlete?")
SAID = ("Alustasin madrusena.", "Alguses küll. Hiljem ma harjusin.", "Tulge merele.")


def answers(text: str) -> list[str]:
    pack = load("et")
    tokens = find_tokens(text, pack.segmentation)
    sentences = find_sentences(text, tokens, pack.segmentation)
    words = find_parse(tokens, sentences, pack).words
    found = find_answers(words, sentences, find_quotes(words, sentences))
    spans = [(words[one.first].span.start, words[one.last - 1].span.end) for one in found]
    return [text[start:end] for start, end in spans]


def interview(between: str, questions: int = len(ASKED)) -> str:
    return between.join(turn for pair in zip(ASKED[:questions], SAID, strict=False) for turn in pair)


def test_what_stands_between_questions_is_answered() -> None:
    assert answers(interview(" ")) == list(SAID)


def test_paragraphs_part_the_turns_where_there_are_any() -> None:
    text = interview("\n\n").replace("Hiljem ma harjusin.", "Kes ei karda? Hiljem ma harjusin.")
    assert answers(text)[1] == "Alguses küll. Kes ei karda? Hiljem ma harjusin."


def test_a_question_or_two_make_no_interview() -> None:
    assert len(ASKED) == MANY
    assert answers(interview(" ", questions=2)) == []


def test_questions_in_quotations_are_not_asked_by_the_outlet() -> None:
    assert answers(" ".join(f"„{asked}“ küsis Lepik. Mees vaikis." for asked in ASKED)) == []


def test_a_heading_ends_an_answer() -> None:
    assert answers(interview(" ") + "\nUus sild\nSild avati eile.")[-1] == SAID[-1]


def test_who_says_i_in_an_answer_is_not_the_outlet() -> None:
    text = interview(" ").replace("Alguses küll.", "Ma arvan, et meri on ilus.")
    found = read_document(Document(text), load("et")).statements
    inner = next(one for one in found if one.cue)
    assert inner.parent is not None


def test_whom_a_question_addresses_by_name_answers_all_of_them() -> None:
    text = interview(" ").replace("Kuidas te kapteniks saite?", "Kapten Ada Lepik, kuidas te merele läksite?")
    reading = read_document(Document(text), load("et"))
    names = {entity.id: entity.name for entity in reading.entities}
    assert [names.get(one.speaker or "") for one in reading.statements] == ["Ada Lepik"] * 3


def test_who_is_never_named_stays_unknown() -> None:
    text = "Minister ütles, et sild on kinni. " + interview(" ")
    statements = read_document(Document(text), load("et")).statements
    assert [one.speaker for one in statements[1:]] == [None] * 3
