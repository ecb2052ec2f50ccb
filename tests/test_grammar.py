import re

import pytest

from allikas.model.span import span_of
from allikas.model.word import Token, Word
from allikas.rules.grammar import LONGEST, Grammar, longest
from allikas.rules.rule import Piece, Rule, digits, form, lemma, maybe, upos, value


def words(text: str) -> tuple[Word, ...]:
    found, at = [], 0
    for piece in text.split():
        found.append(Word(Token(span_of(text, at, at + len(piece)), piece), piece.rstrip("s"), "X"))
        at += len(piece) + 1
    return tuple(found)


NUMBER = Rule("<digits>", (digits(r"\d+"),), lambda word: int(word.form))
WEEKS = Rule(
    "<count> <adjective>? week",
    (value(int), maybe(form("long")), lemma("week")),
    lambda n, long, _: (n, long is not None),
)
RANGE = Rule(
    "<count> - <count>", (value(int), form("-"), value(int)), lambda a, _, b: (a, b) if a < b else None
)


def values(text: str, *rules: Rule) -> list[object]:
    return [node.value for node in longest(Grammar(rules).parse(words(text)))]


def test_rules_build_on_what_rules_found() -> None:
    [node] = longest(Grammar([NUMBER, WEEKS]).parse(words("for 3 weeks now")))
    assert (node.first, node.last, node.value) == (1, 3, (3, False))
    assert node.by == ("<digits>", "<count> <adjective>? week")


def test_an_optional_piece_may_be_there_or_not() -> None:
    assert values("3 long weeks and 4 weeks", NUMBER, WEEKS) == [(3, True), (4, False)]


def test_a_meaning_can_refuse_what_its_pattern_matches() -> None:
    assert values("3 - 7", NUMBER, RANGE) == [(3, 7)]
    assert values("7 - 3", NUMBER, RANGE) == [7, 3]


def test_a_value_found_late_is_seen_by_a_rule_that_waited() -> None:
    pair = Rule("<pair> of <pair>", (value(tuple), form("of"), value(tuple)), lambda a, _, b: ("pair", a, b))
    assert values("1 - 2 of 3 - 4", NUMBER, RANGE, pair) == [("pair", (1, 2), (3, 4))]


def test_the_longer_match_wins_and_then_the_earlier_rule() -> None:
    name = Rule("six as a month", (form("6"),), lambda _: "June")
    count = Rule("six as a number", (form("6"),), lambda _: 6)
    assert values("6", name, count) == ["June"]
    assert values("6", count, name) == [6]


def test_a_parse_stays_within_the_words_that_it_is_given() -> None:
    found = Grammar([NUMBER, RANGE]).parse(words("1 - 2 - 3"), 2, 5)
    assert {(node.first, node.last) for node in found} == {(2, 3), (4, 5), (2, 5)}


def test_a_pattern_that_waits_for_nothing_is_refused_when_it_is_compiled() -> None:
    with pytest.raises(ValueError, match="wait for"):
        Grammar([Rule("anything", (Piece(),), lambda _: True)])


def test_no_match_is_longer_than_the_bound() -> None:
    chain = Rule("<n> <n>", (value(int), value(int)), lambda a, b: a + b)
    found = Grammar([NUMBER, chain]).parse(words("1 " * 60))
    assert max(node.last - node.first for node in found) == LONGEST


def test_the_same_words_give_the_same_nodes() -> None:
    grammar = Grammar([NUMBER, WEEKS, RANGE])
    assert grammar.parse(words("1 - 2 weeks 3")) == grammar.parse(words("1 - 2 weeks 3"))


def test_rules_that_match_nothing_are_never_tried() -> None:
    tried = []

    def note(word: Word) -> bool:
        tried.append(word)
        return True

    idle = [
        Rule(f"idle {n}", (form(f"absent{n}"), upos("X", where=note)), lambda *_: True) for n in range(200)
    ]
    Grammar(idle).parse(words("week " * 50))
    assert tried == []


def test_equal_optional_pieces_take_as_many_words_as_there_are() -> None:
    calls = []

    def note(*arguments: Word | None) -> int:
        calls.append(arguments)
        return sum(word is not None for word in arguments)

    many = Rule("<long>? <long>? <long>? week", (*(maybe(form("long")),) * 3, lemma("week")), note)
    assert values("long long week", many) == [3]
    assert len(calls) == len({arguments.count(None) for arguments in calls})


def test_a_sign_before_a_digit_does_not_hide_it() -> None:
    signed = Rule("<sign><digits>", (Piece(shape=re.compile(r"-\d+")),), lambda word: int(word.form))
    assert values("-15", signed) == [-15]
