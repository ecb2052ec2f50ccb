"""Cross-validate the head of names over EstNER's documents: `python training/score_names.py`.

Five times it is trained on four fifths of the documents and scored on the fifth left, raw text and
strict spans; the last fold's heads are scored on the treebank's development part too, read by either corpus's
guidelines. The figures go to `training/out/names_folds.txt`.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from itertools import accumulate

import torch
from corpora import TYPES, Document
from name_head import ESTNER, TREEBANK, NameHead
from prepare import NAME_LABELS, OUT
from train_names import Sentence, batch, first, load, second

from allikas.syntax.naming import Floats, agreed, best_labels, spans, transitions

FOLDS = 5
KINDS = ("3", "span", *TYPES)
PLACES = {"GPE": "LOC"}
THREE = frozenset({"PER", "ORG", "LOC", "GPE"})


def scores(heads: Sequence[NameHead], data: dict, sentences: Sequence[Sentence], convention: int) -> Floats:
    """Return the mean scores of *heads* over every word of *sentences*, one after another."""
    rows = []
    with torch.no_grad():
        for at in range(0, len(sentences), 64):
            made = batch([s | {"convention": convention} for s in sentences[at : at + 64]], data["tables"])
            found = torch.stack([h.eval()(made) for h in heads]).mean(0)
            rows += [found[: len(s["forms"]), i] for i, s in enumerate(sentences[at : at + 64])]
    return torch.cat(rows).numpy()


def named(heads: Sequence[NameHead], data: dict, sentences: Sequence[Sentence], convention: int) -> set:
    """Return the names (first word, end, type) of one document, mentions of one name agreeing."""
    sentences = [s for s in sentences if s["forms"]]
    keys = [key for s in sentences for key in s["keys"]]
    found = agreed(scores(heads, data, sentences, convention), keys, NAME_LABELS)
    after = transitions(NAME_LABELS, torch.stack([h.name_after for h in heads]).mean(0).detach().numpy())
    names, at = set(), 0
    for s in sentences:
        path = best_labels(found[at : at + len(s["forms"]), None], after, [len(s["forms"])])[0]
        names |= {(at + a, at + b, kind) for a, b, kind in spans([NAME_LABELS[i] for i in path])}
        at += len(s["forms"])
    return names


def known(sentences: Sequence[Sentence]) -> set:
    """Return the names of one document by its words."""
    names, at = set(), 0
    for s in sentences:
        names |= {(at + a, at + b, kind) for a, b, kind in spans([NAME_LABELS[i] for i in s["names"]])}
        at += len(s["forms"])
    return names


def three(names: set) -> set:
    """Return names of the three types that the field compares."""
    return {(a, b, {"GPE": "LOC"}.get(t, t)) for a, b, t in names if t in {"PER", "ORG", "LOC", "GPE"}}


def count(found: set, right: set) -> Counter[str]:
    """Count what is right, found and to be found: each type, the field's three, and their spans."""
    counts: Counter[str] = Counter()
    for kind in TYPES:
        a, b = ({n for n in s if n[2] == kind} for s in (found, right))
        counts += Counter({f"{kind} ok": len(a & b), f"{kind} found": len(a), f"{kind} gold": len(b)})
    a, b = three(found), three(right)
    counts += Counter({"3 ok": len(a & b), "3 found": len(a), "3 gold": len(b)})
    bare = [{n[:2] for n in s} for s in (a, b)]
    return counts + Counter({"span ok": len(bare[0] & bare[1]), "span found": len(a), "span gold": len(b)})


def line(counts: Counter[str], kind: str) -> str:
    """Return precision, recall and F1 of *kind*, in per cent."""
    right, found, gold = (counts[f"{kind} {n}"] for n in ("ok", "found", "gold"))
    p, r, f = 100 * right / max(1, found), 100 * right / max(1, gold), 200 * right / max(1, found + gold)
    return f"{kind:6} P {p:.1f}  R {r:.1f}  F1 {f:.1f}"


def visible(document: Document, names: set) -> set:
    """Return *names* by the visible characters of their document."""
    ends = list(accumulate(len("".join(f.split())) for e in document.sentences for f in e.forms))
    starts = [0, *ends[:-1]]
    return {(starts[a], ends[b - 1], kind) for a, b, kind in names}


def fold(data: dict, firsts: Sequence[NameHead], seeds: Sequence[int], at: int) -> list[NameHead]:
    """Return heads that went on over all documents but each fifth from *at* on."""
    taught = [block for i, block in enumerate(data["parts"]["estner"]) if i % FOLDS != at]
    return [second(deepcopy(head), data, taught, seed) for head, seed in zip(firsts, seeds, strict=True)]


def held_out(data: dict, heads: Sequence[NameHead], at: int) -> Counter[str]:
    """Score *heads* on the documents that they were not trained on."""
    counts: Counter[str] = Counter()
    blocks = data["parts"]["estner"]
    for i in range(at, len(blocks), FOLDS):
        document = data["documents"][i]
        counts += count(visible(document, named(heads, data, blocks[i], ESTNER)), set(document.gold))
    return counts


def report(lines: str) -> None:
    """Add *lines* to the figures."""
    with (OUT / "names_folds.txt").open("a", encoding="utf-8") as figures:
        figures.write(lines + "\n")


def main() -> None:
    """Report the sums over all folds, and the treebank's development part."""
    options = argparse.ArgumentParser()
    options.add_argument("--seeds", type=int, nargs="+", default=[1])
    seeds = options.parse_args().seeds
    torch.set_num_threads(1)
    data, total = load(), Counter[str]()
    firsts = [first(data, seed) for seed in seeds]
    for at in range(FOLDS):
        heads = fold(data, firsts, seeds, at)
        own = held_out(data, heads, at)
        total += own
        report(f"fold {at}: {line(own, '3')}")
    for name, counts in {"EstNER": total} | {
        f"treebank dev as {kind}": sum(
            (count(named(heads, data, b, kind), known(b)) for b in data["parts"]["dev"]), Counter()
        )
        for kind in (TREEBANK, ESTNER)
    }.items():
        report("\n  ".join([name, *(line(counts, kind) for kind in KINDS)]))


if __name__ == "__main__":
    main()
