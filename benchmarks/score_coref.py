"""Score pronouns on the antecedents that were annotated beside the checkout.

An antecedent is right when the pronoun belongs to an entity that has a mention headed by the annotated noun
(a title and the name behind it count as one). Sentences marked as held out are left out, and break the text.
Figures ending in ``_unseen`` leave out pronouns whose own sentence and whose antecedent's sentence were both
in the network's training (matched by text). ``--ablation`` switches one preference off at a time;
``--errors`` lists what went wrong.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from allikas.attribution.frame import find_phrases, find_quotations
from allikas.attribution.frames import find_frames
from allikas.entities import antecedents
from allikas.entities.entities import find_entities
from allikas.entities.phrases import phrase_head
from allikas.lang.pack import Pack, load
from allikas.model.layers import Entity
from allikas.model.span import Span
from allikas.model.tree import Parse
from allikas.segment.sentences import find_sentences
from allikas.segment.tokens import find_tokens
from allikas.syntax.trees import Trees, turn
from allikas.syntax.words import find_parse

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
PERSONAL = {"tema": "third", "mina": "first", "sina": "second"}
RELATIVE = {"kes": "relative"}
_LINK = re.compile(r"(?:^|\|)Coref=(\d+)\.(\d+)")


class Link(NamedTuple):
    """A pronoun and its antecedent as characters of a run's text; ``kind`` names the sort of pronoun."""

    pronoun: int
    antecedent: int
    kind: str
    seen: bool


class Run(NamedTuple):
    """Sentences that stand one after another, read as one text, with their links."""

    text: str
    links: tuple[Link, ...]


class Read(NamedTuple):
    """A run with what the earlier stages make of it."""

    run: Run
    parse: Parse
    phrases: tuple[tuple[int, int], ...]
    quotations: tuple[tuple[tuple[int, int], tuple[int, int]], ...]


class Gold(NamedTuple):
    """An annotated sentence: its number, its text, and its tokens' columns."""

    number: int
    text: str
    tokens: list[list[str]]


def gold_runs(path: Path) -> Iterator[list[Gold]]:
    """Yield the sentences of a file, in runs that nothing left out interrupts."""
    run: list[Gold] = []
    for block in path.read_text("utf-8").split("\n\n"):
        if "# held_out = yes" in block:
            if run:
                yield run
            run = []
        elif block.strip():
            run.append(_gold(block.strip().split("\n")))
    if run:
        yield run


def _gold(lines: Sequence[str]) -> Gold:
    notes = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
    tokens = [line.split("\t") for line in lines if line[:1].isdigit()]
    return Gold(int(notes["sent_id"].rpartition("_")[2]), notes["text"], tokens)


def _starts(sent: Gold, offset: int) -> dict[str, int]:
    """Return where each token of a sentence begins in the run's text."""
    starts, at = {}, 0
    for columns in sent.tokens:
        at = max(sent.text.find(columns[1], at), at)
        starts[columns[0]] = offset + at
        at += len(columns[1])
    return starts


def linked(run: Sequence[Gold], trained: frozenset[str]) -> Run:
    """Return a run as text, with the links of its pronouns."""
    starts: dict[tuple[int, str], int] = {}
    texts = {sent.number: "".join(sent.text.split()) for sent in run}
    offset = 0
    for sent in run:
        starts |= {(sent.number, id_): start for id_, start in _starts(sent, offset).items()}
        offset += len(sent.text) + 1
    links = []
    for sent in run:
        for columns in sent.tokens:
            kind, found = {**PERSONAL, **RELATIVE}.get(columns[2]), _LINK.search(columns[9])
            target = (int(found[1]), found[2]) if found else None
            if kind and target in starts:
                seen = texts[sent.number] in trained and texts[target[0]] in trained
                links.append(Link(starts[sent.number, columns[0]], starts[target], kind, seen))
    return Run(" ".join(sent.text for sent in run), tuple(links))


def trained_on() -> frozenset[str]:
    """Return the sentences of EDT's training part without their blanks."""
    return frozenset(
        "".join(line.removeprefix("# text = ").split())
        for path in (DATA / "edt" / "train").glob("*.conllu")
        for line in path.read_text("utf-8").splitlines()
        if line.startswith("# text = ")
    )


