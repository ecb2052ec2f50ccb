"""Score coded events against articles coded by hand with PLOVER: types, modes, roles, status, voucher.

An event matches as in score_plover.py: the same type, and its trigger overlaps or stands in the same line
with none closer. Status and voucher are over matches.
"""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import allikas
from allikas.model.layers import Event
from allikas.model.reading import Reading
from allikas.model.span import Span

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def score_plover() -> dict[str, float]:
    """Read every coded article from its text and match its events."""
    counts: Counter[str] = Counter()
    for path in sorted((DATA / "plover" / "dev").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        reading = allikas.read(gold["text"], published=gold["published"])
        _match(reading, gold, counts)
    matched = max(1, counts["typed right"])
    return {
        "plover_precision": 100 * counts["typed right"] / max(1, counts["typed found"]),
        "plover_recall": 100 * counts["typed right"] / max(1, counts["typed gold"]),
        "plover_f1": 200 * counts["typed right"] / max(1, counts["typed gold"] + counts["typed found"]),
        "plover_mode": 100 * counts["mode"] / matched,
        "plover_actor": 100 * counts["actor"] / max(1, counts["actor gold"]),
        "plover_recipient": 100 * counts["recipient"] / max(1, counts["recipient gold"]),
        "plover_status": 100 * counts["status"] / matched,
        "plover_voucher": 100 * counts["voucher"] / matched,
    }


def _match(reading: Reading, gold: dict[str, Any], counts: Counter[str]) -> None:
    text = gold["text"]
    coded = [event for event in reading.events if event.plover is not None]
    counts["typed found"] += len(coded)
    counts["typed gold"] += len(gold["events"])
    used: set[str] = set()
    for expected in gold["events"]:
        near = [event for event in coded if event.id not in used and _is_near(text, event, expected)]
        same = [event for event in near if event.plover and event.plover.event == expected["event"]]
        if not same:
            continue
        event = max(same, key=lambda one: (_over(one.span, expected["trigger"]), coded.index(one)))
        used.add(event.id)
        _compare(reading, event, expected, counts)


def _is_near(text: str, event: Event, expected: dict[str, Any]) -> bool:
    start = expected["trigger"][0]
    line = text.count("\n", 0, start) == text.count("\n", 0, event.span.start)
    return line or _over(event.span, expected["trigger"])


def _over(span: Span, other: Sequence[int]) -> bool:
    return span.start < other[1] and other[0] < span.end


def _compare(reading: Reading, event: Event, expected: dict[str, Any], counts: Counter[str]) -> None:
    counts["typed right"] += 1
    counts["mode"] += event.plover is not None and event.plover.mode == expected["mode"]
    counts["status"] += event.status == expected["status"]
    counts["voucher"] += _is_voucher(reading, event, expected["voucher"])
    for part in ("actor", "recipient"):
        if expected[part]:
            counts[f"{part} gold"] += 1
            counts[part] += any(_over(role.span, span) for role in event.roles for span in expected[part])


def _is_voucher(reading: Reading, event: Event, expected: str | None) -> bool:
    """Tell whether the voice is the one expected: by the words of its source, or of any of its mentions."""
    statement = next((one for one in reading.statements if one.id == event.statement), None)
    if expected is None or statement is None:
        return expected is None and statement is None
    mentions = [m.span.text for e in reading.entities if e.id == statement.speaker for m in e.mentions]
    source = [statement.source.text] if statement.source else []
    names = {word for text in (*mentions, *source) for word in text.split()}
    return bool(names & set(expected.split()))
