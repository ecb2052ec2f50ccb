"""Claims: groups of points with whose word each is, and who took it from whom."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from allikas.stories.joining import Pairs
from allikas.stories.points import Point
from allikas.stories.records import Branch, Claim, ClaimKind, Origin, Telling
from allikas.stories.tellings import Tellings

COPIED = 0.6  # what share of its words makes a telling a copy of another: chosen on the ten stories


class ClaimMaker:
    """Makes the claims of one story."""

    def __init__(self, points: Sequence[Point], pairs: Pairs, tellings: Tellings) -> None:
        self._points, self._pairs, self._tellings = points, pairs, tellings
        self._voices, self._sources = tellings.voices, tellings.sources
        self._agencies = _agencies(points, tellings)

    def claim(self, places: Sequence[int]) -> Claim:
        """Make a claim of the points at *places*."""
        ordered = sorted(places, key=self._time)
        origins = self._origins(ordered)
        tellings = tuple(self.telling(at, origins[at]) for at in ordered)
        sources = tuple(
            Origin(name, tuple(one for one in tellings if one.origin == name))
            for name in dict.fromkeys(one.origin for one in tellings)
        )
        outlets = tuple(dict.fromkeys(one.report.outlet or one.report.document for one in tellings))
        return Claim(
            id=claim_id(self._points[at] for at in ordered),
            gist=_gist(tellings),
            kind=_kind(sources, outlets),
            origins=sources,
            relays=tuple(dict.fromkeys(name for one in tellings for name in one.through)),
            outlets=outlets,
            tellings=tellings,
            why=tuple(self._why(at, ordered) for at in ordered[1:]),
            tree=tuple(self._branch(origin) for origin in sources),
        )

    def _time(self, at: int) -> tuple[str, bool, str, int]:
        point = self._points[at]
        report = self._sources[point.document].report
        return report.published or "", report.outlet not in self._agencies, point.document, point.n

    def telling(self, at: int, origin: str | None = None) -> Telling:
        """Show the point at *at* as it stands in its report."""
        return self._tellings.telling(self._points[at], origin)

    def _origins(self, places: Sequence[int]) -> dict[int, str]:
        """Say whose word each point is. Who names no source has it from those who do, if anybody does."""
        named = {at: self._voices.origin(self._points[at].voices) for at in places}
        known = {at: name for at, name in named.items() if name is not None}
        return {at: named[at] or self._taken(at, known, places) for at in places}

    def _taken(self, at: int, known: Mapping[int, str], places: Sequence[int]) -> str:
        """Say whose word it is where none is named: another's whose words these are, or the outlet's own."""
        own = self._sources[self._points[at].document].outlet
        if self._points[at].witness:
            return own
        if not known:
            first = next(other for other in places if other == at or self.copied(at, other) >= COPIED)
            return self._sources[self._points[first].document].outlet
        return known[max(known, key=lambda other: (self.copied(at, other), -other))]

    def copied(self, one: int, other: int) -> float:
        """Say what share of their words two points have in the same order."""
        mine, his = (self._points[at].text.casefold().split() for at in (one, other))
        return SequenceMatcher(None, mine, his, autojunk=False).ratio()

    def shared(self, one: int, other: int) -> str:
        """Say what two points share."""
        alike = self._pairs.get((min(one, other), max(one, other)))
        return alike.why if alike else ""

    def _why(self, at: int, places: Sequence[int]) -> str:
        others = [other for other in places if other != at]
        found = [alike for other in others if (alike := self._pairs.get((min(at, other), max(at, other))))]
        return max(found, key=lambda alike: alike.score).why if found else ""

    def _branch(self, origin: Origin) -> Branch:
        """Draw who took it from whom: the source, who passed it on, and who has it from those."""
        children: dict[str, list[Branch]] = {}
        for telling in _one_a_report(origin.tellings):
            outlet = telling.report.outlet or telling.report.document
            via = self._from(telling, origin.tellings)
            leaf = Branch(outlet, "outlet", _reason(telling, via), telling)
            children.setdefault("" if via is None or via.endswith(outlet) else via, []).append(leaf)
        return Branch(origin.name, "origin", "", None, _nest(children))

    def _from(self, telling: Telling, tellings: Sequence[Telling]) -> str | None:
        """Return whom a report has it from: whom it names, or whose words it has; ``None``: the source."""
        if telling.through:
            return telling.through[-1]
        if telling.report.outlet in self._agencies:
            return None
        for other in tellings:
            is_agency = other.report.outlet in self._agencies
            if (is_agency or _came_first(other, telling)) and _share(telling, other) >= COPIED:
                return other.report.outlet
        return None


def _came_first(one: Telling, other: Telling) -> bool:
    """Tell whether one names its source and came out no later than another, which names none."""
    in_time = (one.report.published or "") <= (other.report.published or "")
    return bool(one.voices) and not other.voices and in_time and one.report != other.report


def _share(one: Telling, other: Telling) -> float:
    """Say what share of their words two tellings have in the same order."""
    mine, his = one.text.casefold().split(), other.text.casefold().split()
    return SequenceMatcher(None, mine, his, autojunk=False).ratio()


def _one_a_report(tellings: Sequence[Telling]) -> Iterator[Telling]:
    """Keep one telling of each report: the first that names somebody."""
    best: dict[str, Telling] = {}
    for telling in sorted(tellings, key=lambda one: (not one.through, not one.voices)):
        best.setdefault(telling.report.document, telling)
    return (telling for telling in tellings if best[telling.report.document] is telling)


def _reason(telling: Telling, via: str | None) -> str:
    if telling.through:
        return "named"
    if via is not None:
        return "wording"
    return "named" if telling.voices else "unsourced"


def _nest(children: Mapping[str, Sequence[Branch]]) -> tuple[Branch, ...]:
    """Hang those who have it from one outlet below that outlet."""
    top = list(children.get("", ()))
    for via, leaves in children.items():
        if not via:
            continue
        at = next((n for n, one in enumerate(top) if via.endswith(one.name)), None)
        if at is None:
            top.append(Branch(via, "agency", "named", None, tuple(leaves)))
        else:
            one = top[at]
            top[at] = Branch(one.name, one.kind, one.why, one.telling, (*one.children, *leaves))
    return tuple(top)


def _agencies(points: Sequence[Point], tellings: Tellings) -> frozenset[str]:
    """Return the outlets of the story that another one names as where it has something from."""
    outlets = {source.report.outlet for source in tellings.sources.values() if source.report.outlet}
    named = {(voice, tellings.sources[point.document].outlet) for point in points for voice in point.voices}
    return frozenset(
        outlet for outlet in outlets for voice, own in named if voice.endswith(outlet) and own != outlet
    )


def _kind(origins: Sequence[Origin], outlets: Sequence[str]) -> ClaimKind:
    if len(origins) > 1:
        return "agreement"
    return "echo" if len(outlets) > 1 else "single"


def _gist(tellings: Sequence[Telling]) -> str:
    """Choose the words that tell it: of a middling length, the earliest."""
    lengths = sorted(len(one.text) for one in tellings)
    middle = lengths[len(lengths) // 2]
    return min(tellings, key=lambda one: abs(len(one.text) - middle)).text


def claim_id(points: Iterable[Point]) -> str:
    """Name a claim by its earliest point: it keeps its name as reports are added."""
    first = min(points, key=lambda point: (point.document, point.n))
    return "c" + hashlib.sha256(f"{first.document}:{first.n}".encode()).hexdigest()[:8]
