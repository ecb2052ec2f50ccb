"""How far things reach in a tree: a reported clause, the phrase of its source, a verb's subject."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from allikas.attribution.frame import Words
from allikas.entities.phrases import find_phrase
from allikas.syntax.trees import Trees

CLAUSES = ("root", "ccomp", "csubj", "conj", "parataxis", "acl", "advcl", "list", "discourse", "dep")
_CONTROL = ("xcomp", "advcl", "csubj", "obj")
_DEEPEST = 40  # steps up a tree; a guess, deeper ones are parses gone wrong


def runs(places: list[int]) -> Iterator[Words]:
    """Yield the unbroken ranges of sorted *places*.

    >>> list(runs([3, 4, 7]))
    [Words(first=3, last=5), Words(first=7, last=8)]
    """
    start = None
    for before, at in zip([None, *places], places, strict=False):
        if before is None or at != before + 1:
            if start is not None and before is not None:
                yield Words(start, before + 1)
            start = at
    if start is not None:
        yield Words(start, places[-1] + 1)


def clause_head(trees: Trees, at: int) -> int:
    """Return the word that heads the clause in which word *at* stands."""
    for _ in range(_DEEPEST):
        head = trees.head(at)
        if head is None or trees.is_deprel(at, *CLAUSES):
            break
        at = head
    return at


def subject(trees: Trees, verb: int) -> int | None:
    """Return the head of the subject of *verb*: its own, or that of the verb it goes with."""
    for _ in range(_DEEPEST):
        own = trees.with_deprel(verb, "nsubj") or _agents(trees, verb)
        if own:
            return own[0]
        head = trees.head(verb)
        if head is None or is_impersonal(trees, verb):
            return None
        if not (_shares(trees, verb) or _is_controlled(trees, verb)):
            return None
        verb = head
    return None


def _agents(trees: Trees, verb: int) -> tuple[int, ...]:
    return trees.with_deprel(verb, "obl:agent")


def is_impersonal(trees: Trees, verb: int) -> bool:
    """Tell whether nobody is said to do what the verb says: a passive, with its auxiliary."""
    group = (verb, *trees.with_deprel(verb, "aux"))
    finite = [at for at in group if "VerbForm=Fin" in trees.words[at].feats]
    return any("Voice=Pass" in trees.words[at].feats for at in (finite or group))


def _shares(trees: Trees, verb: int) -> bool:
    """Tell whether a verb that a conjunction joins has the subject of the verb before: persons agree."""
    head = trees.head(verb)
    if head is None or not trees.is_deprel(verb, "conj"):
        return False
    return _agrees(_person(trees, verb), _person(trees, head))


def _person(trees: Trees, verb: int) -> set[str]:
    group = (verb, *trees.with_deprel(verb, "aux"))
    return {feat for at in group for feat in trees.words[at].feats if feat.startswith(("Person=", "Number="))}


def _agrees(one: set[str], other: set[str]) -> bool:
    """Tell whether neither names a person that the other denies."""
    persons = [{feat for feat in feats if feat.startswith("Person=")} for feats in (one, other)]
    return not persons[0] or not persons[1] or bool(persons[0] & persons[1])


def _is_controlled(trees: Trees, verb: int) -> bool:
    """Tell whether an infinitive or a converb has the subject of the verb above."""
    feats = trees.words[verb].feats
    bare = bool({"VerbForm=Inf", "VerbForm=Conv", "VerbForm=Sup"} & feats)
    return bare and trees.is_deprel(verb, *_CONTROL)


def noun_phrase(trees: Trees, head: int, floating: frozenset[str]) -> Words:
    """Return the phrase around its *head*, without small words of *floating* at its beginning."""
    return Words(*find_phrase(trees, head, floating))


def content_of(trees: Trees, heads: Sequence[int], frame: AbstractSet[int]) -> tuple[Words, ...]:
    """Return the words under *heads* without those of *frame*, in unbroken ranges; other gaps are filled."""
    inside = [at for head in heads for at in trees.subtree(head) if at not in frame]
    if not inside:
        return ()
    filled = [at for at in range(min(inside), max(inside) + 1) if at not in frame]
    return tuple(runs(filled))
