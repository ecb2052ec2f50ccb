import shutil
from pathlib import Path

import pytest

import allikas.packs.et
from allikas.syntax.network import ModelError, load_network

MODEL = Path(allikas.packs.et.__file__).parent / "model"
LIMIT = 25_000_000  # bytes, so that the package stays small


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MODEL, tmp_path / "model"))


def test_the_model_is_small() -> None:
    assert sum(path.stat().st_size for path in MODEL.iterdir()) < LIMIT


def test_it_is_loaded_once() -> None:
    assert load_network(MODEL) is load_network(MODEL)


def test_labels_stand_for_the_graphs_answers() -> None:
    network = load_network(MODEL)
    assert "root" in network.labels.deprels
    assert network.labels.names[0] == "O"
    assert network.labels.roles[0] == "-"
    assert network.tables["after"].shape == (len(network.labels.names),) * 2


FILES = ("network.onnx", "edges.onnx", "tables.npz", "strings.json", "places.npz")


@pytest.mark.parametrize("name", [*FILES, "digests.json"])
def test_a_missing_file_is_one_clear_line(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(ModelError, match=f"cannot be read.*{name}.*install Allikas again") as raised:
        load_network(copy)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_one_clear_line(copy: Path, name: str) -> None:
    content = bytearray((copy / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / name).write_bytes(content)
    with pytest.raises(ModelError, match=f"{name} is damaged: install Allikas again"):
        load_network(copy)


def test_digests_that_are_no_digests_are_one_clear_line(copy: Path) -> None:
    (copy / "digests.json").write_text("[]", "utf-8")
    with pytest.raises(ModelError, match="is damaged"):
        load_network(copy)


def test_what_the_libraries_cannot_load_is_one_clear_line(copy: Path) -> None:
    (copy / "strings.json").write_text("[]", "utf-8")
    digests = (copy / "digests.json").read_text("utf-8")
    old = digests.split('"strings.json": "')[1][:64]
    new = "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"  # SHA-256 of "[]"
    (copy / "digests.json").write_text(digests.replace(old, new), "utf-8")
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_network(copy)
