"""The door to Vabamorf, the morphological analyser of Estonian (Kaalep and Vaino, 2001).

Vabamorf comes inside the EstNLTK distribution, as one extension module and two lexicons. Importing EstNLTK
takes two seconds and pulls in all of it; loading the extension module alone takes a twentieth of that. Where
the layout is not the expected one, the normal import is the second way in.
"""

import os
import re
from functools import lru_cache
from importlib import import_module
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, NamedTuple

from allikas.model.errors import AllikasError


class AnalyserError(AllikasError):
    """Vabamorf cannot be had on this machine; the message says what to do."""


class Analysis(NamedTuple):
    """One reading of a word form, in Vabamorf's own terms.

    ``root`` keeps its marks (``_`` between the parts of a compound, ``=`` before a derivational suffix);
    ``pos`` is Vabamorf's one-letter class and ``form`` its inflection, such as ``sg g``.
    """

    root: str
    ending: str
    clitic: str
    pos: str
    form: str

    @property
    def lemma(self) -> str:
        """Dictionary form: marks removed, and ``-ma`` added to verbs.

        >>> Analysis("kaitse_ministeerium", "i", "", "S", "sg g").lemma
        'kaitseministeerium'
        >>> Analysis("ütle", "s", "", "V", "s").lemma
        'ütlema'
        """
        lemma = _plain(self.root)
        return lemma + "ma" if self.pos == "V" and lemma not in {"ei", "ära"} else lemma


_PHONETIC = re.compile(r"[~?\]<]")
_MARKS = re.compile(r"[_+=]")


def _plain(root: str) -> str:
    """Drop the marks of a root, unless it is made of nothing else (``?`` and ``=`` as tokens)."""
    return _MARKS.sub("", root) or root


def _root(root: str) -> str:
    """Drop phonetic marks, which every root from the extension module carries."""
    return _PHONETIC.sub("", root) or root


class Vabamorf:
    """One loaded analyser. It holds global state in C++: a process has one, see ``vabamorf``."""

    def __init__(self, module: Any, lexicons: Path) -> None:
        self._module = module
        self._native = module.Vabamorf(str(lexicons / "et.dct"), str(lexicons / "et3.dct"))

    def candidates(self, forms: list[str]) -> list[tuple[Analysis, ...]]:
        """Return every reading of each form; neighbours are not looked at."""
        return self._analyse(forms, disambiguate=False)

    def disambiguated(self, forms: list[str]) -> list[tuple[Analysis, ...]]:
        """Return the likeliest readings of each form of one sentence (several where a tie remains)."""
        return self._analyse(forms, disambiguate=True)

    def synthesised(self, lemma: str, form: str, pos: str) -> tuple[str, ...]:
        """Return the forms of *lemma* with an inflection in Vabamorf's own terms; guessed where unknown."""
        return tuple(self._native.synthesize(_safe(lemma), form, pos, "", True, False))

    def _analyse(self, forms: list[str], *, disambiguate: bool) -> list[tuple[Analysis, ...]]:
        words = self._module.StringVector([_safe(form) for form in forms])
        # flags after disambiguate: guess unknown words, phonetic marks, proper names, stems for lemmas
        found = self._native.analyze(words, disambiguate, True, True, True, False)
        return [tuple(map(_analysis, readings)) for _, readings in found]


def _analysis(native: Any) -> Analysis:
    return Analysis(_root(native.root), native.ending, native.clitic, native.partofspeech, native.form)


_UNSAFE = re.compile(r"[\x00-\x20\ud800-\udfff]")
_LONGEST = (
    100  # code points; longer "words" are noise, and Vabamorf's cost grows with the square of the length
)


def _safe(form: str) -> str:
    """Make *form* fit for C++: no NUL, blank or lone surrogate, never empty, never endless."""
    return _UNSAFE.sub("_", form[:_LONGEST]) or "_"


def vabamorf() -> Vabamorf:
    """Return this process's analyser, loading it on first use (a forked child loads its own).

    Raises ``AnalyserError`` where the EstNLTK distribution is missing or cannot be loaded.
    """
    return _load(os.getpid())


@lru_cache(maxsize=1)
def _load(_pid: int) -> Vabamorf:
    folder = _folder()
    lexicons = sorted(path for path in (folder / "dct").glob("*_sp") if (path / "et.dct").is_file())
    if not lexicons:
        raise AnalyserError(f"Vabamorf's lexicons are not in {folder / 'dct'}: {_REINSTALL}")
    return Vabamorf(_module(folder), lexicons[-1])


_REINSTALL = "install EstNLTK again with `pip install --force-reinstall 'estnltk>=1.7.5,<1.8'`"


def _folder() -> Path:
    spec = find_spec("estnltk")
    if spec is None or spec.origin is None:
        raise AnalyserError("Vabamorf is missing: install it with `pip install 'estnltk>=1.7.5,<1.8'`")
    return Path(spec.origin).parent / "vabamorf"


def _module(folder: Path) -> Any:
    """Load the extension module by its file; failing that, import it through EstNLTK."""
    for suffix in EXTENSION_SUFFIXES:
        spec = spec_from_file_location("_vabamorf", folder / f"_vabamorf{suffix}")
        if spec and spec.loader and Path(str(spec.origin)).is_file():
            module = module_from_spec(spec)
            spec.loader.exec_module(module)
            return module
    try:
        return import_module("estnltk.vabamorf.vabamorf")
    except ImportError as error:
        raise AnalyserError(f"Vabamorf cannot be loaded ({error}): {_REINSTALL}") from error
