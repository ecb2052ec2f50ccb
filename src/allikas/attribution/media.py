"""Who passes on what others say: agencies, papers, broadcasters."""

from collections.abc import Sequence
from itertools import pairwise

from allikas.attribution.frame import Words
from allikas.lang.reporting import Reporting
from allikas.model.word import Word


def is_media(words: Sequence[Word], part: Words, tables: Reporting) -> bool:
    """Tell whether the phrase names an agency, a paper or a broadcaster."""
    return any(_is_one(words[at], tables) for at in range(*part))


def _is_one(word: Word, tables: Reporting) -> bool:
    if word.upos == "NOUN" and word.form[:1].islower():
        return word.lemma.endswith(tables.outlets)
    return word.lemma in tables.agencies or word.form.partition("-")[0] in tables.agencies


def find_outlets(words: Sequence[Word], tables: Reporting) -> frozenset[str]:
    """Return the names that the report itself introduces as those of outlets: `the agency LSA`."""
    return frozenset(
        name
        for noun, named in pairwise(words)
        if noun.upos == "NOUN" and noun.lemma.endswith(tables.outlets) and named.form[:1].isupper()
        for name in (named.form.partition("-")[0], named.lemma)
    )
