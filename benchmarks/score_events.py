"""Score events: EstTimeML (detection, classes, negation, time), EDT (roles), PLOVER (types, roles, status).

usage: python benchmarks/score_events.py

EstTimeML is scored on its own tokens, read by the network as every text is. Sentences that it was trained on
are left out of figures whose names end in `_unseen`. Detection counts tokens; REPORTING, MODAL and negation
count the first token of an event; relation is over events annotated BEFORE, AFTER or INCLUDES. Roles are
`Arg=` of EDT's development part: predicate, number and head of the argument must be right. PLOVER matches as
score_plover.py does; status and voucher are over matches.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from runpy import run_path
from time import process_time
from typing import NamedTuple

from allikas.events.find import find_events
from allikas.events.layers import Layers
from allikas.lang.pack import load
from allikas.model.layers import Event
from allikas.model.published import parse_published
from allikas.model.span import Span
from allikas.model.word import Sentence, Token
from allikas.packs.et.candidates import MODEL, describer
from allikas.syntax.answers import _edges
from allikas.syntax.network import load_network
from allikas.syntax.parse import Parser
from allikas.syntax.windows import batches, cut
from allikas.time.find import find_times

ROOT = Path(__file__).resolve().parents[1]
score_plover = run_path(str(Path(__file__).with_name("coded_articles.py")))["score_plover"]
DATA = ROOT.parent / "shared" / "data"
RELATIONS = {"BEFORE": "before", "AFTER": "after", "INCLUDES": "overlap"}
Place = tuple[str, int, int]  # article, sentence, word


@cache
def parser() -> Parser:
    """Return the shipped network."""
    return Parser(load_network(MODEL), describer())


class Gold(NamedTuple):
    """An annotated event word: its class (none on later words), whether denied, its relation."""

    cls: str | None
    negated: bool
    relation: str | None


def rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of a table of EstTimeML."""
    path = DATA / "esttimeml" / name
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        yield from (row for row in table if not row[0].startswith("#"))


def gold_events() -> dict[Place, Gold]:
    """Return the annotated words."""
    relations = {(row[0], row[1]): row[2] for row in rows("tlink-event-dct.tsv")}
    found = {}
    for article, sentence, word, _, annotation, event in rows("event-annotation.tsv"):
        label = annotation.split()[1]
        first = "=" not in label
        relation = RELATIONS.get(relations.get((article, event), "")) if first else None
        found[article, int(sentence), int(word)] = Gold(
            label if first else None, first and 'polarity="NEG"' in annotation, relation
        )
    return found


def articles() -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the articles with the tokens of their sentences."""
    found: dict[str, dict[str, list[str]]] = {}
    for row in rows("base-segmentation-morph-syntax.tsv"):
        found.setdefault(row[0], {}).setdefault(row[1], []).append(row[3].replace(" ", "_"))
    for article, sentences in found.items():
        yield article, list(sentences.values())


def tokenised(lines: Sequence[Sequence[str]]) -> tuple[str, list[Token], list[Sentence]]:
    """Return text, tokens and sentences of words that are cut already, one blank after every word."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    at = 0
    for line in lines:
        first, start = len(tokens), at
        for form in line:
            tokens.append(Token(Span(at, at + len(form), form), form))
            at += len(form) + 1
        sentences.append(Sentence(Span(start, at - 1, " ".join(line)), first, len(tokens)))
    return " ".join(form for line in lines for form in line), tokens, sentences


