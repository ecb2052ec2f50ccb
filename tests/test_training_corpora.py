"""How the corpora are read, on invented sentences in their formats."""

import json
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).parents[1] / "training" / "corpora.py"
ROWS = """\
# sent_id = 1
1\tMari\tMari\tPROPN\tS\tCase=Nom|Number=Sing\t3\tnsubj\t_\tArg=ütlema_Arg_0|NE=B-Per
2\tMets\tMets\tPROPN\tS\tCase=Nom|Number=Sing\t1\tflat\t_\tNE=I-Per
3\tütles\tütlema\tVERB\tV\tMood=Ind\t0\troot\t_\tVerb=ütlema_1
3.1\ttühi\ttühi\tX\t_\t_\t_\t_\t_\t_
4\tNarva\tNarva\tPROPN\tS\tCase=Gen|Number=Sing\t5\tnmod\t_\tNE=B-Gep
5\tsadamas\tsada_m\tNOUN\tS\tCase=Ine|Number=Sing\t3\tobl\t_\tNE=I-GepSpaceAfter=No|SpaceAfter=No
6\t.\t.\tPUNCT\tZ\t_\t3\tpunct\t_\t_

"""


@pytest.fixture(scope="module")
def corpora() -> ModuleType:
    spec = spec_from_file_location("training_corpora", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # a dataclass looks its module up
    spec.loader.exec_module(module)
    return module


def test_a_sentence_of_the_treebank_is_read_with_all_its_layers(corpora: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text(ROWS, "utf-8")
    [example] = corpora.read_treebank(tmp_path, {})
    assert example.forms == ("Mari", "Mets", "ütles", "Narva", "sadamas", ".")
    assert example.heads == (3, 1, 0, 5, 3, 3)
    assert example.roles == ("0", "-", "-", "-", "-", "-")
    assert example.names == ("B-PER", "E-PER", "O", "B-GPE", "E-GPE", "O")
    assert example.text == "Mari Mets ütles Narva sadamas."
    assert example.lemmas[4] == "sadam"


def test_a_name_gets_the_type_of_what_it_is(corpora: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text(ROWS, "utf-8")
    [example] = corpora.read_treebank(tmp_path, {("Narva sadam", "Gep"): "LOC"})
    assert example.names[3:5] == ("B-LOC", "E-LOC")


def test_retyping_is_read_from_a_table(corpora: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "names.tsv").write_text("# name\tlabel\tfrequency\ttype\nNarva\tLoc\t9\tGPE\n", "utf-8")
    assert corpora.read_types(tmp_path / "names.tsv") == {("Narva", "Loc"): "GPE"}


def test_a_fifth_of_the_name_corpus_is_held_out(corpora: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "dev").mkdir()
    for at in range(10):
        entity = {"start": 0, "end": 11, "type": "PER", "level": 1}
        inner = {"start": 0, "end": 4, "type": "LOC", "level": 2}
        document = {"id": str(at), "text": f"Juhan Kuusk nr {at}.\nTere!", "entities": [entity, inner]}
        (tmp_path / "dev" / f"{at}.json").write_text(json.dumps(document), "utf-8")
    trained, held_out = corpora.read_estner(tmp_path)
    assert (len(trained), len(held_out)) == (8, 2)
    assert trained[0][0].forms == ("Juhan", "Kuusk", "nr", "0", ".")
    assert trained[0][0].names == ("B-PER", "E-PER", "O", "O", "O")
    assert [block[0].text for block in held_out] == ["Juhan Kuusk nr 4.", "Juhan Kuusk nr 9."]


def test_capitals_keep_trees_and_names(corpora: ModuleType) -> None:
    example = corpora.Example(("Mari", "magab"), ("S-PER", "O"), heads=(2, 0))
    assert corpora.shouted(example) == corpora.Example(("MARI", "MAGAB"), ("S-PER", "O"), heads=(2, 0))
