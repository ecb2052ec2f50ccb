"""How fast reports are read, from text to reading, on one core, and how that grows with length.

    python benchmarks/bench_reading.py

Reads the example reports over and over and prints the median of five runs in words and reports a second of
processor time, then one text eight times as long as another, whose time should be eight times as long.
"""

import time
from pathlib import Path
from statistics import median

import allikas

ROOT = Path(__file__).parents[1]
RUNS = 5


def reports() -> list[str]:
    """Return the example reports."""
    return [path.read_text("utf-8") for path in sorted((ROOT / "examples").glob("*-*.txt"))]


def seconds(texts: list[str]) -> tuple[float, int]:
    """Return the median processor time of reading all *texts*, and how many words they have."""
    words, runs = 0, []
    for _ in range(RUNS):
        start = time.process_time()
        words = sum(len(allikas.read(text).words) for text in texts)
        runs.append(time.process_time() - start)
    return median(runs), words


def main() -> None:
    """Measure and print."""
    texts = reports()
    allikas.read(texts[0])
    taken, words = seconds(texts)
    each = words / len(texts)
    print(f"{words / taken:,.0f} words/s, {len(texts) / taken:.0f} reports/s of {each:.0f} words each")
    short = "\n\n".join(text.split("---", 2)[2] for text in texts)
    once, eight = seconds([short])[0], seconds(["\n\n".join([short] * 8)])[0]
    print(f"eight times the length takes {eight / once:.1f} times as long")


if __name__ == "__main__":
    main()
