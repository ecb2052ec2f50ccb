from allikas.attribution.voices import Voice, find_voices
from allikas.model.layers import Statement
from allikas.model.span import span_of

TEXT = "Ta ütles, et sild on kinni."


def saying(id_: str, words: str, parent: str | None = None) -> Statement:
    start = TEXT.index(words)
    return Statement(id_, "indirect", "say", (span_of(TEXT, start, start + len(words)),), parent=parent)


def test_what_nobody_says_is_the_outlets_own() -> None:
    assert find_voices(TEXT, [saying("s1", "sild on kinni")]) == (
        Voice(0, 13, None),
        Voice(13, 26, "s1"),
        Voice(26, 27, None),
    )


def test_the_innermost_statement_has_the_word() -> None:
    outer, inner = saying("s1", "sild on kinni"), saying("s2", "kinni", "s1")
    assert [voice.statement for voice in find_voices(TEXT, [outer, inner])] == [None, "s1", "s2", None]


def test_of_two_that_hold_the_same_words_the_inner_has_them() -> None:
    outer, inner = saying("s1", "sild on kinni"), saying("s2", "sild on kinni", "s1")
    assert [voice.statement for voice in find_voices(TEXT, [outer, inner])] == [None, "s2", None]


def test_the_outer_voice_goes_on_behind_the_inner() -> None:
    outer, inner = saying("s1", "sild on kinni"), saying("s2", "on", "s1")
    assert [voice.statement for voice in find_voices(TEXT, [outer, inner])] == [None, "s1", "s2", "s1", None]
