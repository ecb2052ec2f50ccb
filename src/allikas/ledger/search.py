"""Full-text search over lemmas: a sentence is found by any form of its words, and filtered by whose it is."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from allikas.ledger.answers import Hit, Page, Source
from allikas.ledger.errors import QueryError
from allikas.ledger.headlines import HEADLINE, unpack_headline, variants
from allikas.ledger.names import naming
from allikas.ledger.paging import ALL, Key, Question, Window, answer
from allikas.ledger.store import Ledger
from allikas.ledger.tables import query, storable
from allikas.ledger.terms import (
    certainty_tag,
    kind_tag,
    mentioned_tag,
    mode_tag,
    outlet_tag,
    plover_tag,
    relay_tag,
    speaker_tag,
)
from allikas.ledger.who import actor_numbers
from allikas.ledger.wording import Lemmatise, Term, find_marks, match_term, parse_words
from allikas.ledger.words import unpack_words


@dataclass(frozen=True, slots=True)
class Filters:
    """What else must hold of a sentence; ``None`` asks for nothing.

    ``speaker`` says it, ``relay`` passes it on, ``mentions`` is a person, body or place that it names: each
    by a name. ``kind``, ``mode`` and ``certainty`` are those of a statement in it, ``plover`` is the type of
    an event in it.
    """

    speaker: str | None = None
    relay: str | None = None
    outlet: str | None = None
    kind: str | None = None
    mode: str | None = None
    certainty: str | None = None
    mentions: str | None = None
    plover: str | None = None

    @property
    def of_statement(self) -> bool:
        """Tell whether any of them is asked of a statement."""
        return any((self.speaker, self.relay, self.kind, self.mode, self.certainty))


NO_FILTERS = Filters()
TAGS = {
    "outlet": outlet_tag,
    "kind": kind_tag,
    "mode": mode_tag,
    "certainty": certainty_tag,
    "plover": plover_tag,
}
NAMED_TAGS = {"speaker": speaker_tag, "relay": relay_tag, "mentions": mentioned_tag}
TYPES = ("PER", "ORG", "GPE", "LOC", "PROD", "EVENT", None)


def search(
    ledger: Ledger, typed: str, lemmatise: Lemmatise, filters: Filters = NO_FILTERS, window: Window = ALL
) -> Page[Hit]:
    """Return the sentences and headlines that have all the words of *typed*, the newest documents first.

    Words are found in any form of which *lemmatise* (the language's pack) gives the same dictionary form,
    phrases in quotation marks side by side, ``vangi*`` by how they begin; ``-word`` must not be there.
    Filters of a statement all hold of the same one.
    """
    terms = parse_words(typed, lemmatise)
    with ledger.view() as connection:
        question = _question(connection, terms, filters)
        finder = _Finder(connection, terms, filters)
        return answer(connection, question, window, finder.hit)


def _question(connection: sqlite3.Connection, terms: Sequence[Term], filters: Filters) -> Question:
    given: dict[str, Any] = {"match": _match(connection, terms, filters)}
    command = query("search")
    if filters.of_statement:
        given |= {
            "kind": filters.kind,
            "mode": filters.mode,
            "certainty": filters.certainty,
            "speaker": filters.speaker and storable(filters.speaker),
            "relay": filters.relay and storable(filters.relay),
            "speakers": json.dumps(actor_numbers(connection, filters.speaker or "")),
            "relays": json.dumps(actor_numbers(connection, filters.relay or "")),
        }
        command = command.replace("--filters", f"AND {query('stated')}")
    return Question(command, given)


def _match(connection: sqlite3.Connection, terms: Sequence[Term], filters: Filters) -> str | bytes:
    """Write the whole for SQLite's full-text search: words, and tags for the filters."""
    wanted = [match_term(term) for term in terms if not term.excluded]
    wanted += [f"facet : ({' OR '.join(tags)})" for tags in _tags(connection, filters)]
    if not wanted:
        raise QueryError("there is nothing to search for; give a word or a filter")
    without = [f" NOT {match_term(term)}" for term in terms if term.excluded]
    return storable(f"({' AND '.join(wanted)}){''.join(without)}")


def _tags(connection: sqlite3.Connection, filters: Filters) -> Iterator[list[str]]:
    """Yield for each filter the tags of which a sentence must have one."""
    for name, value in asdict(filters).items():
        if value is not None and name in TAGS:
            yield [TAGS[name](value)]
        elif value is not None:
            yield [NAMED_TAGS[name](one) for one in _namings(connection, value)]


def _namings(connection: sqlite3.Connection, name: str) -> list[str]:
    """Return under what the actors called *name* were met; a description, which has no actor, as it is."""
    rows = connection.execute(
        "SELECT DISTINCT naming FROM namings WHERE actor IN (SELECT value FROM json_each(?)) ORDER BY 1",
        (json.dumps(actor_numbers(connection, name)),),
    )
    return [found for (found,) in rows] or [naming(name, type_) for type_ in TYPES]


class _Finder:
    """Makes hits of the numbers of sentences."""

    def __init__(self, connection: sqlite3.Connection, terms: Sequence[Term], filters: Filters) -> None:
        self._connection = connection
        self._terms = terms
        self._filters = filters

    def hit(self, key: Key) -> Hit:
        """Return what was found, and whose word it is."""
        given = dict(zip(("doc", "n"), key, strict=True))
        if key[1] == HEADLINE and (headline := self._headline(given)) is not None:
            return headline
        row = self._connection.execute(query("sentence"), given).fetchone()
        start, stop, first, last, text, packed = row[5:]
        words = unpack_words(packed, text, first, last)
        found = find_marks([(word.form, word.lemma) for word in words], self._terms)
        spans = [words[at].span for at in found]
        statement, chain = self._voice(given, spans[0].start if spans else None)
        marks = tuple((span.start - start, span.end - start) for span in spans)
        return Hit(Source(*row[:5]), start, stop, text[start:stop], statement, chain, marks)

    def _headline(self, given: dict[str, int]) -> Hit | None:
        """Return a headline that was found; ``None`` where the number is that of a sentence after all."""
        *source, packed = self._connection.execute(query("headline"), given).fetchone()
        words, title = unpack_headline(packed), source[3] or ""
        if not words or self._connection.execute(query("sentence"), given).fetchone():
            return None
        found = {at for variant in variants(title, words) for at in find_marks(variant, self._terms)}
        marks = tuple(words[at][:2] for at in sorted(found))
        return Hit(Source(*source), None, None, title, None, None, marks)

    def _voice(self, given: dict[str, int], offset: int | None) -> tuple[str | None, str | None]:
        """Return the innermost statement at *offset*; else, where a statement was asked for, one nearby."""
        rows = self._connection.execute(query("sentence_voices"), given).fetchall()
        inside = [row[:2] for row in rows if offset is not None and row[2] <= offset < row[3]]
        nearby = [row[:2] for row in rows if self._filters.of_statement or not self._terms]
        return next(iter([*inside, *nearby]), (None, None))
