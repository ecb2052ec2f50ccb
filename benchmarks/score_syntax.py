"""Score tags, lemmas, trees, names and roles on development data, gold tokens and raw text, and time them.

usage: python benchmarks/score_syntax.py [--peer]

`--peer` runs EstNLTK's names on the same texts, sentences given; it takes minutes.

Tags and trees are scored as the CoNLL 2018 shared task does: words are aligned by their visible characters,
universal features and main relations count. The raw text of a file is its sentences joined with one space.
Names are right where span and type are (PER, ORG, and GPE with LOC as one); a role where predicate, role and
argument are. EstNER's figure is on the fifth of its development documents that was held out of training.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from time import process_time
from typing import NamedTuple

from allikas.lang.pack import load
from allikas.model.features import parse_feats
from allikas.model.span import Span
from allikas.model.tree import Parse
from allikas.model.word import Sentence, Token
from allikas.segment.sentences import find_sentences
from allikas.segment.tokens import find_tokens
from allikas.syntax.parse import Parser, load_parser

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
sys.path.insert(0, str(ROOT / "training"))

from corpora import Example, read_estner, read_treebank, read_types  # noqa: E402 -- a folder of scripts

UNIVERSAL = frozenset(
    {"PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Typo", "Gender", "Animacy", "NounClass"}
    | {"Number", "Case", "Definite", "Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident"}
    | {"Polarity", "Person", "Polite", "Clusivity"}
)
PLACES = {"GPE": "LOC"}
THREE = frozenset({"PER", "ORG", "LOC"})

Row = tuple[int, int]  # visible characters of a word, from the start of the file
Name = tuple[int, int, str]
Role = tuple[Row, str, Row]


class Layer(NamedTuple):
    """What is known of a text: words with UPOS, features, lemma, head and relation; names; roles."""

    words: dict[Row, tuple[str, frozenset[str], str, Row | None, str]]
    names: set[Name]
    roles: set[Role]


def visible(forms: Iterable[str]) -> list[Row]:
    """Return each form's range of visible characters."""
    ends = list(accumulate(len("".join(form.split())) for form in forms))
    return list(zip([0, *ends[:-1]], ends, strict=True))


def gold_layer(examples: Sequence[Example]) -> Layer:
    """Return what the corpus says."""
    rows = visible(form for example in examples for form in example.forms)
    words, names, roles, first = {}, set(), set(), 0
    for example in examples:
        own = rows[first : first + len(example.forms)]
        for at, tag in enumerate(example.tags):
            upos, feats = tag.split(" ", 1)
            head = own[example.heads[at] - 1] if example.heads[at] else None
            words[own[at]] = (
                upos,
                _universal(parse_feats(feats)),
                example.lemmas[at],
                head,
                example.deprels[at],
            )
            if head is not None and example.roles[at] != "-":
                roles.add((head, example.roles[at], own[at]))
        names |= {(own[a][0], own[b - 1][1], kind) for a, b, kind in spans(example.names)}
        first += len(own)
    return Layer(words, names, roles)


def spans(labels: Sequence[str]) -> Iterator[Name]:
    """Yield the spans of BIOES labels."""
    start = 0
    for at, label in enumerate(labels):
        start = at if label[0] in "BS" else start
        if label[0] in "ES":
            yield start, at + 1, label[2:]


def found_layer(parse: Parse) -> Layer:
    """Return what the network says."""
    rows = visible(word.span.text for word in parse.words)
    words = {
        rows[at]: (
            word.upos, _universal(word.feats), word.lemma,
            None if word.head is None else rows[word.head], word.deprel or "",
        )
        for at, word in enumerate(parse.words)
    }  # fmt: skip
    names = {(rows[name.first][0], rows[name.last - 1][1], name.type) for name in parse.names}
    return Layer(words, names, {(rows[a.predicate], a.role, rows[a.word]) for a in parse.arguments})


def _universal(feats: Iterable[str]) -> frozenset[str]:
    return frozenset(feat for feat in feats if feat.split("=")[0] in UNIVERSAL)


def count(gold: Layer, found: Layer) -> Counter[str]:
    """Count what is right, found and to be found, by what it is."""
    counts: Counter[str] = Counter()
    aligned = [(gold.words[row], found.words[row]) for row in gold.words.keys() & found.words.keys()]
    for name, right in (("UPOS", 0), ("features", 1), ("lemma", 2), ("UAS", 3)):
        counts[f"{name} right"] = sum(a[right] == b[right] for a, b in aligned)
    counts["LAS right"] = sum(a[3] == b[3] and a[4].split(":")[0] == b[4].split(":")[0] for a, b in aligned)
    for name in ("UPOS", "features", "lemma", "UAS", "LAS"):
        counts[f"{name} gold"], counts[f"{name} found"] = len(gold.words), len(found.words)
    for name, a, b in (
        ("names", three(gold.names), three(found.names)),
        ("roles", gold.roles, found.roles),
    ):
        counts[f"{name} right"], counts[f"{name} gold"], counts[f"{name} found"] = len(a & b), len(a), len(b)
    return counts


def three(names: Iterable[Name]) -> set[Name]:
    """Return names of the three types that the field compares."""
    mapped = ((first, last, PLACES.get(kind, kind)) for first, last, kind in names)
    return {name for name in mapped if name[2] in THREE}


def f1(counts: Counter[str], name: str) -> float:
    """Return the harmonic mean of precision and recall, in per cent."""
    return 200 * counts[f"{name} right"] / max(1, counts[f"{name} gold"] + counts[f"{name} found"])


