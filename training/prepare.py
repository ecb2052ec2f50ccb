"""Turn the corpora into numbers: `training/out/data.pt`, and the strings behind them, `labels.json`."""

import json
import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import torch
from corpora import TYPES, Example, read_estner, read_treebank, read_types, shouted
from lemmas import learn
from torch import Tensor

from allikas.model.tree import Candidate, Description
from allikas.packs.et.candidates import Describer
from allikas.syntax.encoding import Vocabulary, normal, shape

DATA = Path(__file__).parents[1] / ".." / "shared" / "data"
OUT = Path(__file__).parent / "out"
SHOUTED = 0.03  # share of training sentences repeated in capitals; a guess
WIDTHS = {"ngrams": 40, "lemmas": 5, "tags": 16}  # ids kept a form; more is rare
NAME_LABELS = ("O", *(f"{place}-{kind}" for kind in TYPES for place in "BIES"))
ROLES = ("-", "0", "1", "2", "3", "4", "5")


def main() -> None:
    """Read, encode and write everything that training reads."""
    OUT.mkdir(exist_ok=True)
    types = read_types(DATA / "ner" / "edt_names.tsv")
    treebank = read_treebank(DATA / "edt" / "train", types)
    estner, held_out = ([e for block in blocks for e in block] for blocks in read_estner(DATA / "ner"))
    chance = random.Random(1)  # noqa: S311 -- a sample, not a secret
    capitals = [shouted(e) for e in chance.sample(treebank, int(SHOUTED * len(treebank)))]
    parts = {
        "train": [*treebank, *capitals],
        "estner": estner,
        "dev": read_treebank(DATA / "edt" / "dev", types),
        "held_out": held_out,
    }
    described = {part: _Described(examples) for part, examples in parts.items()}
    known = [described["train"], described["estner"]]
    vocabulary = _vocabulary(known)
    labels = {
        "tags": sorted({tag for e in treebank for tag in e.tags}),
        "deprels": sorted({deprel for e in treebank for deprel in e.deprels}),
        "names": NAME_LABELS,
        "roles": ROLES,
    }
    encoder = _Encoder(vocabulary, labels)
    encoded = {part: encoder.encode(found) for part, found in described.items()}
    torch.save({"parts": encoded, "types": encoder.tables()}, OUT / "data.pt")
    strings = {
        "words": list(vocabulary.words), "lemmas": list(vocabulary.lemmas),
        "input_tags": list(vocabulary.tags), "shapes": list(vocabulary.shapes),
        "word_counts": encoder.word_counts(known), **labels,
        **learn(treebank)._asdict(),
    }  # fmt: skip
    (OUT / "labels.json").write_text(json.dumps(strings, ensure_ascii=False), "utf-8")


class _Described:
    """Examples with what the analyser says of their forms."""

    def __init__(self, examples: list[Example]) -> None:
        describer = Describer()
        self.examples = examples
        self.described = [describer.describe(list(e.forms)) for e in examples]
        self.chosen = [describer.choose(list(e.forms)) for e in examples]

    def tokens(self) -> Iterable[tuple[str, Description]]:
        """Yield every form with its description."""
        for example, described in zip(self.examples, self.described, strict=True):
            yield from zip(example.forms, described, strict=True)


def _vocabulary(known: list[_Described]) -> Vocabulary:
    tokens = [token for part in known for token in part.tokens()]
    return Vocabulary(
        words=_known((normal(form) for form, _ in tokens), 2),
        lemmas=_known((lemma for _, d in tokens for lemma in {r.lemma for r in d.readings}), 2),
        tags=_known((tag for _, d in tokens for tag in {*(r.tag for r in d.readings), *d.marks}), 3),
        shapes=_known((shape(form) for form, _ in tokens), 5),
    )


def _known(strings: Iterable[str], least: int) -> dict[str, int]:
    """Give ids from 2 on, the most frequent first, to strings seen *least* times."""
    counts = Counter(strings)
    kept = sorted((s for s, n in counts.items() if n >= least), key=lambda s: (-counts[s], s))
    return {string: at for at, string in enumerate(kept, 2)}


class _Encoder:
    """Gives every distinct form and choice of the analyser a row, and sentences row numbers."""

    def __init__(self, vocabulary: Vocabulary, labels: dict[str, tuple[str, ...] | list[str]]) -> None:
        self._vocabulary = vocabulary
        self._ids = {name: {label: at for at, label in enumerate(found)} for name, found in labels.items()}
        self._forms: dict[str, int] = {}
        self._choices: dict[tuple[Candidate, ...], int] = {}
        self._form_rows: list[tuple[tuple[int, ...], ...]] = []
        self._choice_rows: list[tuple[tuple[int, ...], ...]] = []

    def encode(self, part: _Described) -> list[dict[str, list[int]]]:
        """Return the examples of *part* as lists of ids; ``-1`` where a layer is not known."""
        return [
            self._example(*sentence)
            for sentence in zip(part.examples, part.described, part.chosen, strict=True)
        ]

    def _example(
        self, example: Example, described: list[Description], chosen: list[tuple[Candidate, ...]]
    ) -> dict[str, list[int]]:
        blank = [-1] * len(example.forms)
        return {
            "forms": [self._form(f, d) for f, d in zip(example.forms, described, strict=True)],
            "choices": [self._choice(c) for c in chosen],
            "heads": list(example.heads) or blank,
            "tags": [self._ids["tags"].get(tag, -1) for tag in example.tags] or blank,
            "deprels": [self._ids["deprels"].get(d, -1) for d in example.deprels] or blank,
            "roles": [self._ids["roles"][r] for r in example.roles] or blank,
            "names": [self._ids["names"][n] for n in example.names],
        }

    def _form(self, form: str, described: Description) -> int:
        if form not in self._forms:
            self._forms[form] = len(self._forms)
            word, form_shape, *bags, _ = self._vocabulary.encode(form, described)
            self._form_rows.append(((word,), (form_shape,), *bags))
        return self._forms[form]

    def _choice(self, chosen: tuple[Candidate, ...]) -> int:
        if chosen not in self._choices:
            self._choices[chosen] = len(self._choices)
            self._choice_rows.append(self._vocabulary.encode_choice(chosen))
        return self._choices[chosen]

    def tables(self) -> dict[str, Tensor]:
        """Return the ids of all forms and choices, padded with 0: one row each."""
        word, form_shape, ngrams, lemmas, tags = zip(*self._form_rows, strict=True)
        chosen_lemmas, chosen_tags = zip(*self._choice_rows, strict=True)
        return {
            "word": padded(word, 1)[:, 0], "shape": padded(form_shape, 1)[:, 0],
            "ngrams": padded(ngrams, WIDTHS["ngrams"]),
            "lemmas": padded(lemmas, WIDTHS["lemmas"]), "form_tags": padded(tags, WIDTHS["tags"]),
            "chosen_lemmas": padded(chosen_lemmas, WIDTHS["lemmas"]),
            "chosen_tags": padded(chosen_tags, WIDTHS["tags"]),
        }  # fmt: skip

    def word_counts(self, known: list[_Described]) -> list[int]:
        """Return how often each known word occurs, in the order of their ids."""
        counts = Counter(normal(form) for part in known for form, _ in part.tokens())
        return [counts[word] for word in self._vocabulary.words]


def padded(rows: Iterable[tuple[int, ...]], width: int) -> Tensor:
    """Return *rows* of ids, cut or filled up with 0 to *width*."""
    return torch.tensor([(*row[:width], *[0] * (width - len(row))) for row in rows], dtype=torch.int32)


if __name__ == "__main__":
    main()
