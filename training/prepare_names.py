"""Turn the corpora into what the head of names reads: `training/out/names.pt`.

The head sees forms as the network does, marks of known names, and the network's own tags and relations; so
every sentence is read with the shipped network first. EstNER is cut into tokens as at run time.
"""

import json
import random
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import torch
from corpora import TYPES, Document, Example, bioes, read_treebank, read_types, shouted
from known_names import FILE, MARKS, Known
from prepare import DATA, NAME_LABELS, OUT, WIDTHS, padded
from splicing import beside, opening

from allikas.lang.pack import load
from allikas.model.features import parse_feats
from allikas.model.span import Span
from allikas.model.tree import Candidate, Description, Parse
from allikas.model.word import Sentence, Token
from allikas.packs.et.candidates import Describer
from allikas.segment.sentences import find_sentences
from allikas.segment.tokens import find_tokens
from allikas.syntax.answers import name_key
from allikas.syntax.encoding import Encoded, EncodedChoice
from allikas.syntax.network import load_network
from allikas.syntax.parse import Parser

MODEL = Path(__file__).parents[1] / "src" / "allikas" / "packs" / "et" / "model"
SHOUTED, BESIDE, OPENING = (
    0.04,
    900,
    500,
)  # share in capitals; sentences made with names side by side; guesses


def main() -> None:
    """Read, splice, parse, encode and write."""
    types, chance = read_types(DATA / "ner" / "edt_names.tsv"), random.Random(1)  # noqa: S311 -- a sample
    treebank = read_treebank(DATA / "edt" / "train", types)
    made = [shouted(e) for e in chance.sample(treebank, int(SHOUTED * len(treebank)))]
    made += list(beside(treebank, chance))[:BESIDE] + list(opening(treebank, chance))[:OPENING]
    reader = Reader()
    parts = {
        "treebank": [reader.encode(group) for group in _groups(treebank)],
        "made": [reader.encode(group) for group in _groups(made)],
        "dev": [
            reader.encode(read_treebank(path.parent, types, path.name))
            for path in sorted((DATA / "edt" / "dev").glob("*.conllu"))
        ],
    }
    documents = estner()
    parts["estner"] = [reader.encode(document.sentences) for document in documents]
    torch.save({"parts": parts, "tables": reader.tables(), "documents": documents}, OUT / "names.pt")


def _groups(examples: Sequence[Example]) -> Iterator[Sequence[Example]]:
    yield from (examples[at : at + 500] for at in range(0, len(examples), 500))


def estner() -> list[Document]:
    """Return EstNER's documents, the one very long one in pieces of about fifty lines."""
    paths = sorted((DATA / "ner").glob("*/*.json"))
    pieces = [piece for path in paths for piece in _pieces(json.loads(path.read_text("utf-8")))]
    return [piece for piece in pieces if piece.sentences]


def _pieces(whole: dict) -> Iterator[Document]:
    lines = whole["text"].split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    spans = [(e["start"], e["end"], e["type"]) for e in whole["entities"]
             if e.get("level", 1) == 1 and e["type"] in TYPES]  # fmt: skip
    for first, last in pairwise([*range(0, len(lines), 50), len(lines)]):
        a, b = starts[first], starts[last] - 1
        own = [(s - a, e - a, kind) for s, e, kind in spans if a <= s and e <= b]
        yield document(whole["text"][a:b], own)


def document(text: str, spans: Sequence[tuple[int, int, str]]) -> Document:
    """Return *text* cut into sentences as at run time, names laid over its tokens."""
    tables = load("et").segmentation
    tokens = find_tokens(text, tables)
    sentences = []
    for sent in find_sentences(text, tokens, tables):
        own = tokens[sent.first : sent.last]
        found = []
        for start, end, kind in spans:
            inside = [at for at, t in enumerate(own) if t.span.start < end and t.span.end > start]
            if inside and own[0].span.start <= start:
                found.append((inside[0], inside[-1] + 1, kind))
        sentences.append(Example(tuple(t.form for t in own), bioes(iter(found), len(own))))
    visible = [0]
    for character in text:
        visible.append(visible[-1] + (not character.isspace()))
    return Document(sentences, text, frozenset((visible[s], visible[e], kind) for s, e, kind in spans))


def _split(tag: str) -> tuple[str, frozenset[str]]:
    upos, feats = tag.split(" ", 1)
    return upos, parse_feats(feats)


class Reader:
    """Reads sentences with the shipped network and gives every distinct form and choice a row."""

    def __init__(self) -> None:
        self._network = load_network(MODEL)
        self._vocabulary = self._network.vocabulary
        self._known = Known(FILE)
        self._describer = Describer()
        self._parser = Parser(self._network, self._describer)
        self._tags = {_split(tag): at for at, tag in enumerate(self._network.labels.tags, 1)}
        self._deprels = {name: at for at, name in enumerate(self._network.labels.deprels, 1)}
        self._names = {name: at for at, name in enumerate(NAME_LABELS)}
        self._forms: dict[str, int] = {}
        self._choices: dict[tuple[Candidate, ...], int] = {}
        self._rows: list[Encoded] = []
        self._marks: list[tuple[int, ...]] = []
        self._choice_rows: list[EncodedChoice] = []

    def encode(self, examples: Sequence[Example]) -> list[dict[str, list]]:
        """Return *examples* as ids; ``keys`` say which words could be mentions of one name."""
        parse, at = self._parse(examples), 0
        found = []
        for example in examples:
            forms = list(example.forms)
            words = parse.words[at : at + len(forms)]
            at += len(forms)
            described = self._describer.describe(forms)
            found.append({
                "forms": [self._form(f, d) for f, d in zip(forms, described, strict=True)],
                "choices": [self._choice(c) for c in self._describer.choose(forms)],
                "own_tag": [self._tags[w.upos, w.feats] for w in words],
                "deprel": [self._deprels[w.deprel or "root"] for w in words],
                "names": [self._names[n] for n in example.names],
                "keys": [name_key(w) for w in words],
            })  # fmt: skip
        return found

    def _parse(self, examples: Sequence[Example]) -> Parse:
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        for example in examples:
            first = len(tokens)
            tokens += [Token(Span(0, len(f), f), f) for f in example.forms]
            sentences.append(Sentence(Span(0, 0, ""), first, len(tokens)))
        return self._parser.parse(tokens, sentences)

    def _form(self, form: str, described: Description) -> int:
        if form not in self._forms:
            self._forms[form] = len(self._forms)
            self._rows.append(self._vocabulary.encode(form, described))
            self._marks.append(self._known.marks(form, [r.lemma for r in described.readings]))
        return self._forms[form]

    def _choice(self, chosen: tuple[Candidate, ...]) -> int:
        if chosen not in self._choices:
            self._choices[chosen] = len(self._choices)
            self._choice_rows.append(self._vocabulary.encode_choice(chosen))
        return self._choices[chosen]

    def tables(self) -> dict[str, torch.Tensor]:
        """Return the ids of all forms and choices, padded with 0: one row each."""
        rows = self._rows
        return {
            "shape": padded([(row.shape,) for row in rows], 1)[:, 0],
            "ngrams": padded([row.ngrams for row in rows], WIDTHS["ngrams"]),
            "lemmas": padded([row.lemmas for row in rows], WIDTHS["lemmas"]),
            "form_tags": padded([row.tags for row in rows], WIDTHS["tags"]),
            "marks": padded(self._marks, len(MARKS)),
            "chosen_tags": padded([row.tags for row in self._choice_rows], WIDTHS["tags"]),
        }


if __name__ == "__main__":
    main()