@cache
def parser() -> Parser:
    """Return the shipped network, loaded and warm."""
    made = load_parser(load("et").model)
    made.parse(*from_gold([Example(("Tere", "!"), ("O", "O"))]))
    return made


def from_gold(examples: Sequence[Example]) -> tuple[list[Token], list[Sentence]]:
    """Return tokens and sentences as the corpus cuts them, one blank after every word."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    at = 0
    for example in examples:
        first, start = len(tokens), at
        for form in example.forms:
            tokens.append(Token(Span(at, at + len(form), form), form))
            at += len(form) + 1
        sentences.append(Sentence(Span(start, at - 1, " ".join(example.forms)), first, len(tokens)))
    return tokens, sentences


def from_text(text: str) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    """Return tokens and sentences as Allikas cuts them."""
    tables = load("et").segmentation
    tokens = find_tokens(text, tables)
    return tokens, find_sentences(text, tokens, tables)


class Scored(NamedTuple):
    """Counts on gold tokens, on raw text, and the time that raw text took."""

    gold: Counter[str]
    raw: Counter[str]
    seconds: float


def score_treebank() -> Scored:
    """Score every file of the treebank's development part."""
    types = read_types(DATA / "ner" / "edt_names.tsv")
    gold, raw, seconds = Counter[str](), Counter[str](), 0.0
    parser()
    for path in sorted((DATA / "edt" / "dev").glob("*.conllu")):
        examples = read_treebank(path.parent, types, path.name)
        text = " ".join(example.text for example in examples)
        start = process_time()
        read = parser().parse(*from_text(text))
        seconds += process_time() - start
        expected = gold_layer(examples)
        raw += count(expected, found_layer(read))
        gold += count(expected, found_layer(parser().parse(*from_gold(examples))))
    return Scored(gold, raw, seconds)


def held_out() -> list[tuple[str, set[Name]]]:
    """Return EstNER's held-out texts with their names, by visible characters."""
    _, blocks = read_estner(DATA / "ner")
    return [("\n".join(e.text for e in block), three(gold_layer(block).names)) for block in blocks]


def score_estner() -> Counter[str]:
    """Score the names of raw texts."""
    counts: Counter[str] = Counter()
    for text, gold in held_out():
        found = three(found_layer(parser().parse(*from_text(text))).names)
        counts += Counter(
            {"names right": len(gold & found), "names gold": len(gold), "names found": len(found)}
        )
    return counts


def figures() -> dict[str, float]:
    """Return what floors are held against: F1 in per cent."""
    scored = score_treebank()
    both = (("gold", scored.gold), ("raw", scored.raw))
    names = ("UPOS", "features", "lemma", "UAS", "LAS", "names", "roles")
    found = {f"{name.lower()}_{kind}": f1(counts, name) for kind, counts in both for name in names}
    return found | {"names_estner": f1(score_estner(), "names")}


def treebank_names() -> list[tuple[str, set[Name]]]:
    """Return the treebank's development files, a sentence a line, with their names."""
    types = read_types(DATA / "ner" / "edt_names.tsv")
    paths = sorted((DATA / "edt" / "dev").glob("*.conllu"))
    files = [read_treebank(path.parent, types, path.name) for path in paths]
    return [("\n".join(e.text for e in file), three(gold_layer(file).names)) for file in files]


def peer(texts: Iterable[tuple[str, set[Name]]]) -> tuple[Counter[str], float]:
    """Run EstNLTK's names on texts whose lines are sentences; return counts and words a second."""
    # EstNLTK takes seconds to import, and its own sentence splitter wants a download
    from estnltk import Text  # noqa: PLC0415
    from estnltk.taggers import NerTagger, SentenceTokenizer  # noqa: PLC0415
    from nltk.tokenize.simple import LineTokenizer  # noqa: PLC0415

    sentences, tagger = SentenceTokenizer(base_sentence_tokenizer=LineTokenizer()), NerTagger()
    counts, words, start = Counter[str](), 0, process_time()
    for string, gold in texts:
        text = Text(string).tag_layer(["words"])
        sentences.tag(text)
        tagger.tag(text.tag_layer(["morph_analysis"]))
        places = list(accumulate((not character.isspace() for character in string), initial=0))
        found = three((places[span.start], places[span.end], str(span.nertag)) for span in text.ner)
        counts += Counter(
            {"names right": len(gold & found), "names gold": len(gold), "names found": len(found)}
        )
        words += len(text.words)
    return counts, words / (process_time() - start)


def main() -> None:
    """Print every figure, and EstNLTK's names on the same texts where that is asked for."""
    scored = score_treebank()
    for kind, counts in (("gold tokens", scored.gold), ("raw text", scored.raw)):
        names = ("UPOS", "features", "lemma", "UAS", "LAS", "names", "roles")
        print(f"{kind:12}", "  ".join(f"{name} {f1(counts, name):.2f}" for name in names))
    words = scored.raw["UPOS found"]
    print(f"speed        {words / scored.seconds:,.0f} words/s, segmentation to roles, processor time")
    print(f"EstNER       names {f1(score_estner(), 'names'):.2f} on the held-out fifth, raw text")
    if "--peer" in sys.argv:
        for name, texts in (("EDT", treebank_names()), ("EstNER", held_out())):
            counts, speed = peer(texts)
            print(f"EstNLTK      names {f1(counts, 'names'):.2f} on {name}, {speed:,.0f} words/s")


if __name__ == "__main__":
    main()
