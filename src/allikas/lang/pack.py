"""A language pack: everything that Allikas knows of one language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import NamedTuple

from allikas.lang.analyser import Model
from allikas.lang.boilerplate import NO_BOILERPLATE, Boilerplate
from allikas.lang.events import NO_EVENTS, Events
from allikas.lang.names import Names
from allikas.lang.quantities import Quantities
from allikas.lang.reporting import Reporting
from allikas.lang.segmentation import Segmentation
from allikas.lang.stories import NO_STORIES, Stories
from allikas.lang.time import Times
from allikas.model.errors import AllikasError
from allikas.model.features import Feats

HOME = "allikas.packs"


class Morph(NamedTuple):
    """What a word form is in its sentence: dictionary form, part of speech, features."""

    lemma: str
    upos: str
    feats: Feats


Morphology = Callable[[Sequence[str]], Sequence[Morph]]
"""Read the forms of one sentence; one ``Morph`` a form."""


@dataclass(frozen=True, slots=True)
class Pack:
    """The tables, rules and programs of a language; the engines get from it all that they know of words.

    ``morphology`` reads words where there is no ``model``, the network that reads them with their trees.
    """

    language: str
    name: str
    segmentation: Segmentation
    morphology: Morphology
    reporting: Reporting
    names: Names
    quantities: Quantities
    times: Times
    events: Events = NO_EVENTS
    boilerplate: Boilerplate = NO_BOILERPLATE
    stories: Stories = NO_STORIES
    model: Model | None = None


class LanguageError(AllikasError):
    """No pack for the language that was asked for; the message lists those there are."""


def languages() -> tuple[str, ...]:
    """List the languages that can be loaded: packs inside Allikas and those that other distributions bring.

    >>> "et" in languages()
    True
    """
    spec = find_spec(HOME)
    folders = spec.submodule_search_locations if spec else None
    own = {module.name for module in iter_modules(folders or ())}
    return tuple(sorted(own | {entry.name for entry in entry_points(group=HOME)}))


@cache
def load(language: str) -> Pack:
    """Load the pack of a language by its ISO 639 code; raises ``LanguageError`` where there is none.

    >>> load("et").name
    'Estonian'
    """
    if language not in languages():
        raise LanguageError(f"no pack for language {language!r}; there is: {', '.join(languages())}")
    for entry in entry_points(group=HOME, name=language):
        pack: Pack = entry.load()
        return pack
    found: Pack = import_module(f"{HOME}.{language}").PACK
    return found
