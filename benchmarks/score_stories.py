"""Score stories: claims, origins, contradictions, agenda, and whether near misses stay apart.

usage: python benchmarks/score_stories.py [-v] [HALF]

A gold quotation is the clause that it covers best; where it covers several, that one whose words are nearest
to the claim's gist. Claims are scored by B-cubed over the gold's members (Bagga and Baldwin 1998); origins
of a gold claim are those of the claim that most of its members are in. A contradiction is right where the
gold has one between clauses of the same two quotations, whatever its type (`typed`: the type too);
`disputes` counts groups of them: one is found where any of its pairs is. An agenda item is right where
report, words and date are; `agenda_status` is over those. Reports of all stories are gathered together, once
in their order and once shuffled: `gathered` is B-cubed F1 over reports. HALF is 1 or 2: every other story.
"""

import json
import random
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import allikas
from allikas.lang.pack import load
from allikas.model.reading import Reading
from allikas.stories.following import traits_of
from allikas.stories.gathering import gather
from allikas.stories.points import Point, find_points
from allikas.stories.records import Claim, Story, Telling
from allikas.stories.story import tell_story

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "stories"
Quote = dict[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A story of the gold, its readings by the gold's names, and what was made of it."""

    gold: dict[str, Any]
    readings: dict[str, Reading]
    story: Story

    def place(self, quote: Quote) -> tuple[int, int]:
        """Return the characters of a quotation."""
        start = self.readings[quote["report"]].document.text.index(quote["quote"])
        return start, start + len(quote["quote"])

    def name(self, document: str) -> str:
        """Return the gold's name of a document."""
        return next(name for name, one in self.readings.items() if one.document.id == document)


@cache
def read(name: str) -> tuple[dict[str, Any], dict[str, Reading]]:
    """Read the reports of a story."""
    gold = json.loads((DATA / f"{name}.json").read_text("utf-8"))
    return gold, {
        one["id"]: allikas.read(
            one["text"], published=one["published"], outlet=one["outlet"], title=one["title"]
        )
        for one in gold["reports"]
    }


def tell(name: str) -> Told:
    """Tell one story."""
    gold, readings = read(name)
    return Told(gold, readings, tell_story(list(readings.values()), load("et")))


def names(half: int = 0) -> list[str]:
    """Return the names of the stories, or of every other one."""
    every = sorted(path.stem for path in DATA.glob("[0-9]*.json"))
    return every if not half else every[half - 1 :: 2]


def bcubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[float, float]:
    """Sum B-cubed precision and recall over the items.

    >>> bcubed([1, 1, 2], [1, 1, 1])
    (1.6666666666666665, 3.0)
    """
    precision = recall = 0.0
    for mine, his in zip(gold, found, strict=True):
        same = [at for at, one in enumerate(found) if one == his]
        right = sum(gold[at] == mine for at in same)
        precision += right / len(same)
        recall += right / sum(one == mine for one in gold)
    return precision, recall


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def own_words(told: Told) -> dict[tuple[str, int, int], Point]:
    """Return the clauses of all reports, by document and place."""
    points = (point for one in told.readings.values() for point in find_points(one, load("et")))
    return {(point.document, point.start, point.end): point for point in points}


def covered(point: Point, start: int, end: int) -> int:
    """Count the characters of a clause's own that a quotation covers."""
    return sum(max(0, min(end, stop) - max(start, begin)) for begin, stop in point.pieces)


def claim_of(told: Told, points: dict[tuple[str, int, int], Point], quote: Quote, gist: str) -> Claim | None:
    """Return the claim that a quotation makes."""
    start, end = told.place(quote)
    document = told.readings[quote["report"]].document.id
    found = [
        (covered(point, start, end), one.text, claim)
        for claim in told.story.claims
        for one in claim.tellings
        if one.report.document == document and (point := points[document, one.start, one.end])
    ]
    most = max((size for size, _, _ in found), default=0)
    if not most:
        return None
    near = [(nearness(text, gist), size, claim) for size, text, claim in found if size * 2 >= most]
    return max(near, key=lambda one: one[:2])[2]


def nearness(text: str, gist: str) -> float:
    """Say how near two wordings are."""
    return round(SequenceMatcher(None, text.casefold(), gist.casefold(), autojunk=False).ratio(), 2)


def score_claims(told: Told, tell_me: bool) -> dict[str, float]:
    """Score claims and origins."""
    points = own_words(told)
    gold: list[str] = []
    found: list[str] = []
    right = 0
    for claim in told.gold["claims"]:
        claims = [claim_of(told, points, one, claim["gist"]) for one in claim["members"]]
        gold += [claim["id"]] * len(claims)
        found += [one.id if one else f"missed {len(found) + at}" for at, one in enumerate(claims)]
        known = [one for one in claims if one is not None]
        main = max(known, key=lambda one: (known.count(one), one.id), default=None)
        counted = len(main.origins) if main else 0
        right += counted == claim["independent_origins"]
        if tell_me and (counted != claim["independent_origins"] or len(set(found[-len(claims) :])) > 1):
            report_claim(told, claim, claims, main)
    precision, recall = bcubed(gold, found)
    return {"n": len(gold), "p": precision, "r": recall, "origins": right, "claims": len(told.gold["claims"])}


def report_claim(
    told: Told, claim: dict[str, Any], claims: Sequence[Claim | None], main: Claim | None
) -> None:
    """Say what went wrong with a claim."""
    print(f"{told.gold['story']} {claim['id']}: {claim['gist']}; gold {claim['origins']}")
    for member, one in zip(claim["members"], claims, strict=True):
        print(f"    {one.id if one else '-':10} {member['report']}  {member['quote']}")
    for origin in main.origins if main else ():
        print(f"    origin {origin.name}: {[one.text for one in origin.tellings]}")


def score_contradictions(told: Told, tell_me: bool) -> dict[str, float]:
    """Score pairs and disputes."""
    points = own_words(told)
    gold = told.gold["contradictions"]
    hit: dict[int, bool] = {}
    wrong = 0
    false_disputes, right_disputes = set[str](), set[str]()
    for one in told.story.contradictions:
        at = next(
            (
                n
                for n, pair in enumerate(gold)
                if matches(told, points, pair, one.one.telling, one.other.telling)
            ),
            None,
        )
        if at is None:
            wrong += 1
            false_disputes.add(one.dispute)
            if tell_me:
                sides = f"{one.one.telling.text} | {one.other.telling.text}"
                print(f"{told.gold['story']} wrong {one.type}: {sides}")
        else:
            right_disputes.add(one.dispute)
            hit[at] = hit.get(at, False) or gold[at]["type"] == one.type
    for at, pair in enumerate(gold):
        if tell_me and at not in hit:
            print(f"{told.gold['story']} missed {pair['type']}: {pair['a']} | {pair['b']}")
    groups = {pair["group"] for pair in gold}
    return {
        "pairs": len(gold), "pairs_hit": len(hit), "pairs_wrong": wrong, "typed": sum(hit.values()),
        "groups": len(groups), "groups_hit": len({gold[at]["group"] for at in hit}),
        "disputes_wrong": len(false_disputes - right_disputes), "disputes_right": len(right_disputes),
    }  # fmt: skip


def matches(
    told: Told,
    points: dict[tuple[str, int, int], Point],
    pair: dict[str, Quote],
    one: Telling,
    other: Telling,
) -> bool:
    """Tell whether a contradiction is between the quotations of a pair."""
    return any(
        covers(told, points, first, pair["a"]) and covers(told, points, second, pair["b"])
        for first, second in ((one, other), (other, one))
    )


def covers(told: Told, points: dict[tuple[str, int, int], Point], telling: Telling, quote: Quote) -> bool:
    """Tell whether a telling has a quotation's words."""
    point = points[telling.report.document, telling.start, telling.end]
    return told.name(telling.report.document) == quote["report"] and covered(point, *told.place(quote)) > 0


def score_agenda(told: Told, tell_me: bool) -> dict[str, float]:
    """Score agenda items."""
    gold = told.gold["agenda"]
    used: dict[int, bool] = {}
    wrong = 0
    for item in told.story.agenda:
        at = next(
            (
                n
                for n, one in enumerate(gold)
                if n not in used and same_item(told, one, item.telling, item.date)
            ),
            None,
        )
        if at is None:
            wrong += 1
            if tell_me:
                print(f"{told.gold['story']} no agenda: {item.date} {item.status} {item.what}")
        else:
            used[at] = gold[at]["status"] == item.status
    for at, one in enumerate(gold):
        if tell_me and at not in used:
            print(
                f"{told.gold['story']} missed agenda:",
                *(one[key] for key in ("report", "date", "status", "quote")),
            )
    return {"agenda": len(gold), "agenda_hit": len(used), "agenda_wrong": wrong, "status": sum(used.values())}


def same_item(told: Told, gold: dict[str, str], telling: Telling, date: str) -> bool:
    """Tell whether an item is the gold's."""
    start, end = told.place(gold)
    inside = min(end, telling.end) > max(start, telling.start)
    return told.name(telling.report.document) == gold["report"] and inside and gold["date"] == date


def score_gathering() -> dict[str, float]:
    """Gather the reports of all stories together, in two orders."""
    known = [(name, traits_of(one)) for name in names() for one in read(name)[1].values()]
    home = {traits.id: name for name, traits in known}
    shuffled = [traits for _, traits in known]
    random.Random(1).shuffle(shuffled)  # noqa: S311 - an order, no secret
    first, second = gather([traits for _, traits in known]), gather(shuffled)
    found = {id_: group[0] for group in first for id_ in group}
    precision, recall = bcubed([home[id_] for id_ in found], list(found.values()))
    return {
        "gathered": f1(precision / len(found), recall / len(found)),
        "gathered_precision": precision / len(found),
        "gathered_alike_in_any_order": float(first == second),
    }


def sums(half: int, tell_me: bool) -> dict[str, float]:
    """Add up what is counted in each story."""
    total: dict[str, float] = defaultdict(float)
    for name in names(half):
        told = tell(name)
        for score in (score_claims, score_contradictions, score_agenda):
            for key, value in score(told, tell_me).items():
                total[key] += value
    return total


def figures(half: int = 0, *, tell_me: bool = False) -> dict[str, float]:
    """Return the figures, from 0 to 1."""
    return dict(ratios(sums(half, tell_me))) | ({} if half else score_gathering())


def ratios(total: dict[str, float]) -> Iterator[tuple[str, float]]:
    """Turn counts into shares."""
    precision, recall = total["p"] / total["n"], total["r"] / total["n"]
    yield from (
        ("claims_precision", precision),
        ("claims_recall", recall),
        ("claims_f1", f1(precision, recall)),
    )
    yield "origins", total["origins"] / total["claims"]
    found = total["pairs_hit"] + total["pairs_wrong"]
    yield "contradictions_precision", total["pairs_hit"] / found if found else 0.0
    yield "contradictions_recall", total["pairs_hit"] / total["pairs"]
    yield "contradictions_typed", total["typed"] / max(1, total["pairs_hit"])
    disputes = total["disputes_right"] + total["disputes_wrong"]
    yield "disputes_precision", total["disputes_right"] / disputes if disputes else 0.0
    yield "disputes_recall", total["groups_hit"] / total["groups"]
    yield "agenda_precision", total["agenda_hit"] / max(1, total["agenda_hit"] + total["agenda_wrong"])
    yield "agenda_recall", total["agenda_hit"] / total["agenda"]
    yield "agenda_status", total["status"] / max(1, total["agenda_hit"])


def main() -> None:
    """Print the figures."""
    given = sys.argv[1:]
    half = next((int(one) for one in given if one.isdigit()), 0)
    for name, value in figures(half, tell_me="-v" in given).items():
        print(f"{name:28} {value:.3f}")


if __name__ == "__main__":
    main()