def read(pack: Pack) -> Iterator[Read]:
    """Read every run up to its frames."""
    trained = trained_on()
    for path in sorted((DATA / "coref").glob("*.conllu")):
        for gold in gold_runs(path):
            run = linked(gold, trained)
            tokens = find_tokens(run.text, pack.segmentation)
            sentences = find_sentences(run.text, tokens, pack.segmentation)
            parse = find_parse(tokens, sentences, pack)
            frames = find_frames(parse.words, sentences, pack.reporting)
            yield Read(run, parse, find_phrases(frames), find_quotations(frames))


def whole(trees: Trees, at: int) -> int:
    """Return the head of the name or title that a word belongs to."""
    while (head := trees.head(at)) is not None:
        title = trees.words[at].upos == "NOUN" and trees.words[head].upos == "PROPN" and at < head
        if not (trees.is_deprel(at, "flat", "appos") or (title and trees.is_deprel(at, "nmod"))):
            return at
        at = head
    return at


def judged(one: Read, pack: Pack) -> Iterator[tuple[Link, bool, Entity | None]]:
    """Yield each link, whether the entity of its pronoun is the annotated one, and that entity."""
    words, names = one.parse.words, one.parse.names
    entities = find_entities(one.run.text, words, one.phrases, pack.names, names, one.quotations)
    places = {word.span.start: at for at, word in enumerate(one.parse.words)}
    trees = turn(one.parse.words)
    whose = {mention.span.start: entity for entity in entities for mention in entity.mentions
             if mention.kind == "pronoun"}  # fmt: skip
    for link in one.run.links:
        entity = whose.get(link.pronoun)
        target = places.get(link.antecedent)
        right = (
            entity is not None
            and target is not None
            and whole(trees, target) in {_head(trees, places, m.span) for m in entity.mentions}
        )
        yield link, right, entity


def _head(trees: Trees, places: dict[int, int], span: Span) -> int:
    first = places[span.start]
    last = first
    while last < len(trees.words) and trees.words[last].span.start < span.end:
        last += 1
    return whole(trees, phrase_head(trees, first, last))


def count(reads: Sequence[Read], pack: Pack) -> Counter[str]:
    """Count right, answered and all pronouns of each sort."""
    counts: Counter[str] = Counter()
    for one in reads:
        for link, right, entity in judged(one, pack):
            sorts = [link.kind, *(["personal"] if link.kind != "relative" else [])]
            for sort in [*sorts, *([] if link.seen else [f"{sort}_unseen" for sort in sorts])]:
                counts += Counter({f"{sort} all": 1, f"{sort} answered": entity is not None, sort: right})
    return counts


def figures() -> dict[str, float]:
    """Return the accuracy for each sort of pronoun, in per cent."""
    pack = load("et")
    return _figures(count(list(read(pack)), pack))


def _figures(counts: Counter[str]) -> dict[str, float]:
    sorts = sorted(name.removesuffix(" all") for name in counts if name.endswith(" all"))
    return {sort: 100 * counts[sort] / counts[f"{sort} all"] for sort in sorts}


def ablation(reads: Sequence[Read], pack: Pack) -> Iterator[str]:
    """Yield what the third person loses without each preference."""
    every = antecedents.PREFERENCES
    base = _figures(count(reads, pack))["third"]
    for left_out in every:
        antecedents.PREFERENCES = tuple(one for one in every if one is not left_out)
        yield f"  without {left_out.name:36}{_figures(count(reads, pack))['third'] - base:+6.1f}"
    antecedents.PREFERENCES = every


def errors(reads: Sequence[Read], pack: Pack) -> Iterator[str]:
    """Yield wrong answers: the kind, what was found, and the text from the antecedent to the pronoun."""
    for one in reads:
        for link, right, entity in judged(one, pack):
            if not right:
                first, last = sorted((link.pronoun, link.antecedent))
                found = entity.name if entity else "-"
                yield f"{link.kind:9}{found:24}{one.run.text[first : last + 24]!r}"


def main() -> None:
    """Print the figures, or why there are none."""
    if not (DATA / "coref").is_dir():
        print("coref: the annotated pronouns are not here; nothing to score")
        return
    pack = load("et")
    reads = list(read(pack))
    counts = count(reads, pack)
    for name, value in _figures(counts).items():
        answered = counts[f"{name} answered"] / counts[f"{name} all"]
        print(f"{name:20}{value:6.1f}  of {counts[f'{name} all']}, {answered:.0%} answered")
    if "--ablation" in sys.argv:
        print("\n".join(ablation(reads, pack)))
    if "--errors" in sys.argv:
        print("\n".join(errors(reads, pack)))


if __name__ == "__main__":
    main()
