"""Invented reports for the tests of stories."""

from functools import cache

import allikas
from allikas.lang.pack import load
from allikas.model.reading import Reading
from allikas.stories.points import Point, find_points
from allikas.stories.records import Story
from allikas.stories.story import tell_story

BRIDGE = (
    (
        "Merivaade",
        "2026-05-04",
        "Jõesuu sild suleti",
        """Jõesuu sild suleti esmaspäeval, sest kandetalades on praod, teatas transpordiamet.
Ameti pressiesindaja Liis Tammoja sõnul leiti sillast 14 pragu. Sild avatakse 20. mail.""",
    ),
    (
        "Päevaleht Koit",
        "2026-05-04",
        "Sild kinni",
        """Jõesuu sild suleti esmaspäeval, sest kandetalades on praod, vahendas Merivaade transpordiametit.
Liis Tammoja sõnul leiti sillast 14 pragu.""",
    ),
    (
        "Vooremaa Hääl",
        "2026-05-05",
        "Vald: pragusid on rohkem",
        """Jõesuu sillast leiti 22 pragu, ütles vallavanem Rein Pajula Vooremaa Häälele.
Silla avamine lükkub 20. mailt 3. juunile, lisas Pajula.""",
    ),
)


@cache
def read(text: str, published: str = "2026-05-04", outlet: str = "Merivaade", title: str = "") -> Reading:
    return allikas.read(text, published=published, outlet=outlet, title=title or None)


def points(text: str, published: str = "2026-05-04", outlet: str = "Merivaade") -> tuple[Point, ...]:
    return find_points(read(text, published, outlet), load("et"))


def story(*texts: str) -> Story:
    """Tell a story of texts, each of another outlet, a day apart."""
    outlets = ("Merivaade", "Päevaleht Koit", "Vooremaa Hääl", "Raadio Laine")
    readings = [read(text, f"2026-05-{4 + n:02}", outlets[n]) for n, text in enumerate(texts)]
    return tell_story(readings, load("et"))


def bridge() -> list[Reading]:
    return [read(text, published, outlet, title) for outlet, published, title, text in BRIDGE]
