"""By which construction a statement is made, told alike of what is annotated and of what is found.

`constructions` gives precision, recall and F1 of each; `timeml` counts the REPORTING events of EstTimeML
that a cue covers. Both are printed by score_attribution.py.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from allikas.attribution.frames import find_frames
from allikas.lang.pack import load
from allikas.lang.reporting import Reporting
from allikas.model.word import Word

Row = dict[str, Any]
THAT = "et"


def construction(words: Sequence[Word], tables: Reporting, row: Row) -> str:
    """Name the construction of a row: by its cue, and by the side on which its content stands."""
    cue = [at for at, word in enumerate(words) if any(a <= word.span.start < b for a, b in row["cue"])]
    if not cue:
        return "no cue" if row["cue"] == [] else "other"
    forms = {words[at].form.lower() for at in cue}
    if forms == {":"}:
        return "name and colon"
    if row["mode"] == "direct":
        return "quotation"
    if forms & (tables.phrases.keys() | tables.general | tables.leading):
        return "source phrase"
    if forms & tables.adverbs.keys() or any("Mood=Qot" in words[at].feats for at in cue):
        return "adverb, mood"
    return _of_word(words, tables, row, cue)


def _of_word(words: Sequence[Word], tables: Reporting, row: Row, cue: Sequence[int]) -> str:
    inside = [at for at, word in enumerate(words) if any(a <= word.span.start < b for a, b in row["content"])]
    if any(words[at].lemma in tables.nouns and words[at].upos in {"NOUN", "ADJ"} for at in cue):
        return "noun"
    if not any("VerbForm=Fin" in words[at].feats for at in inside):
        return "infinitive"
    if inside[0] < cue[0]:
        return "frame behind or inside"
    return "that-clause" if words[inside[0] - 1].form.lower() == THAT else "question, other clause"


def constructions(scored: Iterable[Any]) -> Iterator[str]:
    """Yield precision, recall and F1 of each construction; *scored* are articles of score_attribution.py."""
    tables = load("et").reporting
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in scored:
        right = set(one.pairs.values())
        for at, row in enumerate(one.gold):
            counts[construction(one.reading.words, tables, row)] += Counter(gold=1, recalled=at in one.pairs)
        for to, row in enumerate(one.found):
            counts[construction(one.reading.words, tables, row)] += Counter(found=1, right=to in right)
    ordered = sorted(counts.items(), key=lambda item: -item[1]["gold"])
    return (f"  {shown(name, tally)}" for name, tally in ordered)


def shown(name: str, tally: Counter[str]) -> str:
    """Print a line of a table: name, precision, recall, F1, and how many are annotated."""
    precision = tally["right"] / max(tally["found"], 1)
    recall = tally["recalled"] / max(tally["gold"], 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"{name:24} P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({tally['gold']} annotated)"


def timeml(events: Any) -> tuple[Counter[str], Counter[str]]:  # noqa: ANN401 - score_events.py
    """Count REPORTING events and cues that say: in all sentences, and in those that the network has not seen.

    A cue is wrong where its word is annotated as an event of another class. Words that EstTimeML takes for no
    event (`according to`, a colon) are not counted, nor are orders and promises, which it calls I_ACTION.
    """
    gold, seen = events.gold_events(), events.trained_on()
    everywhere, unseen = Counter[str](), Counter[str]()
    for article, lines in events.articles():
        _, tokens, sentences = events.tokenised(lines)
        words = events.parser().parse(tokens, sentences).words
        cues = _cues(words, sentences)
        for number, sent in enumerate(sentences):
            tally = Counter[str]()
            for at in range(sent.first, sent.last):
                note = gold.get((article, number, at - sent.first))
                if note is not None and note.cls is not None:
                    tally += _tally(reporting=note.cls == "REPORTING", kind=cues.get(at))
            everywhere += tally
            unseen += tally if "".join("".join(lines[number]).split()) not in seen else Counter()
    return everywhere, unseen


def _cues(words: Sequence[Word], sentences: Sequence[Any]) -> dict[int, str]:
    """Return for every word of a cue what it does: say, think or order."""
    return {
        at: "order" if frame.by[-1] == "verb + infinitive" else frame.kind
        for frame in find_frames(words, sentences, load("et").reporting)
        for part in frame.cue
        for at in range(*part)
    }


def _tally(*, reporting: bool, kind: str | None) -> Counter[str]:
    says = kind == "say"
    return Counter(
        gold=reporting, recalled=reporting and kind is not None, found=says, right=says and reporting
    )
