import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allikas.lang.pack import load

vabamorf = sys.modules[load("et").morphology.__module__].vabamorf  # packs are imported by nobody
door = sys.modules[vabamorf.__module__]


def lemmas(form: str) -> set[str]:
    return {analysis.lemma for analysis in vabamorf().candidates([form])[0]}


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("Putini", "Putin"),
        ("Huiga", "Hui"),
        ("ASEAN-i", "ASEAN"),
        ("ütles", "ütlema"),
        ("peadirektoraadi", "peadirektoraat"),
    ],
)
def test_inflected_words_find_their_dictionary_form(form: str, lemma: str) -> None:
    assert lemma in lemmas(form)


@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_forms_get_one_answer_each(forms: list[str]) -> None:
    assert len(vabamorf().candidates(forms)) == len(forms)
    assert len(vabamorf().disambiguated(forms)) == len(forms)
    assert all(analyses for analyses in vabamorf().candidates(forms))


def test_the_door_does_not_import_estnltk() -> None:
    code = (
        "import sys; from allikas.lang.pack import load; load('et').morphology(['Tere']);"
        "print('estnltk' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def count_candidates(form: str) -> int:
    return len(vabamorf().candidates([form])[0])


def test_several_processes_read_at_once_and_agree() -> None:
    forms = ["tulnudki", "Huiga", "teada", "kuus"] * 5
    with ProcessPoolExecutor(max_workers=2) as pool:
        assert list(pool.map(count_candidates, forms)) == [count_candidates(form) for form in forms]


def test_a_missing_distribution_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "find_spec", lambda _name: None)
    with pytest.raises(door.AnalyserError, match="Vabamorf is missing: install it with"):
        door._folder()


def test_missing_lexicons_are_one_clear_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spec = ModuleSpec("estnltk", None, origin=str(tmp_path / "__init__.py"))
    monkeypatch.setattr(door, "find_spec", lambda _name: spec)
    with pytest.raises(door.AnalyserError, match="lexicons are not in"):
        door._load.__wrapped__(0)


def test_another_layout_is_loaded_by_the_normal_import(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(door, "import_module", lambda name: f"imported {name}")
    assert door._module(tmp_path) == "imported estnltk.vabamorf.vabamorf"
