import re

import conllu
import pytest

from allikas.model.features import parse_feats
from allikas.model.span import Span
from allikas.model.tree import Argument, NamedSpan
from allikas.model.word import Sentence, Token, Word
from allikas.syntax.conllu import format_conllu

TEXT = "Choe Son Hui  ütles: tuleme. Jah!"
ROWS = [  # form, lemma, upos, feats, head, deprel
    ("Choe", "Choe", "PROPN", "Number=Sing|Case=Nom", 3, "nsubj"),
    ("Son", "Son", "PROPN", "_", 0, "flat"),
    ("Hui", "Hui", "PROPN", "_", 0, "flat"),
    ("ütles", "ütlema", "VERB", "Mood=Ind|VerbForm=Fin", None, "root"),
    (":", ":", "PUNCT", "_", 5, "punct"),
    ("tuleme", "tulema", "VERB", "_", 3, "parataxis:too:deep"),
    (".", ".", "PUNCT", "_", 3, "punct"),
    ("Jah", "jah", "INTJ", "_", None, "root"),
    ("!", "!", "PUNCT", "_", 7, "punct"),
]


@pytest.fixture
def written() -> str:
    words, at = [], 0
    for form, lemma, upos, feats, head, deprel in ROWS:
        at = TEXT.index(form, at)
        token = Token(Span(at, at + len(form), form), form)
        words.append(Word(token, lemma, upos, parse_feats(feats), head, deprel))
        at += len(form)
    sentences = [Sentence(Span(0, 28, TEXT[:28]), 0, 7), Sentence(Span(29, 33, TEXT[29:]), 7, 9)]
    names, arguments = [NamedSpan(0, 3, "PER")], [Argument(3, "0", 0)]
    return format_conllu(words, sentences, names=names, arguments=arguments, doc_id="minu lugu")


def test_the_conllu_library_reads_it(written: str) -> None:
    first, second = conllu.parse(written)
    assert [token["head"] for token in first] == [4, 1, 1, 0, 6, 4, 4]
    assert first[0]["feats"] == {"Case": "Nom", "Number": "Sing"}
    assert first.metadata == {"sent_id": "minu_lugu-1", "text": "Choe Son Hui ütles: tuleme."}
    assert second[0]["misc"] == {"SpaceAfter": "No"}


def test_names_and_arguments_stand_in_misc_in_order(written: str) -> None:
    choe, son, *_ = conllu.parse(written)[0]
    assert choe["misc"] == {"Arg": "ütlema_Arg_0", "NE": "B-PER"}
    assert son["misc"] == {"NE": "I-PER"}


def test_text_is_forms_and_gaps(written: str) -> None:
    for sentence in conllu.parse(written):
        made = "".join(
            word["form"] + ("" if (word["misc"] or {}).get("SpaceAfter") == "No" else " ")
            for word in sentence
        )
        assert made.strip() == sentence.metadata["text"]


def test_a_relation_has_one_subtype_at_most(written: str) -> None:
    rows = [line.split("\t") for line in written.splitlines() if line and line[0] != "#"]
    assert all(re.fullmatch(r"[a-z]+(:[a-z]+)?", row[7]) for row in rows)
    assert all(len(row) == 10 and all(row) for row in rows)
    assert {row[7] for row in rows if row[6] == "0"} == {"root"}


def test_every_sentence_ends_with_an_empty_line(written: str) -> None:
    assert written.endswith("\n\n")
    assert written.count("\n\n") == 2


def test_white_space_within_a_form_or_lemma_breaks_no_column() -> None:
    token = Token(Span(0, 6, "40\t000"), "40\t000")
    sent = Sentence(Span(0, 6, "40\t000"), 0, 1)
    written = format_conllu([Word(token, "40\n000", "NUM")], [sent])
    assert written.splitlines()[2].split("\t")[:3] == ["1", "40 000", "40 000"]
