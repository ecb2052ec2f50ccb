"""What the treebank teaches of lemmas: which readings go with which tags, and where that rule is wrong."""

from collections import Counter, defaultdict

from corpora import Example

from allikas.model.tree import Candidate
from allikas.packs.et.candidates import Describer
from allikas.syntax.lemmas import LemmaRules, find_lemma

LEAST = 2  # times a form must be seen with a tag before it is an exception

Occurrence = tuple[str, str, str, tuple[Candidate, ...], tuple[Candidate, ...]]


def learn(treebank: list[Example]) -> LemmaRules:
    """Count the analyser's readings by the treebank's tags, then list the forms that the counts get wrong."""
    seen = _occurrences(treebank)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for _, lemma, tag, readings, _ in seen:
        counts[tag].update({r.tag for r in readings if r.lemma.lower() == lemma.lower()})
    rules = LemmaRules({tag: dict(found) for tag, found in counts.items()}, {})
    return rules._replace(exceptions=_exceptions(seen, rules))


def _occurrences(treebank: list[Example]) -> list[Occurrence]:
    describer, found = Describer(), []
    for example in treebank:
        forms = list(example.forms)
        readings = [description.readings for description in describer.describe(forms)]
        found += zip(forms, example.lemmas, example.tags, readings, describer.choose(forms), strict=True)
    return found


def _exceptions(seen: list[Occurrence], rules: LemmaRules) -> dict[str, str]:
    right: dict[str, Counter[str]] = defaultdict(Counter)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for form, lemma, tag, readings, chosen in seen:
        key = f"{form.lower()}\t{tag}"
        right[key][lemma] += 1
        found[key][find_lemma(form, tag, readings, chosen, rules)] += 1
    kept = {}
    for key, lemmas in right.items():
        best, times = lemmas.most_common(1)[0]
        ours = sum(min(times, found[key][lemma]) for lemma, times in lemmas.items())
        if times >= LEAST and times > ours:
            kept[key] = best
    return kept
