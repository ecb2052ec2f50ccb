"""Estonian segmentation: the tables."""

from allikas.lang.segmentation import Abbreviation, Segmentation

_OPENS = frozenset(
    [
        "al",
        "nn",
        "vt",
        "nr",
        "lk",
        "joon",
        "s.o",
        "s.t",
        "n.-ö",
        "n.ö",
        "nt",
        "sh",
        "so",
        "st",
        "prof",
        "dr",
        "hr",
        "pr",
        "mr",
        "mrs",
        "ms",
        "st",
        "v",
        "e",
        "tsit",
        "toim",
        "v.a",
        "i.a",
        "i.k",
        "vrd",
        "ingl",
        "lad",
    ]
)
_CLOSES = frozenset(
    [
        "a",
        "jt",
        "jne",
        "jms",
        "jm",
        "kr",
        "milj",
        "mld",
        "tuh",
        "saj",
        "m.a.j",
        "e.Kr",
        "p.Kr",
        "Kr",
        "eKr",
        "pKr",
        "a.e",
        "s",
        "b",
        "c",
        "d",
        "n",
        "m",
        "k",
        "o",
        "et",
        "eks",
    ]
)

SEGMENTATION = Segmentation(
    abbreviations=dict.fromkeys(_OPENS, Abbreviation.OPENS) | dict.fromkeys(_CLOSES, Abbreviation.CLOSES),
    clock=frozenset({"kell", "kella", "kl", "Kell", "Kella"}),
    vowels="aeiouõäöü",
    ordinal_stop=True,
)
