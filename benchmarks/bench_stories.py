"""Measure what adding one more report to the stories of a large ledger costs.

usage: python benchmarks/bench_stories.py [DOCUMENTS]

Reports are made up: 60 keys each, drawn from 300,000 but for the 300 most frequent (the heaviest 60 of a
real report are rare words and names) so that frequencies fall with ranks (Zipf 1949); every five share twenty
keys within three days and make a story; all came out within a year. All but the last thousand are put into
the tables with their stories at once. Printed are processor milliseconds for each of the last thousand;
reading a report is measured apart, by bench_reading.py.
"""

import random
import sys
from datetime import date, timedelta
from hashlib import sha256
from math import log, sqrt
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import process_time

from allikas.ledger.days import Days
from allikas.ledger.rooms import Change, furnish
from allikas.ledger.store import Ledger, open_ledger
from allikas.stories.following import _enter, settle
from allikas.stories.gathering import Traits
from allikas.stories.room import STORIES

LAST = 1000
FIRST, KEYS, OWN, SHARED, TOGETHER = 300, 300_000, 40, 20, 5


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    dice = random.Random(1)  # noqa: S311 - made-up reports, no secrets
    with TemporaryDirectory() as folder, open_ledger(f"{folder}/bench.ledger") as ledger:
        furnish(ledger, STORIES)
        with ledger.transaction() as connection:
            for n in range(count - LAST):
                traits = made_up(n, dice)
                _enter(connection, n + 1, traits)
                connection.execute(
                    "UPDATE stories_reports SET story = ? WHERE doc = ?", (f"s{n // TOGETHER}", n + 1)
                )
        spent = [add(ledger, n, dice) for n in range(max(0, count - LAST), count)]
    cuts = quantiles(spent, n=100)
    print(f"{count} reports: median {cuts[49] * 1000:.1f} ms, 99th percentile {cuts[98] * 1000:.1f} ms")


def add(ledger: Ledger, n: int, dice: random.Random) -> float:
    """Add a made-up report; return the processor seconds that it took."""
    traits = made_up(n, dice)
    before = process_time()
    settle(ledger, Change(n + 1, n + 1, traits.id, "current"), traits)
    return process_time() - before


def made_up(n: int, dice: random.Random) -> Traits:
    """Make a report up."""
    story = random.Random(n // TOGETHER)  # noqa: S311 - the same
    day = date(2025, 1, 1) + timedelta(days=story.randrange(360) + dice.randrange(3))
    shared = keys(story, SHARED)
    weights = {key: rarity(key) ** 2 for key in [*shared, *keys(dice, OWN)]}
    size = sqrt(sum(weight * weight for weight in weights.values()))
    profile = {key: weight / size for key, weight in weights.items()}
    return Traits(sha256(str(n).encode()).hexdigest()[:16], Days(day.isoformat(), day.isoformat()), profile)


def rarity(key: str) -> float:
    """Weigh a key as the Estonian pack does: by its rank."""
    return log(int(key[1:]) + 1) / log(KEYS)


def keys(dice: random.Random, count: int) -> list[str]:
    """Draw keys: the rank of each is even on a logarithmic scale."""
    return [f"k{int(FIRST * (KEYS / FIRST) ** dice.random())}" for _ in range(count)]


if __name__ == "__main__":
    main()
