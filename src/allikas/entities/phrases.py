"""How far a noun phrase reaches in a tree, and which of its words means what it speaks of."""

from allikas.syntax.trees import Trees

_NOT_OF_PHRASE = ("acl:relcl", "parataxis", "advcl", "ccomp", "csubj", "punct", "cc", "discourse", "list")


def find_phrase(trees: Trees, head: int, floating: frozenset[str] = frozenset()) -> tuple[int, int]:
    """Return the range around *head*: titles, names and appositions, no clause that hangs on it.

    Words of *floating* at its beginning (`also`) are left out.
    """
    first, last = head, head + 1
    left = [head]
    while left:
        here = left.pop()
        for child in trees.children[here]:
            if child < here:
                first = min(first, trees.edges[child][0])
            elif trees.words[child].deprel not in _NOT_OF_PHRASE and not _is_clause(trees, child):
                last = max(last, child + 1)
                left.append(child)
    while first < head and trees.words[first].form.lower() in floating:
        first += 1
    return first, last


def _is_clause(trees: Trees, at: int) -> bool:
    return trees.is_deprel(at, "acl") and is_finite_clause(trees, at)


def is_finite_clause(trees: Trees, at: int) -> bool:
    """Tell whether the clause that *at* heads has a finite verb."""
    group = (at, *trees.with_deprel(at, "aux", "cop"))
    return any("VerbForm=Fin" in trees.words[one].feats for one in group)


def phrase_head(trees: Trees, first: int, last: int) -> int:
    """Return the word of the phrase that hangs outside of it; without a tree, its last noun."""
    nominal = [
        at for at in range(first, last) if trees.words[at].upos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}
    ]
    for at in nominal:
        head = trees.head(at)
        if trees.words[at].deprel is not None and (head is None or not first <= head < last):
            return at
    return nominal[-1] if nominal else last - 1
