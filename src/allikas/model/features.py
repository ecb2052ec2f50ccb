"""Universal Dependencies features: ``Case=Gen|Number=Sing`` and back.

Features are a frozen set of ``Name=Value`` strings, so that a rule reads ``"Case=Gen" in word.feats``.
"""

from collections.abc import Set as AbstractSet
from functools import lru_cache

Feats = frozenset[str]

NO_FEATS: Feats = frozenset()


@lru_cache(maxsize=4096)
def parse_feats(notation: str) -> Feats:
    """Read the FEATS column of CoNLL-U.

    >>> sorted(parse_feats("Case=Gen|Number=Sing"))
    ['Case=Gen', 'Number=Sing']
    >>> parse_feats("_")
    frozenset()
    """
    return NO_FEATS if notation in {"", "_"} else frozenset(notation.split("|"))


def format_feats(feats: AbstractSet[str]) -> str:
    """Write the FEATS column of CoNLL-U, sorted as the standard asks: by name, case-insensitively.

    >>> format_feats(parse_feats("Number=Sing|Case=Gen"))
    'Case=Gen|Number=Sing'
    """
    return "|".join(sorted(feats, key=str.lower)) or "_"
