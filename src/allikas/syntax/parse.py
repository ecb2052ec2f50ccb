"""Tokens and sentences to words with trees, names and arguments."""

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from allikas.lang.analyser import Analyser, Model
from allikas.model.features import parse_feats
from allikas.model.tree import Candidate, Description, Parse
from allikas.model.word import Sentence, Token, Word
from allikas.syntax.answers import Answers, fill, find_arguments, find_names, join
from allikas.syntax.lemmas import find_lemma
from allikas.syntax.naming import Floats
from allikas.syntax.network import Network, load_network
from allikas.syntax.vectors import Vectors
from allikas.syntax.windows import Window, batches, chunks, cut

Known = tuple[list[str], list[Description], list[tuple[Candidate, ...]]]  # forms and what the analyser says


class Parser:
    """A network with a language's analyser; it remembers forms, and nothing of a document."""

    def __init__(self, network: Network, analyser: Analyser) -> None:
        self._network = network
        self._analyser = analyser
        self._vectors = Vectors(network.tables, network.vocabulary)

    def parse(self, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Parse:
        """Return words with trees, names and arguments; *sentences* are in order and cover all *tokens*."""
        windows = list(cut(tokens, sentences))
        known = self._analyse([token.form for token in tokens], windows)
        answers = Answers.blank(len(tokens), self._network.labels)
        for chunk in chunks(windows):
            self._read(chunk, known, answers)
        join(answers, windows)
        words = tuple(self._words(tokens, known, answers))
        names = find_names(answers, windows, words, self._network)
        return Parse(words, tuple(names), tuple(find_arguments(answers)))

    def _analyse(self, forms: list[str], windows: Sequence[Window]) -> Known:
        chosen = [readings for w in windows for readings in self._analyser.choose(forms[w.first : w.last])]
        return forms, self._analyser.describe(forms), chosen

    def _read(self, chunk: Sequence[Window], known: Known, answers: Answers) -> None:
        """Put a chunk's windows through the network, those of like length together."""
        start, end = chunk[0].first, chunk[-1].last
        forms, described, chosen = known
        vectors = self._vectors.look_up(forms[start:end], described[start:end], chosen[start:end])
        for batch in batches(chunk):
            scores = self._network.run(*self._side_by_side(batch, vectors, start))
            fill(answers, batch, scores, self._network)

    def _side_by_side(
        self, batch: Sequence[Window], vectors: Floats, start: int
    ) -> tuple[Floats, NDArray[np.int32]]:
        """Return inputs (time, sentences, width) with the root before every sentence, and lengths with it."""
        lengths = [window.length for window in batch]
        made = np.zeros((1 + max(lengths), len(batch), vectors.shape[1]), np.float32)
        made[0] = self._vectors.root
        for row, window in enumerate(batch):
            made[1 : 1 + window.length, row] = vectors[window.first - start : window.last - start]
        return made, np.array(lengths, np.int32) + np.int32(1)

    def _words(self, tokens: Sequence[Token], known: Known, answers: Answers) -> Iterator[Word]:
        for at, (token, described, chosen) in enumerate(zip(tokens, *known[1:], strict=True)):
            tag = self._network.labels.tags[answers.tags[at]]
            upos, feats = tag.split(" ", 1)
            lemma = find_lemma(token.form, tag, described.readings, chosen, self._network.lemmas)
            yield Word(token, lemma, upos, parse_feats(feats), answers.heads[at], answers.deprels[at])


@cache
def load_parser(model: Model) -> Parser:
    """Return the parser of a language's *model*, once a process; raises as ``load_network`` does."""
    return Parser(load_network(model.folder), model.analyser())
