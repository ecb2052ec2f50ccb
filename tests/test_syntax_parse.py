"""The network on sentences of our own: well-formed for any text, and the same whatever it is read beside."""

import random
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import allikas.packs.et
from allikas.model.span import Span
from allikas.model.tree import Argument, NamedSpan, Parse
from allikas.model.word import Sentence, Token, Word
from allikas.packs.et.candidates import Describer
from allikas.syntax.network import load_network
from allikas.syntax.parse import Parser
from allikas.syntax.spanning import is_tree

MODEL = Path(allikas.packs.et.__file__).parent / "model"
REPORT = [
    "Eesti välisminister Mart Rebane ütles neljapäeval Tallinnas , et leping allkirjastatakse kevadel .",
    "Tema sõnul on läbirääkimised kestnud kaks aastat .",
    "« Me ei kiirusta , » kinnitas Rebane ajakirjanikele .",
    "Rahandusministeerium lubas avaldada arvutused järgmisel nädalal .",
    "Jah !",
    "KRISTJAN TAMME : PANK SULGEB VALGAS KONTORI",
]


def document(lines: list[str]) -> tuple[list[Token], list[Sentence]]:
    tokens: list[Token] = []
    sentences, at = [], 0
    for line in (" ".join(line.split()) for line in lines):
        first, start = len(tokens), at
        for form in line.split():
            tokens.append(Token(Span(at, at + len(form), form), form))
            at += len(form) + 1
        sentences.append(Sentence(Span(start, max(start, at - 1), line), first, len(tokens)))
    return tokens, sentences


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(load_network(MODEL), Describer())


@pytest.fixture(scope="module")
def report(parser: Parser) -> Parse:
    return parser.parse(*document(REPORT))


def find(report: Parse, form: str) -> tuple[int, Word]:
    return next((at, word) for at, word in enumerate(report.words) if word.form == form)


def test_the_verb_of_saying_heads_its_speaker_and_its_content(report: Parse) -> None:
    said, verb = find(report, "ütles")
    assert (verb.lemma, verb.upos, verb.head) == ("ütlema", "VERB", None)
    _, minister = find(report, "välisminister")
    _, signed = find(report, "allkirjastatakse")
    assert (minister.head, minister.deprel) == (said, "nsubj")
    assert (signed.head, signed.deprel) == (said, "ccomp")


def test_names_are_found_with_their_types(report: Parse) -> None:
    first, _ = find(report, "Mart")
    place, _ = find(report, "Tallinnas")
    assert {NamedSpan(first, first + 2, "PER"), NamedSpan(place, place + 1, "GPE")} <= set(report.names)


def test_who_says_what_to_whom_are_arguments(report: Parse) -> None:
    said, _ = find(report, "ütles")
    minister, _ = find(report, "välisminister")
    content, _ = find(report, "allkirjastatakse")
    assert {Argument(said, "0", minister), Argument(said, "1", content)} <= set(report.arguments)


def test_lemmas_are_plain(report: Parse) -> None:
    assert find(report, "Tallinnas")[1].lemma == "Tallinn"
    assert find(report, "Rahandusministeerium")[1].lemma == "rahandusministeerium"
    assert find(report, "avaldada")[1].lemma == "avaldama"


def test_every_sentence_is_one_tree(report: Parse) -> None:
    _, sentences = document(REPORT)
    for sent in sentences:
        words = report.words[sent.first : sent.last]
        assert is_tree([0 if word.head is None else word.head - sent.first + 1 for word in words])
        assert [word.deprel == "root" for word in words] == [word.head is None for word in words]


def moved(word: Word, by: int) -> tuple[object, ...]:
    head = None if word.head is None else word.head + by
    return word.lemma, word.upos, word.feats, head, word.deprel


def test_a_sentence_is_read_the_same_whatever_it_is_read_beside(parser: Parser, report: Parse) -> None:
    _, sentences = document(REPORT)
    for line, sent in zip(REPORT, sentences, strict=True):
        alone = parser.parse(*document([line]))
        beside = report.words[sent.first : sent.last]
        assert [moved(word, sent.first) for word in alone.words] == [moved(word, 0) for word in beside]


def test_the_order_of_sentences_changes_nothing(parser: Parser, report: Parse) -> None:
    shuffled = random.Random(5).sample(REPORT * 20, len(REPORT) * 20)  # noqa: S311 -- an order
    found = parser.parse(*document(shuffled))
    _, sentences = document(shuffled)
    _, own = document(REPORT)
    for line, sent in zip(shuffled, sentences, strict=True):
        first = own[REPORT.index(line)].first
        here = [moved(word, first - sent.first) for word in found.words[sent.first : sent.last]]
        assert here == [moved(word, 0) for word in report.words[first : first + len(here)]]


def test_threads_read_the_same(parser: Parser, report: Parse) -> None:
    found: list[Parse] = []
    threads = [Thread(target=lambda: found.append(parser.parse(*document(REPORT)))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [report] * 4


def test_nothing_is_read_from_nothing(parser: Parser) -> None:
    assert parser.parse([], []) == Parse(())


def test_an_endless_sentence_is_one_tree(parser: Parser) -> None:
    tokens, sentences = document([" ".join(["sõna , müra"] * 700)])
    heads = [word.head for word in parser.parse(tokens, sentences).words]
    assert is_tree([0 if head is None else head + 1 for head in heads])


Forms = st.lists(
    st.text(min_size=1, max_size=12).filter(lambda form: bool(form.split())), min_size=1, max_size=9
)


@settings(deadline=None, max_examples=40)
@given(st.lists(Forms, max_size=4))
def test_any_text_gets_well_formed_trees(parser: Parser, lines: list[list[str]]) -> None:
    tokens, sentences = document([" ".join(forms) for forms in lines])
    found = parser.parse(tokens, sentences)
    assert len(found.words) == len(tokens)
    for sent in sentences:
        words = found.words[sent.first : sent.last]
        assert is_tree([0 if word.head is None else word.head - sent.first + 1 for word in words])
    assert all(0 <= name.first < name.last <= len(tokens) for name in found.names)
