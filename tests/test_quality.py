"""No figure on development data may fall below its floor (``quality/floors.toml``)."""

import hashlib
import sys
import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
FLOORS: dict[str, dict[str, Any]] = tomllib.loads((ROOT / "tests/quality/floors.toml").read_text("utf-8"))


def digest(folder: Path) -> str:
    """Digest names and contents of all files of a folder."""
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


def figures(layer: str) -> dict[str, float]:
    spec = spec_from_file_location(f"score_{layer}", ROOT / f"benchmarks/score_{layer}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # as an import would
    spec.loader.exec_module(module)
    found: dict[str, float] = module.figures()
    return found


@pytest.mark.skipif(not SHARED.is_dir(), reason="the development data does not lie beside this checkout")
@pytest.mark.parametrize("layer", sorted(FLOORS))
def test_no_figure_falls_below_its_floor(layer: str) -> None:
    floor = dict(FLOORS[layer])
    data = floor.pop("data")
    assert digest(SHARED / data) == floor.pop("digest"), (
        f"{data} has changed: measure again, then set the floors"
    )
    measured = figures(layer)
    below = {name: (measured[name], least) for name, least in floor.items() if measured[name] < least}
    assert not below, f"{layer}: (measured, floor) {below}"


def test_a_digest_depends_on_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    first = digest(tmp_path)
    (tmp_path / "a").write_text("2")
    second = digest(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    assert len({first, second, digest(tmp_path)}) == 3
