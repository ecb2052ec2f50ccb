"""The door to Vabamorf: how fast it opens and reads, beside the normal way in.

    python benchmarks/bench_vabamorf.py

Prints the median of five fresh processes for opening, and words a second on one core for reading the example
reports over and over. Ratios are of figures measured in the same run.
"""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from allikas import Document, read_document
from allikas.lang.pack import load

ROOT = Path(__file__).parents[1]
RUNS = 5
DOOR = "from allikas.lang.pack import load; m = load('et').morphology; t = now(); m(['Tere'])"
NORMAL = "t = now(); from estnltk.vabamorf.morf import Vabamorf; Vabamorf.instance().analyze(['Tere'])"


def opening(code: str) -> float:
    """Return the median seconds that *code* takes in a fresh process, from where it sets ``t``."""
    program = f"from time import perf_counter as now; {code}; print(now() - t)"
    runs = [subprocess.check_output([sys.executable, "-c", program], text=True) for _ in range(RUNS)]  # noqa: S603
    return median(float(run) for run in runs)


def sentences() -> list[list[str]]:
    """Return the sentences of the example reports as forms."""
    pack = load("et")
    readings = [
        read_document(Document(path.read_text("utf-8")), pack)
        for path in sorted((ROOT / "examples").glob("*.txt"))
    ]
    return [
        [word.form for word in reading.words[sent.first : sent.last]]
        for reading in readings
        for sent in reading.sentences
    ]


def reading_speed() -> float:
    """Return words a second, the median of five runs."""
    forms = sentences()
    morphology = load("et").morphology
    speeds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        for sent in forms * 10:
            morphology(sent)
        speeds.append(sum(map(len, forms)) * 10 / (time.perf_counter() - start))
    return median(speeds)


def main() -> None:
    """Measure and print."""
    door, normal = opening(DOOR), opening(NORMAL)
    print(f"opening: the door {door:.2f} s, through EstNLTK {normal:.2f} s, ratio {normal / door:.0f}")
    print(f"reading: {reading_speed():,.0f} words/s, analysis and disambiguation")


if __name__ == "__main__":
    main()
