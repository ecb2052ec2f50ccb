"""Inflected forms of Estonian nouns, made by Vabamorf's synthesiser."""

from functools import lru_cache

from allikas.packs.et.vabamorf import vabamorf


@lru_cache(maxsize=4096)
def genitives(name: str) -> tuple[str, ...]:
    """Return the genitives that a name in the nominative can have, none where it cannot be declined.

    >>> genitives("Viik")
    ('Viigi', 'Viigu')
    """
    made = vabamorf().synthesised(name.lower(), "sg g", "S")
    return tuple(name[:1] + form[1:] for form in made)


@lru_cache(maxsize=4096)
def nominative_plural(lemma: str, upos: str) -> str | None:
    """Return the nominative plural of a noun or adjective.

    >>> nominative_plural("asjatundja", "NOUN")
    'asjatundjad'
    """
    made = vabamorf().synthesised(lemma, "pl n", "A" if upos == "ADJ" else "S")
    return made[0] if made else None
