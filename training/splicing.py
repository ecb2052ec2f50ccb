"""Sentences made from others by setting a body's short name into them, for the head of names to learn from.

Such names open sentences (an agency reports), or stand beside a person's whom the agency quotes; the corpora
have too few of either.
"""

import random
from collections.abc import Iterator, Sequence

from corpora import Example


def beside(treebank: Sequence[Example], chance: random.Random) -> Iterator[Example]:
    """Yield sentences in which a body's short name was set before a person's in the genitive.

    As where an agency is said to quote a person: two names beside each other, and no third word between.
    """
    for example in chance.sample(list(treebank), len(treebank)):
        for at in range(1, len(example.forms)):
            if example.names[at][:5] in {"S-PER", "B-PER"} and example.tags[at - 1].startswith("VERB"):
                ends = [i for i in range(at, len(example.forms)) if example.names[i][0] in "ES"]
                if "Case=Gen" in example.tags[ends[0]]:
                    yield _with(example, at, at, acronym(chance))
                    break


def opening(treebank: Sequence[Example], chance: random.Random) -> Iterator[Example]:
    """Yield sentences whose first word, a name and the subject, was replaced by a body's short name."""
    for example in chance.sample(list(treebank), len(treebank)):
        if example.names[0] in {"S-PER", "S-ORG", "S-GPE"} and example.deprels[0] == "nsubj":
            yield _with(example, 0, 1, acronym(chance))


def _with(example: Example, first: int, last: int, form: str) -> Example:
    forms = (*example.forms[:first], form, *example.forms[last:])
    return Example(forms, (*example.names[:first], "S-ORG", *example.names[last:]))


def acronym(chance: random.Random) -> str:
    """Return three to five letters that could be a body's short name."""
    letters = chance.choices("ABDEFIKLMNOPRSTUV", k=chance.choice((3, 3, 4, 4, 5)))
    return "".join(letters)