def trained_on() -> frozenset[str]:
    """Return the sentences of EDT's training part without their blanks."""
    found = set()
    for path in (DATA / "edt" / "train").glob("*.conllu"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# text = "):
                found.add("".join(line[9:].split()))
    return frozenset(found)


def score_esttimeml() -> dict[str, float]:
    """Score every article, all of it and what the network has not seen."""
    gold, seen = gold_events(), trained_on()
    published = {row[0]: row[1] for row in rows("timex-annotation-dct.tsv")}
    counts, unseen, sizes = Counter[str](), Counter[str](), Counter[str]()
    for article, lines in articles():
        text, tokens, sentences = tokenised(lines)
        parse = parser().parse(tokens, sentences)
        date = parse_published(published[article])
        times = find_times(parse.words, sentences, date, load("et").times).times
        start = process_time()
        layers = Layers(parse.words, sentences, parse.arguments, times, published=date)
        events = find_events(text, layers, load("et").events)
        sizes.update(words=len(tokens), microseconds=int(1e6 * (process_time() - start)))
        for number, sent in enumerate(sentences):
            tally = _count_sentence(article, number, tokens[sent.first : sent.last], (gold, events))
            new = "".join("".join(lines[number]).split()) not in seen
            counts += tally
            unseen += tally if new else Counter()
            sizes.update(sentences=1, known=not new)
    print(f"EstTimeML    {sizes['known']} of {sizes['sentences']} sentences were in the network's training")
    found = {f"{name}_esttimeml": value for name, value in _timeml(counts).items()}
    found |= {f"{name}_esttimeml_unseen": value for name, value in _timeml(unseen).items()}
    return found | {"microseconds_a_word": sizes["microseconds"] / sizes["words"]}


def _count_sentence(
    article: str, number: int, tokens: Sequence[Token], layers: tuple[dict[Place, Gold], Sequence[Event]]
) -> Counter[str]:
    """Count a sentence's words by what is right, found and to be found."""
    gold, events = layers
    counts: Counter[str] = Counter()
    spans = [token.span for token in tokens]
    here = [event for event in events if spans[0].start <= event.span.start < spans[-1].end]
    for at, span in enumerate(spans):
        expected = gold.get((article, number, at))
        covering = next((event for event in here if event.span.overlaps(span)), None)
        _tally(counts, "detection", expected is not None, covering is not None)
        found = covering if covering is not None and _names(covering, span) else None
        for name in ("REPORTING", "MODAL"):
            _tally(counts, name, expected and expected.cls == name, found and found.cls == name)
        _tally(counts, "negated", expected and expected.negated, found and found.polarity == "NEG")
        if expected and expected.relation and found:
            counts["relation gold"] += 1
            counts["relation right"] += expected.relation == found.relation
    return counts


def _names(event: Event, span: Span) -> bool:
    """Tell whether a word is the one that an event is named by: the first of those that it marks."""
    return event.span.start == span.start


def _tally(counts: Counter[str], name: str, expected: object, found: object) -> None:
    counts[f"{name} gold"] += bool(expected)
    counts[f"{name} found"] += bool(found)
    counts[f"{name} right"] += bool(expected) and bool(found)


def _timeml(counts: Counter[str]) -> dict[str, float]:
    scores = {name.lower(): f1(counts, name) for name in ("detection", "REPORTING", "MODAL", "negated")}
    return scores | {"relation": 100 * counts["relation right"] / max(1, counts["relation gold"])}


def f1(counts: Counter[str], name: str) -> float:
    """Return the harmonic mean of precision and recall, in per cent."""
    return 200 * counts[f"{name} right"] / max(1, counts[f"{name} gold"] + counts[f"{name} found"])


def score_roles() -> dict[str, float]:
    """Score EDT's arguments: trees given, and trees of the network over the same tokens."""
    counts: Counter[str] = Counter()
    for path in sorted((DATA / "edt" / "dev").glob("*.conllu")):
        blocks = list(_blocks(path))
        _, tokens, sentences = tokenised([[row[1] for row in block] for block in blocks])
        gold = set(_arguments(blocks))
        given = set(_labelled(tokens, sentences, blocks))
        found = {(one.predicate, one.role, one.word) for one in parser().parse(tokens, sentences).arguments}
        for name, one in (("given", given), ("found", found)):
            counts.update({f"{name} right": len(gold & one), f"{name} gold": len(gold)})
            counts[f"{name} found"] += len(one)
    return {"roles_gold_trees": f1(counts, "given"), "roles_gold_tokens": f1(counts, "found")}


def _blocks(path: Path) -> Iterator[list[list[str]]]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        words = [line for line in lines if line[0].isdigit()]
        if words:
            yield words


def _arguments(blocks: Sequence[Sequence[Sequence[str]]]) -> Iterator[tuple[int, str, int]]:
    """Yield what the treebank annotates, where the argument hangs on its predicate."""
    first = 0
    for block in blocks:
        for at, row in enumerate(block):
            for item in row[9].split("|"):
                role = item.rpartition("_Arg_")[2]
                if item.startswith("Arg=") and role in "012345" and len(role) == 1 and row[6] != "0":
                    yield first + int(row[6]) - 1, role, first + at
        first += len(block)


def _labelled(
    tokens: Sequence[Token], sentences: Sequence[Sentence], blocks: Sequence[Sequence[Sequence[str]]]
) -> Iterator[tuple[int, str, int]]:
    """Yield the arguments that the network finds on the treebank's own trees."""
    network, reader = load_network(MODEL), parser()
    heads = [int(row[6]) for block in blocks for row in block]
    windows = [window for window in cut(tokens, sentences) if window.opens]
    forms, described, chosen = reader._analyse([token.form for token in tokens], list(cut(tokens, sentences)))  # noqa: SLF001
    vectors = reader._vectors.look_up(forms, described, chosen)  # noqa: SLF001
    for batch in batches(windows):
        scores = network.run(*reader._side_by_side(batch, vectors, 0))  # noqa: SLF001
        given = [[_inside(heads[at], w.length) for at in range(w.first, w.last)] for w in batch]
        roles = iter(_edges(scores, given, network)[1])
        for window, own in zip(batch, given, strict=True):
            for at, (head, role) in enumerate(zip(own, roles, strict=False)):
                label = network.labels.roles[role]
                if head and label != "-":
                    yield window.first + head - 1, label, window.first + at


def _inside(head: int, length: int) -> int:
    return head if head <= length else 0


def figures() -> dict[str, float]:
    """Return what floors are held against, in per cent; higher is better but for the microseconds."""
    return score_esttimeml() | score_roles() | score_plover()


def main() -> None:
    """Print every figure."""
    if not DATA.is_dir():
        print(f"no data in {DATA}: nothing scored")
        sys.exit(0)
    for name, value in figures().items():
        print(f"{name:28} {value:6.1f}")


if __name__ == "__main__":
    main()
