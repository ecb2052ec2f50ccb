"""Names that stand beside each other, told apart by the tree: ``TASS Lavrovi sõnu`` names two."""

from collections.abc import Sequence

from allikas.model.tree import NamedSpan
from allikas.model.word import Word


def find_pieces(name: NamedSpan, words: Sequence[Word]) -> list[tuple[int, int]]:
    """Return the ranges that *name* is made of: several where these hang on different words outside.

    Only persons are asked about: their names are one phrase, and those of bodies and works need not be. A
    name with a mark inside is left whole, since a nickname in quotation marks is no phrase of the sentence.
    """
    if name.type != "PER":
        return [(name.first, name.last)]
    places = range(name.first, name.last)
    cuts = [at for at in places[1:] if not _is_joined(name, at, words)]
    pieces = list(zip([name.first, *cuts], [*cuts, name.last], strict=True))
    outside = {_outside(piece, words) for piece in pieces}
    if len(outside) < len(pieces) or any(words[at].upos == "PUNCT" for at in places):
        return [(name.first, name.last)]
    return pieces


def _is_joined(name: NamedSpan, cut: int, words: Sequence[Word]) -> bool:
    """Say whether a word of the name on one side of *cut* hangs on one on the other side."""
    for at in range(name.first, name.last):
        head = words[at].head
        if head is not None and name.first <= head < name.last and (at < cut) != (head < cut):
            return True
    return False


def _outside(piece: tuple[int, int], words: Sequence[Word]) -> int | None:
    """Return the word outside that a piece hangs on."""
    first, last = piece
    heads = (words[at].head for at in range(first, last))
    return next((head for head in heads if head is None or not first <= head < last), None)
