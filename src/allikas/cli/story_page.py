"""A story for people: who says what, who took it from whom, where they contradict, what is ahead."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.padding import Padding
from rich.style import Style
from rich.text import Text
from rich.tree import Tree

from allikas.stories.records import AgendaItem, Branch, Claim, Comparison, Contradiction, Side, Story, Telling

Block = Text | Padding | Tree
HEAD, DIM = Style(bold=True), Style(dim=True)
KINDS = {"single": Style(dim=True), "echo": Style(color="yellow"), "agreement": Style(color="green")}
DISPUTE = Style(color="red")


def story_page(story: Story, *, whole: bool = False) -> Iterator[Block]:
    """Yield the blocks of a story; what only one report says is among them only where *whole* asks for it."""
    yield Text(story.title, style=HEAD)
    outlets = dict.fromkeys(one.outlet or one.document for one in story.reports)
    days = sorted(one.published for one in story.reports if one.published)
    span = " to ".join(dict.fromkeys((days[0], days[-1]))) if days else "no date"
    told = (_many(len(story.reports), "report"), ", ".join(outlets), span, story.id)
    yield Text(" · ".join(told), style=DIM)
    shared = [one for one in story.claims if whole or len({t.report for t in one.tellings}) > 1]
    yield from _claims(shared, len(story.claims) - len(shared))
    yield from _contradictions(story.contradictions)
    yield from agenda_blocks(story.agenda)


def _claims(claims: Sequence[Claim], left: int) -> Iterator[Block]:
    if claims:
        yield _head("Said by several", f"{_many(left, 'claim')} more in one report only" if left else "")
    for together in _together(claims):
        yield from claim_blocks(*together)


def _together(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Put claims together that the same reports have from the same sources: clauses of one quotation."""
    found: dict[object, list[Claim]] = {}
    for claim in claims:
        whose = {(one.report.document, one.origin, one.through) for one in claim.tellings}
        found.setdefault(frozenset(whose), []).append(claim)
    return list(found.values())


def claim_blocks(claim: Claim, *others: Claim) -> Iterator[Block]:
    """Yield a claim: its kind and its counts, its words, and the tree of who has it from whom.

    *others* are claims with the same tree.
    """
    yield Text.assemble("\n", (f"{claim.kind}", KINDS[claim.kind]), (f"  {counts(claim)}", DIM))
    for one in (claim, *others):
        yield Padding(Text(_quoted(one.gist)), (0, 0, 0, 2))
    for branch in claim.tree:
        yield Padding(_tree(branch), (0, 0, 0, 4))


def counts(claim: Claim) -> str:
    """Say how many outlets, agencies and origins a claim has.

    >>> counts(Claim("c", "", "echo", (), ("LSA",), ("LSA", "Kirdetuul"), (), ()))
    '2 outlets, 1 agency, 0 origins'
    """
    numbers = [_many(len(claim.outlets), "outlet")]
    if claim.relays:
        numbers.append(_many(len(claim.relays), "agency"))
    return ", ".join([*numbers, _many(len(claim.origins), "origin")])


def _many(count: int, noun: str) -> str:
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count} {noun if count == 1 else plural}"


def _tree(branch: Branch) -> Tree:
    tree = Tree(_node(branch), guide_style=DIM)
    _hang(tree, branch.children)
    return tree


def _hang(tree: Tree, children: Iterable[Branch]) -> None:
    for child in children:
        _hang(tree.add(_node(child)), child.children)


WHY = {"named": "", "wording": "same words", "unsourced": "names no source", "": ""}


def _node(branch: Branch) -> Text:
    if branch.telling is None:
        return Text(branch.name, style=HEAD if branch.kind == "origin" else "")
    told = [branch.telling.report.published or "no date", WHY[branch.why]]
    return Text.assemble(branch.name, (f"  {' · '.join(filter(None, told))}", DIM))


def _contradictions(found: Sequence[Contradiction]) -> Iterator[Block]:
    if found:
        yield _head("Contradictions")
    for _, group in groupby(sorted(found, key=lambda one: int(one.dispute[1:])), lambda one: one.dispute):
        pairs = list(group)
        note = "corrected since" if any(one.corrected for one in pairs) else ""
        yield Text.assemble("\n", (pairs[0].type, DISPUTE), (f"  {note}" if note else "", DIM))
        for value, tellings in sides(pairs):
            yield Padding(Text(_quoted(value)), (0, 0, 0, 2))
            yield from (Padding(_whose(one), (0, 0, 0, 4)) for one in tellings)


def sides(pairs: Iterable[Contradiction]) -> list[tuple[str, list[Telling]]]:
    """Put the sides of one dispute together that give the same value."""
    found: dict[str, dict[Telling, None]] = {}
    for pair in pairs:
        for side in (pair.one, pair.other):
            found.setdefault(_value(side), {})[side.telling] = None
    return [(value, list(tellings)) for value, tellings in found.items()]


def _value(side: Side) -> str:
    return " ".join(side.value.split())


def _whose(telling: Telling) -> Text:
    chain = " > ".join(telling.voices) or "the outlet itself"
    told = telling.report.outlet or telling.report.document
    return Text.assemble(told, (f"  {telling.report.published or 'no date'} · {chain}", DIM))


def agenda_blocks(items: Sequence[AgendaItem]) -> Iterator[Block]:
    """Yield what is ahead: a line a thing and date, with who says so, and what it replaces."""
    if items:
        yield _head("Ahead")
        yield Text()
    dates = {item.id: item.date for item in items}
    grouped: dict[tuple[str, str, str], list[AgendaItem]] = {}
    for item in items:
        grouped.setdefault((item.event, item.date, item.status), []).append(item)
    for (_, date, status), same in sorted(
        grouped.items(), key=lambda one: (one[1][0].first_day or "", one[0])
    ):
        yield Text.assemble(f"{date:12}", (f"  {status}{_instead(same[0], dates)}", _shade(status)))
        yield Padding(Text(_quoted(same[0].what)), (0, 0, 0, 14))
        yield from (Padding(_whose(one.telling), (0, 0, 0, 16)) for one in same)


def _instead(item: AgendaItem, dates: dict[str, str]) -> str:
    old = dates.get(item.supersedes or "")
    return f", was {old}" if old is not None and old != item.date else ""


def _shade(status: str) -> Style:
    return DISPUTE if status in {"moved", "cancelled"} else DIM


def comparison_page(found: Comparison) -> Iterator[Block]:
    """Yield two reports beside each other."""
    for report in found.reports:
        yield Text.assemble((report.title or report.document, HEAD), (f"  {report.outlet or ''}", DIM))
    yield from _claims(found.both, 0)
    yield from _contradictions(found.contradictions)
    for report, claims in zip(found.reports, (found.only_one, found.only_other), strict=False):
        yield _head(f"Only in {report.outlet or report.document}")
        yield from (Padding(Text(_quoted(claim.gist)), (0, 0, 0, 2)) for claim in claims)


def _head(title: str, note: str = "") -> Text:
    return Text.assemble("\n", (title, HEAD), (f"  {note}" if note else "", DIM))


def _quoted(text: str) -> str:
    return " ".join(text.split()).strip(' ,;:–-"«»„“”')
