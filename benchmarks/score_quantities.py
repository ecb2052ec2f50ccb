"""Score quantities against EstNER's dev parts: MONEY and PERCENT, span and type, strictly.

A quantity counts as MONEY where its unit is a code of ISO 4217 or a coin, PERCENT where it is ``%``. Prints
precision, recall and F1 over both parts together, and microseconds a word of this stage alone. ``--errors``
lists the differences.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from time import process_time

from allikas.intake.texts import read
from allikas.lang.quantities import Quantities
from allikas.model.layers import Quantity
from allikas.quantities import find_quantities

NAMES = Path(__file__).resolve().parents[2] / "shared" / "data" / "ner"
COINS = {"{cent}", "{penny}", "{kopeck}"}
Mark = tuple[int, int, str]


def kind_of(quantity: Quantity) -> str | None:
    """Return EstNER's type."""
    unit = quantity.unit or ""
    money = (len(unit) == 3 and unit.isalpha() and unit.isupper()) or unit in COINS
    return "PERCENT" if unit == "%" else "MONEY" if money else None


def gold_marks(entities: Sequence[dict[str, object]]) -> set[Mark]:
    """Return the MONEY and PERCENT entities of a document, outermost level."""
    return {
        (int(str(one["start"])), int(str(one["end"])), str(one["type"]))
        for one in entities
        if one["type"] in {"MONEY", "PERCENT"} and one.get("level", 1) == 1
    }


def found_marks(quantities: Sequence[Quantity]) -> set[Mark]:
    """Return the money and percentages among *quantities*."""
    return {(one.span.start, one.span.end, kind) for one in quantities if (kind := kind_of(one)) is not None}


def differences(text: str, gold: set[Mark], found: set[Mark]) -> Iterator[str]:
    """Show what was missed (``-``) and what should not be found (``+``)."""
    for start, end, kind in sorted(gold ^ found):
        sign = "-" if (start, end, kind) in gold else "+"
        around = f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}"
        yield f"{sign} {kind:8}{' '.join(around.split())}"


def score(tables: Quantities, *, errors: bool = False) -> tuple[dict[str, Counter[str]], float]:
    """Count right, found and gold marks by type; and seconds a word."""
    counts = {kind: Counter[str]() for kind in ("MONEY", "PERCENT")}
    seconds, words = 0.0, 0
    for path in sorted(NAMES.glob("EstNER_*_dev/*.json")):
        doc = json.loads(path.read_text("utf-8"))
        reading = read(doc["text"])
        start = process_time()
        quantities = find_quantities(reading.words, reading.sentences, reading.times, tables)
        seconds += process_time() - start
        words += len(reading.words)
        gold, found = gold_marks(doc["entities"]), found_marks(quantities)
        for name, marks in (("gold", gold), ("found", found), ("right", gold & found)):
            for _, _, kind in marks:
                counts[kind][name] += 1
        for line in differences(doc["text"], gold, found) if errors else ():
            print(path.stem, line)
    return counts, seconds / max(1, words)


def figures() -> dict[str, float]:
    """Return the F1 of each type."""
    counts, _ = score(_tables())
    return {kind: 2 * some["right"] / max(1, some["found"] + some["gold"]) for kind, some in counts.items()}


def _tables() -> Quantities:
    tables: Quantities = import_module("allikas.packs.et.quantities").QUANTITIES
    return tables


def main(arguments: Sequence[str]) -> None:
    """Print the scores."""
    if not NAMES.is_dir():
        print(f"no development data at {NAMES.name}: nothing to score")
        return
    score(_tables())  # fill the caches: what is measured is a running program
    counts, seconds = score(_tables(), errors="--errors" in arguments)
    for kind, some in counts.items():
        precision, recall = some["right"] / max(1, some["found"]), some["right"] / max(1, some["gold"])
        f1 = 2 * some["right"] / max(1, some["found"] + some["gold"])
        print(f"{kind:8} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  of {some['gold']}")
    print(f"speed    {1e6 * seconds:.1f} microseconds a word")


if __name__ == "__main__":
    main(sys.argv[1:])
