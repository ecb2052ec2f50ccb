"""Score times against articles with TIMEX3: extents and values, beside EstNLTK 1.7.5 where Java is present.

Prints precision, recall and F1 of extents (strict, relaxed) and of relaxed extents with the right value, with
the full date of publication and with its month only (there a set of at most five days that holds the right
day is right too), and microseconds a word of this stage alone. ``--errors`` lists the differences.
"""

import json
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module, util
from pathlib import Path
from time import process_time
from types import ModuleType
from typing import Any

from allikas.lang.pack import load
from allikas.lang.time import Times
from allikas.model.published import parse_published
from allikas.model.word import Sentence, Word
from allikas.segment.sentences import find_sentences
from allikas.segment.tokens import find_tokens
from allikas.syntax.words import find_parse
from allikas.time.find import find_times

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = SHARED / "data" / "timex" / "dev"
MONTH = len("2025-07")
Doc = dict[str, Any]
Mark = dict[str, Any]
Read = tuple[Doc, tuple[Word, ...], tuple[Sentence, ...]]


def scorer() -> ModuleType:
    """Load the shared scorer: what counts as right is decided in one place."""
    spec = util.spec_from_file_location("score_timex", SHARED / "tools" / "score_timex.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED)
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def docs() -> Iterator[Doc]:
    """Yield the development articles."""
    for path in sorted(GOLD.glob("*.json")):
        yield json.loads(path.read_text("utf-8"))


def read_words(text: str) -> tuple[tuple[Word, ...], tuple[Sentence, ...]]:
    """Cut and analyse a text."""
    pack = load("et")
    tokens = find_tokens(text, pack.segmentation)
    sentences = find_sentences(text, tokens, pack.segmentation)
    return find_parse(tokens, sentences, pack).words, sentences


def our_times(read: Read, published: str, tables: Times) -> list[Mark]:
    """Find the times of an article."""
    times = find_times(read[1], read[2], parse_published(published), tables).times
    return [
        {"start": one.span.start, "end": one.span.end, "value": one.value, "edtf": one.edtf, "type": one.type,
         "by": one.by}
        for one in times
    ]  # fmt: skip


def scored(found: Sequence[tuple[Doc, list[Mark]]], *, sets: bool = False) -> dict[str, float]:
    """Add up the scores of all articles."""
    tool = scorer()
    tool.score.invented = 0
    totals = [0] * 6
    for doc, marks in found:
        kept = [
            one for one in marks if not any(one["start"] < e and one["end"] > s for s, e in doc["ignored"])
        ]
        counts = (*tool.score(doc["timexes"], kept, sets), len(doc["timexes"]), len(kept))
        totals = [total + count for total, count in zip(totals, counts, strict=True)]
    strict, relaxed, value, _, gold, marked = totals
    return {
        "strict": 2 * strict / (gold + marked),
        "precision": relaxed / max(1, marked),
        "recall": relaxed / max(1, gold),
        "relaxed": 2 * relaxed / (gold + marked),
        "value": 2 * value / (gold + marked),
        "invented": tool.score.invented,
    }


def figures() -> dict[str, float]:
    """Return the F1 of extents and values."""
    tables = _tables()
    read = [(doc, *read_words(doc["text"])) for doc in docs()]
    full = scored([(one[0], our_times(one, one[0]["published"], tables)) for one in read])
    month = scored([(one[0], our_times(one, one[0]["published"][:MONTH], tables)) for one in read], sets=True)
    return {
        "relaxed": full["relaxed"],
        "strict": full["strict"],
        "value": full["value"],
        "value, month only": month["value"],
    }


def _tables() -> Times:
    tables: Times = import_module("allikas.packs.et.time").TIMES
    return tables


def estnltk_times() -> Callable[[Doc, str], list[Mark]] | None:
    """Return EstNLTK's tagger; ``None`` where it cannot run."""
    if shutil.which("java") is None or util.find_spec("estnltk") is None:
        return None
    text_of = import_module("estnltk").Text
    tagger = _estnltk_tagger()

    def find(doc: Doc, published: str) -> list[Mark]:
        text = text_of(doc["text"])
        text.meta["document_creation_time"] = published + "-XX" * (3 - len(published.split("-")))
        tagger.tag(text)
        return [
            {"start": span.start, "end": span.end, "value": span.annotations[0]["value"],
             "type": span.annotations[0]["type"]}
            for span in text["timexes"]
        ]  # fmt: skip

    return find


def _estnltk_tagger() -> Any:  # noqa: ANN401 - EstNLTK has no types
    """Make the tagger, with lines for sentences as the articles have them: its splitter wants a download."""
    module: Any = import_module("estnltk.taggers.standard.timexes.timex_tagger")
    lines = import_module("nltk.tokenize.simple").LineTokenizer()
    make = module.make_adapted_sentence_tokenizer
    module.make_adapted_sentence_tokenizer = partial(make, base_sentence_tokenizer=lines)
    return module.TimexTagger()


def errors(doc: Doc, marks: list[Mark]) -> Iterator[str]:
    """Show what was missed (``-``), is too much (``+``), has another extent (``~``) or value (``!``)."""
    used: set[int] = set()
    text = doc["text"]
    for gold in doc["timexes"]:
        best = max(
            (at for at in range(len(marks)) if at not in used and _overlap(gold, marks[at]) > 0),
            key=lambda at: _overlap(gold, marks[at]),
            default=None,
        )
        if best is None:
            yield f"- {_shown(text, gold)} {gold['type']} {gold.get('value')}"
            continue
        used.add(best)
        found = marks[best]
        if (found["start"], found["end"]) != (gold["start"], gold["end"]):
            yield f"~ {_shown(text, gold)} found [{text[found['start'] : found['end']]}]"
        if (found["value"] or "") != (gold.get("value") or "").replace("TXX:XX", ""):
            by = found.get("by", ("",))[-1]
            yield f"! {_shown(text, gold)} gold {gold.get('value')} found {found['value']} by {by}"
    for at, found in enumerate(marks):
        ignored = any(found["start"] < end and found["end"] > start for start, end in doc["ignored"])
        if at not in used and not ignored:
            yield f"+ {_shown(text, found)} {found['type']} {found['value']} by {found.get('by', ('',))[-1]}"


def _overlap(one: Mark, other: Mark) -> int:
    return int(min(one["end"], other["end"]) - max(one["start"], other["start"]))


def _shown(text: str, mark: Mark) -> str:
    start, end = mark["start"], mark["end"]
    return " ".join(f"{text[max(0, start - 45) : start]}[{text[start:end]}]{text[end : end + 35]}".split())


def _line(name: str, full: dict[str, float], month: dict[str, float]) -> str:
    return (
        f"{name:8} relaxed P {full['precision']:.3f} R {full['recall']:.3f} F1 {full['relaxed']:.3f}  "
        f"strict F1 {full['strict']:.3f}  value F1 {full['value']:.3f}  "
        f"value-or-set F1 by month {month['value']:.3f} (wrong single days: {month['invented']:.0f})"
    )


def main(arguments: Sequence[str]) -> None:
    """Print the scores."""
    if not GOLD.is_dir():
        print("no development articles beside the repository: nothing to score")
        return
    tables = _tables()
    read = [(doc, *read_words(doc["text"])) for doc in docs()]
    for one in read:  # fill the caches: what is measured is a running program
        our_times(one, one[0]["published"], tables)
    start = process_time()
    found = [(one[0], our_times(one, one[0]["published"], tables)) for one in read]
    seconds = process_time() - start
    month = [(one[0], our_times(one, one[0]["published"][:MONTH], tables)) for one in read]
    print(_line("Allikas", scored(found), scored(month, sets=True)))
    print(f"speed    {1e6 * seconds / sum(len(one[1]) for one in read):.1f} microseconds a word")
    if "--errors" in arguments:
        for doc, marks in month if "--month" in arguments else found:
            for line in errors(doc, marks):
                print(doc["id"], doc["published"], line)
    peer = None if "--alone" in arguments else estnltk_times()
    if peer is not None:
        all_docs = list(docs())
        full = [(doc, peer(doc, doc["published"])) for doc in all_docs]
        cut = [(doc, peer(doc, doc["published"][:MONTH])) for doc in all_docs]
        print(_line("EstNLTK", scored(full), scored(cut, sets=True)))


if __name__ == "__main__":
    main(sys.argv[1:])
