"""Score attribution on the development articles beside the checkout, with the scorer that lies there.

Prints precision, recall and F1 of content, with the right source, and with both exactly right; the same
by mode, by construction, and precision by the rule that found the statement; how often the speaker's name
and the chain of speakers are those annotated; how many REPORTING events of EstTimeML a cue covers; and
microseconds a word of attribution and entities. ``--errors`` lists misses and extras, ``--train`` scores
the training articles.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

from allikas.attribution.frame import find_phrases
from allikas.attribution.frames import find_frames
from allikas.attribution.statements import find_statements
from allikas.entities.entities import find_entities
from allikas.lang.pack import Pack, load
from allikas.model.document import Document
from allikas.model.layers import Statement
from allikas.model.reading import Reading
from allikas.pipeline import read_document

SHARED = Path(__file__).resolve().parents[2] / "shared"
ARTICLES = SHARED / "data" / "attribution"
MODES = ("direct", "indirect", "mixed")
JUDGED = ("mode", "kind", "relay", "negated", "speaker", "chain")
Row = dict[str, Any]


class Scored(NamedTuple):
    """One article: gold and found rows, the matched pairs, and the reading."""

    text: str
    gold: list[Row]
    found: list[Row]
    pairs: dict[int, int]
    reading: Reading


def script(path: Path) -> Any:  # noqa: ANN401 - a script, loaded by its file
    """Load a script by its file."""
    spec = spec_from_file_location(f"script_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path.name)
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # as an import would
    spec.loader.exec_module(module)
    return module


def scorer() -> Any:  # noqa: ANN401 - a script
    """Load the scorer that lies beside the data."""
    return script(SHARED / "tools" / "score_attribution.py")


HERE = Path(__file__).parent
by_construction = script(HERE / "attribution_constructions.py")


def articles(rules: Any, part: str = "dev") -> Iterator[Scored]:  # noqa: ANN401 - the scorer
    """Read every article and match what is found with what is annotated."""
    pack = load("et")
    for path in sorted((ARTICLES / part).glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        reading = read_document(Document(gold["text"], published=gold.get("published")), pack)
        found = [_row(statement) for statement in reading.statements]
        pairs = {at: to for at, to, _ in rules.match(gold["attributions"], found, gold["text"])}
        yield Scored(gold["text"], gold["attributions"], found, pairs, reading)


def _row(statement: Statement) -> Row:
    def bounds(span: Any) -> list[int] | None:  # noqa: ANN401 - a span or none
        return None if span is None else [span.start, span.end]

    return {
        "content": [bounds(span) for span in statement.content],
        "cue": [bounds(span) for span in statement.cue],
        "source": bounds(statement.source),
        "relay": bounds(statement.relay),
        "mode": statement.mode,
        "kind": statement.kind,
        "negated": statement.negated,
        "rule": statement.by[1] if len(statement.by) > 1 else statement.by[0],
    }


def same_source(rules: Any, gold: Row, found: Row) -> bool:  # noqa: ANN401 - the scorer
    """Tell whether both name a source in the same place, or both none."""
    return rules.overlap(gold["source"], found["source"]) or not (gold["source"] or found["source"])


def is_exact(rules: Any, text: str, gold: Row, found: Row) -> tuple[bool, bool]:  # noqa: ANN401 - the scorer
    """Tell whether the words of the content, and of content and source, are the same."""
    content = rules.tokens(text, gold["content"]) == rules.tokens(text, found["content"])
    sources = [[row["source"]] if row["source"] else [] for row in (gold, found)]
    return content, content and rules.tokens(text, sources[0]) == rules.tokens(text, sources[1])


def _plain(name: str) -> str:
    return " ".join(name.replace("-", " ").lower().split())


def speaker(reading: Reading, number: int | None) -> str:
    """Return the plain name of the speaker of statement *number*."""
    id_ = reading.statements[number].speaker if number is not None else None
    names = {entity.id: entity.name for entity in reading.entities}
    return _plain(names[id_]) if id_ is not None else "unknown"


def gold_chain(gold: Sequence[Row], at: int) -> list[str]:
    """Return the plain names of the speakers around and of an annotation, outermost first."""
    chain = [_plain(gold[at]["speaker"])]
    parent = gold[at]["parent"]
    return [*gold_chain(gold, parent), *chain] if parent is not None else chain


def found_chain(reading: Reading, number: int) -> list[str]:
    """Return the plain names of the speakers around and of a statement, relays left out."""
    ids = [statement.id for statement in reading.statements]
    parent = reading.statements[number].parent
    above = found_chain(reading, ids.index(parent)) if parent is not None else []
    return [*above, speaker(reading, number)]


def count(rules: Any, scored: Sequence[Scored]) -> Counter[str]:  # noqa: ANN401 - the scorer
    """Count what the figures are made of."""
    counts: Counter[str] = Counter()
    for one in scored:
        counts += Counter(gold=len(one.gold), found=len(one.found), matched=len(one.pairs))
        for at, to in one.pairs.items():
            gold, found = one.gold[at], one.found[to]
            content, both = is_exact(rules, one.text, gold, found)
            counts += Counter(
                sourced=same_source(rules, gold, found),
                exact=content,
                both=both,
                mode=gold["mode"] == found["mode"],
                kind=gold["kind"] == found["kind"],
                negated=gold["negated"] == found["negated"],
                relay=rules.overlap(gold["relay"], found["relay"]) or not (gold["relay"] or found["relay"]),
                speaker=_plain(gold["speaker"]) == speaker(one.reading, to),
                chain=gold_chain(one.gold, at) == found_chain(one.reading, to),
                nested=gold["parent"] is not None,
            )
            counts[f"recalled_{gold['mode']}"] += 1
        counts += Counter(gold_nested=sum(row["parent"] is not None for row in one.gold))
        counts += Counter(f"gold_{row['mode']}" for row in one.gold)
    return counts


def figures() -> dict[str, float]:
    """Return the figures that floors are set for, in per cent."""
    rules = scorer()
    return _figures(count(rules, list(articles(rules)))) | covered()


def covered() -> dict[str, float]:
    """Return the F1 of REPORTING events that a cue covers, in all sentences and in those not trained on."""
    tallies = by_construction.timeml(script(HERE / "score_events.py"))
    names = ("reporting_covered", "reporting_covered_unseen")
    return {name: 100 * _f1(tally) for name, tally in zip(names, tallies, strict=True)}


def _f1(tally: Counter[str]) -> float:
    precision, recall = tally["right"] / max(tally["found"], 1), tally["recalled"] / max(tally["gold"], 1)
    return 2 * precision * recall / max(precision + recall, 1e-9)


def _figures(counts: Counter[str]) -> dict[str, float]:
    both = counts["gold"] + counts["found"]
    matched = counts["matched"]
    return {
        "precision": 100 * matched / counts["found"],
        "recall": 100 * matched / counts["gold"],
        "f1": 200 * matched / both,
        "f1_with_source": 200 * counts["sourced"] / both,
        "f1_exact": 200 * counts["exact"] / both,
        "f1_exact_with_source": 200 * counts["both"] / both,
        **{f"recall_{mode}": 100 * counts[f"recalled_{mode}"] / counts[f"gold_{mode}"] for mode in MODES},
        "recall_nested": 100 * counts["nested"] / counts["gold_nested"],
        **{name: 100 * counts[name] / matched for name in JUDGED},
    }


def tables(scored: Sequence[Scored]) -> Iterator[str]:
    """Yield rows of precision, recall and F1 by mode and by construction, and of precision by rule."""
    modes: dict[str, Counter[str]] = defaultdict(Counter)
    ways: dict[str, Counter[str]] = defaultdict(Counter)
    for one in scored:
        matched = set(one.pairs.values())
        for at, row in enumerate(one.gold):
            modes[row["mode"]] += Counter(gold=1, recalled=at in one.pairs)
        for to, row in enumerate(one.found):
            modes[row["mode"]] += Counter(found=1, right=to in matched)
            ways[row["rule"]] += Counter(found=1, right=to in matched)
    yield "by mode"
    yield from (f"  {by_construction.shown(mode, counts)}" for mode, counts in sorted(modes.items()))
    yield "by construction"
    yield from by_construction.constructions(scored)
    yield "by rule"
    for rule, counts in sorted(ways.items(), key=lambda item: -item[1]["found"]):
        yield f"  {rule:36} P {counts['right'] / counts['found']:.3f} ({counts['found']} found)"


def errors(scored: Sequence[Scored]) -> Iterator[str]:
    """Yield what was missed (``-``) and what should not have been found (``+``)."""
    for one in scored:
        matched = set(one.pairs.values())
        for at, row in enumerate(one.gold):
            if at not in one.pairs:
                yield f"- {row['mode']:9}{_shown(one.text, row)}"
        for to, row in enumerate(one.found):
            if to not in matched:
                yield f"+ {row['rule']:24}{_shown(one.text, row)}"


def _shown(text: str, row: Row) -> str:
    source = text[slice(*row["source"])] if row["source"] else "-"
    return f"{source} | {text[slice(*row['content'][0])][:80]}"


def microseconds(scored: Sequence[Scored], pack: Pack) -> float:
    """Return the cost of attribution and entities together, a word."""
    started = process_time()
    for one in scored:
        words, sentences = one.reading.words, one.reading.sentences
        frames = find_frames(words, sentences, pack.reporting)
        entities = find_entities(one.text, words, find_phrases(frames), pack.names)
        find_statements(one.text, words, frames, entities)
    return 1e6 * (process_time() - started) / sum(len(one.reading.words) for one in scored)


def main() -> None:
    """Print the figures, or why there are none."""
    if not ARTICLES.is_dir():
        print(f"{ARTICLES.name}: the annotated articles are not here; nothing to score")
        return
    rules = scorer()
    scored = list(articles(rules, "train" if "--train" in sys.argv else "dev"))
    for name, value in {**_figures(count(rules, scored)), **covered()}.items():
        print(f"{name:26}{value:6.1f}")
    print("\n".join(tables(scored)))
    print(f"attribution and entities: {microseconds(scored, load('et')):.0f} microseconds a word")
    if "--errors" in sys.argv:
        print("\n".join(errors(scored)))


if __name__ == "__main__":
    main()
