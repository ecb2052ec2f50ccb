"""The order of work of a story: readings of one thing in, what they make of it together out."""

from collections.abc import Sequence

from allikas.lang.pack import Pack
from allikas.model.reading import Reading
from allikas.stories.agenda import find_agenda
from allikas.stories.claims import ClaimMaker
from allikas.stories.disputes import Found, chained, find_disputes
from allikas.stories.joining import find_pairs, group, weigh_keys
from allikas.stories.origins import find_voices
from allikas.stories.points import find_points
from allikas.stories.records import Claim, Contradiction, Side, Story
from allikas.stories.sources import source_of
from allikas.stories.tellings import Tellings


def tell_story(readings: Sequence[Reading], pack: Pack, *, id_: str = "") -> Story:
    """Put reports of one thing together; the order in which they are given does not matter.

    >>> from allikas.lang.pack import load
    >>> from allikas.model.document import Document
    >>> tell_story([Reading(Document("", title="Tere"))], load("et")).title
    'Tere'
    """
    ordered = sorted(readings, key=lambda one: (one.document.published or "", one.document.id))
    points = [point for reading in ordered for point in find_points(reading, pack)]
    sources = {reading.document.id: source_of(reading) for reading in ordered}
    heavy = weigh_keys(points)
    pairs = find_pairs(points, heavy)
    groups = group(points, pairs)
    maker = ClaimMaker(points, pairs, Tellings(sources, find_voices(ordered, pack)))
    claims = [maker.claim(places) for places in groups]
    disputes = find_disputes(points, pairs, groups)
    contradictions = tuple(_contradiction(one, n, maker) for one, n in chained(disputes))
    title = ordered[0].document.title or ordered[0].document.text[:60]
    return Story(
        id_ or ordered[0].document.id, title, tuple(source.report for source in sources.values()),
        tuple(sorted(claims, key=_weight)), contradictions,
        find_agenda(points, sources, heavy, maker.telling),
    )  # fmt: skip


def _weight(claim: Claim) -> tuple[int, int, str, str, int]:
    """Order claims: those of more outlets and origins first, then as they came out."""
    first = claim.first
    return (
        -len(claim.outlets), -len(claim.origins),
        first.report.published or "", first.report.document, first.start,
    )  # fmt: skip


def _contradiction(found: Found, n: int, maker: ClaimMaker) -> Contradiction:
    one, other = maker.telling(found.one), maker.telling(found.other)
    return Contradiction(
        found.type, Side(found.values[0], one), Side(found.values[1], other), f"d{n + 1}", found.corrected,
        maker.shared(found.one, found.other),
    )  # fmt: skip
